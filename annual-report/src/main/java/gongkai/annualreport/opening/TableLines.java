package gongkai.annualreport.opening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the tables that the lines of a page draw, however the lines are drawn: whole, in short pieces, doubled or dashed. */
final class TableLines {
    /** Pieces of one line may stand this far apart (dashes, corners). */
    private static final float GAP = 4;
    /** Lines meet when their ends are this close. */
    private static final float NEAR = 3;
    /** Parallel lines closer than this are one line, doubled. */
    private static final float SAME = 2.6f;
    /** Two columns' lines this close, with nothing between them, were meant as one. */
    private static final float SLIVER = 9;

    private static final int MOST_LINES = 3_000;
    private static final int MOST_SLOTS = 60_000;

    private TableLines() {}

    static List<RuledTable> tables(List<Ruling> rulings) {
        var across = whole(rulings, true);
        var down = whole(rulings, false);
        if (across.size() + down.size() > MOST_LINES) {
            return List.of();
        }
        var tables = new ArrayList<RuledTable>();
        for (var lines : connected(across, down)) {
            var table = table(lines);
            if (table != null && table.areas.size() > 1) {
                table.dropSlivers(SLIVER);
                tables.add(table);
            }
        }
        return tables;
    }

    /** Tables without lines, whose cells each have a background. */
    static List<RuledTable> shaded(List<Box> areas, List<Glyph> glyphs) {
        if (areas.size() < 4 || areas.size() > MOST_LINES) {
            return List.of();
        }
        var edges = new ArrayList<Ruling>();
        for (var area : areas) {
            edges.add(new Ruling(true, area.top(), area.left(), area.right()));
            edges.add(new Ruling(true, area.bottom(), area.left(), area.right()));
            edges.add(new Ruling(false, area.left(), area.top(), area.bottom()));
            edges.add(new Ruling(false, area.right(), area.top(), area.bottom()));
        }
        var tables = tables(edges);
        tables.removeIf(table -> {
            long filled = table.areas.stream()
                    .filter(area -> glyphs.stream()
                            .anyMatch(glyph -> !glyph.isBlank() && area.extent.holds(glyph.centreX(), glyph.centreY())))
                    .count();
            return table.rows() < 2
                    || table.areas.size() <= table.rows()
                    || filled < 4
                    || filled * 2 < table.areas.size();
        });
        return tables;
    }

    /** Puts the pieces of each line together. */
    static List<Ruling> whole(List<Ruling> rulings, boolean horizontal) {
        var pieces = new ArrayList<Ruling>();
        for (var ruling : rulings) {
            if (ruling.horizontal() == horizontal) {
                pieces.add(ruling);
            }
        }
        pieces.sort(Comparator.comparingDouble(Ruling::at));
        var lines = new ArrayList<Ruling>();
        int from = 0;
        while (from < pieces.size()) {
            int to = from + 1;
            while (to < pieces.size()
                    && pieces.get(to).at() - pieces.get(to - 1).at() <= 0.9f
                    && pieces.get(to).at() - pieces.get(from).at() <= SAME) {
                to++;
            }
            join(pieces.subList(from, to), horizontal, lines);
            from = to;
        }
        return lines;
    }

    private static void join(List<Ruling> level, boolean horizontal, List<Ruling> lines) {
        level.sort(Comparator.comparingDouble(Ruling::from));
        Ruling line = level.getFirst();
        for (var piece : level.subList(1, level.size())) {
            if (piece.from() <= line.to() + GAP) {
                float at = piece.length() > line.length() ? piece.at() : line.at();
                line = new Ruling(horizontal, at, line.from(), Math.max(line.to(), piece.to()));
            } else {
                lines.add(line);
                line = piece;
            }
        }
        lines.add(line);
    }

    /** Groups of lines that touch one another across. */
    private static List<List<Ruling>> connected(List<Ruling> across, List<Ruling> down) {
        var all = new ArrayList<Ruling>(across);
        all.addAll(down);
        var group = new int[all.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int h = 0; h < across.size(); h++) {
            for (int v = 0; v < down.size(); v++) {
                if (meet(across.get(h), down.get(v))) {
                    group[root(group, h)] = root(group, across.size() + v);
                }
            }
        }
        var groups = new ArrayList<List<Ruling>>(all.size());
        for (int i = 0; i < group.length; i++) {
            groups.add(new ArrayList<>());
        }
        for (int i = 0; i < group.length; i++) {
            groups.get(root(group, i)).add(all.get(i));
        }
        groups.removeIf(lines -> lines.size() < 3);
        return groups;
    }

    private static int root(int[] group, int i) {
        while (group[i] != i) {
            group[i] = group[group[i]];
            i = group[i];
        }
        return i;
    }

    private static boolean meet(Ruling h, Ruling v) {
        return v.at() >= h.from() - NEAR
                && v.at() <= h.to() + NEAR
                && h.at() >= v.from() - NEAR
                && h.at() <= v.to() + NEAR;
    }

    private static @Nullable RuledTable table(List<Ruling> lines) {
        var xs = levels(lines, false);
        var ys = levels(lines, true);
        int columns = xs.length - 1;
        int rows = ys.length - 1;
        if (columns < 1 || rows < 1 || (long) columns * rows > MOST_SLOTS) {
            return null;
        }
        var right = new boolean[rows][columns];
        var below = new boolean[rows][columns];
        for (var line : lines) {
            if (line.horizontal()) {
                int row = nearest(ys, line.at()) - 1;
                for (int column = 0; row >= 0 && column < columns; column++) {
                    below[row][column] |= covers(line, xs[column], xs[column + 1]);
                }
            } else {
                int column = nearest(xs, line.at()) - 1;
                for (int row = 0; column >= 0 && row < rows; row++) {
                    right[row][column] |= covers(line, ys[row], ys[row + 1]);
                }
            }
        }
        return new RuledTable(xs, ys, right, below);
    }

    private static boolean covers(Ruling line, float from, float to) {
        return Math.min(line.to(), to) - Math.max(line.from(), from) >= (to - from) * 0.55f;
    }

    private static int nearest(float[] levels, float at) {
        int best = 0;
        for (int i = 1; i < levels.length; i++) {
            if (Math.abs(levels[i] - at) < Math.abs(levels[best] - at)) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Where the table's columns (or rows) begin and end: at its lines, and at the ends of the lines across, for a table may be open at
     * its sides, or where a page cuts it.
     */
    private static float[] levels(List<Ruling> lines, boolean horizontal) {
        var ats = new ArrayList<Float>();
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (var line : lines) {
            if (line.horizontal() == horizontal) {
                ats.add(line.at());
            } else {
                low = Math.min(low, line.from());
                high = Math.max(high, line.to());
            }
        }
        ats.sort(null);
        var levels = new ArrayList<Float>();
        for (float at : ats) {
            if (levels.isEmpty() || at - levels.getLast() > SAME) {
                levels.add(at);
            }
        }
        if (levels.isEmpty() || levels.getFirst() - low > 2 * NEAR) {
            levels.addFirst(low);
        }
        if (high - levels.getLast() > 2 * NEAR) {
            levels.add(high);
        }
        var array = new float[levels.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = levels.get(i);
        }
        return array;
    }
}
