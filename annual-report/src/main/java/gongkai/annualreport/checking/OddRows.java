package gongkai.annualreport.checking;

import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Place;
import gongkai.annualreport.ReportFormats;
import gongkai.annualreport.checking.Layout.TableRow;
import gongkai.annualreport.reading.Reading.OddRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows with more or fewer values than columns. Nobody can tell which value belongs to which cell: the row is there, though none of its
 * cells is.
 */
final class OddRows {
    private OddRows() {}

    static void judge(Subject subject, Verdict verdict) {
        var layout = Layout.of(subject.report());
        for (var odd : subject.trace().oddRows()) {
            var cells = layout == null
                    ? List.<CellKey>of()
                    : layout.rows().stream()
                            .filter(row -> is(odd, row))
                            .flatMap(row -> row.cells().stream())
                            .toList();
            tell(cells, odd.place(), name(odd, layout), odd.found(), odd.expected(), verdict);
        }
        if (layout != null) {
            lostColumns(subject, layout, verdict);
        }
    }

    /** Rows that lack some of their cells, as where a column is lost; rows that lack the same are told together. */
    private static void lostColumns(Subject subject, Layout layout, Verdict verdict) {
        var report = subject.report();
        Map<String, List<TableRow>> alike = Map.of();
        for (var row : layout.rows()) {
            int lost = 0;
            for (var key : row.cells()) {
                lost += report.cell(key) == Cell.MISSING ? 1 : 0;
            }
            if (lost > 0 && lost < row.cells().size() && !hasOtherColumns(subject, row)) {
                alike = alike.isEmpty() ? new LinkedHashMap<>() : alike;
                var which = new StringBuilder(row.table().key());
                row.cells().forEach(key -> which.append(report.cell(key) == Cell.MISSING ? '-' : '+'));
                alike.computeIfAbsent(which.toString(), first -> new ArrayList<>())
                        .add(row);
            }
        }
        alike.values().forEach(rows -> {
            var first = rows.getFirst();
            var lost = rows.stream()
                    .flatMap(row -> row.cells().stream())
                    .filter(key -> report.cell(key) == Cell.MISSING)
                    .toList();
            int expected = first.cells().size();
            var there = first.cells().stream()
                    .filter(key -> report.cell(key) != Cell.MISSING)
                    .findFirst()
                    .orElseThrow();
            var name = name(first) + (rows.size() == 1 ? "" : "等" + rows.size() + "行");
            tell(lost, subject.trace().of(there), name, expected - lost.size() / rows.size(), expected, verdict);
        });
    }

    private static void tell(List<CellKey> cells, Place place, String name, int found, int expected, Verdict verdict) {
        verdict.find(cells, place, Map.of("row", name, "n", found, "m", expected), expected, found);
    }

    /** Whether the file has the row, though none of its cells could be told apart. */
    static boolean cover(Subject subject, TableRow row) {
        for (var odd : subject.trace().oddRows()) {
            if (is(odd, row)) {
                return true;
            }
        }
        return false;
    }

    static boolean standIn(Subject subject, String table) {
        for (var odd : subject.trace().oddRows()) {
            if (odd.table().equals(table)) {
                return true;
            }
        }
        return false;
    }

    /** A row is named by its key, or by the key of the row that stands for it: a single （六）其他处理 for its three rows. */
    private static boolean is(OddRow odd, TableRow row) {
        var key = row.row().key();
        return odd.table().equals(row.table().key())
                && (odd.row().equals(key)
                        || stands(odd.table(), odd.row(), key)
                        || stands(odd.table(), key, odd.row())
                        || Letters.heading(row.row().label()).equals(Letters.heading(odd.row())));
    }

    private static boolean stands(String table, String single, String several) {
        return ReportFormats.official().all().stream()
                .flatMap(format -> format.table(table).stream())
                .flatMap(known -> known.parts().stream())
                .flatMap(part -> part.alternatives().stream())
                .anyMatch(alternative -> alternative.key().equals(single)
                        && alternative.replaces().contains(several));
    }

    private static boolean hasOtherColumns(Subject subject, TableRow row) {
        var own = row.cells().getFirst();
        return subject.report().cells().entrySet().stream()
                .anyMatch(cell -> cell.getValue() != Cell.MISSING
                        && cell.getKey().table().equals(own.table())
                        && cell.getKey().line().equals(own.line())
                        && !row.cells().contains(cell.getKey()));
    }

    private static String name(OddRow odd, @Nullable Layout layout) {
        if (odd.row().isEmpty()) {
            return "表" + "二三四".charAt("t2t3t4".indexOf(odd.table()) / 2);
        }
        return layout == null
                ? odd.row()
                : layout.rows().stream()
                        .filter(row -> row.table().key().equals(odd.table())
                                && row.row().key().equals(odd.row()))
                        .findFirst()
                        .map(OddRows::name)
                        .orElseGet(() -> Names.of(CellKey.of(odd.table(), odd.row(), "total"))
                                .row());
    }

    private static String name(TableRow row) {
        return row.row().path().isEmpty() ? row.table().name() : Names.of(row.row());
    }
}
