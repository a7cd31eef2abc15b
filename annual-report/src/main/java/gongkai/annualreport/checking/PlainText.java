package gongkai.annualreport.checking;

import java.util.regex.Pattern;

/** Prose brought to one way of writing, so that a rule needs to know only one: no white space, Arabic numerals, full-width punctuation. */
final class PlainText {
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d,.])\\d{1,3}(?:,\\d{3})++(?![\\d,])");
    private static final Pattern NUMERAL = Pattern.compile("(?<![第每逐唯统同之另某任专零〇一二两三四五六七八九十百千万])[零〇一二两三四五六七八九十百千]{1,9}+"
            + "(?=(?:件|份|条|宗|封|例)(?![例案事])|次(?![性第])|起(?:[，。；、）案行]|$))");
    private static final Pattern QUOTED_TITLE = Pattern.compile("《[^《》]{0,80}》");

    private PlainText() {}

    /** Without white space and invisible characters, with half-width digits and letters and full-width punctuation. */
    static String of(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                continue;
            }
            if (c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ') {
                c -= '０' - '0';
            }
            plain.append(
                    switch (c) {
                        case '(' -> '（';
                        case ')' -> '）';
                        case ';' -> '；';
                        case ':', '∶' -> '：';
                        case '?' -> '？';
                        case '!' -> '！';
                        case '％' -> '%';
                        case '．' -> '.';
                        default -> c;
                    });
        }
        var grouped = plain.indexOf(",") < 0
                ? plain.toString()
                : THOUSANDS.matcher(plain).replaceAll(match -> match.group().replace(",", ""));
        return grouped.replace(',', '，');
    }

    /** Text for reading claims from: numerals before a measure word in digits, and nothing inside 《》, where other years and numbers stand. */
    static String forClaims(String plain) {
        var text = plain.indexOf('《') < 0 ? plain : QUOTED_TITLE.matcher(plain).replaceAll("《》");
        if (!countsInWords(text)) {
            return text;
        }
        return NUMERAL.matcher(text).replaceAll(match -> {
            int value = numeral(match.group());
            return value < 0 ? match.group() : Integer.toString(value);
        });
    }

    private static boolean countsInWords(String text) {
        for (int i = 1; i < text.length(); i++) {
            if ("件份条宗封例次起".indexOf(text.charAt(i)) >= 0 && "零〇一二两三四五六七八九十百千".indexOf(text.charAt(i - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
        }
        return false;
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || c == '\u00a0'
                || c == '\u3000'
                || c == '\ufeff'
                || c >= '\u200b' && c <= '\u200f'
                || c == '\u2028'
                || c == '\u2029';
    }

    /** The value of a numeral such as 一百零五; -1 if it is none. */
    static int numeral(String text) {
        int total = 0;
        int digit = -1;
        boolean positional = text.length() > 1 && text.chars().noneMatch(c -> "十百千".indexOf(c) >= 0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = "零一二三四五六七八九".indexOf(c == '〇' ? '零' : c == '两' ? '二' : c);
            if (value >= 0) {
                if (positional) {
                    total = total * 10 + value;
                } else if (digit > 0) {
                    return -1;
                } else {
                    digit = value;
                }
                continue;
            }
            int unit = c == '十' ? 10 : c == '百' ? 100 : 1000;
            total += (digit <= 0 ? 1 : digit) * unit;
            digit = -1;
        }
        return positional ? total : total + Math.max(digit, 0);
    }
}
