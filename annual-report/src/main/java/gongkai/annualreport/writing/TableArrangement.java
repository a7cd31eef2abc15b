package gongkai.annualreport.writing;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.writing.LayoutTable.LayoutCell;
import gongkai.annualreport.writing.LayoutTable.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws one table of a format with a report's figures: labels that several rows or columns share become one merged cell. */
final class TableArrangement {
    private final AnnualReport report;
    private final ReportFormat.Table table;
    private final List<TablePart> parts;
    private final int labelDepth;
    private final int width;
    private final List<List<LayoutCell>> rows = new ArrayList<>();

    private TableArrangement(AnnualReport report, ReportFormat.Table table, List<TablePart> parts) {
        this.report = report;
        this.table = table;
        this.parts = parts;
        this.labelDepth = parts.stream().mapToInt(TablePart::labelDepth).max().orElse(0);
        this.width = parts.stream().mapToInt(TablePart::width).max().orElse(0);
    }

    static LayoutTable of(AnnualReport report, ReportFormat format, ReportFormat.Table table) {
        var parts = TablePart.of(report, format, table);
        return new TableArrangement(report, table, parts).draw(name(format, table));
    }

    private static String name(ReportFormat format, ReportFormat.Table table) {
        return format.sections().stream()
                .filter(section -> section.key() == table.section())
                .findFirst()
                .map(section -> table.name() + " " + section.title())
                .orElse(table.name());
    }

    private LayoutTable draw(String name) {
        for (var part : parts) {
            if (part.clause() != null) {
                row().add(LayoutCell.label(rows.size() - 1, 0, 1, width, Role.CLAUSE, part.clause()));
            }
            header(part);
            body(part);
        }
        boolean oneHeader = parts.size() == 1 && parts.getFirst().clause() == null;
        return new LayoutTable(
                table.key(), name, widths(), oneHeader ? parts.getFirst().headerDepth() : 0, rows);
    }

    private List<LayoutCell> row() {
        rows.add(new ArrayList<>());
        return rows.getLast();
    }

    private void header(TablePart part) {
        int top = rows.size();
        int depth = part.headerDepth();
        for (int level = 0; level < depth; level++) {
            var row = row();
            if (level == 0 && labelDepth > 0) {
                var corner = part.corner() == null ? "" : part.corner();
                row.add(LayoutCell.label(top, 0, depth, labelDepth, Role.CORNER, corner));
            }
            for (int from = 0; from < part.columns().size(); ) {
                var path = part.columns().get(from).path();
                int to = from + 1;
                while (to < part.columns().size()
                        && sharesLabel(path, part.columns().get(to).path(), level)) {
                    to++;
                }
                if (level < path.size()) {
                    boolean last = level == path.size() - 1;
                    row.add(LayoutCell.label(
                            top + level,
                            gridColumn(from),
                            last ? depth - level : 1,
                            gridColumn(to, part) - gridColumn(from),
                            Role.COLUMN_LABEL,
                            path.get(level)));
                }
                from = to;
            }
        }
    }

    private void body(TablePart part) {
        int top = rows.size();
        for (int index = 0; index < part.rows().size(); index++) {
            var row = row();
            var path = part.rows().get(index).path();
            for (int level = 0; level < path.size(); level++) {
                if (index > 0 && sharesLabel(path, part.rows().get(index - 1).path(), level)) {
                    continue;
                }
                int to = index + 1;
                while (to < part.rows().size()
                        && sharesLabel(path, part.rows().get(to).path(), level)) {
                    to++;
                }
                boolean last = level == path.size() - 1;
                row.add(LayoutCell.label(
                        top + index,
                        level,
                        to - index,
                        last ? labelDepth - level : 1,
                        Role.ROW_LABEL,
                        path.get(level)));
            }
            for (int column = 0; column < part.columns().size(); column++) {
                row.add(LayoutCell.value(
                        top + index,
                        gridColumn(column),
                        gridColumn(column + 1, part) - gridColumn(column),
                        cell(part, index, column)));
            }
        }
    }

    private Cell cell(TablePart part, int row, int column) {
        @Nullable
        Cell cell = report.cell(
                ReportFormat.key(table, part.rows().get(row), part.columns().get(column)));
        return cell == null ? Cell.MISSING : cell;
    }

    /** Whether both paths go through the same label at that level, and for neither is it the last. */
    private static boolean sharesLabel(List<String> path, List<String> other, int level) {
        return level < path.size() - 1
                && level < other.size() - 1
                && path.subList(0, level + 1).equals(other.subList(0, level + 1));
    }

    private int gridColumn(int column) {
        return labelDepth + column;
    }

    /** The grid column where a part's column begins; the last column of a narrow part reaches to the table's edge. */
    private int gridColumn(int column, TablePart part) {
        return column == part.columns().size() ? width : gridColumn(column);
    }

    private List<Integer> widths() {
        var labels = switch (labelDepth) {
            case 0 -> List.<Integer>of();
            case 1 -> List.of(300);
            case 2 -> List.of(100, 300);
            default -> List.of(70, 110, 260);
        };
        int rest = 1000 - labels.stream().mapToInt(Integer::intValue).sum();
        var widths = new ArrayList<>(labels);
        int values = width - labelDepth;
        for (int i = 0; i < values; i++) {
            widths.add(rest * (i + 1) / values - rest * i / values);
        }
        return widths;
    }
}
