package gongkai.annualreport.opening;

import java.util.Locale;

/** Numbers as the list formats of office files write them. */
final class Numerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

    private Numerals() {}

    /** @param format a value of {@code w:numFmt}; unknown ones count in plain digits */
    static String write(int number, String format) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "koreanCounting",
                    "cardinalText" -> counted(number);
            case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2" ->
                digitByDigit(number);
            case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" -> formal(number);
            case "ideographTraditional" -> of(STEMS, number);
            case "ideographZodiac" -> of(BRANCHES, number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> ranged('①', number, 20);
            case "decimalEnclosedParen" -> ranged('⑴', number, 20);
            case "decimalEnclosedFullstop" -> ranged('⒈', number, 20);
            case "ideographEnclosedCircle" -> ranged('㊀', number, 10);
            case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(number);
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(number);
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "none" -> "";
            default -> String.valueOf(number);
        };
    }

    private static String counted(int number) {
        if (number < 0 || number > 9999) {
            return String.valueOf(number);
        }
        if (number == 0) {
            return "〇";
        }
        var text = new StringBuilder();
        var rest = number;
        for (var unit = 1000; unit > 0; unit /= 10) {
            var digit = rest / unit;
            rest %= unit;
            if (digit > 0) {
                if (!(unit == 10 && digit == 1 && text.isEmpty())) {
                    text.append(DIGITS.charAt(digit));
                }
                text.append(unit == 1000 ? "千" : unit == 100 ? "百" : unit == 10 ? "十" : "");
            } else if (!text.isEmpty() && rest > 0 && text.charAt(text.length() - 1) != '零') {
                text.append('零');
            }
        }
        return text.toString();
    }

    private static String formal(int number) {
        var counted = counted(number);
        var text = new StringBuilder(number >= 10 && number < 20 ? "壹" : "");
        for (var c : counted.toCharArray()) {
            var digit = DIGITS.indexOf(c);
            text.append(digit >= 0 ? FORMAL.charAt(digit) : c == '十' ? '拾' : c == '百' ? '佰' : c == '千' ? '仟' : c);
        }
        return text.toString();
    }

    private static String digitByDigit(int number) {
        var text = new StringBuilder();
        for (var digit : String.valueOf(Math.max(0, number)).toCharArray()) {
            text.append(DIGITS.charAt(digit - '0'));
        }
        return text.toString();
    }

    private static String fullWidth(int number) {
        var text = new StringBuilder();
        for (var digit : String.valueOf(Math.max(0, number)).toCharArray()) {
            text.append((char) (digit - '0' + '０'));
        }
        return text.toString();
    }

    private static String of(String names, int number) {
        return number < 1
                ? String.valueOf(number)
                : names.substring((number - 1) % names.length()).substring(0, 1);
    }

    private static String ranged(char first, int number, int count) {
        return number >= 1 && number <= count ? String.valueOf((char) (first + number - 1)) : String.valueOf(number);
    }

    private static String letters(int number) {
        return number < 1 || number > 780
                ? String.valueOf(number)
                : String.valueOf((char) ('A' + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }

    private static String roman(int number) {
        if (number < 1 || number > 3999) {
            return String.valueOf(number);
        }
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var text = new StringBuilder();
        var rest = number;
        for (var i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                text.append(signs[i]);
                rest -= values[i];
            }
        }
        return text.toString();
    }
}
