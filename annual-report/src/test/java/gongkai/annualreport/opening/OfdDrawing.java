package gongkai.annualreport.opening;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Draws pages as OFD files of the ways that programs have: one object for a run of text, one for a character, and so on. */
final class OfdDrawing {
    enum Way {
        CHARACTERS,
        RUNS,
        TRANSFORMED
    }

    private static final double MM = 25.4 / 72;

    private OfdDrawing() {}

    static byte[] of(List<PageContent> pages, Way way) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "OFD.xml",
                    "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo>"
                            + "<ofd:Title>某局2021年政府信息公开工作年度报告.docx</ofd:Title></ofd:DocInfo>"
                            + "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
            var list = new StringBuilder();
            for (int i = 0; i < pages.size(); i++) {
                list.append("<ofd:Page ID=\"%d\" BaseLoc=\"Pages/Page_%d/Content.xml\"/>".formatted(i + 1, i));
                part(zip, "Doc_0/Pages/Page_%d/Content.xml".formatted(i), page(pages.get(i), way));
            }
            part(
                    zip,
                    "Doc_0/Document.xml",
                    "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
                            + "</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>" + list
                            + "</ofd:Pages></ofd:Document>");
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String page(PageContent page, Way way) {
        var xml = new StringBuilder("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Area><ofd:PhysicalBox>")
                .append(numbers(0, 0, page.width, page.height))
                .append("</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID=\"1\" Type=\"Body\">");
        for (var ruling : page.rulings()) {
            xml.append(line(ruling, way));
        }
        for (int i = 0; i < page.glyphs().size(); ) {
            int end = i + 1;
            while (way != Way.CHARACTERS && end < page.glyphs().size() && goesOn(page.glyphs(), end)) {
                end++;
            }
            xml.append(text(page.glyphs().subList(i, end), way));
            i = end;
        }
        return xml.append("</ofd:Layer></ofd:Content></ofd:Page>").toString();
    }

    private static boolean goesOn(List<Glyph> glyphs, int index) {
        var last = glyphs.get(index - 1);
        var next = glyphs.get(index);
        return next.run() == last.run() && Math.abs(next.bottom() - last.bottom()) < 0.1 && next.left() > last.left();
    }

    private static String line(Ruling ruling, Way way) {
        double x = ruling.horizontal() ? ruling.from() : ruling.at();
        double y = ruling.horizontal() ? ruling.at() : ruling.from();
        double dx = ruling.horizontal() ? ruling.length() : 0;
        double dy = ruling.horizontal() ? 0 : ruling.length();
        return switch (way) {
            case CHARACTERS ->
                "<ofd:PathObject ID=\"9\" Boundary=\"%s\" LineWidth=\"0.2\"><ofd:AbbreviatedData>M 0 0 L %s</ofd:AbbreviatedData></ofd:PathObject>"
                        .formatted(numbers(x, y, dx + 0.5, dy + 0.5), numbers(dx, dy));
            case RUNS ->
                "<ofd:PathObject ID=\"9\" Boundary=\"0 0 210 297\" Fill=\"true\" Stroke=\"false\"><ofd:AbbreviatedData>M %s L %s L %s L %s C</ofd:AbbreviatedData></ofd:PathObject>"
                        .formatted(
                                numbers(x, y),
                                numbers(x + dx + 0.5, y),
                                numbers(x + dx + 0.5, y + dy + 0.5),
                                numbers(x, y + dy + 0.5));
            case TRANSFORMED ->
                "<ofd:PathObject ID=\"9\" Boundary=\"0 0 210 297\" CTM=\"0.5 0 0 0.5 0 0\"><ofd:AbbreviatedData>M %s L %s</ofd:AbbreviatedData></ofd:PathObject>"
                        .formatted(numbers(2 * x, 2 * y), numbers(2 * (x + dx), 2 * (y + dy)));
        };
    }

    private static String text(List<Glyph> glyphs, Way way) {
        var first = glyphs.getFirst();
        double size = first.size() * MM;
        double base = (first.bottom() - 0.14 * first.size()) * MM;
        var text = new StringBuilder();
        var distances = new StringBuilder();
        for (int i = 0; i < glyphs.size(); i++) {
            text.append(escaped(glyphs.get(i).text()));
            if (i > 0) {
                distances
                        .append(numbers(glyphs.get(i).left() - glyphs.get(i - 1).left()))
                        .append(' ');
            }
        }
        var deltas =
                glyphs.size() == 1 ? "" : " DeltaX=\"" + distances.toString().strip() + "\"";
        double x = first.left() * MM;
        double scale = way == Way.TRANSFORMED ? 0.5 : 1;
        if (way == Way.TRANSFORMED) {
            deltas = glyphs.size() == 1 ? "" : " DeltaX=\"g %d %.4f\"".formatted(glyphs.size() - 1, size / 2 / scale);
            if (!glyphs.stream().allMatch(glyph -> glyph.text().matches("[0-9]"))) {
                deltas = glyphs.size() == 1
                        ? ""
                        : " DeltaX=\"" + doubled(distances.toString().strip()) + "\"";
            }
        }
        return "<ofd:TextObject ID=\"8\" Boundary=\"%.4f %.4f 100 %.4f\" Font=\"2\" Size=\"%.4f\"%s><ofd:TextCode X=\"0\" Y=\"%.4f\"%s>%s</ofd:TextCode></ofd:TextObject>"
                .formatted(
                        x,
                        base - size,
                        size,
                        size / scale,
                        way == Way.TRANSFORMED ? " CTM=\"0.5 0 0 0.5 0 0\"" : "",
                        size / scale,
                        deltas,
                        text);
    }

    private static String doubled(String distances) {
        var result = new StringBuilder();
        for (var distance : distances.split(" ")) {
            result.append("%.4f ".formatted(2 * Double.parseDouble(distance)));
        }
        return result.toString().strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String numbers(double... points) {
        var text = new StringBuilder();
        for (var point : points) {
            text.append("%.4f ".formatted(point * MM));
        }
        return text.toString().strip();
    }
}
