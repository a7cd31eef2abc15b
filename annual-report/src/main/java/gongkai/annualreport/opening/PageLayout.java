package gongkai.annualreport.opening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    static PageLayout of(PageContent page) {
        var tables = TableLines.tables(page.rulings());
        tables.sort(Comparator.comparingDouble(table -> size(table.extent())));
        var outside = new ArrayList<Glyph>();
        for (var glyph : page.glyphs()) {
            var table = tableAround(tables, glyph);
            if (table == null) {
                outside.add(glyph);
            } else {
                table.at(glyph.centreX(), glyph.centreY()).glyphs.add(glyph);
            }
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

    private static float size(Box box) {
        return box.width() * box.height();
    }

    private static @org.jspecify.annotations.Nullable RuledTable tableAround(List<RuledTable> tables, Glyph glyph) {
        for (var table : tables) {
            if (table.extent().holds(glyph.centreX(), glyph.centreY())) {
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
