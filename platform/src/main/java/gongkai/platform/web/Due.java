package gongkai.platform.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A term as a person reads it: never a date alone.
 *
 * @param workingDaysLeft 0 on the day itself, negative when it is over; null where a year has no calendar yet
 * @param why where the reckoning can be read, empty if there is no such page
 */
public record Due(LocalDate day, @Nullable Integer workingDaysLeft, String why) {
    private static final int SOON = 3;

    /** For example 剩 4 个工作日. */
    public String left() {
        if (workingDaysLeft == null) {
            return "缺" + day.getYear() + "年的工作日历，算不出还剩几个工作日";
        }
        if (workingDaysLeft == 0) {
            return "今天到期";
        }
        return workingDaysLeft > 0 ? "剩 " + workingDaysLeft + " 个工作日" : "逾期 " + -workingDaysLeft + " 个工作日";
    }

    /** Whether it has passed, as far as can be told. */
    public boolean over() {
        return workingDaysLeft != null && workingDaysLeft < 0;
    }

    /** Red when it is over, orange within three working days. */
    public Tone tone() {
        if (workingDaysLeft == null) {
            return Tone.WARNING;
        }
        if (workingDaysLeft < 0) {
            return Tone.ERROR;
        }
        return workingDaysLeft <= SOON ? Tone.WARNING : Tone.ACTION;
    }
}
