package gongkai.platform.redaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Finds words in a PDF with the places they stand at. Blanks and ends of lines between characters do not matter. */
public final class Search {
    private static final int AROUND = 12;
    private static final int MOST = 500;

    private Search() {}

    /** All places of that pattern, which sees the text of a page without blanks; at most 500. */
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
        var text = new StringBuilder();
        var at = new ArrayList<Glyph>();
        for (var glyph : glyphs) {
            for (int i = 0; i < glyph.text().length(); i++) {
                at.add(glyph);
            }
            text.append(glyph.text());
        }
        var matcher = pattern.matcher(text);
        while (matcher.find() && found.size() < MOST) {
            if (matcher.end() > matcher.start()) {
                found.add(new Found(
                        page,
                        matcher.group(),
                        text.substring(
                                Math.max(0, matcher.start() - AROUND), Math.min(text.length(), matcher.end() + AROUND)),
                        areas(page, at.subList(matcher.start(), matcher.end()))));
            }
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
