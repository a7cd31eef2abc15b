package gongkai.annualreport.opening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that has lines between its rows only: where its columns part is told by the gaps that run down through all rows. A text
 * that crosses such a gap stands in a cell of several columns.
 */
final class LinedTable {
    private static final float SAME_END = 6;
    private static final float LEAST_WIDTH = 120;
    private static final float LEAST_GAP = 0.6f;
    private static final int MOST_LINES = 400;

    /** A text without gaps on one line. */
    private record Stretch(float left, float right) {}

    private LinedTable() {}

    /** @param rulings lines that belong to no table with columns of its own */
    static List<RuledTable> tables(List<Ruling> rulings, List<Glyph> glyphs) {
        var lines = TableLines.whole(rulings, true);
        lines.removeIf(line -> line.length() < LEAST_WIDTH / 4);
        lines.sort(Comparator.comparingDouble(Ruling::at));
        var tables = new ArrayList<RuledTable>();
        if (lines.size() > MOST_LINES) {
            return tables;
        }
        for (int i = 0; i < lines.size(); ) {
            var first = lines.get(i);
            int end = i + 1;
            int last = i;
            while (end < lines.size()
                    && lines.get(end).from() > first.from() - SAME_END
                    && lines.get(end).to() < first.to() + SAME_END) {
                if (isRow(first, lines.get(end))) {
                    last = end;
                }
                end++;
            }
            var table = last - i < 2 || first.length() < LEAST_WIDTH ? null : table(lines.subList(i, last + 1), glyphs);
            if (table != null) {
                tables.add(table);
            }
            i = last + 1;
        }
        return tables;
    }

    /** Whether a line ends a row: it reaches the right end, and on the left at least what is no label of several rows. */
    private static boolean isRow(Ruling first, Ruling other) {
        return Math.abs(other.to() - first.to()) <= SAME_END && other.length() > first.length() / 2;
    }

    private static @Nullable RuledTable table(List<Ruling> lines, List<Glyph> glyphs) {
        var ys = new float[lines.size()];
        for (int i = 0; i < ys.length; i++) {
            ys[i] = lines.get(i).at();
        }
        float left = lines.getFirst().from();
        float right = lines.getFirst().to();
        var rows = new ArrayList<List<Stretch>>();
        for (int row = 0; row + 1 < ys.length; row++) {
            rows.add(stretches(glyphs, new Box(left - SAME_END, ys[row], right + SAME_END, ys[row + 1])));
        }
        var gaps = gaps(rows);
        if (gaps.isEmpty() || !isTable(rows, gaps.size() + 1)) {
            return null;
        }
        var xs = new float[gaps.size() + 2];
        xs[0] = left;
        for (int i = 0; i < gaps.size(); i++) {
            xs[i + 1] = gaps.get(i);
        }
        xs[xs.length - 1] = right;
        var parted = new boolean[ys.length - 1][xs.length - 1];
        var below = new boolean[ys.length - 1][xs.length - 1];
        for (int row = 0; row + 1 < ys.length; row++) {
            for (int column = 0; column + 1 < xs.length; column++) {
                float at = xs[column + 1];
                parted[row][column] = rows.get(row).stream().noneMatch(text -> text.left < at && text.right > at);
                var line = lines.get(row + 1);
                below[row][column] = line.from() < (xs[column] + at) / 2 && line.to() > (xs[column] + at) / 2;
            }
        }
        return new RuledTable(xs, ys, parted, below);
    }

    /** Lines across a page are many things; rows of several short texts make them a table. */
    private static boolean isTable(List<List<Stretch>> rows, int columns) {
        long filled = rows.stream().filter(row -> row.size() > 1).count();
        return columns > 1 && filled >= 2 && filled * 2 >= rows.size();
    }

    private static List<Stretch> stretches(List<Glyph> glyphs, Box box) {
        var inside = new ArrayList<Glyph>();
        for (var glyph : glyphs) {
            if (glyph.turn() == 0 && !glyph.isBlank() && box.holds(glyph.centreX(), glyph.centreY())) {
                inside.add(glyph);
            }
        }
        inside.sort(Comparator.comparingDouble(Glyph::centreY));
        var stretches = new ArrayList<Stretch>();
        for (int from = 0; from < inside.size(); ) {
            int to = from + 1;
            while (to < inside.size()
                    && inside.get(to).centreY() - inside.get(from).centreY()
                            < inside.get(from).size() / 2) {
                to++;
            }
            var line = inside.subList(from, to);
            line.sort(Comparator.comparingDouble(Glyph::left));
            var first = line.getFirst();
            float left = first.left();
            float right = first.right();
            for (var glyph : line) {
                if (glyph.left() - right > LEAST_GAP * glyph.size()) {
                    stretches.add(new Stretch(left, right));
                    left = glyph.left();
                }
                right = Math.max(right, glyph.right());
            }
            stretches.add(new Stretch(left, right));
            from = to;
        }
        return stretches;
    }

    /** The fewest places that part the texts of every row: each gap between two texts of a row holds one of them. */
    private static List<Float> gaps(List<List<Stretch>> rows) {
        var between = new ArrayList<Stretch>();
        for (var row : rows) {
            var sorted = new ArrayList<>(row);
            sorted.sort(Comparator.comparingDouble(Stretch::left));
            float end = Float.MAX_VALUE;
            for (var text : sorted) {
                if (text.left > end + 2) {
                    between.add(new Stretch(end, text.left));
                }
                end = end == Float.MAX_VALUE ? text.right : Math.max(end, text.right);
            }
        }
        between.sort(Comparator.comparingDouble(Stretch::right));
        var gaps = new ArrayList<Float>();
        float from = 0;
        float to = -1;
        for (var gap : between) {
            if (gap.left >= to) {
                if (to > 0) {
                    gaps.add((from + to) / 2);
                }
                from = gap.left;
                to = gap.right;
            } else {
                from = Math.max(from, gap.left);
            }
        }
        if (to > 0) {
            gaps.add((from + to) / 2);
        }
        return gaps;
    }
}
