package gongkai.annualreport.planted;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Draws PDF files in two ways: from HTML, and by placing text and lines on the page. */
final class PdfFile {
    private static final float POINTS = 72f / 25.4f;

    private static final List<String> FONTS = List.of(
            "/gongkai/annualreport/fonts/NotoSansSC-Regular.ttf",
            "/gongkai/annualreport/fonts/NotoSerifSC-Regular.ttf");

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

    /** Whether there is a font to draw with. */
    static boolean canDraw() {
        return FONTS.stream().anyMatch(name -> PdfFile.class.getResource(name) != null);
    }

    /** A Chinese font with outlines of its own: one the library ships. */
    private static InputStream font() {
        return FONTS.stream()
                .map(PdfFile.class::getResourceAsStream)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
