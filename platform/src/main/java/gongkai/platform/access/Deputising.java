package gongkai.platform.access;

import org.jspecify.annotations.Nullable;

/** For whom this thread's actor is acting at the moment, so that the log can say 乙代甲. */
final class Deputising {
    private static final ThreadLocal<Actor.@Nullable Absent> INSTEAD_OF = new ThreadLocal<>();

    private Deputising() {}

    /** The policy allowed something only because of a right exercised for someone who is away. */
    static void exercised(Actor.Absent absent) {
        INSTEAD_OF.set(absent);
    }

    static Actor.@Nullable Absent current() {
        return INSTEAD_OF.get();
    }

    /** A request begins or ends. */
    static void forget() {
        INSTEAD_OF.remove();
    }
}
