package gongkai.platform.request.procedure;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A step with the moment it was written down.
 *
 * @param backfilled it was entered as a step of the past (补录)
 */
public record Recorded(Step step, Instant recordedAt, boolean backfilled) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** True if it was written down on a later day than it took effect. */
    public boolean isLate() {
        return recordedAt.atZone(ZONE).toLocalDate().isAfter(step.on());
    }
}
