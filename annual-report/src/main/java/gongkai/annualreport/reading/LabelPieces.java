package gongkai.annualreport.reading;

import java.util.List;
import java.util.function.IntPredicate;

/** Puts pieces of text together again that are one label broken by lines or spaces. */
final class LabelPieces {
    /** A label written from top to bottom has a line for every letter. */
    private static final int MOST = 48;

    private LabelPieces() {}

    /**
     * Where the cell that begins with the first piece ends: the pieces are cut so that most cells are whole labels.
     *
     * @param near whether the piece at a position surely goes on with the cell before it, known label or not
     */
    static int end(List<String> pieces, IntPredicate near) {
        int size = pieces.size();
        var cost = new int[size + 1];
        var end = new int[size + 1];
        for (int from = size - 1; from >= 0; from--) {
            cost[from] = Integer.MAX_VALUE;
            boolean value = Figures.isValue(pieces.get(from));
            boolean together = true;
            for (int to = from + 1; to <= Math.min(size, from + MOST); to++) {
                if (to > from + 1 && (value || Figures.isValue(pieces.get(to - 1)))) {
                    break;
                }
                together &= to == from + 1 || near.test(to - 1);
                boolean whole = isWhole(text(pieces, from, to));
                int whatItCosts = (whole ? 0 : 1) + cost[to];
                if ((whole || together) && whatItCosts < cost[from]) {
                    cost[from] = whatItCosts;
                    end[from] = to;
                }
            }
        }
        return end[0];
    }

    /** The pieces as the lines of one cell. */
    static String text(List<String> pieces, int from, int to) {
        return to == from + 1 ? pieces.get(from) : String.join("\n", pieces.subList(from, to));
    }

    private static boolean isWhole(String text) {
        return text.contains("勾稽") ? Wording.compact(text).endsWith("和）") : TextTables.isKnown(text);
    }
}
