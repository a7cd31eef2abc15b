package gongkai.annualreport.reading;

import gongkai.annualreport.reading.Item.TableRow;
import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers the rows of table three from those of the file: several may stand in one line, and some have lost all but their label. */
final class RequestRows {
    private static final RequestWords WORDS = RequestWords.OFFICIAL;

    final List<RequestRow> rows = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private String headerText = "";
    private boolean inRows;

    /** Takes in one row of the file. */
    void take(TableRow row, boolean aligned, int table) {
        var tokens = row.tokens();
        for (int i = 0; i < tokens.size() && !inRows; i++) {
            if (!tokens.get(i).isValue()) {
                header(tokens.get(i).label());
            }
        }
        int from = 0;
        while (from < tokens.size()) {
            from = takeSegment(row, from, aligned, table);
        }
    }

    /** Notes the columns a text of the header names; a label broken over two lines names its column by its first part. */
    private void header(String bare) {
        inRows = bare.length() > 3 && !WORDS.rowsExactly(bare).isEmpty();
        if (inRows || bare.length() < 2) {
            return;
        }
        headerText += bare;
        WORDS.columns().forEach((key, wordings) -> {
            for (var wording : wordings) {
                if (wording.equals(bare) || (bare.length() > 2 && wording.startsWith(bare))) {
                    columns.add(key);
                }
            }
        });
    }

    /** Takes the labels and values from {@code from} on, up to the next row's label in the same line; returns where that is. */
    private int takeSegment(TableRow row, int from, boolean aligned, int table) {
        var tokens = row.tokens();
        int firstNumber = from;
        while (firstNumber < tokens.size()
                && (tokens.get(firstNumber).isBlank()
                        || !tokens.get(firstNumber).isValue())) {
            firstNumber++;
        }
        int labelEnd = labelEnd(row, from, firstNumber);
        var texts = new ArrayList<Token>();
        for (int i = from; i < labelEnd; i++) {
            if (!tokens.get(i).isBlank() && !repeats(texts, tokens.get(i))) {
                texts.add(tokens.get(i));
            }
        }
        int end = labelEnd;
        boolean valued = false;
        while (end < tokens.size()) {
            var token = tokens.get(end);
            boolean next = valued
                    && !token.isValue()
                    && !WORDS.rowsExactly(token.label()).isEmpty();
            if (next || (!row.whole() && !token.isValue())) {
                break;
            }
            valued |= !token.isBlank() && token.isValue();
            end++;
        }
        if (!row.whole()) {
            bareRows(texts, table, row);
        }
        var place = texts.isEmpty() ? row.place() : texts.getLast().place();
        var taken = new RequestRow(
                texts, List.copyOf(tokens.subList(labelEnd, end)), table, labelEnd - from, aligned, row.whole(), place);
        if (!texts.isEmpty() || taken.hasNumbers()) {
            rows.add(taken);
        }
        return Math.max(end, from + 1);
    }

    /** Whether a text is the one before it once more: some programs write a merged cell's text into every cell it covers. */
    private static boolean repeats(List<Token> texts, Token token) {
        return !texts.isEmpty() && Wording.compact(texts.getLast().text()).equals(Wording.compact(token.text()));
    }

    /** In a stream, a row whose cells are all empty leaves only its label, in front of the next row's. */
    private void bareRows(List<Token> texts, int table, TableRow row) {
        for (int i = 0; i < texts.size() - 1; i++) {
            var bare = texts.get(i).label();
            boolean group = WORDS.isGroup(bare) || WORDS.isHeader(bare);
            if (!group && !WORDS.rowsExactly(bare).isEmpty()) {
                rows.add(new RequestRow(List.of(texts.get(i)), List.of(), table, 0, false, false, row.place()));
            }
        }
    }

    /**
     * The position after the row's label: after the last text; or after an earlier one that is a known label of a single row, where
     * exactly the cells of the format's columns follow, for then words stand in place of figures.
     */
    private static int labelEnd(TableRow row, int from, int firstNumber) {
        var tokens = row.tokens();
        int lastText = from;
        for (int i = firstNumber - 1; i >= from; i--) {
            if (tokens.get(i).isBlank()) {
                continue;
            }
            boolean last = lastText == from;
            lastText = last ? i + 1 : lastText;
            boolean wordsFollow =
                    row.whole() && tokens.size() - i - 1 == WORDS.columns().size();
            if (!last && !wordsFollow) {
                continue;
            }
            var joined = "";
            for (int k = i; k >= from && i - k < 6; k--) {
                joined = k == i ? tokens.get(k).text() : tokens.get(k).text() + joined;
                var bare = k == i ? tokens.get(k).label() : Wording.label(joined);
                if (!WORDS.rowsExactly(bare).isEmpty() && (last || !WORDS.isGroup(bare))) {
                    return i + 1;
                }
            }
        }
        return lastText;
    }

    /** Whether the header names the column. */
    boolean isNamed(String column) {
        return columns.contains(column)
                || WORDS.columns().getOrDefault(column, List.of()).stream().anyMatch(headerText::contains);
    }

    /** Whether the file has a header at all. */
    boolean namesColumns() {
        return !columns.isEmpty();
    }
}
