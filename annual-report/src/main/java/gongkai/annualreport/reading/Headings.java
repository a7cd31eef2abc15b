package gongkai.annualreport.reading;

import gongkai.annualreport.SectionKey;
import gongkai.annualreport.reading.Item.Line;
import gongkai.annualreport.reading.Item.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headings of the six sections. A wording alone does not make a heading: the same words stand in tables of contents, in
 * sub-headings of section one and doubled on the page, so numbering, the tables below and the company of other headings decide.
 */
final class Headings {
    /**
     * A heading that was chosen.
     *
     * @param item its position among the items
     * @param length how many characters of the line are the heading; the rest is the section's first paragraph
     */
    record Heading(SectionKey key, int item, int length) {}

    private Headings() {}

    /** The chosen headings in the order of the document, at most one for each section. */
    static List<Heading> find(List<Item> items) {
        var candidates = new ArrayList<HeadingCandidate>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Line line && !line.text().isEmpty()) {
                var candidate = HeadingCandidate.of(line.text(), i);
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
        return HeadingCandidate.of(text, 0) != null;
    }

    /** Four or more headings with nothing between them are a table of contents, as long as those sections have headings further on. */
    private static void dropContents(List<HeadingCandidate> candidates, List<Item> items) {
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
            if (seen.size() >= 4 && again(seen, candidates.subList(to, candidates.size())) >= 3) {
                candidates.subList(from, to).clear();
            } else {
                from = to;
            }
        }
    }

    /** How many of the sections have candidates further on. */
    private static int again(Set<SectionKey> sections, List<HeadingCandidate> later) {
        var again = EnumSet.noneOf(SectionKey.class);
        later.forEach(candidate -> again.add(candidate.key()));
        again.retainAll(sections);
        return again.size();
    }

    private static boolean nothingBetween(List<Item> items, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (!(items.get(i) instanceof Line line) || !Wording.isBlank(line.text())) {
                return false;
            }
        }
        return true;
    }

    private static HeadingCandidate.Style usualStyle(List<HeadingCandidate> candidates) {
        var sections = new EnumMap<HeadingCandidate.Style, Set<SectionKey>>(HeadingCandidate.Style.class);
        for (var candidate : candidates) {
            boolean inOrder = candidate.ordinal() == 0
                    || candidate.ordinal() == candidate.key().ordinal() + 1;
            if (inOrder && candidate.likeness() > HeadingCandidate.ALIKE) {
                sections.computeIfAbsent(candidate.style(), key -> EnumSet.noneOf(SectionKey.class))
                        .add(candidate.key());
            }
        }
        var usual = HeadingCandidate.Style.NUMERAL;
        int most = 0;
        for (var entry : sections.entrySet()) {
            if (entry.getValue().size() > most) {
                most = entry.getValue().size();
                usual = entry.getKey();
            }
        }
        return usual;
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
            if (anchors[0] > item && ClauseWords.clause(text) != null) {
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

    private static @Nullable HeadingCandidate choose(
            SectionKey key,
            List<HeadingCandidate> candidates,
            HeadingCandidate.Style style,
            int[] anchors,
            List<Item> items) {
        int before = switch (key) {
            case OVERVIEW, PROACTIVE -> anchors[0];
            case REQUESTS -> anchors[1];
            case REMEDIES -> anchors[2];
            case PROBLEMS, OTHER -> Integer.MAX_VALUE;
        };
        int lastTable = lastKnown(anchors);
        boolean afterTables = key == SectionKey.PROBLEMS || key == SectionKey.OTHER;
        boolean tabled = key == SectionKey.PROACTIVE || key == SectionKey.REQUESTS || key == SectionKey.REMEDIES;
        HeadingCandidate best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (var candidate : candidates) {
            if (candidate.key() != key) {
                continue;
            }
            double score = candidate.likeness();
            if (candidate.style() == style) {
                score += 1;
            } else if (candidate.style() == HeadingCandidate.Style.BRACKETED
                    || candidate.style() == HeadingCandidate.Style.DIGIT) {
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
                && (best.style() == HeadingCandidate.Style.BRACKETED || best.style() == HeadingCandidate.Style.DIGIT);
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
