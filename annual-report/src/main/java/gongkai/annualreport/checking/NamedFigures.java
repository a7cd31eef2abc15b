package gongkai.annualreport.checking;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables' figures as the prose speaks of them: whole numbers, and totals worked out where only the applicants' cells are filled. */
record NamedFigures(AnnualReport report) {
    private static final List<String> APPLICANTS =
            List.of("natural", "enterprise", "research", "welfare", "legal", "other");

    /** The figure of a cell; null when there is none to compare with. */
    @Nullable
    Long of(CellKey key) {
        var figure = report.figure(key);
        return figure == null || figure.stripTrailingZeros().scale() > 0 ? null : figure.longValueExact();
    }

    @Nullable
    Long of(String key) {
        return of(CellKey.of(key));
    }

    static CellKey total(String row) {
        return CellKey.of("t3", row, "total");
    }

    /**
     * A result row's total; where the total cell is blank, its applicants' sum. Null when nothing in the row is known.
     */
    @Nullable
    Long result(String row) {
        var total = of(total(row));
        if (total != null) {
            return total;
        }
        if (!(report.cell(total(row)) instanceof Cell.Blank)) {
            return null;
        }
        long sum = 0;
        boolean known = false;
        for (var applicant : APPLICANTS) {
            var key = CellKey.of("t3", row, applicant);
            var figure = of(key);
            if (figure == null && !(report.cell(key) instanceof Cell.Blank)) {
                return null;
            }
            known |= figure != null;
            sum += figure == null ? 0 : figure;
        }
        return known ? sum : null;
    }

    /** The sum of several result rows, blank ones counting nothing; null when a row is not there, or nothing is known. */
    @Nullable
    Long results(List<String> rows) {
        long sum = 0;
        boolean known = false;
        for (var row : rows) {
            var figure = result(row);
            if (figure == null && !(report.cell(total(row)) instanceof Cell.Blank)) {
                return null;
            }
            known |= figure != null;
            sum += figure == null ? 0 : figure;
        }
        return known ? sum : null;
    }

    /** The sum of cells; null when one of them carries no number. */
    @Nullable
    Long sum(List<CellKey> keys) {
        long sum = 0;
        for (var key : keys) {
            var figure = of(key);
            if (figure == null) {
                return null;
            }
            sum += figure;
        }
        return sum;
    }
}
