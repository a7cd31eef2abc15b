package gongkai.annualreport.planted;

import gongkai.annualreport.planted.Piece.Line;
import gongkai.annualreport.planted.Piece.PageBreak;
import gongkai.annualreport.planted.Piece.Picture;
import gongkai.annualreport.planted.Piece.Slot;
import gongkai.annualreport.planted.Piece.Table;
import java.util.List;

/** Draws web pages. */
final class HtmlFile {
    private HtmlFile() {}

    enum Style {
        CLEAN,
        /** As a word processor saves "filtered" HTML: classes, mso styles, spans within spans, nothing closed more than needed. */
        WORD,
        /** The report inside layout tables, navigation around. */
        NESTED,
        /** Everything in one div, lines parted by br. */
        BREAKS
    }

    static final String PIXEL =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    static String draw(String title, List<Piece> pieces, Style style, String charset) {
        var html = new StringBuilder();
        html.append(
                style == Style.WORD
                        ? "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n"
                        : "<!DOCTYPE html>\n<html>\n");
        html.append("<head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=")
                .append(charset)
                .append("\"/>\n<title>")
                .append(escape(title))
                .append("</title>\n<style>\n")
                .append(
                        style == Style.WORD
                                ? "<!-- /* Font Definitions */ @font-face {font-family:仿宋_GB2312;} p.MsoNormal {mso-style-parent:\"\"; margin:0cm;} -->"
                                : css())
                .append(
                        "\n</style>\n<script type=\"text/javascript\">var table = '<td>9</td>';</script></head>\n<body lang=\"ZH-CN\">\n");
        switch (style) {
            case NESTED ->
                html.append(
                        "<div class=\"nav\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/gz\">规章</a></li><li><a href=\"/gfx\">行政规范性文件</a></li></ul></div>\n"
                                + "<table width=\"1000\"><tr><td width=\"200\"><table><tr><td>政府信息公开指南</td></tr><tr><td>规章</td></tr><tr><td>行政规范性文件</td></tr><tr><td>政府信息公开年报</td></tr></table></td><td>\n<table><tr><td>\n");
            case WORD -> html.append("<div class=WordSection1 style='layout-grid:15.6pt'>\n");
            case BREAKS -> html.append("<div id=\"zoom\">");
            case CLEAN -> {}
        }
        for (var piece : pieces) {
            switch (piece) {
                case Line line -> line(html, line, style);
                case Table table -> table(html, table, style);
                case Picture ignored ->
                    html.append("<p><img src=\"table.png\" width=\"700\" height=\"900\" alt=\"\"/></p>\n");
                case PageBreak ignored -> html.append("<div style=\"page-break-before: always\"></div>\n");
            }
        }
        switch (style) {
            case NESTED ->
                html.append("</td></tr></table></td></tr></table>\n<div class=\"foot\">主办：某办公室　规章　行政规范性文件</div>");
            case WORD, BREAKS -> html.append("</div>");
            case CLEAN -> {}
        }
        return html.append("\n</body></html>\n").toString();
    }

    private static String css() {
        return "body{font-family:'Plant';font-size:11pt} table{border-collapse:collapse;width:100%;table-layout:fixed}"
                + " td{border:1px solid black;font-size:8pt;padding:2px;text-align:center} h1{font-size:16pt;text-align:center;font-weight:normal}"
                + " h2{font-size:13pt;font-weight:normal} @page{size:A4;margin:20mm}";
    }

    private static void line(StringBuilder html, Line line, Style style) {
        var text = escape(line.text());
        switch (style) {
            case CLEAN, NESTED -> {
                var tag = switch (line.role()) {
                    case TITLE -> "h1";
                    case HEADING -> "h2";
                    default -> "p";
                };
                html.append('<')
                        .append(tag)
                        .append('>')
                        .append(text)
                        .append("</")
                        .append(tag)
                        .append(">\n");
            }
            case WORD ->
                html.append(
                                "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0;\nline-height:28.0pt'>")
                        .append(spans(line.text()))
                        .append(
                                "<span lang=EN-US style='font-size:16.0pt;mso-bidi-font-size:12.0pt'><o:p></o:p></span></p>\n\n");
            case BREAKS -> html.append("&nbsp;&nbsp;&nbsp;&nbsp;").append(text).append("<br/>\n");
        }
    }

    /** The text in spans as a word processor parts them: digits apart from characters. */
    private static String spans(String text) {
        var spans = new StringBuilder();
        for (var run : text.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)")) {
            spans.append(
                            run.matches("\\d+")
                                    ? "<span lang=EN-US style='font-size:16.0pt;font-family:\"Times New Roman\"'>"
                                    : "<span\nstyle='font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体'>")
                    .append(escape(run))
                    .append("</span>");
        }
        return spans.toString();
    }

    private static void table(StringBuilder html, Table table, Style style) {
        html.append(
                style == Style.WORD
                        ? "<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 width=640 style='border-collapse:collapse;mso-padding-alt:0cm 5.4pt 0cm 5.4pt'>\n"
                        : "<table>\n");
        for (var row : table.rows()) {
            html.append(style == Style.WORD ? " <tr style='mso-yfti-irow:1;height:23.4pt'>\n" : "<tr>");
            for (var slot : row) {
                cell(html, slot, style);
            }
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private static void cell(StringBuilder html, Slot slot, Style style) {
        html.append("<td");
        if (slot.columnSpan() > 1) {
            html.append(
                    style == Style.WORD ? " colspan=" + slot.columnSpan() : " colspan=\"" + slot.columnSpan() + "\"");
        }
        if (slot.rowSpan() > 1) {
            html.append(style == Style.WORD ? " rowspan=" + slot.rowSpan() : " rowspan=\"" + slot.rowSpan() + "\"");
        }
        if (style == Style.WORD) {
            html.append(" style='border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt;height:23.4pt'>");
            for (var line : slot.text().split("\n", -1)) {
                html.append("\n  <p class=MsoNormal align=center style='text-align:center'>")
                        .append(line.isEmpty() ? "<span lang=EN-US>&nbsp;</span>" : spans(line))
                        .append("</p>");
            }
            html.append("\n  </td>\n");
        } else {
            html.append('>').append(escape(slot.text()).replace("\n", "<br/>")).append("</td>");
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\u00a0", "&#160;");
    }
}
