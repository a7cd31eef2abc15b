package gongkai.annualreport.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How written Chinese is compared: what counts as the same wording in a heading or a label. */
final class Wording {
    private static final String NUMERALS = "一二三四五六七八九十";
    private static final String NO_BREAK_SPACE_ENTITY = "&nbsp;";

    /** The labels of one report stand in every other, so their bare words are kept. */
    private static final Map<String, String> LABELS = new ConcurrentHashMap<>();

    private static final int LONGEST_KEPT = 80;
    private static final int MOST_KEPT = 5_000;

    private Wording() {}

    /** Any white space or invisible character, no-break and ideographic spaces, byte order marks and soft hyphens among them. */
    static boolean isSpace(char c) {
        return c <= ' ' || (c >= '\u0085' && isRareSpace(c));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isRareSpace(char c) {
        if (c > '\u3000' || (c > '\u00ad' && c < '\u1680')) {
            return c == '\ufeff';
        }
        return c == '\u00a0'
                || c == '\u3000'
                || (c >= '\u2000' && c <= '\u200f')
                || c == '\u0085'
                || c == '\u00ad'
                || c == '\u1680'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u2060';
    }

    /** The text without any white space, written-out {@code &nbsp;} included; otherwise as it stands. */
    static String compact(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || isSpace(c)) {
                return compact(text, i);
            }
        }
        return text;
    }

    private static String compact(String text, int from) {
        var rest = text.indexOf('&', from) >= 0 ? text.replace(NO_BREAK_SPACE_ENTITY, " ") : text;
        var out = new StringBuilder(rest.length()).append(rest, 0, from);
        for (int i = from; i < rest.length(); i++) {
            if (!isSpace(rest.charAt(i))) {
                out.append(rest.charAt(i));
            }
        }
        return out.toString();
    }

    /** The text without any white space and in half-width forms. */
    static String plain(String text) {
        return halfWidth(compact(text));
    }

    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return text.charAt(i) == '&' && compact(text).isEmpty();
            }
        }
        return true;
    }

    /** The text without white space at both ends; what is inside stays. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Full-width letters, digits and signs as their half-width forms. */
    static char halfWidth(char c) {
        return c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
    }

    static String halfWidth(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (halfWidth(text.charAt(i)) != text.charAt(i)) {
                var half = text.toCharArray();
                for (int k = i; k < half.length; k++) {
                    half[k] = halfWidth(half[k]);
                }
                return new String(half);
            }
        }
        return text;
    }

    static boolean isNumeral(char c) {
        return NUMERALS.indexOf(c) >= 0;
    }

    /** The bare words of a label and of its other wordings. */
    static Set<String> labels(String label, List<String> variants) {
        var labels = new LinkedHashSet<String>();
        labels.add(label(label));
        variants.forEach(variant -> labels.add(label(variant)));
        return labels;
    }

    /**
     * The bare words of a label: no white space, numbering, punctuation, digits or bracketed notes; 它 as 他. {@code （二）部分公开（区分处理的…）}
     * gives {@code 部分公开}.
     */
    static String label(String text) {
        if (text.length() > LONGEST_KEPT) {
            return bare(text);
        }
        var known = LABELS.get(text);
        if (known == null) {
            known = bare(text);
            if (LABELS.size() < MOST_KEPT) {
                LABELS.put(text, known);
            }
        }
        return known;
    }

    private static String bare(String text) {
        var plain = plain(text);
        int from = afterNumbering(plain, 0);
        from = afterNumbering(plain, from);
        var out = new StringBuilder(plain.length());
        int depth = 0;
        for (int i = from; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (isOpening(c)) {
                depth++;
            } else if (isClosing(c)) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && isHan(c)) {
                out.append(c == '它' ? '他' : c);
            }
        }
        return out.toString();
    }

    static boolean isHan(char c) {
        return (c >= '\u4e00' && c <= '\u9fff') || (c >= '\u3400' && c <= '\u4dbf') || c == '〇';
    }

    private static boolean isOpening(char c) {
        return c == '(' || c == '[' || c == '【' || c == '〔';
    }

    private static boolean isClosing(char c) {
        return c == ')' || c == ']' || c == '】' || c == '〕';
    }

    /** The position after a numbering such as {@code 一、}, {@code （一）}, {@code 1.}, {@code ①} at {@code from}; {@code from} if there is none. */
    static int afterNumbering(String plain, int from) {
        int i = from;
        boolean bracket = i < plain.length() && plain.charAt(i) == '(';
        if (bracket) {
            i++;
        }
        int start = i;
        while (i < plain.length() && isNumeral(plain.charAt(i)) && i - start < 3) {
            i++;
        }
        if (i > start) {
            if (i < plain.length() && isNumberingEnd(plain.charAt(i))) {
                return i + 1;
            }
            return bracket && i < plain.length() ? i : from;
        }
        while (i < plain.length() && plain.charAt(i) >= '0' && plain.charAt(i) <= '9' && i - start < 2) {
            i++;
        }
        if (i > start) {
            while (i < plain.length() && isNumberingEnd(plain.charAt(i))) {
                i++;
            }
            return i;
        }
        if (!bracket && i < plain.length() && plain.charAt(i) >= '①' && plain.charAt(i) <= '⑳') {
            return i + 1;
        }
        return from;
    }

    private static boolean isNumberingEnd(char c) {
        return c == '、' || c == '.' || c == ')' || c == ',' || c == '．' || c == ':' || c == '。';
    }

    /**
     * How alike two labels are, 1 for equal, from the number of characters to change (edit distance over the longer length); 0 where
     * they are less alike than {@code least}.
     */
    static double likeness(String a, String b, double least) {
        if (a.equals(b)) {
            return 1;
        }
        int longer = Math.max(a.length(), b.length());
        int most = longer - (int) Math.ceil(least * longer - 1e-9);
        if (longer == 0 || Math.abs(a.length() - b.length()) > most || strange(a, b) > most) {
            return 0;
        }
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()] > most ? 0 : 1 - (double) row[b.length()] / longer;
    }

    /** How many characters of the longer text the shorter has not: each of them costs at least one change. */
    private static int strange(String a, String b) {
        var longer = a.length() >= b.length() ? a : b;
        var shorter = longer == a ? b : a;
        int strange = 0;
        for (int i = 0; i < longer.length(); i++) {
            strange += shorter.indexOf(longer.charAt(i)) < 0 ? 1 : 0;
        }
        return strange;
    }
}
