package gongkai.annualreport.reading;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.Place;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.reading.Item.TableRow;
import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Table three (收到和处理政府信息公开申请情况): some twenty-five rows under a header of three lines. The rows of the file are matched to those of the
 * formats in order, so that a damaged label is known by its neighbours.
 */
final class RequestTable {
    private static final Vocabulary WORDS = Vocabulary.OFFICIAL;
    private static final double ALIKE = 0.55;

    /** A row of the file: the texts before its values, the values, and which rows of the formats it may be. */
    private static final class Row {
        final List<Token> texts;
        final List<Token> values;
        final int table;
        final int labelAt;
        final boolean aligned;
        final boolean whole;
        final Place place;
        final List<Integer> exact;
        final String label;

        Row(
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
            var joined = "";
            List<Integer> found = List.of();
            String name = "";
            for (int i = texts.size() - 1; i >= 0 && texts.size() - i <= 8 && found.isEmpty(); i--) {
                joined = texts.get(i).text() + joined;
                found = WORDS.requestRowsExactly(Wording.label(joined));
                name = found.isEmpty() ? name : joined;
            }
            this.exact = found;
            this.label = name;
        }

        boolean hasNumbers() {
            for (var token : values) {
                if (!token.isBlank()) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final Map<Row, Integer> matches = new LinkedHashMap<>();
    private String headerText = "";
    private boolean seen;
    private boolean inRows;

    /** Whether the figures of a stream stand apart from their labels, as when a page was copied column by column. */
    private boolean apart;

    boolean isSeen() {
        return seen;
    }

    boolean isEmpty() {
        return matches.isEmpty();
    }

    /** Takes in one row of the file. */
    void take(TableRow row, boolean aligned, int table) {
        seen = true;
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
        inRows = bare.length() > 3 && !WORDS.requestRowsExactly(bare).isEmpty();
        if (inRows || bare.length() < 2) {
            return;
        }
        headerText += bare;
        WORDS.requestColumns().forEach((key, wordings) -> {
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
                    && !WORDS.requestRowsExactly(token.label()).isEmpty();
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
        var taken = new Row(
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
            boolean group = WORDS.isRequestGroup(bare) || WORDS.isRequestHeader(bare);
            if (!group && !WORDS.requestRowsExactly(bare).isEmpty()) {
                rows.add(new Row(List.of(texts.get(i)), List.of(), table, 0, false, false, row.place()));
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
            boolean wordsFollow = row.whole()
                    && tokens.size() - i - 1 == WORDS.requestColumns().size();
            if (!last && !wordsFollow) {
                continue;
            }
            var joined = "";
            for (int k = i; k >= from && i - k < 6; k--) {
                joined = tokens.get(k).text() + joined;
                var bare = k == i ? tokens.get(k).label() : Wording.label(joined);
                if (!WORDS.requestRowsExactly(bare).isEmpty() && (last || !WORDS.isRequestGroup(bare))) {
                    return i + 1;
                }
            }
        }
        return lastText;
    }

    /** Matches the rows of the file to those of the formats. */
    void match(Findings out) {
        joinBrokenRows(out);
        gatherLabels();
        joinBrokenLabels(out);
        for (var row : rows) {
            apart |= !row.whole && filled(row) > WORDS.requestColumns().size() + 1;
        }
        if (apart) {
            rows.removeIf(row -> row.values.isEmpty());
        }
        var candidates = new ArrayList<Row>();
        for (var row : rows) {
            boolean named = !row.whole && !row.exact.isEmpty() && !row.texts.isEmpty();
            if (row.values.size() >= 3 || named) {
                candidates.add(row);
            }
        }
        int known = WORDS.requestRows().size();
        var likeness = new double[candidates.size()][known];
        for (int r = 0; r < candidates.size(); r++) {
            var row = candidates.get(r);
            for (int exact : row.exact) {
                likeness[r][exact] = 1 + (row.hasNumbers() ? 0.01 : 0);
            }
            if (row.exact.isEmpty()) {
                likely(row, likeness[r]);
            }
        }
        align(candidates, likeness);
        inferUnlabelled(candidates, out);
        dropEmptySingleRow();
    }

    private static void likely(Row row, double[] likeness) {
        var joined = new StringBuilder();
        for (int i = row.texts.size() - 1; i >= 0 && row.texts.size() - i <= 5; i--) {
            joined.insert(0, row.texts.get(i).text());
            var bare = Wording.label(joined.toString());
            if (bare.length() >= 2 && bare.length() <= 50) {
                for (int k = 0; k < likeness.length; k++) {
                    double alike = WORDS.requestRowLikeness(bare, k, ALIKE);
                    likeness[k] = Math.max(likeness[k], alike);
                }
            }
        }
    }

    /** The matching in order with the greatest likeness in all. */
    private void align(List<Row> candidates, double[][] likeness) {
        int n = candidates.size();
        int m = WORDS.requestRows().size();
        var best = new double[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int k = m - 1; k >= 0; k--) {
                double pair = likeness[i][k] > 0 ? likeness[i][k] + best[i + 1][k + 1] : 0;
                best[i][k] = Math.max(pair, Math.max(best[i + 1][k], best[i][k + 1]));
            }
        }
        int i = 0;
        int k = 0;
        while (i < n && k < m) {
            if (likeness[i][k] > 0 && best[i][k] == likeness[i][k] + best[i + 1][k + 1]) {
                matches.put(candidates.get(i++), k++);
            } else if (best[i][k] == best[i + 1][k]) {
                i++;
            } else {
                k++;
            }
        }
    }

    /** A row without any text between two rows that have exactly one between them in the format is that one. */
    private void inferUnlabelled(List<Row> candidates, Findings out) {
        for (int i = 1; i < candidates.size() - 1; i++) {
            var row = candidates.get(i);
            var before = matches.get(candidates.get(i - 1));
            var after = matches.get(candidates.get(i + 1));
            boolean nameless = row.texts.stream().allMatch(text -> text.label().isEmpty());
            if (nameless && row.hasNumbers() && before != null && after != null && after == before + 2) {
                matches.put(row, before + 1);
                out.note(
                        "READ-ROW-INFERRED",
                        row.place,
                        "表三一行没有行名，按前后行认作“"
                                + WORDS.requestRows()
                                        .get(before + 1)
                                        .official()
                                        .values()
                                        .iterator()
                                        .next() + "”");
            }
        }
    }

    /** A group label that stands in a row of its own is not the single row of that name. */
    private void dropEmptySingleRow() {
        for (var format : WORDS.formats().all()) {
            for (var part : format.table("t3").map(ReportFormat.Table::parts).orElse(List.of())) {
                for (var single : part.alternatives()) {
                    boolean others = matches.values().stream()
                            .anyMatch(row -> single.replaces()
                                    .contains(WORDS.requestRows().get(row).key()));
                    matches.entrySet()
                            .removeIf(match -> others
                                    && WORDS.requestRows()
                                            .get(match.getValue())
                                            .key()
                                            .equals(single.key())
                                    && !match.getKey().hasNumbers());
                }
            }
        }
    }

    /**
     * Puts a row broken by the end of a page together again, cell by cell: the last row of one table and the first of the next, when their
     * labels together make a known one or the second has none.
     */
    private void joinBrokenRows(Findings out) {
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
            boolean complete = !row.exact.isEmpty() && !unlabelled && isLongExact(row);
            if (row.texts.isEmpty() || ownRow || nothing || complete) {
                continue;
            }
            var whole = joined(row, next);
            boolean fewer = filled(next) < filled(row);
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
                && !joined(rows.get(i), rows.get(at)).exact.isEmpty();
        while (!restOfLabel && at < rows.size() && isHeader(rows.get(at))) {
            at++;
        }
        return at < rows.size() && rows.get(at).whole && rows.get(i).whole ? at : -1;
    }

    private static boolean isHeader(Row row) {
        return !row.texts.isEmpty()
                && row.texts.stream().allMatch(text -> {
                    var bare = text.label();
                    return bare.isEmpty() || WORDS.isRequestHeader(bare);
                });
    }

    private static int filled(Row row) {
        return Item.filled(row.values);
    }

    private static Row joined(Row row, Row next) {
        return new Row(
                Item.joined(row.texts, next.texts),
                Item.joined(row.values, next.values),
                row.table,
                row.labelAt,
                row.aligned,
                row.whole,
                row.place);
    }

    /**
     * Finds the label of a row among the texts around its values, where the label is broken over lines: its parts come in order, with
     * parts of a group's label between them.
     */
    private void gatherLabels() {
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.values.isEmpty() || isLongExact(row)) {
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
                rows.set(
                        i,
                        new Row(
                                List.of(new Token(label, -1, row.place)),
                                row.values,
                                row.table,
                                row.labelAt,
                                row.aligned,
                                row.whole,
                                row.place));
            }
        }
    }

    /** The known label whose parts stand among the texts, begun by one of the first {@code own}; null if there is none. */
    private static @Nullable String gathered(List<Token> texts, int own, boolean below) {
        int end = below ? texts.size() : own;
        for (int from = own - 1; from >= 0 && own - from <= 8; from--) {
            var begin = texts.get(from).label();
            if (begin.length() < 3 || WORDS.isRequestGroup(begin)) {
                continue;
            }
            for (var wording : WORDS.requestWordings()) {
                if (wording.length() > begin.length() && wording.startsWith(begin)) {
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
                    && !WORDS.requestRowsExactly(begin).isEmpty()
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
    private void joinBrokenLabels(Findings out) {
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
                    && !(isLongExact(row) && !next.values.isEmpty())
                    && !isLongExact(next)) {
                var texts = new ArrayList<>(row.texts);
                texts.removeLast();
                texts.add(new Token(whole, -1, row.texts.getLast().place()));
                boolean first = row.hasNumbers() || next.values.isEmpty();
                var valued = first ? row : next;
                rows.set(
                        i,
                        new Row(
                                texts,
                                valued.values,
                                valued.table,
                                valued.labelAt,
                                valued.aligned,
                                valued.whole,
                                row.place));
                rows.remove(i + 1);
                out.note("READ-JOINED", row.place, "表三“" + Wording.compact(whole) + "”一行被分成两段，已拼接");
            }
        }
    }

    private static boolean isLongExact(Row row) {
        return !row.exact.isEmpty() && Wording.label(row.label).length() > 3;
    }

    private static double likeness(String text) {
        return WORDS.likenessToRequestRow(Wording.label(text));
    }

    /** One vote for its format from each row only one format has. */
    void vote(Map<String, Double> votes) {
        for (int row : matches.values()) {
            var formats = WORDS.requestRows().get(row).official().keySet();
            if (formats.size() == 1) {
                votes.merge(formats.iterator().next(), single(row) ? 0.5 : 1.0, Double::sum);
            }
        }
    }

    private static boolean single(int row) {
        return WORDS.isRequestGroup(WORDS.requestRows().get(row).label());
    }

    /** Puts down the cells. {@code format} gives the columns and the official labels. */
    void assign(ReportFormat format, Findings out) {
        if (matches.isEmpty()) {
            return;
        }
        var official = format.table("t3").orElseThrow().parts().getFirst().columns().stream()
                .map(ReportFormat.Column::key)
                .toList();
        var values = matches.keySet().stream()
                .map(row -> new Alignment.Values(row.values, row.table, row.labelAt, row.aligned))
                .toList();
        var keys = columnKeys(official, values);
        var offsets = Alignment.offsets(values, keys.size());
        int at = 0;
        int shifted = 0;
        for (var match : matches.entrySet()) {
            var row = match.getKey();
            var known = WORDS.requestRows().get(match.getValue());
            var cells = WORDS.requestCells(known, keys);
            boolean uncertain = !row.whole && (apart || Item.isScattered(row.values));
            int offset = uncertain ? Alignment.UNCERTAIN : offsets[at];
            at++;
            var label = row.label.isEmpty() && !row.texts.isEmpty() ? closest(row, known) : row.label;
            if (!label.isEmpty()) {
                out.label("t3", label, known.official().getOrDefault(format.key(), firstOfficial(known)), row.place);
            }
            if (row.values.isEmpty() || (offset == Alignment.UNCERTAIN && !row.hasNumbers() && !uncertain)) {
                cells.forEach(cell -> out.put(cell, new Token("", -1, row.place)));
            } else if (offset == Alignment.UNCERTAIN) {
                out.oddRows.add(new Reading.OddRow("t3", known.key(), counted(row.values), keys.size(), row.place));
            } else {
                for (int c = 0; c < keys.size(); c++) {
                    out.put(cells.get(c), row.values.get(offset + c));
                }
                shifted += offset > 0 ? 1 : 0;
            }
        }
        if (shifted > 0) {
            out.note("READ-SHIFT", matches.keySet().iterator().next().place, "表三有" + shifted + "行的合并单元格已丢失，数值按列对齐读取");
        }
        noteLostColumnLabels(official, keys, out);
    }

    private static String firstOfficial(Vocabulary.KnownRow known) {
        return known.official().values().iterator().next();
    }

    private static String closest(Row row, Vocabulary.KnownRow known) {
        String best = row.texts.getLast().text();
        double most = 0;
        var joined = new StringBuilder();
        for (int i = row.texts.size() - 1; i >= 0; i--) {
            joined.insert(0, row.texts.get(i).text());
            double alike = Wording.likeness(Wording.label(joined.toString()), known.label(), 0.3);
            if (alike > most) {
                most = alike;
                best = joined.toString();
            }
        }
        return best;
    }

    private static int counted(List<Token> values) {
        int to = values.size();
        while (to > 0 && values.get(to - 1).isBlank()) {
            to--;
        }
        return to;
    }

    /**
     * The columns the rows have. A column whose label the header lost is still there where some row fills as many cells as the format
     * has columns; where no row does, it is lost with its figures.
     */
    private List<String> columnKeys(List<String> official, List<Alignment.Values> values) {
        var named = official.stream().filter(this::isNamed).toList();
        if (named.size() == official.size() || named.size() < 3) {
            return official;
        }
        int filled = 0;
        int cells = Integer.MAX_VALUE;
        for (var row : values) {
            filled = Math.max(filled, Item.filled(row.tokens()));
            cells = row.tokens().isEmpty()
                    ? cells
                    : Math.min(cells, row.tokens().size());
        }
        return filled > named.size() || (filled == 0 && cells >= official.size()) ? official : named;
    }

    private boolean isNamed(String column) {
        return columns.contains(column)
                || WORDS.requestColumns().getOrDefault(column, List.of()).stream()
                        .anyMatch(headerText::contains);
    }

    private void noteLostColumnLabels(List<String> official, List<String> keys, Findings out) {
        for (var key : official) {
            if (!isNamed(key) && keys.contains(key) && !columns.isEmpty()) {
                var label =
                        WORDS.requestColumns().getOrDefault(key, List.of(key)).getFirst();
                out.note(
                        "READ-COLUMN-LABEL",
                        out.places.getOrDefault(CellKey.of("t3", "new_received", key), Place.NONE),
                        "表三表头缺少“" + label + "”列名，但各行数值齐全，按统一格式的列序读取");
            }
        }
    }
}
