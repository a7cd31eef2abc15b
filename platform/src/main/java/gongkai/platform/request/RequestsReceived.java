package gongkai.platform.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests were registered; see {@link DisclosureRequest#backfilled} before anything is sent. Told in the same transaction. */
public record RequestsReceived(List<Received> all) {
    /**
     * One of them.
     *
     * @param queryCode the code its applicant follows it with, which is told once and never stored
     * @param by the person who registered it, null if the applicant did
     */
    public record Received(
            DisclosureRequest request,
            String queryCode,
            @Nullable Long by) {}
}
