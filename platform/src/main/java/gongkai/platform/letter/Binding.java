package gongkai.platform.letter;

import gongkai.annualreport.writing.Typefaces;
import gongkai.platform.files.FileKind;
import gongkai.platform.letter.PrintedDocx.UnprintableException;
import gongkai.platform.redaction.Redaction;
import gongkai.platform.redaction.RedactionException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.jspecify.annotations.Nullable;

/** Binds papers of several kinds into one PDF and numbers its pages. */
final class Binding {
    private static final float MARGIN = 40;
    private static final float NUMBER_SIZE = 9;
    private static final float QUALITY = 0.85f;

    private Binding() {}

    /** Whether a file of that kind can be bound in. */
    static boolean binds(FileKind kind) {
        return switch (kind) {
            case PDF, DOCX, JPG, PNG, BMP, TIF -> true;
            case OFD, XLSX, PPTX, DOC, XLS, PPT, WEBP, TXT, CSV, HTML, JSON -> false;
        };
    }

    /** The file as PDF; null if it is of another kind, locked or damaged. */
    static byte @Nullable [] pdf(FileKind kind, byte[] content) {
        try {
            return switch (kind) {
                case PDF -> readable(content) ? content : null;
                case DOCX -> PrintedDocx.pdf(content, "材料");
                case JPG, PNG, BMP, TIF -> picture(content);
                case OFD, XLSX, PPTX, DOC, XLS, PPT, WEBP, TXT, CSV, HTML, JSON -> null;
            };
        } catch (IOException | UnprintableException | RedactionException | IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean readable(byte[] content) throws IOException {
        try (var pdf = Loader.loadPDF(content)) {
            return pdf.getNumberOfPages() > 0
                    && pdf.getCurrentAccessPermission().canAssembleDocument();
        }
    }

    /** Every page of it on a sheet of A4. */
    private static byte[] picture(byte[] content) throws IOException, RedactionException {
        try (var document = new PDDocument()) {
            int pages = Redaction.pictureSizes(content).size();
            for (int number = 1; number <= pages; number++) {
                sheet(document, Redaction.picturePreview(content, number));
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void sheet(PDDocument document, BufferedImage picture) throws IOException {
        boolean broad = picture.getWidth() > picture.getHeight();
        var box = broad ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4;
        var page = new PDPage(box);
        document.addPage(page);
        float scale = Math.min(
                1,
                Math.min(
                        (box.getWidth() - 2 * MARGIN) / picture.getWidth(),
                        (box.getHeight() - 2 * MARGIN) / picture.getHeight()));
        float width = picture.getWidth() * scale;
        float height = picture.getHeight() * scale;
        try (var drawing = new PDPageContentStream(document, page)) {
            drawing.drawImage(
                    JPEGFactory.createFromImage(document, picture, QUALITY),
                    (box.getWidth() - width) / 2,
                    (box.getHeight() - height) / 2,
                    width,
                    height);
        }
    }

    static int pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, one after the other, with a number on each page. */
    static byte[] bound(List<byte[]> pdfs, String title) {
        try (var whole = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            var merger = new PDFMergerUtility();
            for (var pdf : pdfs) {
                try (var part = Loader.loadPDF(pdf)) {
                    merger.appendDocument(whole, part);
                }
            }
            whole.getDocumentInformation().setTitle(title);
            number(whole);
            var out = new ByteArrayOutputStream();
            whole.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void number(PDDocument document) throws IOException {
        var font = PDType0Font.load(document, new ByteArrayInputStream(Typefaces.song()), true);
        int number = 0;
        for (var page : document.getPages()) {
            number++;
            var text = "卷内第 " + number + " 页";
            var box = Objects.requireNonNull(page.getCropBox());
            float width = font.getStringWidth(text) / 1000 * NUMBER_SIZE;
            try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                content.beginText();
                content.setFont(font, NUMBER_SIZE);
                content.newLineAtOffset(box.getUpperRightX() - width - 24, box.getUpperRightY() - 24);
                content.showText(text);
                content.endText();
            }
        }
    }
}
