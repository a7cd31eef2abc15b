package gongkai.annualreport.reading;

import gongkai.annualreport.SectionKey;
import gongkai.annualreport.reading.Item.Line;
import gongkai.annualreport.reading.Item.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headings of the six sections. A wording alone does not make a heading: the same words stand in tables of contents, in
 * sub-headings of section one and doubled on the page, so numbering, the tables below and the company of other headings decide.
 */
final class Headings {
    private static final Vocabulary WORDS = Vocabulary.OFFICIAL;
    private static final int LONGEST = 48;
    private static final double ALIKE = 0.74;

    /** Every title has several of these characters. */
    private static final String HEADING_WORDS = "情况事项概述报告问题改进复议诉讼申请公开";

    /**
     * A heading that was chosen.
     *
     * @param item its position among the items
     * @param length how many characters of the line are the heading; the rest is the section's first paragraph
     */
    record Heading(SectionKey key, int item, int length) {}

    private enum Style {
        NUMERAL,
        BRACKETED,
        DIGIT,
        CHAPTER,
        NONE
    }

    private record Candidate(SectionKey key, int item, double likeness, Style style, int ordinal, int length) {}

    /** The section whose titles a label is most like; the same labels come in every report, so the answers are kept. */
    private record Likest(@Nullable SectionKey key, double likeness) {}

    private static final Map<String, Likest> LIKEST = new ConcurrentHashMap<>();
    private static final int MOST_KEPT = 2_000;

    private Headings() {}

    /** The chosen headings in the order of the document, at most one for each section. */
    static List<Heading> find(List<Item> items) {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Line line && !line.text().isEmpty()) {
                var candidate = candidate(line.text(), i);
                if (candidate != null) {
                    candidates.add(candidate);
                }
            }
        }
        if (candidates.isEmpty()) {
            return List.of();
        }
        dropContents(candidates, items);
        var style = usualStyle(candidates);
        var anchors = anchors(items);
        var chosen = new ArrayList<Heading>();
        for (var key : SectionKey.values()) {
            var best = choose(key, candidates, style, anchors, items);
            if (best != null) {
                chosen.add(new Heading(key, best.item(), best.length()));
            }
        }
        chosen.sort(Comparator.comparingInt(Heading::item));
        return chosen;
    }

    /** Whether a line could be a section's heading. */
    static boolean isHeading(String text) {
        return candidate(text, 0) != null;
    }

    private static @Nullable Candidate candidate(String text, int item) {
        if (text.length() < 2 || (text.length() > 2 * LONGEST && !Wording.isNumeral(text.charAt(0)))) {
            return null;
        }
        var plain = Wording.halfWidth(Wording.compact(text));
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
        return best == null ? null : new Candidate(best, item, most, style, ordinal, text.length());
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
    private static @Nullable Candidate runIn(String text, String plain, int item) {
        int from = Wording.afterNumbering(plain, 0);
        if (from == 0 || style(plain) != Style.NUMERAL) {
            return null;
        }
        for (var key : SectionKey.values()) {
            for (var title : WORDS.sectionTitles(key)) {
                // The bare words of a title lack its comma, so walk both together.
                int end = matchEnd(plain, from, title);
                if (end > 0 && ordinal(plain) == key.ordinal() + 1) {
                    return new Candidate(key, item, 0.8, Style.NUMERAL, ordinal(plain), originalLength(text, end));
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

    /** Four or more headings with nothing between them are a table of contents, as long as those sections have headings further on. */
    private static void dropContents(List<Candidate> candidates, List<Item> items) {
        int from = 0;
        while (from < candidates.size()) {
            int to = from + 1;
            var seen = EnumSet.of(candidates.get(from).key());
            while (to < candidates.size()
                    && !(seen.size() >= 4 && seen.contains(candidates.get(to).key()))
                    && nothingBetween(
                            items,
                            candidates.get(to - 1).item(),
                            candidates.get(to).item())) {
                seen.add(candidates.get(to).key());
                to++;
            }
            var run = candidates.subList(from, to);
            int sections = seen.size();
            int end = to;
            boolean again = run.stream()
                            .map(Candidate::key)
                            .distinct()
                            .filter(key -> candidates.subList(end, candidates.size()).stream()
                                    .anyMatch(later -> later.key() == key))
                            .count()
                    >= Math.min(sections, 3);
            if (sections >= 4 && again) {
                run.clear();
            } else {
                from = to;
            }
        }
    }

    private static boolean nothingBetween(List<Item> items, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (!(items.get(i) instanceof Line line) || !Wording.isBlank(line.text())) {
                return false;
            }
        }
        return true;
    }

    private static Style usualStyle(List<Candidate> candidates) {
        var sections = new HashMap<Style, EnumMap<SectionKey, Boolean>>();
        for (var candidate : candidates) {
            boolean inOrder = candidate.ordinal() == 0
                    || candidate.ordinal() == candidate.key().ordinal() + 1;
            if (inOrder && candidate.likeness() > ALIKE) {
                sections.computeIfAbsent(candidate.style(), key -> new EnumMap<>(SectionKey.class))
                        .put(candidate.key(), true);
            }
        }
        return sections.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<Style, EnumMap<SectionKey, Boolean>> entry) ->
                                entry.getValue().size())
                        .thenComparing(entry -> -entry.getKey().ordinal()))
                .map(Map.Entry::getKey)
                .orElse(Style.NUMERAL);
    }

    /** The first item of tables two, three and four; {@link Integer#MAX_VALUE} where there is none. */
    private static int[] anchors(List<Item> items) {
        var anchors = new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        for (int i = 0; i < items.size(); i++) {
            switch (items.get(i)) {
                case Line line -> {
                    if (line.text().length() < 200 && mayMark(line.text())) {
                        var mark = new Mark(anchors, i);
                        TextCells.of(line.text()).forEach(mark::cell);
                    }
                }
                case Table table -> {
                    var mark = new Mark(anchors, i);
                    for (var row : table.rows()) {
                        for (var token : row.tokens()) {
                            mark.cell(token.text());
                        }
                    }
                }
                case Item.Image image -> {}
            }
        }
        return anchors;
    }

    /** Whether a line has a character of the labels that begin the tables. */
    private static boolean mayMark(String text) {
        return text.indexOf('条') >= 0 || text.indexOf('数') >= 0 || text.indexOf('诉') >= 0 || text.indexOf('纠') >= 0;
    }

    private record Mark(int[] anchors, int item) {
        void cell(String text) {
            if (text.length() < 4 || text.length() > 70 || !mayMark(text)) {
                return;
            }
            if (anchors[0] > item && Vocabulary.clause(text) != null) {
                anchors[0] = item;
            }
            if (anchors[1] > item || anchors[2] > item) {
                var label = Wording.label(text);
                if (anchors[1] > item && label.length() > 6 && label.endsWith("政府信息公开申请数量")) {
                    anchors[1] = item;
                }
                if (anchors[2] > item && (label.equals("未经复议直接起诉") || label.equals("复议后起诉") || label.equals("结果纠正"))) {
                    anchors[2] = item;
                }
            }
        }
    }

    private static @Nullable Candidate choose(
            SectionKey key, List<Candidate> candidates, Style style, int[] anchors, List<Item> items) {
        int before = switch (key) {
            case OVERVIEW, PROACTIVE -> anchors[0];
            case REQUESTS -> anchors[1];
            case REMEDIES -> anchors[2];
            case PROBLEMS, OTHER -> Integer.MAX_VALUE;
        };
        int lastTable = lastKnown(anchors);
        boolean afterTables = key == SectionKey.PROBLEMS || key == SectionKey.OTHER;
        boolean tabled = key == SectionKey.PROACTIVE || key == SectionKey.REQUESTS || key == SectionKey.REMEDIES;
        Candidate best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (var candidate : candidates) {
            if (candidate.key() != key) {
                continue;
            }
            double score = candidate.likeness();
            if (candidate.style() == style) {
                score += 1;
            } else if (candidate.style() == Style.BRACKETED || candidate.style() == Style.DIGIT) {
                score -= 1;
            }
            score += candidate.ordinal() == key.ordinal() + 1 ? 1 : 0;
            score += candidate.item() <= before ? 0.8 : 0;
            score += afterTables && candidate.item() > lastTable ? 1.2 : 0;
            boolean doubled = best != null && nothingBetween(items, best.item(), candidate.item());
            boolean nearer = tabled && before < Integer.MAX_VALUE && candidate.item() <= before;
            if (score > most || (score == most && (nearer || doubled)) || (doubled && score > most - 0.3)) {
                most = score;
                best = candidate;
            }
        }
        // A sub-heading with a heading's words, numbered in another way and out of turn, is not the heading.
        boolean stray = best != null
                && best.style() != style
                && best.ordinal() != key.ordinal() + 1
                && (best.style() == Style.BRACKETED || best.style() == Style.DIGIT);
        return stray ? null : best;
    }

    private static int lastKnown(int[] anchors) {
        int last = -1;
        for (int anchor : anchors) {
            last = anchor < Integer.MAX_VALUE ? Math.max(last, anchor) : last;
        }
        return last;
    }
}
