package gongkai.annualreport.reading;

import gongkai.annualreport.Cell;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

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
    /** Thousands parted by a space; alone in its cell it can only be one number. */
    private static final Pattern SPACED_THOUSANDS =
            Pattern.compile("[1-9]\\d{0,2}(?:[ \\u00a0\\u2009\\u202f]\\d{3}){1,4}");

    private static final int LONGEST_PLACEHOLDER = 3;
    /** A narrow cell breaks a note anywhere; only between Latin words or figures does the break stand for a space. */
    private static final Pattern LINE_BREAK_IN_WORDS = Pattern.compile("(?<=[0-9A-Za-z])\\n(?=[0-9A-Za-z])");

    private Figures() {}

    /** Whether a text can only be the content of a value cell: a number, a number with a note, a placeholder, or nothing. */
    static boolean isValue(String text) {
        if (Wording.isBlank(text)) {
            return true;
        }
        if (text.length() == 1 && Wording.isDigit(text.charAt(0))) {
            return true;
        }
        if (isFormula(text)) {
            return true;
        }
        if (text.length() > 60 || isWords(text)) {
            return false;
        }
        var plain = Wording.plain(text);
        return isFigure(plain)
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
        return !Wording.isBlank(text) && text.length() <= 60 && !isWords(text) && isFigure(Wording.plain(text));
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

    private static boolean isFigure(String plain) {
        var parts = FigureParts.of(plain);
        return parts != null && parts.isFigure();
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
        var parts = FigureParts.of(plain);
        var value = parts == null ? null : parts.value();
        return value == null ? new Cell.Words(raw) : new Cell.Figure(value, raw);
    }

    /** A plain number in ASCII: an optional minus, no needless leading zero, at most one point with digits on both sides. */
    private static boolean isPlainNumber(String raw) {
        int i = raw.charAt(0) == '-' ? 1 : 0;
        int from = i;
        while (i < raw.length() && Wording.isDigit(raw.charAt(i))) {
            i++;
        }
        if (i == from || i - from > FigureParts.MOST_DIGITS || (raw.charAt(from) == '0' && i - from > 1)) {
            return false;
        }
        if (i == raw.length()) {
            return true;
        }
        int point = i++;
        while (i < raw.length() && Wording.isDigit(raw.charAt(i))) {
            i++;
        }
        return raw.charAt(point) == '.' && i == raw.length() && i > point + 1 && i - point <= FigureParts.MOST_DIGITS;
    }

    /** Digits parted by white space are two numbers or one: nobody can tell. A line break alone is a narrow cell. */
    private static boolean hasSpacedDigits(String raw) {
        for (int i = 1; i < raw.length() - 1; i++) {
            char c = raw.charAt(i);
            if (Wording.isSpace(c) && Wording.isDigit(Wording.halfWidth(raw.charAt(i - 1)))) {
                int k = i;
                boolean broken = true;
                while (k < raw.length() && Wording.isSpace(raw.charAt(k))) {
                    broken &= raw.charAt(k) == '\n' || raw.charAt(k) == '\r';
                    k++;
                }
                if (k < raw.length() && Wording.isDigit(Wording.halfWidth(raw.charAt(k))) && !broken) {
                    return true;
                }
            }
        }
        return false;
    }
}
