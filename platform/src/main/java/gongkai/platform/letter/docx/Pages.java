package gongkai.platform.letter.docx;

import static gongkai.platform.letter.docx.Looks.pt;

import gongkai.annualreport.writing.Paper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A Word document as XHTML for the printer: paragraphs with their alignment, indents and line heights, runs with their fonts, tables with
 * merged cells, pictures, automatic numbers, notes and text boxes behind the paragraph they hang on. What Word floats about the page
 * stands in the text here, for nothing may get lost.
 */
public final class Pages {
    /** Families end with a semicolon: the printer puts the fonts for rare characters before it. */
    private static final String STYLE = """
            body{margin:0;font-family:Song;}.song{font-family:Song;}.hei{font-family:Hei;}
            p{margin:0;word-wrap:break-word;orphans:2;widows:2;-fs-max-justification-inter-word:1pt;-fs-max-justification-inter-char:1.2pt}
            table{border-collapse:collapse;table-layout:fixed;-fs-table-paginate:paginate}
            td{padding:2pt 5pt;vertical-align:top;word-wrap:break-word}
            tr{page-break-inside:avoid}.lined td{border:.5pt solid #000}img{max-width:100%}
            """;

    private static final double EMU = 12700;
    private static final double TWIPS = 20;
    private static final int LEAST_ROOM = 1000;
    private static final int MOST_ROOM = 8000;
    private static final int DEEPEST = 60;
    private static final int PIECE = 2_000;
    private static final int MOST_CHARACTERS = 500_000;

    private final WordFile file;
    private final Looks looks;
    private final Numbers numbers;
    private final StringBuilder html = new StringBuilder(64 * 1024);
    private Map<String, String> relations;
    private int depth;
    private int characters;
    private int unparted;

    private Pages(WordFile file) {
        this.file = file;
        this.looks = new Looks(file);
        this.numbers = new Numbers(file);
        this.relations = file.relations(WordFile.DOCUMENT);
    }

    /** The document as a tagged PDF with its fonts inside. */
    public static byte[] pdf(WordFile file, String title) {
        return Paper.pdf(title, new Pages(file).xhtml(title));
    }

    private String xhtml(String title) {
        var body = Xml.child(file.document().getDocumentElement(), "body");
        if (body == null) {
            throw new UnusableWordFileException("Word 文档没有正文");
        }
        blocks(body);
        notes("footnotes", "footnote");
        notes("endnotes", "endnote");
        return "<html lang=\"zh-CN\"><head><title>" + escape(title) + "</title><style>" + Sheet.style(file, body)
                + STYLE + "</style></head><body>" + html + "</body></html>";
    }

    private void blocks(Element parent) {
        if (++depth > DEEPEST) {
            throw new UnusableWordFileException("Word 文档的层次太深");
        }
        for (var child : Xml.children(parent)) {
            switch (child.getLocalName()) {
                case "p" -> paragraph(child);
                case "tbl" -> table(child);
                case "sdt" -> {
                    var content = Xml.child(child, "sdtContent");
                    if (content != null) {
                        blocks(content);
                    }
                }
                case "ins", "customXml", "smartTag" -> blocks(child);
                default -> {}
            }
        }
        depth--;
    }

    private void paragraph(Element paragraph) {
        var size = looks.size(paragraph);
        html.append("<p style=\"").append(looks.paragraph(paragraph, size)).append("\">");
        int before = html.length();
        var numbering = looks.numbering(paragraph);
        if (numbering != null) {
            html.append("<span style=\"font-size:")
                    .append(pt(size))
                    .append("\">")
                    .append(escape(numbers.next(numbering[0], numbering[1])))
                    .append("</span>");
        }
        var boxes = new ArrayList<Element>();
        inline(paragraph, paragraph, boxes);
        if (html.length() == before) {
            html.append("<span style=\"font-size:").append(pt(size)).append("\">&#160;</span>");
        }
        html.append("</p>");
        boxes.forEach(this::blocks);
    }

    private void inline(Element paragraph, Element parent, List<Element> boxes) {
        for (var child : Xml.children(parent)) {
            switch (child.getLocalName()) {
                case "r" -> run(paragraph, child, boxes);
                case "hyperlink", "ins", "smartTag", "fldSimple", "customXml", "moveTo", "bdo" ->
                    inline(paragraph, child, boxes);
                case "sdt" -> {
                    var content = Xml.child(child, "sdtContent");
                    if (content != null) {
                        inline(paragraph, content, boxes);
                    }
                }
                default -> {}
            }
        }
    }

    private void run(Element paragraph, Element run, List<Element> boxes) {
        var css = looks.run(paragraph, run);
        if (css.isEmpty()) {
            return;
        }
        html.append("<span class=\"")
                .append(looks.face(paragraph, run))
                .append("\" style=\"")
                .append(css)
                .append("\">");
        content(run, boxes);
        html.append("</span>");
    }

    private void content(Element run, List<Element> boxes) {
        for (var piece : Xml.children(run)) {
            switch (piece.getLocalName()) {
                case "t" -> text(piece.getTextContent());
                case "tab" -> html.append("&#160;&#160;&#160;&#160;");
                case "br", "cr" ->
                    html.append(
                            Xml.attribute(piece, "type").equals("page")
                                    ? "<div style=\"page-break-after:always\"></div>"
                                    : "<br/>");
                case "noBreakHyphen" -> html.append("-");
                case "AlternateContent" -> {
                    var choice = Xml.child(piece, "Choice");
                    if (choice != null) {
                        content(choice, boxes);
                    }
                }
                case "drawing", "pict", "object" -> drawing(piece, boxes);
                default -> {}
            }
        }
    }

    private void drawing(Element drawing, List<Element> boxes) {
        boxes.addAll(Xml.all(drawing, "txbxContent"));
        for (var blip : Xml.all(drawing, "blip")) {
            picture(relations.get(Xml.attribute(blip, "embed")), Xml.all(drawing, "extent"));
        }
        for (var image : Xml.all(drawing, "imagedata")) {
            picture(relations.get(Xml.attribute(image, "id")), List.of());
        }
    }

    private void picture(@Nullable String part, List<Element> extent) {
        var kind = part == null ? "" : part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var bytes = part == null ? null : file.part(part).orElse(null);
        if (bytes == null || !kind.matches("png|jpe?g|gif|bmp")) {
            html.append("［图］");
            return;
        }
        html.append("<img alt=\"图\" src=\"data:image/")
                .append(kind.equals("jpg") ? "jpeg" : kind)
                .append(";base64,")
                .append(Base64.getEncoder().encodeToString(bytes));
        if (!extent.isEmpty()) {
            html.append("\" style=\"width:")
                    .append(pt(Xml.number(extent.getFirst(), "cx", 0) / EMU))
                    .append(";height:")
                    .append(pt(Xml.number(extent.getFirst(), "cy", 0) / EMU));
        }
        html.append("\"/>");
    }

    private void table(Element table) {
        var layers = looks.table(table);
        boolean lined = layers.stream()
                .map(layer -> Xml.child(layer, "tblBorders"))
                .filter(java.util.Objects::nonNull)
                .flatMap(borders -> Xml.children(borders).stream())
                .anyMatch(border -> !Xml.attribute(border, "val").matches("none|nil|"));
        var grid = Xml.child(table, "tblGrid");
        var widths = grid == null
                ? List.<Integer>of()
                : Xml.children(grid, "gridCol").stream()
                        .map(column -> Xml.number(column, "w", 1000))
                        .toList();
        int whole = Math.max(1, widths.stream().mapToInt(Integer::intValue).sum());
        html.append("<table style=\"width:100%;margin:3pt 0").append(lined ? "\" class=\"lined\">" : "\">");
        widths.forEach(width -> html.append("<col style=\"width:")
                .append(String.format(Locale.ROOT, "%.2f%%", 100.0 * width / whole))
                .append("\"/>"));
        var rows = new TableCells(table).rows();
        for (var row : rows) {
            html.append("<tr>");
            for (var cell : row) {
                html.append("<td");
                if (cell.columns() > 1) {
                    html.append(" colspan=\"").append(cell.columns()).append('"');
                }
                if (cell.rows() > 1) {
                    html.append(" rowspan=\"").append(cell.rows()).append('"');
                }
                html.append(" style=\"")
                        .append(cell.middle() ? "vertical-align:middle;" : "")
                        .append(room(cell.element()))
                        .append("\">");
                blocks(cell.element());
                html.append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</table>");
    }

    /** The height of a row that leaves space to write in by hand; usual rows are as high as what they hold. */
    private static String room(Element cell) {
        var properties = cell.getParentNode() instanceof Element row ? Xml.child(row, "trPr") : null;
        int twips = Xml.number(Xml.child(properties, "trHeight"), "val", 0);
        return twips < LEAST_ROOM || twips > MOST_ROOM ? "" : "height:" + pt(twips / TWIPS);
    }

    private void notes(String part, String kind) {
        var document = file.xml("word/" + part + ".xml");
        if (document != null) {
            relations = file.relations("word/" + part + ".xml");
            Xml.children(document.getDocumentElement(), kind).stream()
                    .filter(note -> Xml.attribute(note, "type").isEmpty())
                    .forEach(this::blocks);
            relations = file.relations(WordFile.DOCUMENT);
        }
    }

    /** Long text is parted by empty elements: the printer looks for the end of each line in the whole of a piece again. */
    private void text(String text) {
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            throw new UnusableWordFileException("文字太多（超过 " + MOST_CHARACTERS / 10_000 + " 万字），请分成几个文件");
        }
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + PIECE - unparted);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to++;
            }
            html.append(escape(text.substring(from, to)));
            unparted += to - from;
            if (unparted >= PIECE) {
                html.append("<span></span>");
                unparted = 0;
            }
            from = to;
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
    }
}
