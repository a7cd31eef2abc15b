package gongkai.platform.statistics;

import gongkai.platform.reporting.Fees;
import gongkai.platform.reporting.LedgerCells;
import gongkai.platform.reporting.ReportTable;
import gongkai.platform.web.Form;
import gongkai.platform.web.Listing;
import java.util.List;

/** What the pages of figures show. */
public final class StatisticsPages {
    private StatisticsPages() {}

    /**
     * Tables 3 and 4.
     *
     * @param drill whether the cases behind a cell may be seen
     */
    public record Tables(Span span, Form form, ReportTable three, ReportTable four, boolean drill) {}

    /** Time to answer, grounds, channels, applicants, months. */
    public record Handling(
            Span span,
            Form form,
            Punctuality punctuality,
            List<Division> divisions,
            List<Chart> charts,
            Fees.Figures fees) {}

    /** A division: how many requests it dealt with, how long half and nine of ten took, how many were in time. */
    public record Division(String name, int answered, String median, String ninety, String inTime) {}

    /** The cases behind a cell. */
    public record Cases(Span span, String label, Listing<LedgerCells.Behind> list, boolean all) {}
}
