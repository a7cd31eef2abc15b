package gongkai.platform.audit;

import org.jspecify.annotations.Nullable;

/** Tells the log who is acting in this thread. */
public interface WhoActs {
    /** Whoever acts now; {@link Acting#NOBODY} for work the platform does by itself. */
    Acting now();

    /**
     * Someone who acts.
     *
     * @param person the person's number, null for the platform itself or someone not signed in
     * @param login the sign-in name, as typed
     * @param address where the request came from
     */
    record Acting(
            @Nullable Long person,
            @Nullable String login,
            @Nullable String address) {
        public static final Acting NOBODY = new Acting(null, null, null);
    }
}
