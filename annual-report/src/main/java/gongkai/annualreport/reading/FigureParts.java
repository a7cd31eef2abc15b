package gongkai.annualreport.reading;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure taken apart as it is written: sign, digits, unit and a note after them.
 *
 * @param digits as they stand, with thousands separators
 * @param unit such as 件, empty where none is written
 * @param note what follows, empty where nothing does
 */
record FigureParts(boolean negative, String digits, String unit, String note) {
    private static final Set<String> UNITS = Set.of(
            "件", "条", "项", "个", "次", "份", "宗", "起", "例", "部", "人", "人次", "元", "万元", "亿元", "万", "亿", "千元", "百元", "件次",
            "条次", "批", "家", "篇", "余件", "余条");

    /** Right before digits a dash of any length is typed for a minus. */
    private static final String MINUS = "-−–—";

    static final int MOST_DIGITS = 18;

    /** The parts of a text in half-width forms without white space; null where it begins with no digits or a word follows that is no unit. */
    static @Nullable FigureParts of(String plain) {
        int from = afterSign(plain);
        int to = from;
        while (to < plain.length() && (Wording.isDigit(plain.charAt(to)) || isInside(plain, to))) {
            to++;
        }
        if (to == from) {
            return null;
        }
        var rest = plain.substring(to);
        var unit = leadingHan(rest);
        if (!unit.isEmpty() && !UNITS.contains(unit)) {
            return null;
        }
        boolean negative = from > 0 && (MINUS.indexOf(plain.charAt(0)) >= 0 || plain.charAt(0) == '减');
        return new FigureParts(negative, plain.substring(from, to), unit, rest.substring(unit.length()));
    }

    /** Whether the whole can only be a figure, not the number of a list before its text or words about a figure. */
    boolean isFigure() {
        if (note.isEmpty() || isNote(note)) {
            return true;
        }
        boolean ofList = unit.isEmpty() && ".、．)".indexOf(note.charAt(0)) >= 0;
        return !ofList && note.chars().noneMatch(c -> Wording.isHan((char) c));
    }

    /** What it comes to; null where the unit leaves that open, the note is none, or the separators are not well set. */
    @Nullable
    BigDecimal value() {
        if (unit.startsWith("余") || !note.isEmpty() && !isNote(note)) {
            return null;
        }
        var plain = withoutSeparators(digits);
        if (plain == null) {
            return null;
        }
        var value = new BigDecimal(plain);
        return negative ? value.negate() : value;
    }

    /** The position after {@code +}, {@code -}, 增 or 减 (and 加 or 少 after them). */
    private static int afterSign(String plain) {
        if (plain.isEmpty()) {
            return 0;
        }
        char first = plain.charAt(0);
        if (first == '+' || MINUS.indexOf(first) >= 0) {
            return 1;
        }
        if (first == '增' || first == '减') {
            boolean two = plain.length() > 1 && plain.charAt(1) == (first == '增' ? '加' : '少');
            return two ? 2 : 1;
        }
        return 0;
    }

    /** The digits without thousands separators; null if they are not well set. */
    private static @Nullable String withoutSeparators(String digits) {
        int point = digits.indexOf('.');
        var whole = point < 0 ? digits : digits.substring(0, point);
        var fraction = point < 0 ? "" : digits.substring(point + 1);
        if (whole.indexOf(',') >= 0) {
            var groups = whole.split(",", -1);
            for (int i = 0; i < groups.length; i++) {
                boolean right = i == 0 ? !groups[i].isEmpty() && groups[i].length() <= 3 : groups[i].length() == 3;
                if (!right) {
                    return null;
                }
            }
            whole = whole.replace(",", "");
        }
        // 0562 is the rest of a figure broken before its point, or no count at all
        boolean sound = !whole.isEmpty()
                && !(whole.length() > 2 && whole.charAt(0) == '0' && whole.charAt(1) != '0')
                && whole.length() <= MOST_DIGITS
                && fraction.length() < MOST_DIGITS
                && fraction.chars().allMatch(c -> c >= '0' && c <= '9')
                && (point < 0 || !fraction.isEmpty());
        return sound ? whole + (point < 0 ? "" : "." + fraction) : null;
    }

    /** A point or comma between two digits. */
    private static boolean isInside(String plain, int i) {
        char c = plain.charAt(i);
        return (c == '.' || c == ',')
                && i > 0
                && Wording.isDigit(plain.charAt(i - 1))
                && i + 1 < plain.length()
                && Wording.isDigit(plain.charAt(i + 1));
    }

    /** A note after a number: in brackets, or after a comma beginning with 其中 or 含. */
    private static boolean isNote(String note) {
        char first = note.charAt(0);
        if (first == '(' || first == '[' || first == '【' || first == '〔') {
            return true;
        }
        if (first == ',' || first == ';' || first == ':') {
            return note.startsWith("其中", 1) || note.startsWith("含", 1) || note.startsWith("包括", 1);
        }
        return note.startsWith("其中");
    }

    private static String leadingHan(String text) {
        int i = 0;
        while (i < text.length() && Wording.isHan(text.charAt(i))) {
            i++;
        }
        var han = text.substring(0, i);
        int note = han.indexOf("其中");
        return note >= 0 ? han.substring(0, note) : han;
    }
}
