package gongkai.annualreport.reading;

import gongkai.annualreport.Place;
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

    /**
     * The text of one cell.
     *
     * @param column its column; -1 where unknown
     */
    record Token(String text, int column, Place place) {
        boolean isBlank() {
            return Wording.isBlank(text);
        }

        boolean isValue() {
            return Figures.isValue(text);
        }
    }
}
