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
     */
    private record Column(float left, float right, float pitch, float size) {}

    /** A document of short lines only has no full line: its text would reach at least this part of the page's width. */
    private static final float NARROWEST = 0.66f;

    private static final Pattern NUMBERED =
            Pattern.compile("[（(]?[一二三四五六七八九十]{1,3}[、）)]|[（(][0-9]{1,2}[）)]|[0-9]{1,2}[.．、](?![0-9])");
    private static final Column NONE = new Column(0, Float.MAX_VALUE, Float.MAX_VALUE, 12);
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
        return new Column(edge(lefts, size), right, pitch, sizes.get(sizes.size() / 2));
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
                || column.right() - first.extent().right() < firstWord(second.text()) * size + 1.1f * size;
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
        return "。；：！？".indexOf(first.charAt(first.length() - 1)) >= 0
                && NUMBERED.matcher(second).lookingAt();
    }

    /** How much room, in widths of an ideograph, the first part of a line needs that may not be broken. */
    private static float firstWord(String text) {
        float width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= '\u2e80') {
                boolean mayNotBeginLine = "，。、；：？！）》”’】〉」』〕".indexOf(c) >= 0;
                return c >= '\u2e80' && (width == 0 || mayNotBeginLine) ? width + 1 : width;
            }
            width += 0.5f;
        }
        return width;
    }
}
