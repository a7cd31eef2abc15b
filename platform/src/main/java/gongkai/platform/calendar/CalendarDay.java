package gongkai.platform.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a day is and why.
 *
 * @param counted true if the term moves on by this day
 * @param reason plain Chinese, for example 国庆节放假
 * @param source the document that says so; null where the ordinary week decides
 */
public record CalendarDay(
        LocalDate day,
        boolean counted,
        String reason,
        @Nullable String source) {
    /** The reason without the day of the week, to stand beside a date that tells it. */
    public String kind() {
        return reason.startsWith("周") ? reason.substring(reason.indexOf('，') + 1) : reason;
    }
}
