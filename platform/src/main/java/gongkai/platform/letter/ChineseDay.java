package gongkai.platform.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates as official papers write them. */
public final class ChineseDay {
    private ChineseDay() {}

    /** For example 2026年3月2日; empty if there is none. */
    public static String of(@Nullable LocalDate day) {
        return day == null ? "" : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
