package gongkai.platform.redaction;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the text of a page with the place of each character. */
final class Glyphs extends PDFTextStripper {
    private final List<Glyph> found = new ArrayList<>();
    private final float width;
    private final float height;

    private Glyphs(float width, float height) {
        this.width = width;
        this.height = height;
        setSuppressDuplicateOverlappingText(false);
    }

    /** The text of page {@code number}, from 1, in reading order; {@code width} and {@code height} of the page as shown, in points. */
    static List<Glyph> of(PDDocument document, int number, float width, float height) throws IOException {
        var glyphs = new Glyphs(width, height);
        glyphs.setStartPage(number);
        glyphs.setEndPage(number);
        glyphs.setSortByPosition(true);
        glyphs.writeText(document, Writer.nullWriter());
        return glyphs.found;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (var position : positions) {
            var character = position.getUnicode();
            if (character == null || character.isBlank()) {
                continue;
            }
            found.add(box(character, position));
        }
    }

    /**
     * The type size high and reaching below the line: what hangs lower or stands higher must not escape a mark. Text that does not run
     * from left to right on the page as it is shown gets a box wide enough for any direction.
     */
    private Glyph box(String character, TextPosition position) {
        double size = Math.max(position.getHeightDir(), position.getFontSizeInPt());
        double along = Math.max(position.getWidthDirAdj(), 1);
        double x = position.getX();
        double y = position.getY();
        boolean upright = x == position.getXDirAdj() && y == position.getYDirAdj();
        double reach = Math.max(size, along);
        return upright
                ? new Glyph(character, x / width, (y - size) / height, (x + along) / width, (y + size * 0.25) / height)
                : new Glyph(
                        character,
                        (x - reach) / width,
                        (y - reach) / height,
                        (x + reach) / width,
                        (y + reach) / height);
    }
}
