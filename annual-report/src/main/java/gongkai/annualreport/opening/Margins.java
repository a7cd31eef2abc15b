package gongkai.annualreport.opening;

import gongkai.annualreport.opening.PageLayout.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where the text of a document begins and ends on its lines, and how far its lines stand apart: what tells a wrapped line. */
final class Margins {
    /**
     * @param pitch from one line to the next within a paragraph
     * @param size of most of the type
     * @param indented whether its paragraphs begin further in than their other lines
     */
    private record Column(float left, float right, float pitch, float size, boolean indented) {
        float room(TextLine line) {
            return (right - line.extent().right()) / line.size();
        }

        float indent(TextLine line) {
            return (line.extent().left() - left) / line.size();
        }
    }

    /** A document of short lines only has no full line: its text would reach at least this part of the page's width. */
    private static final float NARROWEST = 0.66f;

    private static final Pattern NUMBERED =
            Pattern.compile("[（(]?[一二三四五六七八九十]{1,3}[、）)]|[（(][0-9]{1,2}[）)]|[0-9]{1,2}[.．、](?![0-9])");
    private static final Column NONE = new Column(0, Float.MAX_VALUE, Float.MAX_VALUE, 12, false);
    private static final String SENTENCE_ENDS = "。；：！？";
    /** Widths of an ideograph that a line may fall short of the margin, beyond what its next word needs. */
    private static final float SLACK = 1.1f;

    private static final float SLACK_WITHIN_SENTENCE = 2;
    private static final float SLACK_WHERE_PARAGRAPHS_ARE_INDENTED = 4;
    /** No word is longer that an office program would not break. */
    private static final float LONGEST_WORD = 12;

    private final Map<Integer, Column> byPageWidth = new HashMap<>();

    static Margins of(List<PageLayout> pages) {
        var lines = new HashMap<Integer, List<TextLine>>();
        var pitches = new HashMap<Integer, List<Float>>();
        for (var page : pages) {
            TextLine last = null;
            for (var piece : page.pieces()) {
                if (piece instanceof Line found) {
                    var line = found.line();
                    lines.computeIfAbsent(Math.round(page.width()), width -> new ArrayList<>())
                            .add(line);
                    if (last != null && last.size() == line.size()) {
                        pitches.computeIfAbsent(Math.round(page.width()), width -> new ArrayList<>())
                                .add((line.extent().bottom() - last.extent().bottom()) / line.size());
                    }
                    last = line;
                } else {
                    last = null;
                }
            }
        }
        var margins = new Margins();
        lines.forEach((width, all) ->
                margins.byPageWidth.put(width, column(width, all, pitches.getOrDefault(width, new ArrayList<>()))));
        return margins;
    }

    private static Column column(float pageWidth, List<TextLine> lines, List<Float> pitches) {
        var lefts = new ArrayList<Float>();
        var rights = new ArrayList<Float>();
        for (var line : lines) {
            lefts.add(line.extent().left());
            rights.add(-line.extent().right());
        }
        pitches.sort(null);
        float pitch = pitches.isEmpty() ? Float.MAX_VALUE : pitches.get(pitches.size() / 3);
        float size = lines.getFirst().size();
        float right = Math.max(-edge(rights, size), NARROWEST * pageWidth);
        var sizes = lines.stream().map(TextLine::size).sorted().toList();
        var column = new Column(edge(lefts, size), right, pitch, sizes.get(sizes.size() / 2), false);
        return new Column(column.left(), right, pitch, column.size(), isIndented(lines, column));
    }

    /** Whether what comes after the end of a paragraph mostly stands two ideographs further in. */
    private static boolean isIndented(List<TextLine> lines, Column column) {
        int ends = 0;
        int indents = 0;
        for (int i = 1; i < lines.size(); i++) {
            var before = lines.get(i - 1);
            float indent = column.indent(lines.get(i));
            if (column.room(before) > 6 && column.indent(before) < 3 && indent < 3) {
                ends++;
                indents += indent > 1.4f ? 1 : 0;
            }
        }
        return indents > 2 && indents * 3 > ends * 2;
    }

    /** The outermost place where at least two lines end. */
    private static float edge(List<Float> ends, float size) {
        ends.sort(null);
        for (int i = 0; i + 1 < ends.size(); i++) {
            if (ends.get(i + 1) - ends.get(i) < size) {
                return ends.get(i);
            }
        }
        return ends.getFirst();
    }

    /** Whether the second line goes on with the first one's paragraph. */
    boolean continues(TextLine first, TextLine second, float pageWidth, boolean nextPage) {
        var column = byPageWidth.getOrDefault(Math.round(pageWidth), NONE);
        float size = first.size();
        if (Math.abs(size - second.size()) > 0.15f * size
                || first.text().indexOf('\t') >= 0
                || second.text().indexOf('\t') >= 0
                || beginsPart(first.text(), second.text())
                || second.extent().left() - column.left() > 0.9f * size && !isWrappedTitle(first, second, column)
                || first.extent().left() - column.left() > 3.2f * size) {
            return false;
        }
        if (!nextPage) {
            float pitch = (second.extent().bottom() - first.extent().bottom()) / size;
            if (pitch > 1.35f * column.pitch() + 0.1f || pitch > 4) {
                return false;
            }
        }
        return isWrappedTitle(first, second, column)
                || column.room(first) < Math.min(firstWord(second.text()), LONGEST_WORD) + slack(first.text(), column);
    }

    private static float slack(String line, Column column) {
        if (endsSentence(line)) {
            return SLACK;
        }
        return column.indented() ? SLACK_WHERE_PARAGRAPHS_ARE_INDENTED : SLACK_WITHIN_SENTENCE;
    }

    private static boolean endsSentence(String line) {
        return SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    /** A title too long for its line: large, and centred as its rest below is. */
    private static boolean isWrappedTitle(TextLine first, TextLine second, Column column) {
        float centre = (first.extent().left() + first.extent().right()) / 2;
        float below = (second.extent().left() + second.extent().right()) / 2;
        return first.size() > 1.2f * column.size()
                && Math.abs(centre - below) < 0.6f * first.size()
                && column.right() - column.left() - first.extent().width() < 1.3f * first.size();
    }

    /** A full line that ends a sentence, and then a heading or numbered item: the next paragraph, even if nothing indents it. */
    private static boolean beginsPart(String first, String second) {
        return endsSentence(first) && NUMBERED.matcher(second).lookingAt();
    }

    /**
     * How much room, in widths of an ideograph, the first part of a line needs that may not be broken. Spaces around figures do not
     * part them from their unit (2023 年).
     */
    private static float firstWord(String text) {
        float width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\u00a0') {
                boolean keeps = i + 1 < text.length() && isDigit(text.charAt(i + 1)) != isDigit(text.charAt(i - 1));
                if (!keeps) {
                    return width;
                }
                width += 0.25f;
            } else if (c >= '\u2e80') {
                boolean mayNotBeginLine = "，。、；：？！）》”’】〉」』〕".indexOf(c) >= 0;
                boolean follows = width > 0 && text.charAt(i - 1) != ' ' && text.charAt(i - 1) != '\u00a0';
                if (follows && !mayNotBeginLine) {
                    return width;
                }
                width++;
            } else {
                width += 0.5f;
            }
        }
        return width;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
