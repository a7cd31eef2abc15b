package gongkai.platform.reporting;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.OrganLevel;
import gongkai.annualreport.Period;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.Section;
import gongkai.annualreport.checking.CheckSettings;
import gongkai.annualreport.checking.Checkup;
import gongkai.annualreport.checking.Subject;
import gongkai.annualreport.reading.Reading;
import gongkai.platform.organ.Organ;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organ's report of a year as it stands: counted, adjusted, entered and written.
 *
 * @param ledger the cells of tables three and four as the ledgers count them
 * @param entries the figures of table two; a cell that is not there is blank
 * @param parts what was written so far
 * @param publishedOn the day it was published, null until then
 * @param previous last year's report, null if none is known
 */
public record YearReport(
        Organ organ,
        int year,
        ReportFormat format,
        @Nullable OrganLevel level,
        Map<CellKey, Integer> ledger,
        List<Adjustment> adjustments,
        Map<CellKey, BigDecimal> entries,
        Map<ReportPart, ReportStore.Written> parts,
        @Nullable LocalDate publishedOn,
        @Nullable AnnualReport previous) {
    private static final BigDecimal MOST_CASES = BigDecimal.valueOf(10_000_000);
    private static final String TABLE_2 = "t2";
    private static final String TABLE_3 = "t3";
    private static final String TOTAL = "total";
    private static final String RESULT_TOTAL = "result_total";
    private static final String CARRIED_OUT = "carried_out";
    private static final String CARRIED_IN = "carried_in";
    private static final List<String> NO_RESULTS = List.of("new_received", CARRIED_IN, RESULT_TOTAL, CARRIED_OUT);

    /** Whether that cell is a sum of others; such a cell follows them and is never adjusted itself. */
    public static boolean isSum(CellKey key) {
        return key.column().equals(TOTAL) || key.line().equals(RESULT_TOTAL);
    }

    /** What was added to that counted cell by hand; for a sum, to the cells it sums up. */
    public int adjusted(CellKey key) {
        return adjustments.stream()
                .filter(each -> each.cell().equals(key) || isSum(key) && sums(key, each.cell()))
                .mapToInt(Adjustment::added)
                .sum();
    }

    /** The figure of a counted cell: what the ledger counts and what was adjusted. */
    public int figure(CellKey key) {
        return ledger.getOrDefault(key, 0) + adjusted(key);
    }

    /** What last year's report says of that cell: the same cell, for what was carried in what it carried out; null if it says nothing. */
    public @Nullable BigDecimal lastYear(CellKey key) {
        return previous == null
                ? null
                : previous.figure(
                        key.line().equals(CARRIED_IN) ? CellKey.of(key.table(), CARRIED_OUT, key.column()) : key);
    }

    /**
     * By how much the balance carried in differs from what last year's report carried out; 0 for all other cells, and where that is no number
     * of cases: then the rules tell of the difference, and nothing is to be taken over.
     */
    public int openingGap(CellKey key) {
        var last = lastYear(key);
        return key.line().equals(CARRIED_IN) && last != null && isCount(last) ? last.intValueExact() - figure(key) : 0;
    }

    private static boolean isCount(BigDecimal figure) {
        return figure.signum() >= 0
                && figure.compareTo(MOST_CASES) <= 0
                && figure.stripTrailingZeros().scale() <= 0;
    }

    /** The cells of the opening balance. */
    public List<CellKey> openingCells() {
        return ledger.keySet().stream()
                .filter(key -> key.line().equals(CARRIED_IN) && !isSum(key))
                .toList();
    }

    /** What was written in that part, empty if nothing was. */
    public String text(ReportPart part) {
        var written = parts.get(part);
        return written != null ? written.text() : part == ReportPart.PREAMBLE ? usualPreamble() : "";
    }

    /** The number of the last change to that part, 0 if nobody wrote it yet. */
    public int version(ReportPart part) {
        var written = parts.get(part);
        return written == null ? 0 : written.version();
    }

    /** The report as it would be written out now. */
    public AnnualReport report() {
        var cells = new LinkedHashMap<CellKey, Cell>();
        for (var key : format.cells()) {
            if (key.table().equals(TABLE_2)) {
                var entered = entries.get(key);
                cells.put(key, entered == null ? Cell.BLANK : new Cell.Figure(entered, null));
            } else {
                cells.put(key, Cell.of(figure(key)));
            }
        }
        return new AnnualReport(
                format,
                year,
                organ.name(),
                organ.name() + year + "年政府信息公开工作年度报告",
                null,
                new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
                publishedOn,
                text(ReportPart.PREAMBLE),
                format.sections().stream()
                        .map(section -> new Section(section.key(), section.title(), text(ReportPart.of(section.key()))))
                        .toList(),
                "",
                cells);
    }

    /** What the rules say to it. */
    public Checkup check() {
        var counted = new LinkedHashMap<CellKey, Integer>();
        ledger.forEach((key, value) -> {
            if (key.table().equals("t4")) {
                counted.put(key, value);
            }
        });
        return AnnualReports.check(
                new Subject(Reading.of(report()), previous, organ.name(), level, counted, CheckSettings.forYear(year)));
    }

    private String usualPreamble() {
        return "本报告依据《中华人民共和国政府信息公开条例》第四十九条、第五十条编制。本报告所列数据的统计期限自" + year + "年1月1日起至" + year + "年12月31日止。";
    }

    private static boolean sums(CellKey sum, CellKey part) {
        if (!sum.table().equals(part.table())) {
            return false;
        }
        boolean column = sum.column().equals(TOTAL) || sum.column().equals(part.column());
        boolean row = sum.line().equals(part.line())
                || sum.table().equals(TABLE_3) && sum.line().equals(RESULT_TOTAL) && !NO_RESULTS.contains(part.line());
        return column && row;
    }
}
