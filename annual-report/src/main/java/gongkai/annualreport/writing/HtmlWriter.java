package gongkai.annualreport.writing;

import gongkai.annualreport.writing.LayoutTable.LayoutCell;
import gongkai.annualreport.writing.LayoutTable.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A page that stands alone: no file beside it, no script. Tables name their headers for each figure, so that a screen reader can say
 * what a figure means. The markup is well-formed XML as well, for the PDF is made from it.
 */
final class HtmlWriter {
    private final StringBuilder html = new StringBuilder(64 * 1024);
    private final UnaryOperator<String> text;
    private boolean titled;

    private HtmlWriter(UnaryOperator<String> text) {
        this.text = text;
    }

    static byte[] write(OfficialLayout layout) {
        return page(layout, WritingResource.text("report.css"), Markup::escape).getBytes(StandardCharsets.UTF_8);
    }

    /** @param text turns text into markup */
    static String page(OfficialLayout layout, String style, UnaryOperator<String> text) {
        return new HtmlWriter(text).page(layout, style);
    }

    private String page(OfficialLayout layout, String style) {
        html.append("""
                <!DOCTYPE html>
                <html lang="zh-CN" xmlns="http://www.w3.org/1999/xhtml">
                <head>
                <meta charset="UTF-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="description" content="%1$s"/>
                <title>%1$s</title>
                <style>
                %2$s</style>
                </head>
                <body>
                <main>
                """.formatted(Markup.escape(layout.title()), style));
        layout.blocks().forEach(this::block);
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void block(LayoutBlock block) {
        switch (block) {
            case LayoutBlock.Title title -> {
                element(titled ? "p" : "h1", "title", title.text());
                titled = true;
            }
            case LayoutBlock.PublicationLine line -> element("p", "published", line.text());
            case LayoutBlock.Heading heading -> element("h2", "", heading.text());
            case LayoutBlock.SubHeading heading -> element("h3", "", heading.text());
            case LayoutBlock.Paragraph paragraph -> element("p", "", paragraph.text());
            case LayoutBlock.Signature line ->
                element("p", line.text().length() > 24 ? "signature long" : "signature", line.text());
            case LayoutBlock.Table table -> table(table.table());
        }
    }

    private void element(String name, String style, String content) {
        html.append('<').append(name);
        if (!style.isEmpty()) {
            html.append(" class=\"").append(style).append('"');
        }
        html.append('>').append(text.apply(content)).append("</").append(name).append(">\n");
    }

    private void table(LayoutTable table) {
        html.append(
                "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n<table id=\"%s\" aria-label=\"%s\">\n"
                        .formatted(Markup.escape(table.name()), table.key(), Markup.escape(table.name())));
        html.append("<colgroup>");
        table.columnWidths()
                .forEach(width -> html.append("<col style=\"width:")
                        .append(width / 10)
                        .append('.')
                        .append(width % 10)
                        .append("%\"/>"));
        html.append("</colgroup>\n");
        for (int row = 0; row < table.rows().size(); row++) {
            if (row == 0 && table.headerRows() > 0) {
                html.append("<thead>\n");
            } else if (row == table.headerRows()) {
                html.append("<tbody>\n");
            } else if (startsPart(table, row)) {
                html.append("</tbody>\n<tbody>\n");
            }
            html.append("<tr>");
            table.rows().get(row).forEach(cell -> cell(table, cell));
            html.append("</tr>\n");
            if (row == table.headerRows() - 1) {
                html.append("</thead>\n");
            }
        }
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private static boolean startsPart(LayoutTable table, int row) {
        return row > 0 && table.rows().get(row).stream().anyMatch(cell -> cell.role() == Role.CLAUSE);
    }

    private void cell(LayoutTable table, LayoutCell cell) {
        var name = cell.isLabel() ? "th" : "td";
        html.append('<').append(name);
        if (cell.isLabel()) {
            html.append(" id=\"")
                    .append(id(table, cell))
                    .append("\" scope=\"")
                    .append(scope(cell))
                    .append('"');
        } else {
            html.append(" headers=\"")
                    .append(String.join(" ", headers(table, cell)))
                    .append('"');
        }
        html.append(" class=\"")
                .append(cell.role().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (cell.role() == Role.COLUMN_LABEL
                && cell.columnSpan() == 1
                && cell.text().length() == 4) {
            html.append(" four");
        }
        if (cell.digits() > 5) {
            html.append(" digits-").append(Math.min(cell.digits(), 12));
        }
        html.append('"');
        if (cell.rowSpan() > 1) {
            html.append(" rowspan=\"").append(cell.rowSpan()).append('"');
        }
        if (cell.columnSpan() > 1) {
            html.append(" colspan=\"").append(cell.columnSpan()).append('"');
        }
        html.append('>')
                .append(text.apply(cell.text()))
                .append("</")
                .append(name)
                .append('>');
    }

    private static String scope(LayoutCell cell) {
        return switch (cell.role()) {
            case CLAUSE -> "rowgroup";
            case ROW_LABEL -> cell.rowSpan() > 1 ? "rowgroup" : "row";
            default -> cell.columnSpan() > 1 ? "colgroup" : "col";
        };
    }

    private static String id(LayoutTable table, LayoutCell cell) {
        return table.key() + "-r" + (cell.row() + 1) + "c" + (cell.column() + 1);
    }

    /** The labels a figure stands under and behind: those above it in its own part, and those to the left of it. */
    private static List<String> headers(LayoutTable table, LayoutCell value) {
        int part = 0;
        for (int row = 0; row <= value.row(); row++) {
            if (startsPart(table, row)) {
                part = row;
            }
        }
        return table.rows().subList(part, value.row() + 1).stream()
                .flatMap(List::stream)
                .filter(LayoutCell::isLabel)
                .filter(label -> switch (label.role()) {
                    case ROW_LABEL -> label.row() <= value.row() && value.row() < label.row() + label.rowSpan();
                    case CORNER -> false;
                    default -> label.column() <= value.column() && value.column() < label.column() + label.columnSpan();
                })
                .map(label -> id(table, label))
                .toList();
    }
}
