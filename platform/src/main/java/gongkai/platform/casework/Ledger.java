package gongkai.platform.casework;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Day;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a case day by day (期限台账).
 *
 * @param due the last day to answer, null while it stands still
 * @param totals how many days counted and how many did not, by reason
 */
public record Ledger(
        DisclosureRequest request,
        String organ,
        String title,
        @Nullable LocalDate due,
        List<Line> lines,
        List<String> totals,
        List<Term> terms) {

    /**
     * One day.
     *
     * @param nth which working day of the term it is, empty if it does not count
     * @param happened the steps taken on it
     */
    public record Line(LocalDate day, String nth, boolean counted, String reason, String article, String happened) {
        public String text() {
            return Day.text(day);
        }
    }

    /** A term that runs, with its last day and article. */
    public record Term(String name, String article, LocalDate lastDay) {}

    public String path() {
        return Cases.path(request.number());
    }
}
