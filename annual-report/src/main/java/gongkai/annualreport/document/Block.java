package gongkai.annualreport.document;

import gongkai.annualreport.Place;
import java.util.List;

/** One thing on the page. */
public sealed interface Block {
    Place place();

    /**
     * A paragraph, or one line of a text file. The text is as it stands: tabs, no-break spaces and ideographic spaces are kept, for a
     * text file may draw its tables with them. It holds no line break; a forced break inside a paragraph makes two paragraphs.
     */
    record Paragraph(String text, Place place) implements Block {}

    /**
     * A table that the file itself marks as one.
     *
     * @param rows top to bottom; a cell that spans rows stands in the first of them only
     * @param aligned whether {@link GridCell#column} can be trusted: true where the file tells which column each cell is in (ruled
     *     lines, sheet columns, spans that fill every row), false where rows are of different widths
     */
    record Grid(List<GridRow> rows, boolean aligned, Place place) implements Block {
        public Grid {
            rows = List.copyOf(rows);
        }
    }

    /** A picture large enough to hold text, which nobody here can read. */
    record Picture(Place place) implements Block {}

    /** One row: only the cells that begin in it, left to right. */
    record GridRow(List<GridCell> cells, Place place) {
        public GridRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param text as it stands, with {@code \n} between lines
     * @param column the first column it covers, from 0
     * @param columnSpan how many columns it covers, at least 1
     * @param rowSpan how many rows it covers, at least 1
     */
    record GridCell(String text, int column, int columnSpan, int rowSpan, Place place) {}
}
