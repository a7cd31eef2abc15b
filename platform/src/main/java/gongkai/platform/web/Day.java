package gongkai.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Dates and times as the screens write them. */
public final class Day {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy年M月d日（EEE）", Locale.CHINA);
    private static final DateTimeFormatter WITHIN_YEAR = DateTimeFormatter.ofPattern("M月d日（EEE）", Locale.CHINA);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.CHINA);

    private static final int EARLIEST = 1949;
    private static final int LATEST = 2999;

    private Day() {}

    /**
     * A day as somebody typed it, 2026-11-06.
     *
     * @throws DateTimeParseException if it is none, or lies in a year nothing here can mean
     */
    public static LocalDate typed(String text) {
        var day = LocalDate.parse(text.strip());
        if (day.getYear() < EARLIEST || day.getYear() > LATEST) {
            throw new DateTimeParseException("no such year", text, 0);
        }
        return day;
    }

    /** For example 2026年11月6日（周五）. */
    public static String text(LocalDate day) {
        return WHOLE.format(day);
    }

    /** For example 11月6日（周五）; with the year when that is not the year of {@code today}. */
    public static String text(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? WITHIN_YEAR : WHOLE).format(day);
    }

    /** For example 2026-11-06 09:30, in Shanghai. */
    public static String minute(Instant time) {
        return MINUTE.format(time.atZone(SHANGHAI));
    }
}
