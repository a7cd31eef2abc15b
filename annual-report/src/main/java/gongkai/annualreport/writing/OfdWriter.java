package gongkai.annualreport.writing;

import gongkai.annualreport.writing.PdfPageContent.Box;
import gongkai.annualreport.writing.PdfPageContent.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * An OFD document (GB/T 33190-2016) with the same pages as the PDF: the text is text and can be searched and copied, the lines of the
 * tables are paths, the characters used are embedded. The standard's XML is written as it is; what a report needs of it is small.
 */
final class OfdWriter {
    private static final String NAMESPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /** The characters each font draws. */
    private final Map<PageFonts, TreeSet<Integer>> used = new LinkedHashMap<>();

    private int lastId = PageFonts.values().length;

    private OfdWriter() {}

    static byte[] write(OfficialLayout layout) {
        return write(layout.title(), PdfWriter.write(layout));
    }

    /** The pages of a PDF that {@link PdfWriter} wrote. */
    static byte[] write(String title, byte[] pdf) {
        return new OfdWriter().packaged(title, pdf);
    }

    private byte[] packaged(String title, byte[] written) {
        var pages = new ArrayList<String>();
        try (var pdf = Loader.loadPDF(written)) {
            for (var page : pdf.getPages()) {
                pages.add(page(PdfPageContent.of(page)));
            }
            var ofd = new ZipPackage().add("OFD.xml", root(title));
            int firstPage = lastId + 1;
            lastId += pages.size();
            ofd.add("Doc_0/Document.xml", document(pages.size(), firstPage)).add("Doc_0/PublicRes.xml", fonts());
            for (int i = 0; i < pages.size(); i++) {
                ofd.add("Doc_0/Pages/Page_" + i + "/Content.xml", pages.get(i));
            }
            for (var font : used.entrySet()) {
                ofd.add("Doc_0/Res/" + fontFile(font.getKey()), subset(font.getKey(), font.getValue()));
            }
            return ofd.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String root(String title) {
        // The identifier is made from the title, so that the same report gives the same file.
        var id = UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        return DECLARATION + """
                <ofd:OFD %s Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>%s</ofd:DocID><ofd:Title>%s</ofd:Title>\
                <ofd:Creator>Gongkai</ofd:Creator></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>
                """.formatted(NAMESPACE, id, Markup.escape(title));
    }

    private String document(int pages, int firstPage) {
        var xml = new StringBuilder(DECLARATION).append("""
                <ofd:Document %s><ofd:CommonData><ofd:MaxUnitID>%d</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297\
                </ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>
                """.formatted(NAMESPACE, lastId));
        for (int i = 0; i < pages; i++) {
            xml.append("<ofd:Page ID=\"%d\" BaseLoc=\"Pages/Page_%d/Content.xml\"/>\n".formatted(firstPage + i, i));
        }
        return xml.append("</ofd:Pages></ofd:Document>\n").toString();
    }

    private String fonts() {
        var xml =
                new StringBuilder(DECLARATION).append("<ofd:Res %s BaseLoc=\"Res\"><ofd:Fonts>\n".formatted(NAMESPACE));
        for (var font : used.keySet()) {
            xml.append(
                    "<ofd:Font ID=\"%d\" FontName=\"%s\" FamilyName=\"%s\" Charset=\"unicode\" Bold=\"%s\"><ofd:FontFile>%s</ofd:FontFile></ofd:Font>\n"
                            .formatted(
                                    id(font),
                                    font.fontName(),
                                    font.familyName(),
                                    font == PageFonts.SONG_BOLD,
                                    fontFile(font)));
        }
        return xml.append("</ofd:Fonts></ofd:Res>\n").toString();
    }

    private static int id(PageFonts font) {
        return font.ordinal() + 1;
    }

    private static String fontFile(PageFonts font) {
        return "font_" + id(font) + ".ttf";
    }

    /**
     * A font with the used characters only; the whole font would weigh a hundred times the text. That of rare characters is taken whole, for
     * PDFBox writes no table of characters outside the basic plane.
     */
    private static byte[] subset(PageFonts font, TreeSet<Integer> characters) throws IOException {
        if (font == PageFonts.RARE) {
            return font.bytes();
        }
        try (var whole = new TTFParser().parse(new RandomAccessReadBuffer(font.bytes()))) {
            var subset = new TTFSubsetter(whole);
            subset.addAll(characters);
            var out = new ByteArrayOutputStream();
            subset.writeToStream(out);
            return out.toByteArray();
        }
    }

    private String page(PdfPageContent content) {
        var xml = new StringBuilder(DECLARATION)
                .append("<ofd:Page %s><ofd:Content><ofd:Layer ID=\"%d\" Type=\"Body\">\n"
                        .formatted(NAMESPACE, ++lastId));
        content.boxes().forEach(box -> line(xml, box));
        content.runs().forEach(run -> text(xml, run));
        return xml.append("</ofd:Layer></ofd:Content></ofd:Page>\n").toString();
    }

    /** A line of a table, drawn along its middle. */
    private void line(StringBuilder xml, Box box) {
        boolean lying = box.width() >= box.height();
        double thickness = lying ? box.height() : box.width();
        if (thickness > 1 || thickness == 0 && box.width() == box.height()) {
            return;
        }
        double middle = Math.max(thickness, 0.05) / 2;
        var path = lying
                ? "M 0 %s L %s %s".formatted(mm(middle), mm(box.width()), mm(middle))
                : "M %s 0 L %s %s".formatted(mm(middle), mm(middle), mm(box.height()));
        xml.append(
                "<ofd:PathObject ID=\"%d\" Boundary=\"%s\" LineWidth=\"%s\"><ofd:StrokeColor Value=\"0 0 0\"/><ofd:AbbreviatedData>%s</ofd:AbbreviatedData></ofd:PathObject>\n"
                        .formatted(
                                ++lastId,
                                boundary(
                                        box.x(),
                                        box.y(),
                                        Math.max(box.width(), 2 * middle),
                                        Math.max(box.height(), 2 * middle)),
                                mm(2 * middle),
                                path));
    }

    private void text(StringBuilder xml, Run run) {
        var text = run.text().toString();
        if (text.isBlank()) {
            return;
        }
        var font = PageFonts.named(run.font());
        text.codePoints().forEach(used.computeIfAbsent(font, key -> new TreeSet<>())::add);
        double left = run.starts().getFirst();
        double top = run.baseline() - run.size();
        var steps = new StringBuilder();
        for (int i = 1; i < run.starts().size(); i++) {
            steps.append(i == 1 ? "" : " ")
                    .append(mm(run.starts().get(i) - run.starts().get(i - 1)));
        }
        xml.append(
                "<ofd:TextObject ID=\"%d\" Boundary=\"%s\" Font=\"%d\" Size=\"%s\"><ofd:FillColor Value=\"0 0 0\"/><ofd:TextCode X=\"0\" Y=\"%s\"%s>%s</ofd:TextCode></ofd:TextObject>\n"
                        .formatted(
                                ++lastId,
                                boundary(left, top, run.starts().getLast() - left + run.size(), run.size() * 1.3),
                                id(font),
                                mm(run.size()),
                                mm(run.size()),
                                steps.isEmpty() ? "" : " DeltaX=\"" + steps + "\"",
                                Markup.escape(text)));
    }

    private static String boundary(double x, double y, double width, double height) {
        return mm(x) + " " + mm(y) + " " + mm(width) + " " + mm(height);
    }

    private static String mm(double millimetres) {
        return String.format(Locale.ROOT, "%.3f", millimetres).replaceAll("\\.?0+$", "");
    }
}
