package gongkai.annualreport.checking;

/** Texts as they are compared: what white space, punctuation and numbering add does not count. */
final class Letters {
    private static final String NUMERALS = "一二三四五六七八九十";

    private Letters() {}

    static String withoutSpace(String text) {
        int at = 0;
        while (at < text.length() && !isSpace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        var kept = new StringBuilder(text.length()).append(text, 0, at);
        for (; at < text.length(); at++) {
            if (!isSpace(text.charAt(at))) {
                kept.append(text.charAt(at));
            }
        }
        return kept.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff' || c == '\u200b';
    }

    /** Only letters and digits. */
    static String letters(String text) {
        var kept = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                kept.append(text.charAt(at));
            }
        }
        return kept.toString();
    }

    /** A heading's letters without its number: 总体情况 for 一、总体情况 or 第一部分 总体情况. */
    static String heading(String heading) {
        var letters = letters(heading);
        int at = 0;
        if (letters.startsWith("第")) {
            int part = letters.indexOf("部分");
            if (part > 0 && part <= 3) {
                return letters.substring(part + 2);
            }
        }
        while (at < letters.length()
                && (NUMERALS.indexOf(letters.charAt(at)) >= 0 || Character.isDigit(letters.charAt(at)))) {
            at++;
        }
        return letters.substring(at);
    }
}
