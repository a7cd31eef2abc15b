package gongkai.platform.calendar;

import java.util.List;

/**
 * The years that are known and what regions decided.
 *
 * @param missing years that are needed and not there
 * @param mayEdit whether whoever looks may enter and withdraw
 */
public record CalendarPage(List<Year> years, List<EnteredDecision> regional, List<Integer> missing, boolean mayEdit) {
    /**
     * A year at a glance.
     *
     * @param entered true if it was entered here, false if it came with the platform
     */
    public record Year(int year, String source, int workingDays, boolean entered) {}
}
