package gongkai.annualreport.checking;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormat.Part;
import gongkai.annualreport.ReportFormat.Row;
import gongkai.annualreport.ReportFormat.Table;
import gongkai.annualreport.ReportFormats;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A format's tables as the rules walk them: which cells add up to which. Worked out once per format, for it is needed for every report.
 *
 * @param rows every row with its cells
 * @param rowSums each row of table three: applicants of all kinds add up to the row's total
 * @param columns the columns of table three
 * @param groups each group of table four: outcomes add up to the group's total
 * @param cells every cell a report must have
 */
record Layout(
        ReportFormat format,
        List<TableRow> rows,
        List<Sum> rowSums,
        List<RequestColumn> columns,
        List<Sum> groups,
        Set<CellKey> cells) {
    static final String NOT_READ = "没有读出表格";

    private static final Map<ReportFormat, Choice> KNOWN = Collections.synchronizedMap(new IdentityHashMap<>());

    /** A row of a table and its cells. */
    record TableRow(Table table, Row row, List<CellKey> cells) {}

    /** Items that add up to a total, under the label they stand at. */
    record Sum(String label, List<CellKey> items, CellKey total) {
        /** The total first, then the items. */
        List<CellKey> cells() {
            var cells = new ArrayList<CellKey>(items.size() + 1);
            cells.add(total);
            cells.addAll(items);
            return cells;
        }
    }

    /**
     * A column of table three.
     *
     * @param total whether it adds up the other columns
     * @param results the rows of results that add up to the row of their total
     */
    record RequestColumn(
            String label, boolean total, CellKey received, CellKey carriedIn, CellKey carriedOut, Sum results) {
        /** What comes in and what goes out. */
        List<CellKey> balance() {
            return List.of(received, carriedIn, results.total(), carriedOut);
        }
    }

    /** Rows some reports have in place of others: a single （六）其他处理 for its three rows, or the three for the one. */
    private record Swap(List<CellKey> officialCells, List<CellKey> foundCells, Map<String, List<Row>> rows) {
        boolean appliesTo(AnnualReport report) {
            return stands(report, foundCells) && !stands(report, officialCells);
        }
    }

    /** The layouts of one format: the official one, and those with rows swapped. */
    private static final class Choice {
        private final ReportFormat format;
        private final List<Swap> swaps;
        private final Map<Set<Swap>, Layout> layouts = new HashMap<>();
        private final Layout official;

        Choice(ReportFormat format) {
            this.format = format;
            swaps = swaps(format);
            official = build(format, Set.of());
        }

        Layout layoutOf(AnnualReport report) {
            Set<Swap> applying = Set.of();
            for (var swap : swaps) {
                if (swap.appliesTo(report)) {
                    applying = new HashSet<>(applying);
                    applying.add(swap);
                }
            }
            if (applying.isEmpty()) {
                return official;
            }
            synchronized (layouts) {
                return layouts.computeIfAbsent(applying, chosen -> build(format, chosen));
            }
        }
    }

    /** The layout of the report's tables; null where none were read, and the verdict then says so. */
    static @Nullable Layout toJudge(Subject subject, Verdict verdict) {
        var layout = of(subject.report());
        if (layout == null) {
            verdict.cannotJudge(NOT_READ);
        }
        return layout;
    }

    /** The layout of the report's tables; null if it has none. */
    static @Nullable Layout of(AnnualReport report) {
        var format = report.format();
        return format == null
                ? null
                : KNOWN.computeIfAbsent(format, Choice::new).layoutOf(report);
    }

    private static boolean stands(AnnualReport report, List<CellKey> keys) {
        for (var key : keys) {
            var cell = report.cell(key);
            if (cell != null && cell != Cell.MISSING) {
                return true;
            }
        }
        return false;
    }

    private static List<Swap> swaps(ReportFormat format) {
        var swaps = new ArrayList<Swap>();
        for (var other : ReportFormats.official().all()) {
            for (var table : other.tables()) {
                for (var part : table.parts()) {
                    for (var alternative : part.alternatives()) {
                        var several = part.rows().stream()
                                .filter(row -> alternative.replaces().contains(row.key()))
                                .toList();
                        var single = List.of(alternative.row());
                        if (hasRow(format, table, alternative.key())) {
                            swaps.add(swap(table, part, single, several));
                        } else if (hasRow(format, table, several.getFirst().key())) {
                            swaps.add(swap(table, part, several, single));
                        }
                    }
                }
            }
        }
        return swaps;
    }

    private static boolean hasRow(ReportFormat format, Table table, String row) {
        return format.table(table.key()).stream()
                .flatMap(own -> own.parts().stream())
                .flatMap(part -> part.rows().stream())
                .anyMatch(own -> own.key().equals(row));
    }

    private static Swap swap(Table table, Part part, List<Row> official, List<Row> found) {
        var rows = new HashMap<String, List<Row>>();
        official.forEach(row -> rows.put(row.key(), List.of()));
        rows.put(official.getFirst().key(), found);
        return new Swap(cells(table, part, official), cells(table, part, found), rows);
    }

    private static List<CellKey> cells(Table table, Part part, List<Row> rows) {
        return rows.stream()
                .flatMap(row -> part.columns().stream().map(column -> ReportFormat.key(table, row, column)))
                .toList();
    }

    private static Layout build(ReportFormat format, Set<Swap> swaps) {
        var rows = new ArrayList<TableRow>();
        var rowSums = new ArrayList<Sum>();
        var columns = new ArrayList<RequestColumn>();
        var groups = new ArrayList<Sum>();
        for (var table : format.tables()) {
            for (var part : table.parts()) {
                var own = part.rows().stream()
                        .flatMap(row -> swaps.stream()
                                .filter(swap -> swap.rows().containsKey(row.key()))
                                .findFirst()
                                .map(swap -> Objects.requireNonNull(swap.rows().get(row.key())))
                                .orElse(List.of(row))
                                .stream())
                        .toList();
                own.forEach(row -> rows.add(new TableRow(table, row, cells(table, part, List.of(row)))));
                switch (table.key()) {
                    case "t3" -> {
                        own.forEach(row -> rowSums.add(rowSum(table, part, row)));
                        columns.addAll(columns(table, part, own));
                    }
                    case "t4" -> groups.addAll(groups(table, part));
                    default -> {}
                }
            }
        }
        var cells = Collections.<CellKey>newSetFromMap(new IdentityHashMap<>());
        rows.forEach(row -> cells.addAll(row.cells()));
        return new Layout(format, List.copyOf(rows), rowSums, columns, groups, cells);
    }

    private static Sum rowSum(Table table, Part part, Row row) {
        var items = part.columns().stream()
                .filter(column -> !column.total())
                .map(column -> ReportFormat.key(table, row, column))
                .toList();
        var total = part.columns().stream()
                .filter(ReportFormat.Column::total)
                .findFirst()
                .orElseThrow();
        return new Sum(Names.of(row), items, ReportFormat.key(table, row, total));
    }

    /** The results are the rows under the same heading as the row of their total. */
    private static List<RequestColumn> columns(Table table, Part part, List<Row> rows) {
        var total = rows.stream().filter(Row::total).findFirst().orElseThrow();
        var results = rows.stream()
                .filter(row -> !row.total()
                        && row.path().getFirst().equals(total.path().getFirst()))
                .toList();
        return part.columns().stream()
                .map(column -> new RequestColumn(
                        column.label(),
                        column.total(),
                        CellKey.of(table.key(), "new_received", column.key()),
                        CellKey.of(table.key(), "carried_in", column.key()),
                        CellKey.of(table.key(), "carried_out", column.key()),
                        new Sum(
                                column.label(),
                                results.stream()
                                        .map(row -> ReportFormat.key(table, row, column))
                                        .toList(),
                                ReportFormat.key(table, total, column))))
                .toList();
    }

    private static List<Sum> groups(Table table, Part part) {
        var groups = new LinkedHashMap<String, List<CellKey>>();
        var sums = new ArrayList<Sum>();
        for (var row : part.rows()) {
            for (var column : part.columns()) {
                var key = ReportFormat.key(table, row, column);
                if (column.total()) {
                    var label = column.path().get(column.path().size() - 2);
                    sums.add(new Sum(label, groups.getOrDefault(key.line(), List.of()), key));
                } else {
                    groups.computeIfAbsent(key.line(), line -> new ArrayList<>())
                            .add(key);
                }
            }
        }
        return sums;
    }
}
