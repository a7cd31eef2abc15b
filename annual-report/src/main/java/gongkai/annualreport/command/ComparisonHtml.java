package gongkai.annualreport.command;

import gongkai.annualreport.merging.Comparison;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A comparison as a web page. */
final class ComparisonHtml {
    private static final String STYLE = """
            body{font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1f2933;max-width:60em;margin:2em auto;padding:0 1em}
            table{border-collapse:collapse;width:100%;margin:1em 0}
            th,td{border-bottom:1px solid #d9dfe5;padding:.4em .6em;text-align:left;vertical-align:top}
            .figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            """;

    private ComparisonHtml() {}

    static byte[] write(Comparison comparison) {
        var page = new StringBuilder()
                .append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>年度报告比较</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>年度报告比较</h1>\n<p>旧：")
                .append(escaped(ComparisonPage.named(comparison.old())))
                .append("<br>新：")
                .append(escaped(ComparisonPage.named(comparison.current())))
                .append("<br>")
                .append(comparison.kind().title())
                .append("</p>\n");
        for (var table : ComparisonTable.of(comparison)) {
            page.append("<h2>").append(escaped(table.title())).append("</h2>\n");
            if (table.rows().isEmpty()) {
                page.append("<p>").append(escaped(table.ifEmpty())).append("</p>\n");
                continue;
            }
            page.append("<table>\n<thead>");
            row(page, table.header(), "th scope=\"col\"", "th", table.figures());
            page.append("</thead>\n<tbody>\n");
            table.rows().forEach(row -> row(page, row, "td", "td", table.figures()));
            page.append("</tbody>\n</table>\n");
        }
        return page.append("</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void row(StringBuilder page, List<String> cells, String open, String close, List<Integer> figures) {
        page.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            page.append('<')
                    .append(open)
                    .append(figures.contains(i) ? " class=\"figure\">" : ">")
                    .append(escaped(cells.get(i)))
                    .append("</")
                    .append(close)
                    .append('>');
        }
        page.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
