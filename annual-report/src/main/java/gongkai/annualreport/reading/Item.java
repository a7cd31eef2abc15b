package gongkai.annualreport.reading;

import gongkai.annualreport.Place;
import java.util.ArrayList;
import java.util.List;

/** A document as the recogniser walks it: lines of prose, tables, pictures. */
sealed interface Item {
    Place place();

    record Line(String text, Place place) implements Item {}

    /** @param aligned whether the tokens' columns can be trusted */
    record Table(List<TableRow> rows, boolean aligned, Place place) implements Item {}

    record Image(Place place) implements Item {}

    /**
     * One row of a table.
     *
     * @param whole whether the row's ends are known; false where rows were made from a stream of cells
     */
    record TableRow(List<Token> tokens, boolean whole, Place place) {
        public TableRow {
            tokens = List.copyOf(tokens);
        }
    }

    /** A row and the part of it that the end of a page cut off, cell by cell from the right: columns are counted anew on each page. */
    static List<Token> joined(List<Token> row, List<Token> rest) {
        var cells = new ArrayList<>(row);
        for (int i = 1; i <= rest.size(); i++) {
            var part = rest.get(rest.size() - i);
            int at = cells.size() - i;
            if (at >= 0) {
                cells.set(at, cells.get(at).with(part));
            }
        }
        return cells;
    }

    /**
     * The text of one cell.
     *
     * @param column its column; -1 where unknown
     */
    record Token(String text, int column, Place place) {
        boolean isBlank() {
            return Wording.isBlank(text);
        }

        /** This cell with the rest of its text, which the end of a page cut off. */
        Token with(Token rest) {
            return rest.isBlank() ? this : new Token(isBlank() ? rest.text() : text + rest.text(), column, place);
        }

        boolean isValue() {
            return Figures.isValue(text);
        }
    }
}
