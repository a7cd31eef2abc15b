package gongkai.annualreport.reading;

import gongkai.annualreport.Cell;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of one cell. A number is taken only where it stands there for certain; everything else keeps its text. The mark
 * {@code 〔缺〕} is how a written report shows a cell that its source did not have.
 */
final class Figures {
    static final String MISSING_MARK = "〔缺〕";

    private static final Set<String> PLACEHOLDERS = Set.of(
            "/", "\\", "-", "--", "—", "——", "–", "−", "―", "─", "──", "－", "一一", "无", "*", "**", "／", "＼", "~", "～",
            "·", "…", "……", "N/A", "n/a", "NA", "无数据", "不适用", "暂无", "没有", "未发生", "不涉及", "空", "零", "〇", "○", "O", "o",
            "?", "？", "//", ".", "。");
    private static final Set<String> UNITS = Set.of(
            "件", "条", "项", "个", "次", "份", "宗", "起", "例", "部", "人", "人次", "元", "万元", "亿元", "万", "亿", "千元", "百元", "件次",
            "条次", "批", "家", "篇", "余件", "余条");
    /** Thousands parted by a space; alone in its cell it can only be one number. */
    private static final Pattern SPACED_THOUSANDS =
            Pattern.compile("[1-9]\\d{0,2}(?:[ \\u00a0\\u2009\\u202f]\\d{3}){1,4}");

    /** Right before digits a dash of any length is typed for a minus. */
    private static final String MINUS = "-−–—";

    private static final int LONGEST_PLACEHOLDER = 3;
    private static final int MOST_DIGITS = 18;
    /** A narrow cell breaks a note anywhere; only between Latin words or figures does the break stand for a space. */
    private static final Pattern LINE_BREAK_IN_WORDS = Pattern.compile("(?<=[0-9A-Za-z])\\n(?=[0-9A-Za-z])");

    private Figures() {}

    /** Whether a text can only be the content of a value cell: a number, a number with a note, a placeholder, or nothing. */
    static boolean isValue(String text) {
        if (Wording.isBlank(text)) {
            return true;
        }
        if (text.length() == 1 && isDigit(text.charAt(0))) {
            return true;
        }
        if (isFormula(text)) {
            return true;
        }
        if (text.length() > 60 || isWords(text)) {
            return false;
        }
        var plain = Wording.plain(text);
        return startsAsFigure(plain)
                || (plain.length() <= LONGEST_PLACEHOLDER && PLACEHOLDERS.contains(plain))
                || plain.equals(MISSING_MARK);
    }

    /** Whether a text is a formula that was never calculated: a sheet shows its result, and there is none. */
    static boolean isFormula(String text) {
        return text.length() > 1
                && text.charAt(0) == '='
                && (text.charAt(1) == '(' || Character.isLetterOrDigit(text.charAt(1)) && text.charAt(1) < 0x80);
    }

    /** Whether a text holds digits and is a value: neither blank nor a placeholder. */
    static boolean isNumber(String text) {
        return !Wording.isBlank(text) && text.length() <= 60 && !isWords(text) && startsAsFigure(Wording.plain(text));
    }

    /** Whether a text is seen to be no figure at a glance: more characters than a placeholder has, and none that begins a figure. */
    private static boolean isWords(String text) {
        char first = text.charAt(0);
        if (!Wording.isHan(first) || first == '增' || first == '减') {
            return false;
        }
        int seen = 0;
        for (int i = 0; i < text.length() && seen <= LONGEST_PLACEHOLDER; i++) {
            seen += Wording.isSpace(text.charAt(i)) || text.charAt(i) == '&' ? 0 : 1;
        }
        return seen > LONGEST_PLACEHOLDER && text.indexOf('&') < 0;
    }

    private static boolean startsAsFigure(String plain) {
        int i = afterSign(plain);
        int digits = i;
        while (i < plain.length() && isDigit(plain.charAt(i))) {
            i++;
        }
        if (i == digits) {
            return false;
        }
        while (i < plain.length() && (isDigit(plain.charAt(i)) || isInside(plain, i))) {
            i++;
        }
        var rest = plain.substring(i);
        if (rest.isEmpty()) {
            return true;
        }
        char next = rest.charAt(0);
        if (next == '.' || next == '、' || next == '．' || next == ')') {
            return false;
        }
        var unit = leadingHan(rest);
        if (!unit.isEmpty() && !UNITS.contains(unit)) {
            return false;
        }
        var note = rest.substring(unit.length());
        return note.isEmpty() || isNote(note) || noHan(note);
    }

    /** What stands in the cell. */
    static Cell read(String text) {
        if (Wording.isBlank(text)) {
            return Cell.BLANK;
        }
        var raw = Wording.trim(text);
        if (raw.equals("0")) {
            return Cell.ZERO;
        }
        if (isPlainNumber(raw)) {
            return new Cell.Figure(new BigDecimal(raw), null);
        }
        var plain = Wording.plain(raw);
        if (plain.equals(MISSING_MARK)) {
            return Cell.MISSING;
        }
        raw = LINE_BREAK_IN_WORDS.matcher(raw).replaceAll(" ").replace("\n", "");
        if (SPACED_THOUSANDS.matcher(raw).matches()) {
            return new Cell.Figure(new BigDecimal(plain), raw);
        }
        if (hasSpacedDigits(Wording.trim(text)) || plain.length() > 60) {
            return new Cell.Words(raw);
        }
        return number(plain, raw);
    }

    private static Cell number(String plain, String raw) {
        int from = afterSign(plain);
        boolean negative = from > 0 && (MINUS.indexOf(plain.charAt(0)) >= 0 || plain.startsWith("减"));
        int to = from;
        while (to < plain.length() && (isDigit(plain.charAt(to)) || isInside(plain, to))) {
            to++;
        }
        var digits = withoutSeparators(plain.substring(from, to));
        if (digits == null) {
            return new Cell.Words(raw);
        }
        var rest = plain.substring(to);
        var unit = leadingHan(rest);
        if (!unit.isEmpty() && (!UNITS.contains(unit) || unit.startsWith("余"))) {
            return new Cell.Words(raw);
        }
        if (!rest.substring(unit.length()).isEmpty() && !isNote(rest.substring(unit.length()))) {
            return new Cell.Words(raw);
        }
        var value = new BigDecimal(digits);
        return new Cell.Figure(negative ? value.negate() : value, raw);
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

    /** A plain number in ASCII: an optional minus, no needless leading zero, at most one point with digits on both sides. */
    private static boolean isPlainNumber(String raw) {
        int i = raw.charAt(0) == '-' ? 1 : 0;
        int from = i;
        while (i < raw.length() && isDigit(raw.charAt(i))) {
            i++;
        }
        if (i == from || i - from > MOST_DIGITS || (raw.charAt(from) == '0' && i - from > 1)) {
            return false;
        }
        if (i == raw.length()) {
            return true;
        }
        int point = i++;
        while (i < raw.length() && isDigit(raw.charAt(i))) {
            i++;
        }
        return raw.charAt(point) == '.' && i == raw.length() && i > point + 1 && i - point <= MOST_DIGITS;
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

    /** Digits parted by white space are two numbers or one: nobody can tell. A line break alone is a narrow cell. */
    private static boolean hasSpacedDigits(String raw) {
        for (int i = 1; i < raw.length() - 1; i++) {
            char c = raw.charAt(i);
            if (Wording.isSpace(c) && isDigit(Wording.halfWidth(raw.charAt(i - 1)))) {
                int k = i;
                boolean broken = true;
                while (k < raw.length() && Wording.isSpace(raw.charAt(k))) {
                    broken &= raw.charAt(k) == '\n' || raw.charAt(k) == '\r';
                    k++;
                }
                if (k < raw.length() && isDigit(Wording.halfWidth(raw.charAt(k))) && !broken) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A point or comma between two digits. */
    private static boolean isInside(String plain, int i) {
        char c = plain.charAt(i);
        return (c == '.' || c == ',')
                && i > 0
                && isDigit(plain.charAt(i - 1))
                && i + 1 < plain.length()
                && isDigit(plain.charAt(i + 1));
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

    private static boolean noHan(String text) {
        return text.chars().noneMatch(c -> Wording.isHan((char) c));
    }
}
