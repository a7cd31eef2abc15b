package gongkai.annualreport.reading;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.Place;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.reading.Item.TableRow;
import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.List;

/** Table four (行政复议、行政诉讼): one row of values below a header of three groups, or the groups as tables of their own. */
final class RemedyTable {
    private static final Vocabulary WORDS = Vocabulary.OFFICIAL;

    private record Run(List<Token> tokens, int table, boolean aligned, boolean filled) {}

    private final List<Run> runs = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();
    private Place place = Place.NONE;
    private boolean seen;

    boolean isEmpty() {
        return runs.isEmpty();
    }

    boolean isSeen() {
        return seen;
    }

    void take(TableRow row, boolean aligned, int table) {
        seen = true;
        place = place == Place.NONE ? row.place() : place;
        int after = 0;
        boolean header = false;
        var tokens = row.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isValue()) {
                after = i + 1;
                var label = tokens.get(i).label();
                header |= WORDS.isRemedyHeader(label) || label.isEmpty() || label.length() <= 3;
                outcomes.add(label);
            }
        }
        var values = tokens.subList(after, tokens.size());
        boolean filled = Item.filled(values) > 0;
        boolean blankRun = values.size() >= 5 && (!header || (!row.whole() && values.size() % 5 == 0));
        if (filled || blankRun) {
            runs.add(new Run(List.copyOf(values), table, aligned, filled));
        }
    }

    /** Puts down the cells. {@code format} gives their order. */
    void assign(ReportFormat format, Findings out) {
        if (runs.isEmpty()) {
            return;
        }
        var table = format.table("t4").orElseThrow();
        var part = table.parts().getFirst();
        var row = part.rows().getFirst();
        var keys = part.columns().stream()
                .map(column -> ReportFormat.key(table, row, column))
                .toList();
        var tokens = tokens(keys.size());
        if (tokens.size() == keys.size()) {
            for (int i = 0; i < keys.size(); i++) {
                out.put(keys.get(i), tokens.get(i));
            }
            return;
        }
        var named = named(part, keys);
        if (named.size() == tokens.size()) {
            for (int i = 0; i < named.size(); i++) {
                out.put(named.get(i), tokens.get(i));
            }
            return;
        }
        out.oddRows.add(new Reading.OddRow("t4", "", tokens.size(), keys.size(), place));
    }

    /** The values in order: of one row that fits, else of all rows together. */
    private List<Token> tokens(int width) {
        joinBroken(width);
        for (boolean filled : new boolean[] {true, false}) {
            for (var run : runs) {
                if (run.filled() == filled && run.tokens().size() >= width) {
                    var values = new Alignment.Values(run.tokens(), run.table(), 0, run.aligned());
                    int offset = Alignment.offsets(List.of(values), width)[0];
                    if (offset != Alignment.UNCERTAIN) {
                        return run.tokens().subList(offset, offset + width);
                    }
                }
            }
        }
        var all = new ArrayList<Token>();
        runs.forEach(run -> all.addAll(run.tokens()));
        if (all.size() > width) {
            var filled = new ArrayList<Token>();
            runs.stream().filter(Run::filled).forEach(run -> filled.addAll(trimmed(run.tokens())));
            return filled.size() == width ? filled : all;
        }
        return all;
    }

    /** Joins the row with its rest on the next page, which fills fewer cells. */
    private void joinBroken(int width) {
        for (int i = 0; i + 1 < runs.size(); i++) {
            var run = runs.get(i);
            var next = runs.get(i + 1);
            boolean both = run.filled()
                    && run.tokens().size() >= width
                    && next.tokens().size() >= width;
            if (both && run.table() != next.table() && filled(next) < filled(run)) {
                runs.set(i, new Run(Item.joined(run.tokens(), next.tokens()), run.table(), run.aligned(), true));
                runs.remove(i + 1);
            }
        }
    }

    private static int filled(Run run) {
        return Item.filled(run.tokens());
    }

    /** The cells of a row without empty ones at its ends, to a multiple of five where that leaves one. */
    private static List<Token> trimmed(List<Token> tokens) {
        int to = tokens.size();
        while (to > 0 && to % 5 != 0 && tokens.get(to - 1).isBlank()) {
            to--;
        }
        int from = 0;
        while (from < to && (to - from) % 5 != 0 && tokens.get(from).isBlank()) {
            from++;
        }
        return tokens.subList(from, to);
    }

    /** The cells the column labels name, where columns are lost: each names the next column of that label. */
    private List<CellKey> named(ReportFormat.Part part, List<CellKey> keys) {
        var named = new ArrayList<CellKey>();
        int last = -1;
        for (var outcome : outcomes) {
            int next = last + 1;
            while (next < keys.size()
                    && !Wording.label(part.columns().get(next).label()).equals(outcome)) {
                next++;
            }
            boolean outcomeOfTable = part.columns().stream()
                    .anyMatch(column -> Wording.label(column.label()).equals(outcome));
            if (outcomeOfTable && next == keys.size()) {
                return List.of();
            }
            if (outcomeOfTable) {
                named.add(keys.get(next));
                last = next;
            }
        }
        return named;
    }
}
