package gongkai.platform.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The due dates of a month, week by week from Monday. */
public record CaseCalendarPage(String month, String before, String after, List<List<Cell>> weeks) {
    /**
     * A day.
     *
     * @param off why it is no working day, empty if it is one; null where the year has no calendar
     * @param due how many answers are due
     * @param waits how many terms of others end
     */
    public record Cell(
            LocalDate day,
            boolean inMonth,
            boolean today,
            @Nullable String off,
            int due,
            int waits) {
        public String dueLink() {
            return "/office/requests/all?stage=open&dueFrom=" + day + "&dueTo=" + day;
        }
    }
}
