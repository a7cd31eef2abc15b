package gongkai.annualreport.opening;

import java.util.regex.Pattern;

/** The line of text being gathered, with white space as browsers show it. No-break and ideographic spaces are text. */
final class HtmlLine {
    private static final Pattern NUMBERED = Pattern.compile("^[\\s\\u00A0　]*[（(]?[0-9０-９一二三四五六七八九十①-⑳]+[）)、.．,，]");

    private final StringBuilder text = new StringBuilder();
    /** The whole line where it is one piece of text, as most are; else what has been gathered is in {@link #text}. */
    private String alone = "";

    private String label = "";
    private boolean space;
    private boolean lineBreak;

    boolean isEmpty() {
        return text.isEmpty() && alone.isEmpty();
    }

    /** What a list puts before its next line. */
    void label(String next) {
        label = next;
    }

    void append(String more) {
        if (text.isEmpty() && alone.isEmpty() && isPlain(more)) {
            alone = more;
            space = false;
            lineBreak = false;
            return;
        }
        gather();
        for (var i = 0; i < more.length(); i++) {
            var c = more.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                space = true;
                lineBreak |= c == '\n' || c == '\r';
                continue;
            }
            if (c == '\u200B' || c == '\uFEFF' || c == '\u00AD') {
                continue;
            }
            if (space) {
                // Word breaks the source inside Chinese text; that break is no space
                if (!text.isEmpty() && !(lineBreak && isWide(text.charAt(text.length() - 1)) && isWide(c))) {
                    text.append(' ');
                }
                space = false;
                lineBreak = false;
            }
            text.append(c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
    }

    /** Whether there is nothing in the text but what stands in the line. */
    private static boolean isPlain(String more) {
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            if (c <= ' ' || c == '\u00AD' || c == '\u200B' || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
                return false;
            }
        }
        return true;
    }

    private void gather() {
        if (!alone.isEmpty()) {
            text.append(alone);
            alone = "";
        }
    }

    void appendRaw(String more) {
        gather();
        text.append(more.replace("\r", ""));
    }

    String take() {
        var line = alone.isEmpty() ? text.toString() : alone;
        if (!label.isEmpty() && !NUMBERED.matcher(line).find()) {
            line = label + line;
        }
        text.setLength(0);
        alone = "";
        label = "";
        space = false;
        lineBreak = false;
        return line;
    }

    private static boolean isWide(char c) {
        return c >= 0x2E80 && c <= 0x9FFF && c != '　'
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE4F
                || c >= 0xFF01 && c <= 0xFF60
                || Character.isSurrogate(c);
    }
}
