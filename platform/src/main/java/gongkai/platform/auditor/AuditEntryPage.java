package gongkai.platform.auditor;

import gongkai.platform.audit.AuditChain;
import gongkai.platform.web.Day;
import org.jspecify.annotations.Nullable;

/** One line of the log with its place in the chain. */
public record AuditEntryPage(AuditRow row, AuditChain.@Nullable Place place) {
    /** When it was linked. */
    public String linkedAt() {
        return place == null ? "" : Day.minute(place.linkedAt());
    }
}
