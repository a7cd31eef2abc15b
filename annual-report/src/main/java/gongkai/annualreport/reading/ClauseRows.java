package gongkai.annualreport.reading;

import gongkai.annualreport.reading.ClauseRow.Head;
import gongkai.annualreport.reading.Item.TableRow;
import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of table two from those of the file, each with the clause line and the column labels above it. */
final class ClauseRows {
    private static final ClauseWords WORDS = ClauseWords.OFFICIAL;

    final List<ClauseRow> rows = new ArrayList<>();
    /** Labels of rows with figures that no format has. */
    final List<String> extra = new ArrayList<>();

    private List<Head> heads = new ArrayList<>();
    private @Nullable String clause;
    private boolean headDone;
    private boolean stray;

    /** Whether figures stand where no row has begun: then a row without figures is not an empty one. */
    boolean hasStrayFigures() {
        return stray;
    }

    /** Takes in one row of the file: a clause line, column labels, a labelled row of values, or several of these in a stream. */
    void take(TableRow row, boolean aligned, int table) {
        if (isRest(row, table)) {
            var last = rows.removeLast();
            var values = Item.joined(last.values().tokens(), row.tokens());
            rows.add(new ClauseRow(
                    last.known(),
                    last.text(),
                    last.clause(),
                    last.heads(),
                    new Alignment.Values(
                            values,
                            table,
                            last.values().labelAt(),
                            last.values().aligned()),
                    last.whole(),
                    last.place()));
            return;
        }
        KnownRow current = null;
        Token label = null;
        int labelAt = 0;
        var values = new ArrayList<Token>();
        var tokens = row.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean value = token.isValue();
            var bare = value ? "" : token.label();
            var article = value ? null : ClauseWords.clause(token.text());
            if (article != null) {
                finish(current, label, values, table, labelAt, aligned, row);
                current = null;
                clause = article;
                heads = new ArrayList<>();
                headDone = false;
                continue;
            }
            if (!value && bare.equals("信息内容")) {
                finish(current, label, values, table, labelAt, aligned, row);
                current = null;
                heads = new ArrayList<>();
                headDone = false;
                continue;
            }
            if (value) {
                if (current != null) {
                    values.add(token);
                }
                stray |= current == null && Figures.isNumber(token.text());
                continue;
            }
            stray |= holdsFigure(token.text());
            if (bare.isEmpty()) {
                continue;
            }
            var known = rowOrJoined(tokens, i, bare);
            if (known != null) {
                finish(current, label, values, table, labelAt, aligned, row);
                current = known;
                label = token;
                labelAt = i;
                values = new ArrayList<>();
                continue;
            }
            if (current != null && row.whole()) {
                values.add(token);
            } else if (current == null) {
                head(tokens, i, bare, token);
            }
        }
        finish(current, label, values, table, labelAt, aligned, row);
        if (current == null) {
            noteExtraRow(row);
        }
    }

    /** Whether a figure stands on a line of its own among the words of a cell, as where only some lines of a table are drawn. */
    private static boolean holdsFigure(String text) {
        return text.indexOf('\n') >= 0 && text.lines().anyMatch(Figures::isNumber);
    }

    /** Whether a row without a label at the head of another table is the rest of the last row, cut off by the end of a page. */
    private boolean isRest(TableRow row, int table) {
        var tokens = row.tokens();
        return row.whole()
                && !rows.isEmpty()
                && rows.getLast().values().table() != table
                && headDone
                && tokens.size() > 1
                && tokens.getFirst().isBlank()
                && tokens.stream().allMatch(Token::isValue)
                && tokens.stream().anyMatch(token -> !token.isBlank());
    }

    private @Nullable KnownRow rowOrJoined(List<Token> tokens, int i, String bare) {
        var exact = WORDS.row(bare);
        if (exact != null) {
            return exact;
        }
        if (WORDS.isColumnLike(bare) && WORDS.rowLike(bare) == null) {
            return null;
        }
        if (i + 1 < tokens.size() && !tokens.get(i + 1).isValue()) {
            var joined = WORDS.row(
                    Wording.label(tokens.get(i).text() + tokens.get(i + 1).text()));
            if (joined != null) {
                return joined;
            }
        }
        return WORDS.rowLike(bare);
    }

    private void head(List<Token> tokens, int i, String bare, Token token) {
        if (headDone) {
            heads = new ArrayList<>();
            headDone = false;
        }
        boolean knownAlone = WORDS.isColumnLike(bare);
        if (!knownAlone && !heads.isEmpty()) {
            var before = heads.getLast();
            var joined = Wording.label(before.text() + token.text());
            if (!WORDS.isColumnLike(before.label()) && WORDS.isColumnLike(joined)) {
                heads.set(
                        heads.size() - 1,
                        new Head(before.text() + token.text(), joined, before.column(), before.place()));
                return;
            }
        }
        heads.add(new Head(token.text(), bare, token.column(), token.place()));
    }

    private void finish(
            @Nullable KnownRow known,
            @Nullable Token label,
            List<Token> values,
            int table,
            int labelAt,
            boolean aligned,
            TableRow row) {
        if (known == null || label == null) {
            return;
        }
        headDone = true;
        rows.add(new ClauseRow(
                known,
                label.text(),
                clause,
                onceEach(heads),
                new Alignment.Values(onceUnderEach(heads, values), table, row.whole() ? labelAt : 0, aligned),
                row.whole(),
                label.place()));
    }

    /** The column labels without repeats: some programs write a merged cell's text into every cell it covers. */
    private static List<Head> onceEach(List<Head> heads) {
        var once = new ArrayList<Head>();
        for (var head : heads) {
            if (once.isEmpty() || !once.getLast().label().equals(head.label())) {
                once.add(head);
            }
        }
        return once;
    }

    /** The values without repeats below repeated labels; as they are where a repeat differs. */
    private static List<Token> onceUnderEach(List<Head> heads, List<Token> values) {
        if (values.size() != heads.size()) {
            return List.copyOf(values);
        }
        var once = new ArrayList<Token>();
        for (int i = 0; i < heads.size(); i++) {
            boolean again =
                    i > 0 && heads.get(i).label().equals(heads.get(i - 1).label());
            if (!again) {
                once.add(values.get(i));
            } else if (!Wording.compact(values.get(i).text())
                    .equals(Wording.compact(values.get(i - 1).text()))) {
                return List.copyOf(values);
            }
        }
        return once;
    }

    private void noteExtraRow(TableRow row) {
        var tokens = row.tokens();
        if (tokens.size() < 2 || tokens.getFirst().isValue()) {
            return;
        }
        if (hasNumber(tokens)) {
            extra.add(Wording.compact(tokens.getFirst().text()));
            if (!heads.isEmpty()
                    && heads.getLast().text().equals(tokens.getFirst().text())) {
                heads.removeLast();
            }
            headDone = true;
        }
    }

    private static boolean hasNumber(List<Token> tokens) {
        for (var token : tokens) {
            if (token.isValue() && Figures.isNumber(token.text())) {
                return true;
            }
        }
        return false;
    }
}
