package gongkai.platform.redaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Finds words in a PDF with the places they stand at. Blanks and ends of lines between characters do not matter. */
public final class Search {
    private static final int AROUND = 12;
    private static final int MOST = 500;
    private static final char GAP = '\n';
    /** What is less than this share of a character between two is no gap. */
    private static final double NARROW = 0.3;

    private Search() {}

    /** All places of that pattern, which sees the text of a page without blanks, read through and parted at gaps; at most 500. */
    public static List<Found> in(byte[] pdf, Pattern pattern) throws RedactionException {
        try (var document = Loader.loadPDF(pdf)) {
            var found = new ArrayList<Found>();
            for (int page = 1; page <= document.getNumberOfPages() && found.size() < MOST; page++) {
                on(document, page, pattern, found);
            }
            return found;
        } catch (IOException e) {
            throw new RedactionException("文件有密码保护、已损坏或不是 PDF，无法处理", e);
        }
    }

    private static void on(PDDocument document, int page, Pattern pattern, List<Found> found) throws IOException {
        var size = PageSize.of(document, page);
        var glyphs = Glyphs.of(document, page, (float) size.width(), (float) size.height());
        var seen = new HashSet<List<Glyph>>();
        for (var text : List.of(Text.of(glyphs, false), Text.of(glyphs, true))) {
            var matcher = pattern.matcher(text.characters());
            while (matcher.find() && found.size() < MOST) {
                var matched = text.at().subList(matcher.start(), matcher.end()).stream()
                        .flatMap(Optional::stream)
                        .toList();
                if (!matched.isEmpty() && seen.add(matched)) {
                    found.add(new Found(
                            page, matcher.group(), text.around(matcher.start(), matcher.end()), areas(page, matched)));
                }
            }
        }
    }

    /**
     * The characters of a page with the glyph of each. Read through, so that words are found across blanks and ends of lines; or parted at
     * gaps, so that two numbers in neighbouring columns are not taken for one.
     */
    private record Text(String characters, List<Optional<Glyph>> at) {
        static Text of(List<Glyph> glyphs, boolean parted) {
            var characters = new StringBuilder();
            var at = new ArrayList<Optional<Glyph>>();
            Glyph before = null;
            for (var glyph : glyphs) {
                if (parted && before != null && apart(before.box(), glyph.box())) {
                    characters.append(GAP);
                    at.add(Optional.empty());
                }
                for (int i = 0; i < glyph.text().length(); i++) {
                    at.add(Optional.of(glyph));
                }
                characters.append(glyph.text());
                before = glyph;
            }
            return new Text(characters.toString(), at);
        }

        private static boolean apart(Glyph.Box before, Glyph.Box after) {
            boolean beside = after.top() < before.bottom() && after.bottom() > before.top();
            return !beside || after.left() - before.right() > before.width() * NARROW;
        }

        String around(int start, int end) {
            return characters
                    .substring(Math.max(0, start - AROUND), Math.min(characters.length(), end + AROUND))
                    .replace(String.valueOf(GAP), "");
        }
    }

    /** One area for each run of characters that stand beside each other. */
    private static List<Area> areas(int page, List<Glyph> glyphs) {
        var areas = new ArrayList<Area>();
        Area line = null;
        for (var glyph : glyphs) {
            var box = area(page, glyph.box());
            if (line != null && box.top() < line.bottom() && box.bottom() > line.top() && box.right() >= line.left()) {
                line = new Area(
                        page,
                        Math.min(line.left(), box.left()),
                        Math.min(line.top(), box.top()),
                        Math.max(line.right(), box.right()),
                        Math.max(line.bottom(), box.bottom()));
                areas.set(areas.size() - 1, line);
            } else {
                line = box;
                areas.add(line);
            }
        }
        return areas.stream().map(Search::within).toList();
    }

    private static Area area(int page, Glyph.Box box) {
        return new Area(page, box.left(), box.top(), box.right(), box.bottom());
    }

    private static Area within(Area area) {
        return new Area(
                area.page(),
                Math.max(0, area.left()),
                Math.max(0, area.top()),
                Math.min(1, area.right()),
                Math.min(1, area.bottom()));
    }
}
