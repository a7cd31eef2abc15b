package gongkai.annualreport.reading;

import gongkai.annualreport.reading.Item.Line;
import gongkai.annualreport.reading.Item.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds tables that are drawn with characters: cells parted by tabs, bars or spaces, or one cell a line.
 */
final class TextTables {
    private static final Vocabulary WORDS = Vocabulary.OFFICIAL;
    static final int LONGEST_LABEL = 70;

    private TextTables() {}

    /** The items with each run of table lines replaced by a table. {@code bounds} are the positions of headings, which end a run. */
    static List<Item> replace(List<Item> items, List<Integer> bounds) {
        var out = new ArrayList<Item>(items.size());
        int from = 0;
        var ends = new BitSet();
        bounds.forEach(ends::set);
        for (int i = 0; i <= items.size(); i++) {
            if (i == items.size() || ends.get(i) || !(items.get(i) instanceof Line)) {
                replaceRun(items.subList(from, i), out);
                if (i < items.size()) {
                    out.add(items.get(i));
                }
                from = i + 1;
            }
        }
        return out;
    }

    private static void replaceRun(List<Item> run, List<Item> out) {
        if (run.isEmpty()) {
            return;
        }
        var lines = new ArrayList<Line>(run.size());
        for (var item : run) {
            lines.add((Line) item);
        }
        int first = -1;
        int last = -1;
        int known = 0;
        int values = 0;
        var strong = new boolean[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            var text = lines.get(i).text();
            if (text.isEmpty()) {
                continue;
            }
            int kind = strength(text);
            if (kind >= 0) {
                strong[i] = true;
                known += kind;
                values += Figures.isNumber(text) ? 1 : 0;
                first = first < 0 && kind > 0 ? i : first;
                last = first < 0 ? last : i;
            }
        }
        if (known < 3 || last < 0 || (known < 6 && values == 0 && !hasTableLines(lines))) {
            out.addAll(run);
            return;
        }
        while (first > 0 && TextCells.isSeparator(lines.get(first - 1).text())) {
            first--;
        }
        for (int i = last + 1; i < lines.size() && TextCells.isGap(lines.get(i).text()); i++) {
            last = lines.get(i).text().isEmpty() ? last : i;
        }
        out.addAll(lines.subList(0, first));
        var table = new ArrayList<Line>();
        var prose = new ArrayList<Line>();
        for (int i = first; i <= last; i++) {
            boolean isProse = !strong[i] && isProse(lines.get(i).text());
            (isProse ? prose : table).add(lines.get(i));
        }
        out.add(new Table(TextRows.of(table), false, lines.get(first).place()));
        out.addAll(prose);
        out.addAll(lines.subList(last + 1, lines.size()));
    }

    private static boolean hasTableLines(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.text().indexOf('\t') >= 0 || TextCells.bars(line.text()) > 0);
    }

    /** How surely a line is one of a table: the number of known labels in it; 0 for values alone; -1 if it is not. */
    private static int strength(String text) {
        if (text.length() > 120 && text.indexOf('。') >= 0 && text.indexOf('\t') < 0) {
            return -1;
        }
        var cells = TextCells.of(text);
        int known = 0;
        int values = 0;
        for (var cell : cells) {
            if (Wording.isBlank(cell)) {
                continue;
            }
            if (Figures.isValue(cell)) {
                values++;
            } else if (cell.length() <= LONGEST_LABEL && isKnown(cell)) {
                known++;
            }
        }
        if (known > 0) {
            return known;
        }
        if (text.length() > 200 && values < 3) {
            return -1;
        }
        return values > 0 && (values == cells.size() || values >= 3 || text.indexOf('\t') >= 0) ? 0 : -1;
    }

    static boolean isKnown(String cell) {
        return WORDS.knows(Wording.label(cell)) || ClauseWords.clause(cell) != null || cell.contains("勾稽");
    }

    private static boolean isProse(String text) {
        var plain = Wording.compact(text);
        if (plain.length() <= 25 || text.indexOf('\t') >= 0 || TextCells.bars(text) > 0) {
            return false;
        }
        return plain.length() > LONGEST_LABEL || plain.indexOf('。') >= 0 || plain.indexOf('；') >= 0;
    }
}
