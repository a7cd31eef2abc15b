package gongkai.platform.redaction;

import gongkai.annualreport.writing.Typefaces;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** A PDF of pictures, with the text that can still be seen in them laid invisibly above, so that it can be searched and read aloud. */
final class RedactedPdf implements AutoCloseable {
    private static final float QUALITY = 0.85f;

    /** What can be kept with a case; more would also not fit into the memory. */
    private static final long MOST_BYTES = 50L << 20;

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private long bytes;

    RedactedPdf() throws IOException {
        font = PDType0Font.load(document, new ByteArrayInputStream(Typefaces.song()), true);
    }

    /** Adds a page of that size, in points. */
    void add(BufferedImage image, float width, float height, List<Glyph> text) throws IOException, RedactionException {
        var page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            var picture = JPEGFactory.createFromImage(document, image, QUALITY);
            bytes += picture.getCOSObject().getLength();
            if (bytes > MOST_BYTES) {
                throw new RedactionException("遮盖版超过 " + MOST_BYTES / (1 << 20) + " MB，请把文件分成几份再处理");
            }
            content.drawImage(picture, 0, 0, width, height);
            for (var glyph : text) {
                write(content, glyph, width, height);
            }
        }
    }

    private void write(PDPageContentStream content, Glyph glyph, float width, float height) throws IOException {
        var box = glyph.box();
        float natural;
        try {
            natural = font.getStringWidth(glyph.text()) / 1000;
        } catch (IllegalArgumentException e) {
            return; // A character our font does not have stays in the picture only.
        }
        float size = (float) (box.height() * height / 1.25);
        float stretch = natural == 0 ? 1 : (float) (box.width() * width / (natural * size));
        content.beginText();
        content.setRenderingMode(RenderingMode.NEITHER);
        content.setFont(font, size);
        content.setTextMatrix(new Matrix(
                stretch, 0, 0, 1, (float) box.left() * width, height - (float) box.bottom() * height + size * 0.25f));
        content.showText(glyph.text());
        content.endText();
    }

    byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
