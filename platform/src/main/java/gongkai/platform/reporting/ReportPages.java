package gongkai.platform.reporting;

import gongkai.annualreport.CellKey;
import gongkai.platform.organ.Organ;
import gongkai.platform.web.Form;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Option;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of reports show. */
public final class ReportPages {
    private ReportPages() {}

    /** The organs whose reports can be seen. */
    public record Chosen(Listing<Line> list, int year, List<Option> years) {}

    /** An organ among them. {@code written} counts the six sections. */
    public record Line(Organ organ, int year, int written) {
        public String link() {
            return "/office/reports/" + organ.code() + "/" + year;
        }
    }

    /**
     * A report as a whole.
     *
     * @param unjudged why some rules could not be judged
     * @param filed the newest file read in as this report, null if there is none
     * @param previous the newest file read in as last year's report, null if there is none
     * @param gaps where the opening balance is not what last year's report carried out
     */
    public record Whole(
            ReportHead head,
            List<FindingLine> findings,
            List<String> unjudged,
            @Nullable FiledReport filed,
            @Nullable FiledReport previous,
            List<Gap> gaps,
            @Nullable LocalDate publishedOn,
            Form form) {
        public long count(String severity) {
            return findings.stream()
                    .filter(finding -> finding.severity().equals(severity))
                    .count();
        }
    }

    /** A cell of the opening balance: what stands there and what last year's report carried out. */
    public record Gap(String label, int here, int lastYear) {}

    /**
     * A section: its table if it has one, its text, what the rules say to both.
     *
     * @param version the change of the text the form was filled with
     * @param other what somebody else wrote meanwhile, null unless that happened
     * @param tableForm the figures of table two, null where the table is counted
     * @param notes the cells of its table that differ from the ledger or from last year
     */
    public record Section(
            ReportHead head,
            ReportPart part,
            String heading,
            String hint,
            @Nullable ReportTable table,
            @Nullable Form tableForm,
            int tableVersion,
            Form form,
            int version,
            @Nullable String other,
            List<Note> notes,
            List<FindingLine> findings) {}

    /** A cell that is not simply what the ledger counts. */
    public record Note(CellKey cell, String label, String words) {}

    /**
     * A counted cell and what stands behind it.
     *
     * @param lastYear what last year's report says, empty if it is not known
     * @param records what the ledger counts there, null for whoever may not see it
     */
    public record Counted(
            ReportHead head,
            CellKey cell,
            String label,
            int figure,
            int ledger,
            int adjusted,
            String lastYear,
            String lastYearName,
            boolean sum,
            List<Adjustment> adjustments,
            int seen,
            @Nullable Listing<LedgerCells.Behind> records,
            Form form) {}
}
