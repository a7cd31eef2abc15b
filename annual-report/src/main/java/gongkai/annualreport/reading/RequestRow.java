package gongkai.annualreport.reading;

import gongkai.annualreport.Place;
import gongkai.annualreport.reading.Item.Token;
import java.util.List;

/** A row of table three as the file has it: the texts before its values, the values, and which rows of the formats it may be. */
final class RequestRow {
    private static final RequestWords WORDS = RequestWords.OFFICIAL;

    final List<Token> texts;
    final List<Token> values;
    final int table;
    final int labelAt;
    final boolean aligned;
    final boolean whole;
    final Place place;
    /** Positions of the rows of the formats that have exactly its {@link #label}. */
    final List<Integer> exact;
    /** Those of the texts that are the label of a known row, empty where none are. */
    final String label;

    private final boolean longExact;

    RequestRow(
            List<Token> texts,
            List<Token> values,
            int table,
            int labelAt,
            boolean aligned,
            boolean whole,
            Place place) {
        this.texts = texts;
        this.values = values;
        this.table = table;
        this.labelAt = labelAt;
        this.aligned = aligned;
        this.whole = whole;
        this.place = place;
        int last = texts.size() - 1;
        var joined = "";
        List<Integer> found = List.of();
        for (int i = last; i >= 0 && last - i < 8 && found.isEmpty(); i--) {
            joined = i == last ? texts.get(i).text() : texts.get(i).text() + joined;
            found = WORDS.rowsExactly(i == last ? texts.get(i).label() : Wording.label(joined));
        }
        this.exact = found;
        this.label = found.isEmpty() ? "" : joined;
        this.longExact = !found.isEmpty() && Wording.label(label).length() > 3;
    }

    boolean hasNumbers() {
        for (var token : values) {
            if (!token.isBlank()) {
                return true;
            }
        }
        return false;
    }

    int filled() {
        return Item.filled(values);
    }

    /** Whether its label alone makes it a known row: short ones are parts of longer labels too. */
    boolean isLongExact() {
        return longExact;
    }

    boolean isHeader() {
        for (var text : texts) {
            if (!text.label().isEmpty() && !WORDS.isHeader(text.label())) {
                return false;
            }
        }
        return !texts.isEmpty();
    }

    /** The same values under other texts. */
    RequestRow named(List<Token> other, Place at) {
        return new RequestRow(other, values, table, labelAt, aligned, whole, at);
    }

    /** This row with the rest of its cells, which the end of a page cut off. */
    RequestRow with(RequestRow rest) {
        return new RequestRow(
                Item.joined(texts, rest.texts),
                Item.joined(values, rest.values),
                table,
                labelAt,
                aligned,
                whole,
                place);
    }

    /** Those of the texts, from the last one on, that are most like the label of a known row. */
    String closest(KnownRow known) {
        var best = texts.getLast().text();
        double most = 0;
        var joined = "";
        for (int i = texts.size() - 1; i >= 0; i--) {
            joined = texts.get(i).text() + joined;
            double alike = Wording.likeness(Wording.label(joined), known.label(), 0.3);
            if (alike > most) {
                most = alike;
                best = joined;
            }
        }
        return best;
    }
}
