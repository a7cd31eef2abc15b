package gongkai.platform.letter.docx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a Word document in the look of an official paper (党政机关公文格式) from lines of plain text, each begun by a word for its kind: 机关, 标题,
 * 文号, 称谓, 正文, 末段 (stays with what follows), 小标题, 附件, 落款, 日期, 附注, 另页, 回执题; 表 with the widths of its columns, followed by its rows, begun by {@code |}. A cell of
 * {@code >} belongs to the one before it; a row with an empty cell leaves space to write in by hand.
 */
public final class TemplateText {
    private static final String PLACE = "/gongkai/platform/letter/";
    private static final String WORDS = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final int TEXT_WIDTH = 8845;

    private final StringBuilder xml = new StringBuilder();
    private final List<String> rows = new ArrayList<>();
    private int[] columns = new int[0];

    private TemplateText() {}

    /** The document of that text. */
    public static WordFile docx(String text) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", resource("docx/content-types.xml"));
        parts.put("_rels/.rels", resource("docx/package-rels.xml"));
        parts.put("word/document.xml", new TemplateText().document(text).getBytes(StandardCharsets.UTF_8));
        parts.put("word/_rels/document.xml.rels", resource("docx/document-rels.xml"));
        parts.put("word/styles.xml", resource("docx/styles.xml"));
        parts.put("word/settings.xml", resource("docx/settings.xml"));
        parts.put("word/fontTable.xml", resource("docx/fontTable.xml"));
        parts.put("word/footer1.xml", resource("docx/footer1.xml"));
        return WordFile.of(parts);
    }

    /** The text of one of our templates, for example {@code L05}. */
    public static String ours(String code) {
        return new String(resource("templates/" + code + ".txt"), StandardCharsets.UTF_8);
    }

    private String document(String text) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document ")
                .append(WORDS)
                .append("><w:body>");
        text.lines().filter(line -> !line.isBlank()).forEach(this::line);
        finishTable();
        return xml.append("""
                <w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>\
                <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>\
                </w:body></w:document>
                """).toString();
    }

    private void line(String line) {
        if (line.startsWith("|")) {
            rows.add(line);
            return;
        }
        finishTable();
        int space = line.indexOf(' ');
        var kind = space < 0 ? line : line.substring(0, space);
        var text = space < 0 ? "" : line.substring(space + 1);
        switch (kind) {
            case "机关" -> paragraph("Organ", "", text);
            case "标题" -> paragraph("Title", "", text);
            case "文号" -> paragraph("Number", "", text);
            case "称谓" -> paragraph("Addressee", "", text);
            case "正文" -> paragraph("BodyText", "", text);
            case "末段" -> paragraph("BodyText", "<w:keepNext/>", text);
            case "小标题" -> paragraph("Heading1", "", text);
            case "附件" -> paragraph("Enclosure", "", text);
            case "落款" -> paragraph("Signature", "", text);
            case "日期" -> paragraph("SignatureDate", "", text);
            case "附注" -> paragraph("Note", "", text);
            case "回执题" -> paragraph("Title", "<w:pageBreakBefore/>", text);
            case "另页" -> paragraph("BodyText", "<w:pageBreakBefore/>", text);
            case "表" ->
                columns = Arrays.stream(text.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray();
            default -> throw new IllegalStateException("a template with a line begun by " + kind);
        }
    }

    private void paragraph(String style, String properties, String text) {
        xml.append("<w:p><w:pPr><w:pStyle w:val=\"")
                .append(style)
                .append("\"/>")
                .append(properties)
                .append("</w:pPr>");
        run(text);
        xml.append("</w:p>\n");
    }

    private void run(String text) {
        xml.append("<w:r><w:t xml:space=\"preserve\">")
                .append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .append("</w:t></w:r>");
    }

    private void finishTable() {
        if (rows.isEmpty()) {
            return;
        }
        xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"").append(TEXT_WIDTH).append("""
                " w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>""");
        for (var side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            xml.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        }
        xml.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (int column : columns) {
            xml.append("<w:gridCol w:w=\"").append(width(column)).append("\"/>");
        }
        xml.append("</w:tblGrid>\n");
        rows.forEach(this::row);
        xml.append("</w:tbl>\n");
        paragraph("TableEnd", "", "");
        rows.clear();
    }

    private int width(int share) {
        return TEXT_WIDTH * share / Math.max(1, Arrays.stream(columns).sum());
    }

    private void row(String row) {
        var cells = row.substring(1).split("\\|", -1);
        boolean room = Arrays.stream(cells, 0, cells.length - 1).anyMatch(String::isBlank);
        xml.append("<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"")
                .append(room ? 1701 : 567)
                .append("\" w:hRule=\"atLeast\"/></w:trPr>");
        int column = 0;
        for (int i = 0; i < cells.length - 1; i++) {
            int span = 1;
            while (i + span < cells.length - 1 && cells[i + span].strip().equals(">")) {
                span++;
            }
            int width = 0;
            for (int c = column; c < column + span; c++) {
                width += width(columns[c]);
            }
            cell(cells[i].strip(), span, width, cells.length > 2);
            column += span;
            i += span - 1;
        }
        xml.append("</w:tr>\n");
    }

    private void cell(String text, int span, int width, boolean several) {
        xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/>");
        if (span > 1) {
            xml.append("<w:gridSpan w:val=\"").append(span).append("\"/>");
        }
        xml.append("<w:vAlign w:val=\"center\"/></w:tcPr>");
        var label = several && !text.contains("{{") && span == 1;
        paragraph("TableText", label ? "<w:jc w:val=\"center\"/>" : "", text);
        xml.append("</w:tc>");
    }

    private static byte[] resource(String name) {
        try (var in = open(name)) {
            if (in == null) {
                throw new IllegalStateException("no such resource: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.io.@Nullable InputStream open(String name) {
        return TemplateText.class.getResourceAsStream(PLACE + name);
    }
}
