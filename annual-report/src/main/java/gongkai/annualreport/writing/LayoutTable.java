package gongkai.annualreport.writing;

import gongkai.annualreport.Cell;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is drawn: a full grid, every place covered by exactly one cell.
 *
 * @param key {@code t2}, {@code t3} or {@code t4}
 * @param name the name of the table and the title of its section, for those who cannot see it
 * @param columnWidths the widths of the grid's columns, in thousandths of the table's
 * @param headerRows how many rows at the top belong to the header and are repeated on the next page; 0 where the header changes
 *     from part to part
 * @param rows the cells by the row they begin in, left to right
 */
public record LayoutTable(
        String key, String name, List<Integer> columnWidths, int headerRows, List<List<LayoutCell>> rows) {
    public LayoutTable {
        columnWidths = List.copyOf(columnWidths);
        rows = rows.stream().map(List::copyOf).toList();
    }

    public int columns() {
        return columnWidths.size();
    }

    /** What a cell is for. */
    public enum Role {
        /** {@code 第二十条第（一）项}: heads a part, across the whole width. */
        CLAUSE,
        CORNER,
        COLUMN_LABEL,
        ROW_LABEL,
        VALUE
    }

    /** @param value what stands in a cell of the role {@link Role#VALUE}; null for labels */
    public record LayoutCell(
            int row,
            int column,
            int rowSpan,
            int columnSpan,
            Role role,
            String text,
            @Nullable Cell value) {
        static LayoutCell label(int row, int column, int rowSpan, int columnSpan, Role role, String text) {
            return new LayoutCell(row, column, rowSpan, columnSpan, role, text, null);
        }

        static LayoutCell value(int row, int column, int columnSpan, Cell value) {
            return new LayoutCell(row, column, 1, columnSpan, Role.VALUE, shown(value), value);
        }

        public boolean isLabel() {
            return role != Role.VALUE;
        }

        boolean covers(int otherRow, int otherColumn) {
            return row <= otherRow
                    && otherRow < row + rowSpan
                    && column <= otherColumn
                    && otherColumn < column + columnSpan;
        }

        /** How many characters a plain number takes; 0 for a cell that holds anything else. */
        int digits() {
            return number() == null ? 0 : text.length();
        }

        /** The number, if the cell holds a plain one. */
        @Nullable
        BigDecimal number() {
            return value instanceof Cell.Figure figure && figure.raw() == null ? figure.value() : null;
        }

        /** A cell's text on the page. A cell that is not there is marked, for an empty one would read as blank. */
        private static String shown(Cell cell) {
            return switch (cell) {
                case Cell.Figure figure ->
                    figure.raw() != null ? figure.raw() : figure.value().toPlainString();
                case Cell.Words words -> words.raw();
                case Cell.Blank ignored -> "";
                case Cell.Missing ignored -> ReportWriter.MISSING_MARK;
            };
        }
    }
}
