package gongkai.annualreport.reading;

import gongkai.annualreport.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * Whether values of a stream stand partly beside each other and partly below: then a figure may be the second half of the one above
     * it, and nothing about the row is certain.
     */
    static boolean isScattered(List<Token> values) {
        var lines = new HashSet<Place>();
        int filled = 0;
        for (var value : values) {
            if (!value.isBlank()) {
                lines.add(value.place());
                filled++;
            }
        }
        return lines.size() > 1 && lines.size() < filled;
    }

    /** How many cells hold something. */
    static int filled(List<Token> tokens) {
        int filled = 0;
        for (var token : tokens) {
            filled += token.isBlank() ? 0 : 1;
        }
        return filled;
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

    /** The text of one cell. What kind of text it is, every table asks several times, so the answers are kept. */
    final class Token {
        private final String text;
        private final int column;
        private final Place place;
        private final boolean blank;
        private final boolean value;
        private @Nullable String label;

        /** @param column its column; -1 where unknown */
        Token(String text, int column, Place place) {
            this.text = text;
            this.column = column;
            this.place = place;
            this.blank = Wording.isBlank(text);
            this.value = blank || Figures.isValue(text);
        }

        private Token(Token cell, int column) {
            text = cell.text;
            this.column = column;
            place = cell.place;
            blank = cell.blank;
            value = cell.value;
            label = cell.label;
        }

        String text() {
            return text;
        }

        int column() {
            return column;
        }

        Place place() {
            return place;
        }

        boolean isBlank() {
            return blank;
        }

        boolean isValue() {
            return value;
        }

        /** The bare words of the text; see {@link Wording#label}. */
        String label() {
            if (label == null) {
                label = Wording.label(text);
            }
            return label;
        }

        /** This cell in that column. */
        Token at(int column) {
            return new Token(this, column);
        }

        /** This cell with the rest of its text, which the end of a page cut off. */
        Token with(Token rest) {
            return rest.isBlank() ? this : new Token(isBlank() ? rest.text() : text + rest.text(), column, place);
        }
    }
}
