package gongkai.annualreport.writing;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormat.Column;
import gongkai.annualreport.ReportFormat.Row;
import gongkai.annualreport.ReportFormats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a table as this report has it: the rows and columns to draw. A report may mix formats, so a part may be one of another
 * format than the report's.
 */
record TablePart(@Nullable String clause, @Nullable String corner, List<Column> columns, List<Row> rows) {

    /** The parts to draw so that every cell of the report in that table stands in one of them. */
    static List<TablePart> of(AnnualReport report, ReportFormat format, ReportFormat.Table table) {
        var parts = new ArrayList<TablePart>();
        for (var clause : clauses(format, table)) {
            var own = table.parts().stream()
                    .filter(part -> Objects.equals(part.clause(), clause))
                    .toList();
            var others = others(format, table)
                    .flatMap(other -> other.parts().stream())
                    .filter(part -> Objects.equals(part.clause(), clause))
                    .toList();
            parts.addAll(ofClause(report, table, own, others));
        }
        return parts;
    }

    private static Stream<ReportFormat.Table> others(ReportFormat format, ReportFormat.Table table) {
        return ReportFormats.official().all().stream()
                .filter(other -> !other.equals(format))
                .flatMap(other -> other.table(table.key()).stream());
    }

    private static Set<@Nullable String> clauses(ReportFormat format, ReportFormat.Table table) {
        var clauses = new LinkedHashSet<@Nullable String>();
        Stream.concat(Stream.of(table), others(format, table))
                .flatMap(each -> each.parts().stream())
                .forEach(part -> clauses.add(part.clause()));
        return clauses;
    }

    private static List<TablePart> ofClause(
            AnnualReport report,
            ReportFormat.Table table,
            List<ReportFormat.Part> own,
            List<ReportFormat.Part> others) {
        for (var part : own) {
            var foreign = foreignCells(report, table, part, others);
            if (foreign.isEmpty()) {
                return List.of(whole(report, table, part));
            }
        }
        var parts = new ArrayList<TablePart>();
        var written = new HashSet<CellKey>();
        for (var part : own) {
            boolean told = keys(table, part.rows(), part.columns()).anyMatch(key -> isTold(report, key));
            boolean coveredElsewhere = others.stream()
                    .map(other -> keys(table, allRows(other), other.columns()).toList())
                    .anyMatch(keys -> keys(table, allRows(part), part.columns())
                            .filter(key -> isTold(report, key))
                            .allMatch(keys::contains));
            if (told && !coveredElsewhere) {
                var drawn = whole(report, table, part);
                keys(table, drawn.rows(), drawn.columns()).forEach(written::add);
                parts.add(drawn);
            }
        }
        for (var part : others) {
            var rows = allRows(part).stream()
                    .filter(row -> keys(table, List.of(row), part.columns()).anyMatch(report.cells()::containsKey))
                    .toList();
            var columns = part.columns().stream()
                    .filter(column -> keys(table, rows, List.of(column))
                            .anyMatch(key -> report.cells().containsKey(key) && !written.contains(key)))
                    .toList();
            if (!columns.isEmpty()) {
                keys(table, rows, columns).forEach(written::add);
                parts.add(new TablePart(part.clause(), part.corner(), columns, rows));
            }
        }
        return parts;
    }

    /** Cells of this report that stand in the others' parts of the same clause and not in this one. */
    private static List<CellKey> foreignCells(
            AnnualReport report, ReportFormat.Table table, ReportFormat.Part part, List<ReportFormat.Part> others) {
        var mine = keys(table, allRows(part), part.columns()).toList();
        return others.stream()
                .flatMap(other -> keys(table, allRows(other), other.columns()))
                .filter(key -> report.cells().containsKey(key) && !mine.contains(key))
                .toList();
    }

    /** The part with all its rows; a single row that the report has in place of several is drawn in their place. */
    private static TablePart whole(AnnualReport report, ReportFormat.Table table, ReportFormat.Part part) {
        var rows = new LinkedHashSet<Row>();
        for (var row : part.rows()) {
            var instead = part.alternatives().stream()
                    .filter(alternative -> alternative.replaces().contains(row.key()))
                    .map(ReportFormat.Alternative::row)
                    .filter(alternative ->
                            keys(table, List.of(alternative), part.columns()).anyMatch(report.cells()::containsKey))
                    .toList();
            rows.addAll(instead);
            if (instead.isEmpty() || keys(table, List.of(row), part.columns()).anyMatch(key -> isTold(report, key))) {
                rows.add(row);
            }
        }
        return new TablePart(part.clause(), part.corner(), part.columns(), List.copyOf(rows));
    }

    private static List<Row> allRows(ReportFormat.Part part) {
        return Stream.concat(part.rows().stream(), part.alternatives().stream().map(ReportFormat.Alternative::row))
                .toList();
    }

    private static Stream<CellKey> keys(ReportFormat.Table table, List<Row> rows, List<Column> columns) {
        return rows.stream().flatMap(row -> columns.stream().map(column -> ReportFormat.key(table, row, column)));
    }

    private static boolean isTold(AnnualReport report, CellKey key) {
        var cell = report.cell(key);
        return cell != null && !cell.equals(Cell.MISSING);
    }

    /** How many grid columns the row labels take. */
    int labelDepth() {
        return rows.stream().mapToInt(row -> row.path().size()).max().orElse(0);
    }

    /** How many rows the column labels take. */
    int headerDepth() {
        return columns.stream().mapToInt(column -> column.path().size()).max().orElse(0);
    }

    int width() {
        return labelDepth() + columns.size();
    }
}
