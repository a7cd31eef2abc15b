package gongkai.annualreport.planted;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Draws PDF files in two ways: from HTML, and by placing text and lines on the page. */
final class PdfFile {
    private static final float POINTS = 72f / 25.4f;

    private PdfFile() {}

    static byte[] fromHtml(String html) throws IOException {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useFont(PdfFile::font, "Plant");
        builder.withHtmlContent(html.replaceFirst("<!DOCTYPE html>", ""), null);
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    static byte[] placed(List<Piece> pieces) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream();
                var in = font()) {
            PDFont font = PDType0Font.load(document, in, true);
            for (var drawn : PageDrawing.of(pieces)) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.setLineWidth(0.5f);
                    for (var rule : drawn.rules()) {
                        content.moveTo((float) rule.x1() * POINTS, y(rule.y1()));
                        content.lineTo((float) rule.x2() * POINTS, y(rule.y2()));
                    }
                    content.stroke();
                    for (var text : drawn.texts()) {
                        content.beginText();
                        content.setFont(font, (float) text.size() * POINTS);
                        content.newLineAtOffset((float) text.x() * POINTS, y(text.baseline()));
                        content.showText(text.text());
                        content.endText();
                    }
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static float y(double millimetres) {
        return (float) (PageDrawing.HEIGHT - millimetres) * POINTS;
    }

    /** Any Chinese font with outlines of its own: the one the library ships. */
    static InputStream font() {
        for (var name : List.of("NotoSansSC-Regular.ttf", "NotoSerifSC-Regular.ttf")) {
            var in = PdfFile.class.getResourceAsStream("/gongkai/annualreport/fonts/" + name);
            if (in != null) {
                return in;
            }
        }
        throw new IllegalStateException("no Chinese font on the class path");
    }
}
