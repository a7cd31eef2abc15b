package gongkai.annualreport.opening;

import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn on one page of a file that knows pages and not paragraphs: text, straight lines, filled areas and pictures, in the
 * order of the file. {@link PageLayout} finds lines of text and tables in it.
 */
final class PageContent {
    /** A filled or framed area thinner than this is a line. */
    private static final float THIN = 3.2f;
    /** More lines than a table can have: a drawing. They are counted on but not kept. */
    private static final int MOST_LINES = 40_000;

    /** So few pieces of sideways text are a stamp or a note. */
    private static final int LEAST_TURNED = 20;

    private static final int MOST_GLYPHS = 200_000;
    private static final float STRAIGHT = 0.8f;

    final int number;
    final float width;
    final float height;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private final List<Box> areas = new ArrayList<>();
    private final List<Box> pictures = new ArrayList<>();
    private int curves;

    PageContent(int number, float width, float height) {
        this.number = number;
        this.width = width;
        this.height = height;
    }

    void text(Glyph glyph) {
        if (glyphs.size() < MOST_GLYPHS && !glyph.text().isEmpty()) {
            glyphs.add(glyph);
        }
    }

    /** A stroke from one point to another; slanted ones are no business of tables. */
    void stroke(float x1, float y1, float x2, float y2) {
        if (rulings.size() >= MOST_LINES) {
            return;
        }
        if (Math.abs(y1 - y2) <= STRAIGHT && Math.abs(x1 - x2) > Math.abs(y1 - y2)) {
            rulings.add(new Ruling(true, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2)));
        } else if (Math.abs(x1 - x2) <= STRAIGHT && Math.abs(y1 - y2) > Math.abs(x1 - x2)) {
            rulings.add(new Ruling(false, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2)));
        }
    }

    /** A filled area with straight sides: a line if it is thin, else the background of something. */
    void fill(Box area) {
        if (area.height() <= THIN && area.width() > area.height()) {
            var y = (area.top() + area.bottom()) / 2;
            stroke(area.left(), y, area.right(), y);
        } else if (area.width() <= THIN && area.height() > area.width()) {
            var x = (area.left() + area.right()) / 2;
            stroke(x, area.top(), x, area.bottom());
        } else if (area.width() > THIN && area.height() > THIN && areas.size() < MOST_LINES) {
            areas.add(area);
        }
    }

    void picture(Box extent) {
        if (pictures.size() < MOST_LINES) {
            pictures.add(extent);
        }
    }

    /** A drawn shape with curves. Hundreds of them and no text: text turned into outlines, which is a picture to a reader. */
    void curve() {
        curves++;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    List<Ruling> rulings() {
        return rulings.size() >= MOST_LINES ? List.of() : rulings;
    }

    List<Box> areas() {
        return areas;
    }

    List<Box> pictures() {
        if (glyphs.isEmpty() && curves > 300) {
            return List.of(new Box(0, 0, width, height));
        }
        return pictures;
    }

    /** The page as it is read: turned back if most of its text is drawn sideways, as a wide table on an upright page is. */
    PageContent upright() {
        var turns = new int[4];
        for (var glyph : glyphs) {
            turns[glyph.turn() / 90 % 4]++;
        }
        int turn = 0;
        for (int i = 1; i < 4; i++) {
            turn = turns[i] * 3 > glyphs.size() * 2 ? i * 90 : turn;
        }
        if (turn == 0 || glyphs.size() < LEAST_TURNED) {
            return this;
        }
        var page = new PageContent(number, turn == 180 ? width : height, turn == 180 ? height : width);
        for (var glyph : glyphs) {
            var box = turned(new Box(glyph.left(), glyph.top(), glyph.right(), glyph.bottom()), turn);
            page.text(new Glyph(
                    glyph.text(),
                    box.left(),
                    box.top(),
                    box.right(),
                    box.bottom(),
                    glyph.size(),
                    (glyph.turn() - turn + 360) % 360,
                    glyph.run()));
        }
        for (var line : rulings()) {
            var box = line.horizontal()
                    ? turned(new Box(line.from(), line.at(), line.to(), line.at()), turn)
                    : turned(new Box(line.at(), line.from(), line.at(), line.to()), turn);
            page.stroke(box.left(), box.top(), box.right(), box.bottom());
        }
        for (var area : areas) {
            page.fill(turned(area, turn));
        }
        for (var picture : pictures()) {
            page.picture(turned(picture, turn));
        }
        return page;
    }

    private Box turned(Box box, int turn) {
        return switch (turn) {
            case 90 -> new Box(box.top(), width - box.right(), box.bottom(), width - box.left());
            case 180 -> new Box(width - box.right(), height - box.bottom(), width - box.left(), height - box.top());
            default -> new Box(height - box.bottom(), box.left(), height - box.top(), box.right());
        };
    }
}
