package gongkai.annualreport.opening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page read: its lines of text, tables and pictures, top to bottom. */
record PageLayout(int number, float width, float height, List<Piece> pieces) {
    /** Something on the page, with its extent. */
    sealed interface Piece {
        Box extent();
    }

    record Line(TextLine line) implements Piece {
        @Override
        public Box extent() {
            return line.extent();
        }
    }

    record Table(RuledTable table) implements Piece {
        @Override
        public Box extent() {
            return table.extent();
        }
    }

    record Drawing(Box extent) implements Piece {}

    /** A picture smaller than this is a logo or a seal. */
    private static final float LEAST_PICTURE_WIDTH = 150;

    private static final float LEAST_PICTURE_HEIGHT = 50;

    static PageLayout of(PageContent drawn) {
        var page = drawn.upright();
        var tables = tables(page);
        var outside = new ArrayList<Glyph>();
        var glyphs = page.glyphs();
        for (int i = 0; i < glyphs.size(); ) {
            int end = endOfFigure(glyphs, i);
            float x = (glyphs.get(i).left() + glyphs.get(end - 1).right()) / 2;
            var table = tableAround(tables, x, glyphs.get(i).centreY());
            (table == null ? outside : table.at(x, glyphs.get(i).centreY()).glyphs).addAll(glyphs.subList(i, end));
            i = end;
        }
        var pieces = new ArrayList<Piece>();
        for (var table : tables) {
            if (!table.isEmpty()) {
                pieces.add(new Table(table));
            }
        }
        for (var line : TextLine.of(outside, true)) {
            pieces.add(new Line(line));
        }
        for (var picture : pictures(page)) {
            pieces.add(new Drawing(picture));
        }
        pieces.sort(Comparator.comparingDouble(piece -> piece.extent().top()));
        return new PageLayout(page.number, page.width, page.height, pieces);
    }

    /** The tables of a page, smaller ones first, for a table may stand in a cell of another. */
    private static List<RuledTable> tables(PageContent page) {
        var tables = TableLines.tables(page.rulings());
        var areas = new ArrayList<>(page.areas());
        areas.removeIf(area -> isInside(tables, area.left(), area.top(), area.right(), area.bottom()));
        tables.addAll(TableLines.shaded(areas, page.glyphs()));
        var rulings = new ArrayList<>(page.rulings());
        rulings.removeIf(line -> !line.horizontal() || isInside(tables, line.from(), line.at(), line.to(), line.at()));
        tables.addAll(LinedTable.tables(rulings, page.glyphs()));
        tables.sort(Comparator.comparingDouble(table -> size(table.extent())));
        return tables;
    }

    private static boolean isInside(List<RuledTable> tables, float left, float top, float right, float bottom) {
        float x = (left + right) / 2;
        float y = (top + bottom) / 2;
        for (var table : tables) {
            var box = table.extent();
            if (x >= box.left() - 4 && x <= box.right() + 4 && y >= box.top() - 4 && y <= box.bottom() + 4) {
                return true;
            }
        }
        return false;
    }

    /** A figure drawn in one go belongs into one cell even if it is too long for it and runs over the edge. */
    private static int endOfFigure(List<Glyph> glyphs, int from) {
        int end = from + 1;
        while (end < glyphs.size()
                && isFigure(glyphs.get(end))
                && isFigure(glyphs.get(end - 1))
                && glyphs.get(end).run() == glyphs.get(from).run()
                && glyphs.get(end).turn() == 0
                && Math.abs(glyphs.get(end).left() - glyphs.get(end - 1).right())
                        < 0.12f * glyphs.get(end).size()
                && Math.abs(glyphs.get(end).bottom() - glyphs.get(from).bottom()) < 1) {
            end++;
        }
        return end;
    }

    private static boolean isFigure(Glyph glyph) {
        char c = glyph.text().charAt(0);
        return c >= '0' && c <= '9' || c == '.' || c == ',';
    }

    private static float size(Box box) {
        return box.width() * box.height();
    }

    private static @Nullable RuledTable tableAround(List<RuledTable> tables, float x, float y) {
        for (var table : tables) {
            if (table.extent().holds(x, y)) {
                return table;
            }
        }
        return null;
    }

    /** The pictures large enough to hold a text that is not also there as text; strips of one scan count as one. */
    private static List<Box> pictures(PageContent page) {
        var whole = new ArrayList<Box>();
        for (var picture : page.pictures()) {
            var box = picture;
            for (int i = whole.size() - 1; i >= 0 && whole.size() < 200; i--) {
                if (whole.get(i).touches(box, 1)) {
                    box = box.with(whole.remove(i));
                }
            }
            whole.add(box);
        }
        whole.removeIf(box -> box.width() < LEAST_PICTURE_WIDTH
                || box.height() < LEAST_PICTURE_HEIGHT
                || page.glyphs().stream()
                                .filter(glyph -> box.holds(glyph.centreX(), glyph.centreY()))
                                .limit(20)
                                .count()
                        == 20);
        return whole;
    }
}
