package gongkai.annualreport.opening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds each cell's column in a page's table, as browsers do: cells fill the columns left free by cells that span rows. */
final class HtmlTable {
    private static final int MAX_COLUMNS = 1000;
    private static final int MAX_ROWS = 20_000;

    /** By column: the cell that spans into the coming rows, and how many rows are left of it. */
    private DraftTable.@Nullable Cell[] spanning = new DraftTable.@Nullable Cell[16];

    private int[] rowsLeft = new int[16];
    private final List<DraftTable.Row> rows = new ArrayList<>();
    private DraftTable.@Nullable Row row;
    private @Nullable Element rowElement;
    private @Nullable Element cellElement;
    private int column;

    /** Whether a row may begin: styles can put rows where there is no place for one. */
    boolean takesRow() {
        return rowElement == null;
    }

    boolean takesCell() {
        return rowElement != null && cellElement == null;
    }

    boolean isRow(Element element) {
        return rowElement == element;
    }

    boolean isCell(Element element) {
        return cellElement == element;
    }

    void beginRow(DraftTable.Row begun, Element element) {
        row = begun;
        rowElement = element;
        column = 0;
    }

    int nextColumn() {
        while (column < rowsLeft.length && rowsLeft[column] > 0) {
            column++;
        }
        return column;
    }

    void beginCell(DraftTable.Cell cell, Element element) {
        cellElement = element;
        if (element.attributesSize() > 0) {
            var attributes = element.attributes();
            cell.columnSpan = Math.clamp(HtmlStyle.integer(attributes.get("colspan"), 1), 1, MAX_COLUMNS);
            int rowSpan = HtmlStyle.integer(attributes.get("rowspan"), 1);
            // 0 means to the end of the group, which is cut there
            cell.rowSpan = rowSpan == 0 ? MAX_ROWS : Math.min(rowSpan, MAX_ROWS);
        }
        column = Math.min(column + cell.columnSpan, MAX_COLUMNS);
        if (column > rowsLeft.length) {
            rowsLeft = Arrays.copyOf(rowsLeft, column * 2);
            spanning = Arrays.copyOf(spanning, column * 2);
        }
        for (var c = cell.column; c < column; c++) {
            // One more than remain below: the end of this row takes one off
            rowsLeft[c] = Math.max(rowsLeft[c], cell.rowSpan);
            spanning[c] = cell;
        }
    }

    void endCell() {
        cellElement = null;
    }

    /** Whether the row is one: a row without cells that no cell from above reaches into is not seen. */
    boolean endRow() {
        if (row == null) {
            return true;
        }
        var ended = row;
        row = null;
        rowElement = null;
        var filled = 0;
        var last = 0;
        for (var c = 0; c < rowsLeft.length; c++) {
            if (rowsLeft[c] > 0) {
                filled++;
                last = c + 1;
                rowsLeft[c]--;
            }
        }
        if (filled == 0) {
            return false;
        }
        ended.width = filled == last ? last : -1;
        rows.add(ended);
        return true;
    }

    /** Cells do not span beyond their group of rows. */
    void endGroup() {
        for (var c = 0; c < rowsLeft.length; c++) {
            var cell = spanning[c];
            if (rowsLeft[c] > 0 && cell != null && cell.column == c) {
                cell.rowSpan = Math.max(1, cell.rowSpan - rowsLeft[c]);
            }
            rowsLeft[c] = 0;
        }
    }

    void end() {
        endGroup();
        // A lone cell that spans more columns than there are spans all there are
        var width = 0;
        for (var each : rows) {
            width = each.cells.size() > 1 ? Math.max(width, each.width) : width;
        }
        for (var each : rows) {
            if (each.cells.size() == 1 && each.width > width && each.cells.getFirst().column < width) {
                var cell = each.cells.getFirst();
                cell.columnSpan = width - cell.column;
                each.width = width;
            }
        }
    }
}
