package gongkai.annualreport.opening;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** A list of a page, counting its items. */
final class HtmlList {
    static final HtmlList UNORDERED = new HtmlList("none", 0);

    private final String format;
    private int next;

    private HtmlList(String format, int first) {
        this.format = format;
        this.next = first;
    }

    static HtmlList ordered(Element list) {
        var style = list.attr("style").toLowerCase(Locale.ROOT);
        var format = switch (list.attr("type")) {
            case "a" -> "lowerLetter";
            case "A" -> "upperLetter";
            case "i" -> "lowerRoman";
            case "I" -> "upperRoman";
            default ->
                style.contains("none")
                        ? "none"
                        : style.contains("cjk") || style.contains("chinese") ? "chineseCounting" : "decimal";
        };
        return new HtmlList(format, HtmlStyle.integer(list.attr("start"), 1));
    }

    /** What stands before this item. */
    String next(Element item) {
        if (format.equals("none") || item.attr("style").toLowerCase(Locale.ROOT).contains("none")) {
            return "";
        }
        next = HtmlStyle.integer(item.attr("value"), next);
        return Numerals.write(next++, format) + (format.equals("chineseCounting") ? "、" : ".");
    }
}
