package gongkai.annualreport.opening;

import java.util.regex.Pattern;

/** The line of text being gathered, with white space as browsers show it. No-break and ideographic spaces are text. */
final class HtmlLine {
    private static final Pattern NUMBERED = Pattern.compile("^[\\s\\u00A0　]*[（(]?[0-9０-９一二三四五六七八九十①-⑳]+[）)、.．,，]");

    private final StringBuilder text = new StringBuilder();
    private String label = "";
    private boolean space;
    private boolean lineBreak;

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** What a list puts before its next line. */
    void label(String next) {
        label = next;
    }

    void append(String more) {
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

    void appendRaw(String more) {
        text.append(more.replace("\r", ""));
    }

    String take() {
        var line = text.toString();
        if (!label.isEmpty() && !NUMBERED.matcher(line).find()) {
            line = label + line;
        }
        text.setLength(0);
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
