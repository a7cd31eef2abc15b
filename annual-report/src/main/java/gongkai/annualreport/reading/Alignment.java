package gongkai.annualreport.reading;

import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which cells of a row are its values when merged cells were lost and left empty cells before or after them. A row whose filled
 * cells fit in one way only is certain; other rows follow the certain rows of the same shape, else the columns they stand in.
 */
final class Alignment {
    /** No place for the values is certain. */
    static final int UNCERTAIN = -1;

    /**
     * The cells of one row after its label.
     *
     * @param table which table the row came from; columns compare only within one
     * @param labelAt the position of the label among the row's cells; part of the row's shape
     * @param aligned whether the tokens' columns can be trusted
     */
    record Values(List<Token> tokens, int table, int labelAt, boolean aligned) {
        private Shape shape() {
            return new Shape(table, labelAt, tokens.size());
        }
    }

    private record Shape(int table, int labelAt, int cells) {}

    private Alignment() {}

    /** Whether the row has {@code width} cells that can be its values. */
    static boolean fits(Values values, int width) {
        return !places(values.tokens(), width).isEmpty();
    }

    /** For each row the position of its first value, or {@link #UNCERTAIN}. */
    static int[] offsets(List<Values> rows, int width) {
        var candidates = new ArrayList<List<Integer>>();
        int most = 0;
        for (var row : rows) {
            var offsets = places(row.tokens(), width);
            candidates.add(offsets);
            most = Math.max(most, offsets.size());
        }
        return most > 1 ? chosen(rows, candidates, width) : onlyOnes(candidates);
    }

    private static int[] onlyOnes(List<List<Integer>> candidates) {
        var chosen = new int[candidates.size()];
        for (int i = 0; i < chosen.length; i++) {
            var offsets = candidates.get(i);
            chosen[i] = offsets.isEmpty() ? UNCERTAIN : offsets.getFirst();
        }
        return chosen;
    }

    private static int[] chosen(List<Values> rows, List<List<Integer>> candidates, int width) {
        var shapes = new HashMap<Shape, Set<Integer>>();
        var firstColumns = new HashMap<Integer, Map<Integer, Integer>>();
        var blanks = new int[width];
        int certain = 0;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var offsets = candidates.get(i);
            boolean filled = Item.filled(row.tokens()) > 0;
            if (!offsets.isEmpty() && filled) {
                shapes.computeIfAbsent(row.shape(), key -> new HashSet<>(offsets))
                        .retainAll(offsets);
            }
            if (offsets.size() == 1 && filled) {
                certain++;
                for (int c = 0; c < width; c++) {
                    blanks[c] += row.tokens().get(offsets.getFirst() + c).isBlank() ? 1 : 0;
                }
            }
            if (offsets.size() == 1 && row.aligned()) {
                firstColumns
                        .computeIfAbsent(row.table(), key -> new HashMap<>())
                        .merge(row.tokens().get(offsets.getFirst()).column(), 1, Integer::sum);
            }
        }
        var chosen = new int[rows.size()];
        for (int i = 0; i < chosen.length; i++) {
            var row = rows.get(i);
            var offsets = candidates.get(i);
            if (offsets.size() < 2 || Item.filled(row.tokens()) == 0) {
                chosen[i] = offsets.isEmpty() ? UNCERTAIN : offsets.getFirst();
                continue;
            }
            int byColumn = byColumn(row, offsets, firstColumns.getOrDefault(row.table(), Map.of()));
            var common = shapes.getOrDefault(row.shape(), Set.of());
            if (byColumn != UNCERTAIN) {
                chosen[i] = byColumn;
            } else if (common.size() == 1) {
                chosen[i] = common.iterator().next();
            } else {
                chosen[i] = byBlanks(row, offsets, width, blanks, certain);
            }
        }
        return chosen;
    }

    /** Where the values begin in the same column as in the certain rows of the same table. */
    private static int byColumn(Values row, List<Integer> offsets, Map<Integer, Integer> firstColumns) {
        var usual = firstColumns.entrySet().stream().max(Map.Entry.comparingByValue());
        if (row.aligned() && usual.isPresent()) {
            for (int offset : offsets) {
                if (row.tokens().get(offset).column() == usual.get().getKey()) {
                    return offset;
                }
            }
        }
        return UNCERTAIN;
    }

    /** Where the row leaves the same columns blank as the certain rows do, if that is so in one place only. */
    private static int byBlanks(Values row, List<Integer> offsets, int width, int[] blanks, int certain) {
        int found = UNCERTAIN;
        for (int offset : offsets) {
            boolean same = certain > 0;
            for (int c = 0; c < width && same; c++) {
                boolean blank = row.tokens().get(offset + c).isBlank();
                same = blank == (blanks[c] * 2 > certain);
            }
            if (same && found != UNCERTAIN) {
                return UNCERTAIN;
            }
            found = same ? offset : found;
        }
        return found;
    }

    /** Every position from which {@code width} cells hold all that is filled. */
    private static List<Integer> places(List<Token> tokens, int width) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isBlank()) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (tokens.size() < width || last - first >= width) {
            return List.of();
        }
        if (tokens.size() == width) {
            return List.of(0);
        }
        var offsets = new ArrayList<Integer>();
        for (int offset = 0; offset + width <= tokens.size(); offset++) {
            if (first < 0 || (offset <= first && last < offset + width)) {
                offsets.add(offset);
            }
        }
        return offsets;
    }
}
