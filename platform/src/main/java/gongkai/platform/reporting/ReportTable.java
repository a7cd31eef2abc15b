package gongkai.platform.reporting;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.writing.LayoutTable;
import gongkai.annualreport.writing.ReportWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table of a report as its page draws it: exactly the official layout.
 *
 * @param key {@code t2}, {@code t3} or {@code t4}
 * @param headerRows how many rows at the top are its header
 */
public record ReportTable(String key, String name, int headerRows, List<List<Drawn>> rows) {
    /**
     * A cell of the grid.
     *
     * @param cell which figure it shows, null for a label
     * @param label what the figure is, in the words of the form, for those who cannot see its row and column
     */
    public record Drawn(
            String text,
            int rowSpan,
            int columnSpan,
            String css,
            @Nullable CellKey cell,
            String label) {}

    /** Draws a table of the report. The figures stand in the grid in the order of the official form. */
    public static ReportTable of(AnnualReport report, ReportFormat format, String table) {
        var drawn = ReportWriter.tables(report).stream()
                .filter(each -> each.key().equals(table))
                .findFirst()
                .orElseThrow();
        var keys = format.cells(report.cells().keySet()).stream()
                .filter(key -> key.table().equals(table))
                .iterator();
        var rows = new ArrayList<List<Drawn>>();
        for (var row : drawn.rows()) {
            rows.add(row.stream().map(cell -> drawn(cell, keys, format)).toList());
        }
        if (keys.hasNext()) {
            throw new IllegalStateException("no place for " + keys.next());
        }
        return new ReportTable(table, drawn.name(), drawn.headerRows(), List.copyOf(rows));
    }

    private static Drawn drawn(LayoutTable.LayoutCell cell, Iterator<CellKey> keys, ReportFormat format) {
        var key = cell.isLabel() ? null : keys.next();
        return new Drawn(
                cell.text(),
                cell.rowSpan(),
                cell.columnSpan(),
                cell.role().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                key,
                key == null ? "" : label(format, key));
    }

    /** What a cell is, in the words of the form, for example 一、本年新收政府信息公开申请数量 · 自然人. */
    public static String label(ReportFormat format, CellKey key) {
        for (var table : format.tables()) {
            for (var part : table.parts()) {
                for (var row : part.rows()) {
                    for (var column : part.columns()) {
                        if (ReportFormat.key(table, row, column).equals(key)) {
                            return row.key().isEmpty()
                                    ? String.join(" · ", column.path())
                                    : row.label() + " · " + column.label();
                        }
                    }
                }
            }
        }
        return key.toString();
    }
}
