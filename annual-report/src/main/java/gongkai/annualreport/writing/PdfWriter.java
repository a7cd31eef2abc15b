package gongkai.annualreport.writing;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A tagged PDF with its fonts inside, laid out from the HTML page. */
final class PdfWriter {
    /**
     * Text that must stay on one line: a space beside a Chinese character or a digit, for at a line's end it would vanish and the text
     * could not be read back, with the punctuation that belongs to its neighbours; and the second half of a title.
     */
    private static final Pattern KEPT = Pattern.compile(
            "[（“‘《〈【]*\\S?(?: +(?=[^\\p{IsLatin}\\s])|(?<=[^\\p{IsLatin}\\s]) +)\\S?[，。、；：！？）”’》〉】]*|政府信息公开(?:工作)?年度报告$");

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.OFF));
    }

    private PdfWriter() {}

    static byte[] write(OfficialLayout layout) {
        try (var document = document(layout)) {
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The laid-out document; the caller closes it. */
    static PDDocument document(OfficialLayout layout) throws IOException {
        var fallback = SystemFonts.forMissing(layout);
        var builder = new PdfRendererBuilder();
        PageFonts.register(builder);
        fallback.register(builder);
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(
                HtmlWriter.page(
                        layout,
                        fallback.style(WritingResource.text("report-pdf.css")),
                        text -> markup(fallback.drawable(text))),
                null);
        var out = new ByteArrayOutputStream();
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var document = renderer.getPdfDocument();
            var information = new PDDocumentInformation();
            information.setTitle(layout.title());
            document.setDocumentInformation(information);
            document.setDocumentId((long) layout.hashCode());
            document.save(out);
        }
        return Loader.loadPDF(out.toByteArray());
    }

    private static String markup(String text) {
        var markup = new StringBuilder();
        var matcher = KEPT.matcher(text);
        int from = 0;
        while (matcher.find()) {
            markup.append(Markup.escape(text.substring(from, matcher.start())));
            markup.append("<span class=\"keep\">")
                    .append(Markup.escape(matcher.group()))
                    .append("</span>");
            from = matcher.end();
        }
        return markup.append(Markup.escape(text.substring(from))).toString();
    }
}
