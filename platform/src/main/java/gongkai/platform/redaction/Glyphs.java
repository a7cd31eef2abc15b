package gongkai.platform.redaction;

import gongkai.platform.redaction.Glyph.Box;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Collects the text of a page with the place of each character. Text of layers that are switched off is left out. */
final class Glyphs extends PDFTextStripper {
    /** Text whose line is turned by less than this share of its size counts as straight. */
    private static final double SLANT = 0.05;

    private final List<Glyph> found = new ArrayList<>();
    private final Deque<Boolean> hidden = new ArrayDeque<>();
    private final Layers layers;
    private final float width;
    private final float height;

    private Glyphs(PDDocument document, float width, float height) {
        this.layers = new Layers(document);
        this.width = width;
        this.height = height;
        setSuppressDuplicateOverlappingText(false);
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
    }

    /** The text of page {@code number}, from 1, in reading order; {@code width} and {@code height} of the page as shown, in points. */
    static List<Glyph> of(PDDocument document, int number, float width, float height) throws IOException {
        var glyphs = new Glyphs(document, width, height);
        glyphs.setStartPage(number);
        glyphs.setEndPage(number);
        glyphs.setSortByPosition(true);
        glyphs.writeText(document, Writer.nullWriter());
        return glyphs.found;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        hidden.push(COSName.OC.equals(tag) && properties != null && layers.hide(PDPropertyList.create(properties)));
    }

    @Override
    public void endMarkedContentSequence() {
        hidden.poll();
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (!layers.hide(form.getOptionalContent())) {
            super.showForm(form);
        }
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (!hidden.contains(true)) {
            super.processTextPosition(position);
        }
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (var position : positions) {
            var character = position.getUnicode();
            if (character == null || character.isBlank()) {
                continue;
            }
            found.add(glyph(character, position));
        }
    }

    /**
     * The type size high and reaching below the line: what hangs lower or stands higher must not escape a mark. A slanted line gets boxes
     * wide enough for any direction.
     */
    private Glyph glyph(String character, TextPosition position) {
        double size = Math.max(position.getHeightDir(), position.getFontSizeInPt());
        double along = Math.max(position.getWidthDirAdj(), 1);
        double x = position.getX();
        double y = position.getY();
        if (slanted(position)) {
            double reach = Math.max(size, along);
            return new Glyph(
                    character,
                    part(x - reach, y - reach, x + reach, y + reach),
                    part(x - reach / 2, y - reach / 2, x + reach / 2, y + reach / 2));
        }
        return switch (Math.floorMod(Math.round(position.getDir()) - position.getRotation(), 360)) {
            case 90 ->
                new Glyph(
                        character,
                        part(x - size, y - along, x + size * 0.25, y),
                        part(x - size * 0.75, y - along * 0.85, x + size * 0.05, y - along * 0.15));
            case 180 ->
                new Glyph(
                        character,
                        part(x - along, y - size * 0.25, x, y + size),
                        part(x - along * 0.85, y - size * 0.05, x - along * 0.15, y + size * 0.75));
            case 270 ->
                new Glyph(
                        character,
                        part(x - size * 0.25, y, x + size, y + along),
                        part(x - size * 0.05, y + along * 0.15, x + size * 0.75, y + along * 0.85));
            default ->
                new Glyph(
                        character,
                        part(x, y - size, x + along, y + size * 0.25),
                        part(x + along * 0.15, y - size * 0.75, x + along * 0.85, y + size * 0.05));
        };
    }

    private static boolean slanted(TextPosition position) {
        double across = Math.abs(position.getTextMatrix().getScaleX());
        double up = Math.abs(position.getTextMatrix().getShearY());
        return Math.min(across, up) > SLANT * Math.max(across, up);
    }

    private Box part(double left, double top, double right, double bottom) {
        return new Box(left / width, top / height, right / width, bottom / height);
    }
}
