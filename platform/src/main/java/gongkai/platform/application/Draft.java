package gongkai.platform.application;

import gongkai.platform.organ.OrganId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application somebody has begun, or just sent.
 *
 * @param fields what was typed, by name of the field; empty once it was sent
 * @param number the number of the request it became; null while it was not sent
 * @param code the query code, for a short while after sending; else null
 */
public record Draft(
        UUID id,
        OrganId organ,
        Map<String, String> fields,
        Instant savedAt,
        @Nullable String number,
        @Nullable String code,
        @Nullable Instant sentAt) {
    /** What its files belong to while it is a draft. */
    String subject() {
        return "草稿 " + id;
    }

    boolean sent() {
        return number != null;
    }

    @Override
    public String toString() {
        return "draft " + id;
    }
}
