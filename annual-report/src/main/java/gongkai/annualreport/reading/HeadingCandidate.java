package gongkai.annualreport.reading;

import gongkai.annualreport.SectionKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A line that could be the heading of a section.
 *
 * @param item its position among the items
 * @param likeness how like it is to a title of the section
 * @param ordinal the number it bears, 0 for none
 * @param length how many characters of the line are the heading; the rest is the section's first paragraph
 */
record HeadingCandidate(SectionKey key, int item, double likeness, Style style, int ordinal, int length) {
    private static final Vocabulary WORDS = Vocabulary.OFFICIAL;
    private static final int LONGEST = 48;
    static final double ALIKE = 0.74;

    /** Every title has several of these characters. */
    private static final String HEADING_WORDS = "情况事项概述报告问题改进复议诉讼申请公开";

    enum Style {
        NUMERAL,
        BRACKETED,
        DIGIT,
        CHAPTER,
        NONE
    }

    /** The section whose titles a label is most like; the same labels come in every report, so the answers are kept. */
    private record Likest(@Nullable SectionKey key, double likeness) {}

    private static final Map<String, Likest> LIKEST = new ConcurrentHashMap<>();
    private static final int MOST_KEPT = 2_000;

    /** What a line could be the heading of; null if of nothing. */
    static @Nullable HeadingCandidate of(String text, int item) {
        if (text.length() < 2 || (text.length() > 2 * LONGEST && !Wording.isNumeral(text.charAt(0)))) {
            return null;
        }
        var plain = Wording.plain(text);
        if (plain.length() < 2) {
            return null;
        }
        if (plain.length() > LONGEST) {
            return runIn(text, plain, item);
        }
        if (plain.indexOf('。') >= 0 && plain.indexOf('。') < plain.length() - 1) {
            return runIn(text, plain, item);
        }
        var label = Wording.label(plain);
        if (label.length() < 4 && !label.equals("概述") && !label.equals("概况")) {
            return null;
        }
        if (!hasHeadingWord(label)) {
            return null;
        }
        var likest = LIKEST.get(label);
        if (likest == null) {
            likest = likest(label);
            if (LIKEST.size() < MOST_KEPT) {
                LIKEST.put(label, likest);
            }
        }
        var best = likest.key();
        double most = likest.likeness();
        var style = style(plain);
        int ordinal = ordinal(plain);
        if (best == null) {
            best = byWords(label, style);
            most = 0.6;
        }
        return best == null ? null : new HeadingCandidate(best, item, most, style, ordinal, text.length());
    }

    private static boolean hasHeadingWord(String label) {
        for (int i = 0; i < label.length(); i++) {
            if (HEADING_WORDS.indexOf(label.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Likest likest(String label) {
        SectionKey best = null;
        double most = ALIKE;
        for (var key : SectionKey.values()) {
            for (var title : WORDS.sectionTitles(key)) {
                double likeness = Wording.likeness(label, title, ALIKE);
                if (likeness > most) {
                    most = likeness;
                    best = key;
                }
            }
        }
        return new Likest(best, most);
    }

    /** A heading with its text on the same line: {@code 一、总体情况。2021年，……}. */
    private static @Nullable HeadingCandidate runIn(String text, String plain, int item) {
        int from = Wording.afterNumbering(plain, 0);
        if (from == 0 || style(plain) != Style.NUMERAL) {
            return null;
        }
        for (var key : SectionKey.values()) {
            for (var title : WORDS.sectionTitles(key)) {
                // The bare words of a title lack its comma, so walk both together.
                int end = matchEnd(plain, from, title);
                if (end > 0 && ordinal(plain) == key.ordinal() + 1) {
                    return new HeadingCandidate(
                            key, item, 0.8, Style.NUMERAL, ordinal(plain), originalLength(text, end));
                }
            }
        }
        return null;
    }

    private static int matchEnd(String plain, int from, String title) {
        int i = from;
        int matched = 0;
        while (i < plain.length() && matched < title.length()) {
            char c = plain.charAt(i);
            if (c == title.charAt(matched)) {
                matched++;
            } else if (Wording.isHan(c)) {
                return -1;
            }
            i++;
        }
        boolean ends = matched == title.length() && i < plain.length() && "。:：；,，".indexOf(plain.charAt(i)) >= 0;
        return ends ? i : -1;
    }

    private static int originalLength(String text, int compactLength) {
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            if (seen == compactLength) {
                return i;
            }
            seen += Wording.isSpace(text.charAt(i)) ? 0 : 1;
        }
        return text.length();
    }

    /** Headings worded freely, told by the words every wording has; only where the line is numbered like one. */
    private static @Nullable SectionKey byWords(String label, Style style) {
        if (style == Style.NONE || label.length() > 40) {
            return null;
        }
        if (label.contains("复议") && label.contains("诉讼") && label.contains("情况")) {
            return SectionKey.REMEDIES;
        }
        if (label.contains("收到") && label.contains("处理") && label.contains("申请")) {
            return SectionKey.REQUESTS;
        }
        if (label.contains("问题") && label.contains("改进") && label.length() <= 30) {
            return SectionKey.PROBLEMS;
        }
        if (label.contains("其他") && label.contains("报告") && label.contains("事项")) {
            return SectionKey.OTHER;
        }
        if (label.contains("主动公开政府信息") && label.endsWith("情况")) {
            return SectionKey.PROACTIVE;
        }
        return label.endsWith("总体情况") ? SectionKey.OVERVIEW : null;
    }

    private static Style style(String plain) {
        char first = plain.charAt(0);
        if (first == '第' && plain.indexOf("部分") > 0 && plain.indexOf("部分") < 5) {
            return Style.CHAPTER;
        }
        if (first == '(') {
            return Style.BRACKETED;
        }
        if (Wording.afterNumbering(plain, 0) == 0) {
            return Style.NONE;
        }
        return Wording.isNumeral(first) ? Style.NUMERAL : Style.DIGIT;
    }

    private static int ordinal(String plain) {
        for (int i = 0; i < Math.min(3, plain.length()); i++) {
            char c = plain.charAt(i);
            if (Wording.isNumeral(c)) {
                return "一二三四五六七八九十".indexOf(c) + 1;
            }
            if (c >= '1' && c <= '9') {
                return c - '0';
            }
        }
        return 0;
    }
}
