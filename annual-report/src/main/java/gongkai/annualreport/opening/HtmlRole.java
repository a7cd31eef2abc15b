package gongkai.annualreport.opening;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What an element does on the page: what its name says, unless its style makes it part of a table or hides it. */
enum HtmlRole {
    /** Not shown, nor anything in it. */
    UNSEEN,
    META,
    INLINE,
    BREAK,
    PICTURE,
    INPUT,
    TIME,
    TABLE,
    ROW,
    CELL,
    ROW_GROUP,
    BLOCK,
    PREFORMATTED,
    ORDERED_LIST,
    LIST,
    LIST_ITEM;

    private static final Map<String, HtmlRole> BY_NAME = new HashMap<>();

    static {
        put(
                UNSEEN,
                "script style noscript template svg iframe object select button datalist del rt rp xml colgroup canvas audio video map title"
                        + " o:officedocumentsettings w:worddocument");
        put(
                BLOCK,
                "p div h1 h2 h3 h4 h5 h6 dl dt dd section article header footer main nav aside form fieldset legend blockquote center"
                        + " address figure figcaption hr details summary body caption");
        put(META, "meta");
        put(BREAK, "br");
        put(PICTURE, "img");
        put(INPUT, "input");
        put(TIME, "time");
        put(TABLE, "table");
        put(ROW, "tr");
        put(CELL, "td th");
        put(ROW_GROUP, "thead tbody tfoot");
        put(PREFORMATTED, "pre");
        put(ORDERED_LIST, "ol");
        put(LIST, "ul dir menu");
        put(LIST_ITEM, "li");
    }

    private static void put(HtmlRole role, String names) {
        for (var name : names.split(" ", -1)) {
            BY_NAME.put(name, role);
        }
    }

    static HtmlRole of(Element element) {
        var byName = BY_NAME.getOrDefault(element.normalName(), INLINE);
        if (byName == UNSEEN || byName == META || element.attributesSize() == 0) {
            return byName;
        }
        var attributes = element.attributes();
        if (attributes.hasKey("hidden")) {
            return UNSEEN;
        }
        var style = attributes.get("style");
        return style.isEmpty() ? byName : styled(byName, style.toLowerCase(Locale.ROOT));
    }

    private static HtmlRole styled(HtmlRole byName, String style) {
        if (style.contains("mso-hide") && HtmlStyle.value(style, "mso-hide").startsWith("all")) {
            return UNSEEN;
        }
        if (!style.contains("display")) {
            return byName;
        }
        return switch (HtmlStyle.value(style, "display")) {
            case "none" -> UNSEEN;
            case "table", "inline-table" -> TABLE;
            case "table-row" -> ROW;
            case "table-cell" -> CELL;
            default -> byName;
        };
    }

    /** Whether it stands on lines of its own. */
    boolean isBlock() {
        return switch (this) {
            case BLOCK, PREFORMATTED, ORDERED_LIST, LIST, LIST_ITEM -> true;
            default -> false;
        };
    }
}
