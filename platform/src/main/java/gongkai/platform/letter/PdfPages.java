package gongkai.platform.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** The pages of a PDF as a browser shows them: as pictures, and as text for those who cannot see them. */
public final class PdfPages {
    private static final int DPI = 96;

    private final byte[] pdf;

    PdfPages(byte[] pdf) {
        this.pdf = pdf;
    }

    /** The PDF itself. */
    public byte[] pdf() {
        return pdf.clone();
    }

    public int count() {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page as a picture (PNG), counted from 1; empty if there is no such page. */
    public byte[] picture(int page) {
        try (var document = Loader.loadPDF(pdf)) {
            if (page < 1 || page > document.getNumberOfPages()) {
                return new byte[0];
            }
            var out = new ByteArrayOutputStream();
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(page - 1, DPI), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
