package gongkai.annualreport.writing;

import gongkai.annualreport.writing.LayoutTable.LayoutCell;
import gongkai.annualreport.writing.LayoutTable.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * A Word document as an official paper looks (党政机关公文格式): A4, 方正小标宋 title, 黑体 and 楷体 headings, 仿宋 三号 text; tables with really merged cells,
 * header rows repeated on each page, and no row cut in two. The looks are in {@code docx/styles.xml}. The parts are written as they
 * are, without an object for each element, so the same report gives the same file.
 */
final class DocxWriter {
    /** The page is 210 mm wide with margins of 28 mm and 26 mm; a twip is 1/1440 inch. */
    private static final int TEXT_WIDTH = 8845;
    /** The size of a table's text, 小五, in half points; and the width of a Chinese character of that size in twips. */
    private static final int TABLE_SIZE = 18;

    private static final int CHARACTER = 180;

    private final StringBuilder xml = new StringBuilder(256 * 1024);

    private DocxWriter() {}

    static byte[] write(OfficialLayout layout) {
        return new ZipPackage()
                .add("[Content_Types].xml", part("content-types.xml"))
                .add("_rels/.rels", part("package-rels.xml"))
                .add("docProps/core.xml", core(layout.title()))
                .add("word/document.xml", new DocxWriter().document(layout))
                .add("word/_rels/document.xml.rels", part("document-rels.xml"))
                .add("word/styles.xml", part("styles.xml"))
                .add("word/settings.xml", part("settings.xml"))
                .add("word/fontTable.xml", part("fontTable.xml"))
                .add("word/footer1.xml", part("footer1.xml"))
                .finish();
    }

    private static String part(String name) {
        return WritingResource.text("docx/" + name);
    }

    private static String core(String title) {
        return """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>
                """.formatted(Markup.escape(title));
    }

    private String document(OfficialLayout layout) {
        xml.append("""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
                """);
        layout.blocks().forEach(this::block);
        return xml.append("""
                <w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>\
                <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>\
                </w:body></w:document>
                """).toString();
    }

    private void block(LayoutBlock block) {
        switch (block) {
            case LayoutBlock.Title title -> paragraph("Title", "", title.text(), "");
            case LayoutBlock.PublicationLine line -> paragraph("Publication", "", line.text(), "");
            case LayoutBlock.Heading heading -> paragraph("Heading1", "", heading.text(), "");
            case LayoutBlock.SubHeading heading -> paragraph("Heading2", "", heading.text(), "");
            case LayoutBlock.Paragraph paragraph -> paragraph("BodyText", "", paragraph.text(), "");
            case LayoutBlock.Signature line ->
                paragraph(
                        "Signature",
                        line.text().length() > 24 ? "<w:ind w:right=\"0\" w:rightChars=\"0\"/>" : "",
                        line.text(),
                        line.text().length() > 26 ? size(28) : "");
            case LayoutBlock.Table table -> table(table.table());
        }
    }

    private void paragraph(String style, String properties, String text, String look) {
        xml.append("<w:p><w:pPr><w:pStyle w:val=\"")
                .append(style)
                .append("\"/>")
                .append(properties)
                .append("</w:pPr>");
        if (!text.isEmpty()) {
            xml.append("<w:r>");
            if (!look.isEmpty()) {
                xml.append("<w:rPr>").append(look).append("</w:rPr>");
            }
            var lines = text.split("\\R", -1);
            for (int i = 0; i < lines.length; i++) {
                xml.append(i == 0 ? "" : "<w:br/>")
                        .append("<w:t xml:space=\"preserve\">")
                        .append(Markup.escape(lines[i]))
                        .append("</w:t>");
            }
            xml.append("</w:r>");
        }
        xml.append("</w:p>\n");
    }

    private void table(LayoutTable table) {
        xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"").append(TEXT_WIDTH).append("""
                " w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>""");
        for (var side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            xml.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        }
        xml.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"")
                .append(margin(table))
                .append("\" w:type=\"dxa\"/><w:right w:w=\"")
                .append(margin(table))
                .append("\" w:type=\"dxa\"/></w:tblCellMar><w:tblCaption w:val=\"")
                .append(Markup.escape(table.name()))
                .append("\"/></w:tblPr><w:tblGrid>");
        for (int column = 0; column < table.columns(); column++) {
            xml.append("<w:gridCol w:w=\"").append(width(table, column, 1)).append("\"/>");
        }
        xml.append("</w:tblGrid>\n");
        for (int row = 0; row < table.rows().size(); row++) {
            row(table, row);
        }
        xml.append("</w:tbl>\n");
        // Word joins two tables that follow each other, and a document may not end with one.
        paragraph("TableEnd", "", "", "");
    }

    private void row(LayoutTable table, int row) {
        xml.append("<w:tr><w:trPr><w:cantSplit/>")
                .append(
                        table.columns() > 10
                                ? "<w:trHeight w:val=\"400\" w:hRule=\"atLeast\"/>"
                                : "<w:trHeight w:val=\"320\" w:hRule=\"atLeast\"/>")
                .append(row < table.headerRows() ? "<w:tblHeader/>" : "")
                .append("</w:trPr>");
        var cells = new ArrayList<>(table.rows().get(row));
        table.rows().subList(0, row).stream()
                .flatMap(List::stream)
                .filter(cell -> cell.row() + cell.rowSpan() > row)
                .forEach(cells::add);
        cells.sort((one, other) -> Integer.compare(one.column(), other.column()));
        cells.forEach(cell -> cell(table, row, cell));
        xml.append("</w:tr>\n");
    }

    private void cell(LayoutTable table, int row, LayoutCell cell) {
        boolean begins = cell.row() == row;
        xml.append("<w:tc><w:tcPr><w:tcW w:w=\"")
                .append(width(table, cell.column(), cell.columnSpan()))
                .append("\" w:type=\"dxa\"/>");
        if (cell.columnSpan() > 1) {
            xml.append("<w:gridSpan w:val=\"").append(cell.columnSpan()).append("\"/>");
        }
        if (cell.rowSpan() > 1) {
            xml.append(begins ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
        }
        xml.append("<w:vAlign w:val=\"center\"/></w:tcPr>");
        paragraph("TableText", properties(table, row, cell), begins ? cell.text() : "", look(table, cell));
        xml.append("</w:tc>");
    }

    /** The header stays with the row below it; a label that is alone stands to the left; four characters go in two lines of two. */
    private static String properties(LayoutTable table, int row, LayoutCell cell) {
        var properties = new StringBuilder();
        boolean header = cell.role() == Role.CLAUSE || cell.role() == Role.COLUMN_LABEL || cell.role() == Role.CORNER;
        if (header || isWide(table) && row < table.rows().size() - 1) {
            properties.append("<w:keepNext/>");
        }
        int width = width(table, cell.column(), cell.columnSpan()) - 2 * margin(table);
        int characters = width / CHARACTER;
        if (cell.role() == Role.COLUMN_LABEL && cell.text().length() == 4 && characters == 3) {
            int indent = (width - 2 * CHARACTER - 40) / 2;
            properties.append("<w:ind w:left=\"%d\" w:right=\"%d\"/>".formatted(indent, indent));
        }
        if (cell.role() == Role.ROW_LABEL && cell.rowSpan() == 1) {
            properties.append("<w:jc w:val=\"left\"/>");
        }
        return properties.toString();
    }

    /** A number too long for its column is set smaller, for a number broken over two lines reads as two. */
    private static String look(LayoutTable table, LayoutCell cell) {
        int width = width(table, cell.column(), cell.columnSpan()) - 2 * margin(table) - 10;
        // Sizes count in half points, of which 10 twips make one. In the widest faces a digit is 0.64 as wide as it is
        // high.
        int size = Math.clamp(width * 10L / (64L * Math.max(1, cell.digits())), 8, TABLE_SIZE);
        return size == TABLE_SIZE ? "" : size(size);
    }

    private static String size(int halfPoints) {
        return "<w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints + "\"/>";
    }

    private static int margin(LayoutTable table) {
        return isWide(table) ? 10 : 40;
    }

    private static boolean isWide(LayoutTable table) {
        return table.columns() > 10;
    }

    private static int width(LayoutTable table, int column, int span) {
        int from = table.columnWidths().subList(0, column).stream()
                .mapToInt(Integer::intValue)
                .sum();
        int to = table.columnWidths().subList(0, column + span).stream()
                .mapToInt(Integer::intValue)
                .sum();
        return TEXT_WIDTH * to / 1000 - TEXT_WIDTH * from / 1000;
    }
}
