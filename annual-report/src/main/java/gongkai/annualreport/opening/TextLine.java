package gongkai.annualreport.opening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One line of text on a page.
 *
 * @param text with a tab for each wide gap, so that a table drawn by gaps alone keeps its columns
 * @param size the size of its type
 */
record TextLine(String text, Box extent, float size) {
    private static final float TAB = 1.8f;
    private static final float DIGIT_GAP = 0.25f;
    private static final float OTHER_GAP = 0.3f;
    private static final float IDEOGRAPH_GAP = 0.6f;

    /** The lines that pieces of text make, top to bottom, for each direction of text on its own. */
    static List<TextLine> of(List<Glyph> glyphs, boolean tabs) {
        var sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingInt(Glyph::turn).thenComparingDouble(Glyph::line));
        var lines = new ArrayList<TextLine>();
        int from = 0;
        while (from < sorted.size()) {
            var first = sorted.get(from);
            float centre = first.line();
            int to = from + 1;
            while (to < sorted.size() && sorted.get(to).turn() == first.turn()) {
                var next = sorted.get(to);
                if (next.line() - centre > 0.5f * Math.min(next.size(), first.size())) {
                    break;
                }
                centre += (next.line() - centre) / (to - from + 1);
                to++;
            }
            var line = sorted.subList(from, to);
            line.sort(Comparator.comparingDouble(Glyph::start));
            var text = text(line, tabs);
            if (!text.isBlank()) {
                lines.add(new TextLine(text, extent(line), first.size()));
            }
            from = to;
        }
        return lines;
    }

    private static Box extent(List<Glyph> line) {
        Box extent = null;
        for (var glyph : line) {
            if (!glyph.isBlank()) {
                var box = new Box(glyph.left(), glyph.top(), glyph.right(), glyph.bottom());
                extent = extent == null ? box : extent.with(box);
            }
        }
        return extent == null ? new Box(0, 0, 0, 0) : extent;
    }

    private static String text(List<Glyph> line, boolean tabs) {
        var text = new StringBuilder();
        var usual = usualGap(line);
        var spaces = new StringBuilder();
        float spaceWidth = 0;
        Glyph last = null;
        for (var glyph : line) {
            if (glyph.isBlank()) {
                spaces.append(glyph.text());
                spaceWidth += glyph.end() - glyph.start();
                continue;
            }
            if (last != null) {
                if (isDouble(last, glyph)) {
                    continue;
                }
                float gap = glyph.start() - last.end();
                float em = Math.max(last.size(), glyph.size());
                if (tabs && gap - spaceWidth > TAB * em) {
                    text.append('\t');
                } else if (!spaces.isEmpty() && gap > 0.1f * em) {
                    text.append(spaces);
                } else if (gap > leastSpace(last, glyph, usual) * em) {
                    // Two figures that nearly touch stand in two columns; a space would make thousands of them
                    text.append(tabs && isFigure(last) && isFigure(glyph) ? '\t' : ' ');
                }
            }
            spaces.setLength(0);
            spaceWidth = 0;
            text.append(glyph.text());
            last = glyph;
        }
        return text.toString();
    }

    /** The same character drawn twice to look bold. */
    private static boolean isDouble(Glyph last, Glyph glyph) {
        return glyph.start() - last.start() < 0.3f * (glyph.end() - glyph.start())
                && glyph.text().equals(last.text());
    }

    private static float leastSpace(Glyph last, Glyph glyph, float usual) {
        char before = last.text().charAt(last.text().length() - 1);
        char after = glyph.text().charAt(0);
        if (Character.isDigit(before) && Character.isDigit(after)) {
            return DIGIT_GAP;
        }
        return usual + (before >= '\u2e80' && after >= '\u2e80' ? IDEOGRAPH_GAP : OTHER_GAP);
    }

    private static boolean isFigure(Glyph glyph) {
        return glyph.text().chars().allMatch(Character::isDigit);
    }

    /** The gap between neighbours that spacing of letters makes on this line, as a part of the type's size. */
    private static float usualGap(List<Glyph> line) {
        if (line.size() < 4) {
            return 0;
        }
        var gaps = new ArrayList<Float>(line.size());
        for (int i = 1; i < line.size(); i++) {
            var last = line.get(i - 1);
            gaps.add((line.get(i).start() - last.end()) / Math.max(1, last.size()));
        }
        gaps.sort(null);
        return Math.clamp(gaps.get(gaps.size() / 2), 0, 0.6f);
    }
}
