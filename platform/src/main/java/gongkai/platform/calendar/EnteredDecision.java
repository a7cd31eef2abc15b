package gongkai.platform.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice or a region's decision as it was entered.
 *
 * @param year the year of a national notice; null for a region's decision
 * @param region 行政区划代码 of a region's decision; null for a national notice
 * @param withdrawn why it no longer holds; null while it does
 */
public record EnteredDecision(
        long id,
        @Nullable Integer year,
        @Nullable String region,
        String source,
        List<NoticeDay> days,
        Instant enteredAt,
        @Nullable String enteredBy,
        @Nullable String withdrawn) {}
