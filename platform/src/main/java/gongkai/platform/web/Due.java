package gongkai.platform.web;

import java.time.LocalDate;

/**
 * A term as a person reads it: never a date alone.
 *
 * @param workingDaysLeft 0 on the day itself, negative when it is over
 * @param why where the reckoning can be read, empty if there is no such page
 */
public record Due(LocalDate day, int workingDaysLeft, String why) {
    private static final int SOON = 3;

    /** For example 剩 4 个工作日. */
    public String left() {
        if (workingDaysLeft == 0) {
            return "今天到期";
        }
        return workingDaysLeft > 0 ? "剩 " + workingDaysLeft + " 个工作日" : "逾期 " + -workingDaysLeft + " 个工作日";
    }

    /** Red when it is over, orange within three working days. */
    public Tone tone() {
        if (workingDaysLeft < 0) {
            return Tone.ERROR;
        }
        return workingDaysLeft <= SOON ? Tone.WARNING : Tone.ACTION;
    }
}
