package gongkai.annualreport.reading;

import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts rows of table three together again that the end of a page cut in two, and labels that are broken over lines or rows. */
final class BrokenRequestRows {
    private static final RequestWords WORDS = RequestWords.OFFICIAL;

    private final List<RequestRow> rows;
    private final Findings out;

    private BrokenRequestRows(List<RequestRow> rows, Findings out) {
        this.rows = rows;
        this.out = out;
    }

    /** Mends the rows in place and notes in {@code out} which of them were joined. */
    static void mend(List<RequestRow> rows, Findings out) {
        var broken = new BrokenRequestRows(rows, out);
        broken.joinRows();
        broken.gatherLabels();
        broken.joinLabels();
    }

    /**
     * Puts a row broken by the end of a page together again, cell by cell: the last row of one table and the first of the next, when their
     * labels together make a known one or the second has none.
     */
    private void joinRows() {
        for (int i = 0; i + 1 < rows.size(); i++) {
            int at = nextOfOtherTable(i);
            if (at < 0) {
                continue;
            }
            var row = rows.get(i);
            var next = rows.get(at);
            boolean unlabelled = next.texts.isEmpty();
            boolean ownRow = !next.exact.isEmpty() && (next.hasNumbers() || !row.exact.isEmpty() || !row.hasNumbers());
            boolean nothing = unlabelled && !next.hasNumbers();
            boolean complete = !row.exact.isEmpty() && !unlabelled && row.isLongExact();
            if (row.texts.isEmpty() || ownRow || nothing || complete) {
                continue;
            }
            var whole = row.with(next);
            boolean fewer = next.filled() < row.filled();
            boolean named = !whole.exact.isEmpty()
                    || likeness(whole.texts.getLast().text())
                            > Math.max(0.85, likeness(row.texts.getLast().text()));
            if (unlabelled ? fewer && !row.exact.isEmpty() : named) {
                rows.set(i, whole);
                rows.remove(at);
                out.note(
                        "READ-JOINED",
                        row.place,
                        "表三“" + Wording.compact(whole.texts.getLast().text()) + "”一行被分页断成两段，已逐格拼接");
            }
        }
    }

    /** The first row of the next table that is not its header, if the row at {@code i} is the last of its table; else -1. */
    private int nextOfOtherTable(int i) {
        if (rows.get(i + 1).table == rows.get(i).table || rows.get(i).values.size() < 3) {
            return -1;
        }
        int at = i + 1;
        boolean restOfLabel = rows.get(i).exact.isEmpty()
                && !rows.get(i).with(rows.get(at)).exact.isEmpty();
        while (!restOfLabel && at < rows.size() && rows.get(at).isHeader()) {
            at++;
        }
        return at < rows.size() && rows.get(at).whole && rows.get(i).whole ? at : -1;
    }

    /**
     * Finds the label of a row among the texts around its values, where the label is broken over lines: its parts come in order, with
     * parts of a group's label between them.
     */
    private void gatherLabels() {
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.values.isEmpty() || row.isLongExact()) {
                continue;
            }
            var texts = new ArrayList<>(row.texts);
            for (int above = i - 1;
                    above >= 0 && i - above <= 4 && rows.get(above).values.isEmpty();
                    above--) {
                texts.addAll(0, rows.get(above).texts);
            }
            int own = texts.size();
            int below = i + 1;
            while (below < rows.size() && below - i <= 4 && texts.size() - own < 12) {
                texts.addAll(rows.get(below).texts);
                if (!rows.get(below++).values.isEmpty()) {
                    break;
                }
            }
            var label = gathered(texts, own, row.exact.isEmpty());
            if (label != null
                    && Wording.label(label).length() > Wording.label(row.label).length()) {
                rows.set(i, row.named(List.of(new Token(label, -1, row.place)), row.place));
            }
        }
    }

    /** The known label whose parts stand among the texts, begun by one of the first {@code own}; null if there is none. */
    private static @Nullable String gathered(List<Token> texts, int own, boolean below) {
        int end = below ? texts.size() : own;
        for (int from = own - 1; from >= 0 && own - from <= 8; from--) {
            var begin = texts.get(from).label();
            if (begin.length() < 3 || WORDS.isGroup(begin)) {
                continue;
            }
            for (var wording : WORDS.rowWordings()) {
                if (wording.length() > begin.length() && wording.startsWith(begin) && !WORDS.isGroup(wording)) {
                    int at = begin.length();
                    for (int k = from + 1; k < end && at < wording.length(); k++) {
                        var part = texts.get(k).label();
                        at += !part.isEmpty() && wording.startsWith(part, at) ? part.length() : 0;
                    }
                    if (at == wording.length()) {
                        return wording;
                    }
                }
            }
            // A label whose bracketed note is broken is whole already in its first part.
            boolean openNote = from < own - 1
                    && !WORDS.rowsExactly(begin).isEmpty()
                    && opensNote(texts.get(from).text());
            if (openNote) {
                return begin;
            }
        }
        return null;
    }

    private static boolean opensNote(String text) {
        var plain = Wording.halfWidth(text);
        return plain.lastIndexOf('(') > plain.lastIndexOf(')');
    }

    /** Puts a label broken over two rows together again; one of the two has the values. */
    private void joinLabels() {
        for (int i = 0; i + 1 < rows.size(); i++) {
            var row = rows.get(i);
            var next = rows.get(i + 1);
            boolean both = row.hasNumbers() && next.hasNumbers();
            boolean either = row.texts.isEmpty() || next.texts.isEmpty();
            if (both
                    || either
                    || (!row.exact.isEmpty() && !next.exact.isEmpty())
                    || (row.values.isEmpty() && next.values.isEmpty())) {
                continue;
            }
            var whole = row.texts.getLast().text() + next.texts.getFirst().text();
            double alone = Math.max(
                    likeness(row.texts.getLast().text()),
                    likeness(next.texts.getLast().text()));
            double together = likeness(whole);
            if (together > 0.8
                    && together > alone + 0.05
                    && !(row.isLongExact() && !next.values.isEmpty())
                    && !next.isLongExact()) {
                if (i > 0 && row.hasNumbers() && isWithoutFigures(rows.get(i - 1))) {
                    rows.remove(i--);
                    continue;
                }
                var texts = new ArrayList<>(row.texts);
                texts.removeLast();
                texts.add(new Token(whole, -1, row.texts.getLast().place()));
                boolean first = row.hasNumbers() || next.values.isEmpty();
                var valued = first ? row : next;
                rows.set(i, valued.named(texts, row.place));
                rows.remove(i + 1);
                out.note("READ-JOINED", row.place, "表三“" + Wording.compact(whole) + "”一行被分成两段，已拼接");
            }
        }
    }

    /** Whether a row has its whole label and no cells: figures below it beside half a label may be its own. */
    private static boolean isWithoutFigures(RequestRow row) {
        return row.isLongExact()
                && row.values.isEmpty()
                && !WORDS.isGroup(row.texts.getLast().label());
    }

    private static double likeness(String text) {
        return WORDS.likeness(Wording.label(text));
    }
}
