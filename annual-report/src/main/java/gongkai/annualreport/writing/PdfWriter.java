package gongkai.annualreport.writing;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A tagged PDF with its fonts inside, laid out from the HTML page. */
final class PdfWriter {
    private static final String WORD = "[（“‘《〈【]*(?:[0-9A-Za-z.%]+|\\S)[，。、；：！？）”’》〉】]*";

    /** Words with spaces between. */
    private static final Pattern SPACED = Pattern.compile("(?:" + WORD + ")?(?: +" + WORD + ")+");

    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin} ]+");
    private static final Pattern END_OF_TITLE = Pattern.compile("政府信息公开(?:工作)?年度报告$");
    /** Longer than this, keeping words together would leave a line half empty. */
    private static final int LONGEST_KEPT = 24;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.OFF));
    }

    private PdfWriter() {}

    static byte[] write(OfficialLayout layout) {
        var fallback = SystemFonts.forMissing(layout);
        var page = HtmlWriter.page(
                layout,
                fallback.style(WritingResource.text("report-pdf.css")),
                text -> markup(fallback.drawable(text)));
        return write(page, fallback, layout.title(), layout.hashCode());
    }

    /** Lays a whole page out. */
    static byte[] write(String page, SystemFonts fallback, String title, long documentId) {
        var builder = new PdfRendererBuilder();
        PageFonts.register(builder);
        fallback.register(builder);
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(page, null);
        var out = new ByteArrayOutputStream();
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var document = renderer.getPdfDocument();
            var information = new PDDocumentInformation();
            information.setTitle(title);
            document.setDocumentInformation(information);
            document.setDocumentId(documentId);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Keeps a space between Chinese characters or digits away from the line's end, where it would vanish and the text could not be read
     * back; a space between Latin words is understood there. Keeps the second half of a title on one line.
     */
    private static String markup(String text) {
        var title = END_OF_TITLE.matcher(text);
        int end = title.find() ? title.start() : text.length();
        var markup = new StringBuilder();
        var spaced = SPACED.matcher(text).region(0, end);
        int from = 0;
        while (spaced.find()) {
            var words = spaced.group();
            if (words.length() <= LONGEST_KEPT && !LATIN.matcher(words).matches()) {
                markup.append(Markup.escape(text.substring(from, spaced.start())))
                        .append(kept(words));
                from = spaced.end();
            }
        }
        markup.append(Markup.escape(text.substring(from, end)));
        return end == text.length()
                ? markup.toString()
                : markup.append(kept(text.substring(end))).toString();
    }

    private static String kept(String text) {
        return "<span class=\"keep\">" + Markup.escape(text) + "</span>";
    }
}
