package gongkai.annualreport.opening;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormat.Column;
import gongkai.annualreport.ReportFormat.Part;
import gongkai.annualreport.ReportFormat.Row;
import gongkai.annualreport.document.Block.Grid;
import gongkai.annualreport.document.Block.GridCell;
import gongkai.annualreport.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** The official tables of a format as a page of HTML, with figures drawn by lot, and what an opener must find in them. */
final class OfficialTables {
    private static final Pattern FIGURE = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final Random lot;
    private final StringBuilder html = new StringBuilder();
    /** Row by row, the figures left to right. */
    private final List<List<String>> figures = new ArrayList<>();

    private OfficialTables(long seed) {
        lot = new Random(seed);
    }

    static OfficialTables of(ReportFormat format, long seed) {
        var tables = new OfficialTables(seed);
        for (var table : format.tables()) {
            tables.html.append("<p>").append(table.name()).append("：填写情况如下。</p>\n<table>\n");
            int width = table.parts().stream()
                    .mapToInt(part -> labelColumns(part) + part.columns().size())
                    .max()
                    .orElseThrow();
            for (var part : table.parts()) {
                tables.part(part, width);
            }
            tables.html.append("</table>\n");
        }
        return tables;
    }

    /** @param style what stands in the style element */
    String html(String style) {
        return "<html><head><meta charset=\"utf-8\"/><title>年度报告</title><style>" + style + "</style></head><body>\n"
                + html + "</body></html>";
    }

    private static int labelColumns(Part part) {
        int deepest =
                part.rows().stream().mapToInt(row -> row.path().size()).max().orElse(0);
        return part.corner() == null ? deepest : Math.max(1, deepest);
    }

    private void part(Part part, int width) {
        int labels = labelColumns(part);
        int spare = width - labels - part.columns().size();
        if (part.clause() != null) {
            html.append("<tr>").append(cell(part.clause(), 1, width)).append("</tr>\n");
        }
        int depth = part.columns().stream()
                .mapToInt(column -> column.path().size())
                .max()
                .orElse(1);
        for (int level = 0; level < depth; level++) {
            html.append("<tr>");
            if (level == 0 && labels > 0) {
                html.append(cell(part.corner() == null ? "" : part.corner(), depth, labels));
            }
            header(part.columns(), level, depth, spare);
            html.append("</tr>\n");
        }
        for (int i = 0; i < part.rows().size(); i++) {
            row(part, i, labels, spare);
        }
    }

    private void header(List<Column> columns, int level, int depth, int spare) {
        for (int i = 0; i < columns.size(); ) {
            var path = columns.get(i).path();
            int end = i + 1;
            if (path.size() > level) {
                var prefix = path.subList(0, level + 1);
                while (end < columns.size()
                        && path.size() > level + 1
                        && columns.get(end).path().size() > level
                        && columns.get(end).path().subList(0, level + 1).equals(prefix)) {
                    end++;
                }
                int down = path.size() == level + 1 ? depth - level : 1;
                int across = end - i + (end == columns.size() ? spare : 0);
                html.append(cell(path.get(level), down, across));
            }
            i = end;
        }
    }

    private void row(Part part, int index, int labels, int spare) {
        html.append("<tr>");
        var path = part.rows().get(index).path();
        for (int level = 0; level < path.size(); level++) {
            boolean last = level == path.size() - 1;
            if (last || !sharesPath(part.rows(), index - 1, path, level)) {
                int down = 1;
                while (!last && sharesPath(part.rows(), index + down, path, level)) {
                    down++;
                }
                html.append(cell(path.get(level), down, last ? labels - level : 1));
            }
        }
        var row = new ArrayList<String>();
        for (int i = 0; i < part.columns().size(); i++) {
            var figure = figure();
            row.add(figure);
            html.append(cell(figure, 1, i == part.columns().size() - 1 ? 1 + spare : 1));
        }
        figures.add(row);
        html.append("</tr>\n");
    }

    private static boolean sharesPath(List<Row> rows, int index, List<String> path, int level) {
        return index >= 0
                && index < rows.size()
                && rows.get(index).path().size() > level + 1
                && rows.get(index).path().subList(0, level + 1).equals(path.subList(0, level + 1));
    }

    private String figure() {
        return switch (lot.nextInt(6)) {
            case 0 -> String.valueOf(lot.nextInt(20_000));
            case 1 -> String.valueOf(lot.nextInt(300));
            case 2, 3 -> String.valueOf(lot.nextInt(10));
            default -> "0";
        };
    }

    private static String cell(String text, int down, int across) {
        var figure = FIGURE.matcher(text).matches() ? " class=\"figure\"" : "";
        return "<td rowspan=\"%d\" colspan=\"%d\"%s>%s</td>".formatted(down, across, figure, text);
    }

    List<List<String>> figures() {
        return figures;
    }

    /** Every figure stands in the grids, in its row and order, and in one table a column's figures stand below each other. */
    void assertStandIn(Document document) {
        var found = new ArrayList<List<String>>();
        List<Integer> lastColumns = List.of();
        for (var block : document.blocks()) {
            if (block instanceof Grid grid) {
                for (var row : grid.rows()) {
                    var cells = row.cells().stream()
                            .filter(cell -> FIGURE.matcher(cell.text()).matches())
                            .toList();
                    if (!cells.isEmpty()) {
                        found.add(cells.stream().map(GridCell::text).toList());
                        var columns = cells.stream().map(GridCell::column).toList();
                        if (columns.size() == 7 && lastColumns.size() == 7) {
                            assertThat(columns).isEqualTo(lastColumns);
                        }
                        lastColumns = columns;
                    }
                }
            }
        }
        assertThat(found).isEqualTo(figures);
    }
}
