package gongkai.platform.reporting;

import gongkai.annualreport.CellKey;
import java.time.Instant;

/**
 * What was added to a counted cell because the register is incomplete.
 *
 * @param added never 0; negative when something was taken off
 * @param by the name of whoever did it
 */
public record Adjustment(CellKey cell, int added, String reason, String by, Instant at) {
    /** With its sign, for example +1. */
    public String signed() {
        return signed(added);
    }

    static String signed(int number) {
        return number > 0 ? "+" + number : String.valueOf(number);
    }
}
