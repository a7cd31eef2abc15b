package gongkai.annualreport.checking;

import java.util.Arrays;
import java.util.HashMap;

/**
 * How much of two texts is the same: the longest common subsequence, as a share of both, so that words put in or left out cost only
 * themselves; or the passages of four characters they share, so that paragraphs may change places. The larger counts.
 */
final class Similarity {
    private static final int PASSAGE = 4;

    private Similarity() {}

    /** What counts of a text: its letters. Figures and years change by themselves. */
    static String comparable(String text) {
        var kept = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (Character.isLetter(text.charAt(at))) {
                kept.append(text.charAt(at));
            }
        }
        return kept.toString();
    }

    /** From 0, nothing in common, to 1, the same. */
    static double of(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.equals(other) ? 1 : 0;
        }
        return Math.max(subsequence(one, other), passages(one, other));
    }

    /** The bit-parallel method of Hyyrö: one bit for each character of {@code one}, 64 at a time. */
    private static double subsequence(String one, String other) {
        int words = (one.length() + 63) / 64;
        var places = new HashMap<Character, long[]>();
        for (int at = 0; at < one.length(); at++) {
            places.computeIfAbsent(one.charAt(at), c -> new long[words])[at / 64] |= 1L << (at % 64);
        }
        var open = new long[words];
        Arrays.fill(open, -1L);
        for (int at = 0; at < other.length(); at++) {
            var place = places.get(other.charAt(at));
            if (place != null) {
                advance(open, place);
            }
        }
        int common = 0;
        for (int at = 0; at < one.length(); at++) {
            if ((open[at / 64] >>> (at % 64) & 1L) == 0) {
                common++;
            }
        }
        return 2.0 * common / (one.length() + other.length());
    }

    private static void advance(long[] open, long[] place) {
        long carry = 0;
        for (int word = 0; word < open.length; word++) {
            long before = open[word];
            long matching = before & place[word];
            long sum = before + matching;
            long withCarry = sum + carry;
            boolean overflow = Long.compareUnsigned(sum, before) < 0 || Long.compareUnsigned(withCarry, sum) < 0;
            open[word] = withCarry | (before & ~place[word]);
            carry = overflow ? 1 : 0;
        }
    }

    private static double passages(String one, String other) {
        int all = Math.max(0, one.length() - PASSAGE + 1) + Math.max(0, other.length() - PASSAGE + 1);
        if (all == 0) {
            return 0;
        }
        var counts = new HashMap<String, Integer>();
        for (int at = 0; at + PASSAGE <= one.length(); at++) {
            counts.merge(one.substring(at, at + PASSAGE), 1, Integer::sum);
        }
        int common = 0;
        for (int at = 0; at + PASSAGE <= other.length(); at++) {
            var passage = other.substring(at, at + PASSAGE);
            int left = counts.getOrDefault(passage, 0);
            if (left > 0) {
                counts.put(passage, left - 1);
                common++;
            }
        }
        return 2.0 * common / all;
    }
}
