package gongkai.annualreport.checking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An amount of money in prose.
 *
 * @param figure the number as written
 * @param tenThousands whether it is in 万元
 * @param text as written, for example {@code 1.2万元}
 * @param sentence the sentence it stands in
 * @param clause the part of the sentence, between commas, it stands in
 */
record Money(BigDecimal figure, boolean tenThousands, String text, String sentence, String clause) {
    private static final String SENTENCE_ENDS = "。；;！!？?\n";
    private static final String CLAUSE_ENDS = SENTENCE_ENDS + "，,、：:";
    private static final List<String> NOT_CHARGED =
            List.of("标准", "每件", "每页", "每份", "/件", "/页", "元一件", "按件", "按量", "以下", "以上", "未收", "没有收", "不收", "免", "退");

    BigDecimal yuan() {
        return tenThousands ? figure.movePointRight(4) : figure;
    }

    /** Whether it tells what was charged, not what something costs or what was not charged. */
    boolean isCharged() {
        return sentence.contains("费") && NOT_CHARGED.stream().noneMatch(clause::contains);
    }

    /** Whether the amount is given in 万元 or more, not in yuan. */
    static boolean tellsTenThousands(String raw) {
        return raw.contains("万") || raw.contains("亿");
    }

    /** All amounts the text names. */
    static List<Money> in(String text) {
        if (text.indexOf('元') < 0) {
            return List.of();
        }
        var found = new ArrayList<Money>();
        for (int at = text.indexOf('元'); at >= 0; at = text.indexOf('元', at + 1)) {
            int end = back(text, at);
            boolean tenThousands = end > 0 && text.charAt(end - 1) == '万';
            if (tenThousands) {
                end = back(text, end - 1);
            }
            int start = end;
            while (start > 0 && isOfNumber(text.charAt(start - 1))) {
                start--;
            }
            var digits = digits(text, start, end);
            if (!digits.isEmpty()) {
                found.add(new Money(
                        new BigDecimal(digits),
                        tenThousands,
                        text.substring(start, at + 1),
                        around(text, start, at, SENTENCE_ENDS),
                        around(text, start, at, CLAUSE_ENDS)));
            }
        }
        return found;
    }

    private static int back(String text, int at) {
        int end = at;
        while (end > 0 && Character.isSpaceChar(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isOfNumber(char c) {
        return Character.digit(c, 10) >= 0 || c == '.' || c == '．' || c == ',' || c == '，';
    }

    /** The number with plain digits; empty if it is none. A comma before it ends the clause before, it is no part of it. */
    private static String digits(String text, int start, int end) {
        var digits = new StringBuilder();
        boolean point = false;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (Character.digit(c, 10) >= 0) {
                digits.append(Character.digit(c, 10));
            } else if (c == '.' || c == '．') {
                if (point || digits.isEmpty()) {
                    return "";
                }
                point = true;
                digits.append('.');
            } else if (c == '，') {
                digits.setLength(0);
                point = false;
            }
        }
        return digits.isEmpty() || digits.charAt(digits.length() - 1) == '.' ? "" : digits.toString();
    }

    private static String around(String text, int from, int to, String ends) {
        int start = from;
        while (start > 0 && ends.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        int end = to;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }
}
