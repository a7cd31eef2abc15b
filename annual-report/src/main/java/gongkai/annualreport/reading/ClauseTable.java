package gongkai.annualreport.reading;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.Place;
import gongkai.annualreport.reading.Item.TableRow;
import gongkai.annualreport.reading.Item.Token;
import gongkai.annualreport.reading.Vocabulary.KnownPart;
import gongkai.annualreport.reading.Vocabulary.KnownRow;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Table two (第二十条各项): small blocks, each with a clause line, a line of column labels and one or two rows. */
final class ClauseTable {
    private static final Vocabulary WORDS = Vocabulary.OFFICIAL;
    private static final double SURE = 0.6;

    /** A column label as it stands. */
    private record Head(String text, String label, int column, Place place) {}

    private record Row(
            KnownRow known,
            String text,
            @Nullable String clause,
            List<Head> heads,
            Alignment.Values values,
            boolean whole,
            Place place) {}

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> clauses = new LinkedHashSet<>();
    private final List<String> extraRows = new ArrayList<>();
    private List<Head> heads = new ArrayList<>();
    private @Nullable String clause;
    private boolean headDone;

    /** Whether figures stand where no row has begun: then a row without figures is not an empty one. */
    private boolean stray;

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Takes in one row of the file: a clause line, column labels, a labelled row of values, or several of these in a stream. */
    void take(TableRow row, boolean aligned, int table) {
        if (isRest(row, table)) {
            var last = rows.removeLast();
            var values = Item.joined(last.values().tokens(), row.tokens());
            rows.add(new Row(
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
            var article = value ? null : Vocabulary.clause(token.text());
            if (article != null) {
                finish(current, label, values, table, labelAt, aligned, row);
                current = null;
                clause = article;
                clauses.add(article);
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
        var exact = WORDS.clauseRow(bare);
        if (exact != null) {
            return exact;
        }
        if (WORDS.clauseColumnLike(bare) != null && WORDS.clauseRowLike(bare) == null) {
            return null;
        }
        if (i + 1 < tokens.size() && !tokens.get(i + 1).isValue()) {
            var joined = WORDS.clauseRow(
                    Wording.label(tokens.get(i).text() + tokens.get(i + 1).text()));
            if (joined != null) {
                return joined;
            }
        }
        return WORDS.clauseRowLike(bare);
    }

    private void head(List<Token> tokens, int i, String bare, Token token) {
        if (headDone) {
            heads = new ArrayList<>();
            headDone = false;
        }
        boolean knownAlone = WORDS.clauseColumnLike(bare) != null;
        if (!knownAlone && !heads.isEmpty()) {
            var before = heads.getLast();
            var joined = Wording.label(before.text() + token.text());
            if (WORDS.clauseColumnLike(before.label()) == null && WORDS.clauseColumnLike(joined) != null) {
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
        rows.add(new Row(
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
            extraRows.add(Wording.compact(tokens.getFirst().text()));
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

    /** One vote for its format from each row whose column labels tell it, and from rows only one format has. */
    void vote(Map<String, Double> votes) {
        for (var row : rows) {
            var part = part(row, null);
            if (part != null && (!row.heads().isEmpty() || onlyIn(row) != null)) {
                votes.merge(part.format().key(), 1.0, Double::sum);
            }
        }
    }

    private @Nullable String onlyIn(Row row) {
        var formats = WORDS.clauseParts().stream()
                .filter(part -> part.rows().contains(row.known().key()))
                .map(part -> part.format().key())
                .distinct()
                .toList();
        return formats.size() == 1 ? formats.getFirst() : null;
    }

    /** The part of some format the row belongs to, told by its clause, its column labels and the number of its values. */
    private @Nullable KnownPart part(Row row, @Nullable String judged) {
        KnownPart best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (var part : WORDS.clauseParts()) {
            if (!part.rows().contains(row.known().key())) {
                continue;
            }
            double score = row.clause() != null && row.clause().equals(part.clause()) ? 0.3 : 0;
            score += part.format().key().equals(judged) ? 0.4 : 0;
            for (var head : row.heads()) {
                double likeness = likeness(head, part);
                score += likeness >= SURE ? likeness : -0.3;
            }
            if (row.heads().isEmpty()) {
                score -= Alignment.fits(row.values(), part.columns().size()) ? 0 : 1;
                score -= 0.1 * Math.abs(filled(row) - part.columns().size());
            } else {
                score -= 0.5 * Math.abs(row.heads().size() - part.columns().size());
            }
            if (score > most) {
                most = score;
                best = part;
            }
        }
        return best;
    }

    private static int filled(Row row) {
        return Item.filled(row.values().tokens());
    }

    private static double likeness(Head head, Vocabulary.KnownColumn column) {
        if (column.wordings().contains(head.label())) {
            return 1;
        }
        double most = 0;
        for (var wording : column.wordings()) {
            most = Math.max(most, Wording.likeness(head.label(), wording, SURE));
        }
        return most;
    }

    private static double likeness(Head head, KnownPart part) {
        double most = 0;
        for (var column : part.columns()) {
            if (column.wordings().contains(head.label())) {
                return 1;
            }
        }
        for (var column : part.columns()) {
            most = Math.max(most, likeness(head, column));
        }
        return most;
    }

    /** Puts down the cells, now that the format of the tables is known. */
    void assign(String judged, Findings out) {
        var parts = new IdentityHashMap<KnownPart, List<Row>>();
        for (var row : rows) {
            var part = part(row, judged);
            if (part != null) {
                parts.computeIfAbsent(part, key -> new ArrayList<>()).add(row);
            }
        }
        for (var part : WORDS.clauseParts()) {
            var members = parts.get(part);
            if (members != null) {
                assign(part, members, out);
            }
        }
        extraRows.forEach(label -> out.note("READ-EXTRA-ROW", Place.NONE, "表二有统一格式以外的“" + label + "”行，未计入"));
    }

    private void assign(KnownPart part, List<Row> members, Findings out) {
        int width = part.columns().size();
        var offsets = Alignment.offsets(members.stream().map(Row::values).toList(), width);
        var labelled = new LinkedHashSet<Head>();
        for (int i = 0; i < offsets.length; i++) {
            var row = members.get(i);
            var tokens = row.values().tokens();
            out.label(
                    "t2",
                    row.text(),
                    part.part().rows().stream()
                            .filter(known -> known.key().equals(row.known().key()))
                            .findFirst()
                            .orElseThrow()
                            .label(),
                    row.place());
            var byHead = byHead(part, row);
            if (isScattered(row)) {
                out.oddRows.add(new Reading.OddRow("t2", row.known().key(), tokens.size(), width, row.place()));
            } else if (offsets[i] != Alignment.UNCERTAIN
                    && (byHead == null || byHead.size() < width || inOrder(byHead))) {
                for (int c = 0; c < width; c++) {
                    out.put(key(part, row, c), tokens.get(offsets[i] + c));
                }
            } else if (byHead != null && byHead.size() == tokens.size()) {
                for (int c = 0; c < tokens.size(); c++) {
                    out.put(key(part, row, byHead.get(c)), tokens.get(c));
                }
            } else if (tokens.isEmpty() && !stray && members.stream().noneMatch(other -> filled(other) > width)) {
                for (int c = 0; c < width; c++) {
                    out.put(key(part, row, c), new Token("", -1, row.place()));
                }
            } else {
                out.oddRows.add(new Reading.OddRow("t2", row.known().key(), tokens.size(), width, row.place()));
            }
            labelled.addAll(row.heads());
        }
        for (var head : labelled) {
            part.columns().stream()
                    .filter(column -> likeness(head, column) >= SURE)
                    .max((a, b) -> Double.compare(likeness(head, a), likeness(head, b)))
                    .filter(column -> !head.label().equals(Wording.label(column.official())))
                    .ifPresent(column -> out.label("t2", head.text(), column.official(), head.place()));
        }
    }

    /** Whether figures stand both beside and below the label: see {@link Item#isScattered}. */
    private static boolean isScattered(Row row) {
        if (row.whole()) {
            return false;
        }
        var tokens = row.values().tokens();
        boolean beside = false;
        boolean below = false;
        for (var token : tokens) {
            boolean same = token.place().equals(row.place());
            beside |= !token.isBlank() && same;
            below |= !token.isBlank() && !same;
        }
        return beside && below;
    }

    private static CellKey key(KnownPart part, Row row, int column) {
        return CellKey.of("t2", row.known().key(), part.columns().get(column).key());
    }

    /** The positions of the columns the labels name, in the order of the labels; null if a label names none or two name the same. */
    private static @Nullable List<Integer> byHead(KnownPart part, Row row) {
        var positions = new ArrayList<Integer>();
        for (var head : row.heads()) {
            int best = -1;
            double most = SURE;
            for (int c = 0; c < part.columns().size(); c++) {
                double likeness = likeness(head, part.columns().get(c));
                if (likeness >= most) {
                    most = likeness;
                    best = c;
                }
            }
            if (best < 0 || positions.contains(best)) {
                return null;
            }
            positions.add(best);
        }
        return positions.isEmpty() ? null : positions;
    }

    private static boolean inOrder(List<Integer> positions) {
        for (int i = 1; i < positions.size(); i++) {
            if (positions.get(i) < positions.get(i - 1)) {
                return false;
            }
        }
        return true;
    }
}
