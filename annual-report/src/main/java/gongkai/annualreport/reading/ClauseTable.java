package gongkai.annualreport.reading;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.Place;
import gongkai.annualreport.reading.ClauseRow.Head;
import gongkai.annualreport.reading.ClauseWords.KnownColumn;
import gongkai.annualreport.reading.ClauseWords.KnownPart;
import gongkai.annualreport.reading.Item.TableRow;
import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Table two (第二十条各项): small blocks, each with a clause line, a line of column labels and one or two rows. */
final class ClauseTable {
    private static final ClauseWords WORDS = ClauseWords.OFFICIAL;
    private static final double SURE = 0.6;

    private final ClauseRows gathered = new ClauseRows();

    boolean isEmpty() {
        return gathered.rows.isEmpty();
    }

    /** Takes in one row of the file: a clause line, column labels, a labelled row of values, or several of these in a stream. */
    void take(TableRow row, boolean aligned, int table) {
        gathered.take(row, aligned, table);
    }

    /** One vote for its format from each row whose column labels tell it, and from rows only one format has. */
    void vote(Map<String, Double> votes) {
        for (var row : gathered.rows) {
            var part = part(row, null);
            if (part != null && (!row.heads().isEmpty() || isInOneFormat(row))) {
                votes.merge(part.format().key(), 1.0, Double::sum);
            }
        }
    }

    private static boolean isInOneFormat(ClauseRow row) {
        var parts = WORDS.parts(row.known());
        for (var part : parts) {
            if (part.format() != parts.getFirst().format()) {
                return false;
            }
        }
        return !parts.isEmpty();
    }

    /** The part of some format the row belongs to, told by its clause, its column labels and the number of its values. */
    private @Nullable KnownPart part(ClauseRow row, @Nullable String judged) {
        KnownPart best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (var part : WORDS.parts(row.known())) {
            double score = row.clause() != null && row.clause().equals(part.clause()) ? 0.3 : 0;
            score += part.format().key().equals(judged) ? 0.4 : 0;
            for (var head : row.heads()) {
                double likeness = likeness(head, part);
                score += likeness >= SURE ? likeness : -0.3;
            }
            if (row.heads().isEmpty()) {
                score -= Alignment.fits(row.values(), part.columns().size()) ? 0 : 1;
                score -= 0.1 * Math.abs(row.filled() - part.columns().size());
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

    private static double likeness(Head head, KnownColumn column) {
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
        var parts = new IdentityHashMap<KnownPart, List<ClauseRow>>();
        for (var row : gathered.rows) {
            var part = part(row, judged);
            if (part != null) {
                parts.computeIfAbsent(part, key -> new ArrayList<>()).add(row);
            }
        }
        for (var part : WORDS.parts()) {
            var members = parts.get(part);
            if (members != null) {
                assign(part, members, out);
            }
        }
        gathered.extra.forEach(label -> out.note("READ-EXTRA-ROW", Place.NONE, "表二有统一格式以外的“" + label + "”行，未计入"));
    }

    private void assign(KnownPart part, List<ClauseRow> members, Findings out) {
        int width = part.columns().size();
        var offsets = Alignment.offsets(members.stream().map(ClauseRow::values).toList(), width);
        var labelled = new LinkedHashSet<Head>();
        for (int i = 0; i < offsets.length; i++) {
            var row = members.get(i);
            var tokens = row.values().tokens();
            out.label(
                    "t2",
                    row.text(),
                    row.known().official().getOrDefault(part.format().key(), row.text()),
                    row.place());
            var byHead = byHead(part, row);
            if (row.isScattered()) {
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
            } else if (tokens.isEmpty()
                    && !gathered.hasStrayFigures()
                    && members.stream().noneMatch(other -> other.filled() > width)) {
                for (int c = 0; c < width; c++) {
                    out.put(key(part, row, c), new Token("", -1, row.place()));
                }
            } else {
                out.oddRows.add(new Reading.OddRow("t2", row.known().key(), tokens.size(), width, row.place()));
            }
            labelled.addAll(row.heads());
        }
        for (var head : labelled) {
            if (isOfficial(part, head)) {
                continue;
            }
            part.columns().stream()
                    .filter(column -> likeness(head, column) >= SURE)
                    .max((a, b) -> Double.compare(likeness(head, a), likeness(head, b)))
                    .filter(column -> !head.label().equals(Wording.label(column.official())))
                    .ifPresent(column -> out.label("t2", head.text(), column.official(), head.place()));
        }
    }

    /** Whether the first column that has the label is the one officially labelled so: then there is nothing to note. */
    private static boolean isOfficial(KnownPart part, Head head) {
        for (var column : part.columns()) {
            if (column.wordings().contains(head.label())) {
                return head.label().equals(Wording.label(column.official()));
            }
        }
        return false;
    }

    private static CellKey key(KnownPart part, ClauseRow row, int column) {
        return CellKey.of("t2", row.known().key(), part.columns().get(column).key());
    }

    /** The positions of the columns the labels name, in the order of the labels; null if a label names none or two name the same. */
    private static @Nullable List<Integer> byHead(KnownPart part, ClauseRow row) {
        var positions = new ArrayList<Integer>();
        for (var head : row.heads()) {
            int best = named(part, head);
            if (best < 0 || positions.contains(best)) {
                return null;
            }
            positions.add(best);
        }
        return positions.isEmpty() ? null : positions;
    }

    /** The column the label names: exactly if one does, else the one it is most like; -1 if none. */
    private static int named(KnownPart part, Head head) {
        for (int c = part.columns().size() - 1; c >= 0; c--) {
            if (part.columns().get(c).wordings().contains(head.label())) {
                return c;
            }
        }
        int best = -1;
        double most = SURE;
        for (int c = 0; c < part.columns().size(); c++) {
            double likeness = likeness(head, part.columns().get(c));
            if (likeness >= most) {
                most = likeness;
                best = c;
            }
        }
        return best;
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
