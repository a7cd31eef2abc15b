package gongkai.annualreport.opening;

import gongkai.annualreport.Place;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** A parsed page, walked once: the text a browser shows, its tables, its large pictures. */
final class HtmlBody {
    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "select",
            "button",
            "datalist",
            "del",
            "rt",
            "rp",
            "xml",
            "colgroup",
            "canvas",
            "audio",
            "video",
            "map",
            "title",
            "o:officedocumentsettings",
            "w:worddocument");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "nav",
            "aside",
            "form",
            "fieldset",
            "legend",
            "blockquote",
            "pre",
            "center",
            "address",
            "figure",
            "figcaption",
            "hr",
            "details",
            "summary",
            "body",
            "caption",
            "li",
            "dir",
            "menu");
    private static final Set<String> PUBLISHED = Set.of(
            "pubdate",
            "publishdate",
            "publish_date",
            "publishtime",
            "publicationdate",
            "article:published_time",
            "releasedate");

    private final Flow flow = new Flow();
    private final HtmlLine line = new HtmlLine();
    private final Deque<HtmlTable> tables = new ArrayDeque<>();
    private final Deque<HtmlList> lists = new ArrayDeque<>();
    private Place place = Place.NONE;
    private Place linePlace = Place.NONE;
    private int preformatted;
    /** Where the element being begun stands in the source, 0 where that is not known. */
    private int sourceLine;

    private @Nullable String pageTitle;
    private @Nullable String articleTitle;
    private @Nullable String published;
    private @Nullable String time;

    private final @Nullable HtmlTags tags;

    /** @param tags where the elements' lines stand, null where the parser tells them */
    HtmlBody(@Nullable HtmlTags tags) {
        this.tags = tags;
    }

    List<Block> blocks() {
        return flow.blocks();
    }

    /** The article's own title where the page states it, else the title of the page, which often names the site too. */
    @Nullable
    String title() {
        return articleTitle != null ? articleTitle : pageTitle;
    }

    @Nullable
    String published() {
        return published != null ? published : time;
    }

    void read(Node root) throws UnreadableFileException {
        // By hand, not by recursion: a page may be nested deeper than the stack
        var node = root;
        while (true) {
            boolean shown = begin(node);
            if (shown && node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            if (!shown && tags != null && node instanceof Element unseen) {
                tags.skip(unseen);
            }
            end(node);
            while (node != root && node.nextSibling() == null) {
                var parent = node.parent();
                if (parent == null) {
                    return;
                }
                node = parent;
                end(node);
            }
            var next = node == root ? null : node.nextSibling();
            if (next == null) {
                endLine();
                return;
            }
            node = next;
        }
    }

    /** Whether to go inside. */
    private boolean begin(Node node) throws UnreadableFileException {
        if (node instanceof TextNode text) {
            if (line.isEmpty()) {
                linePlace = place;
            }
            text(text.getWholeText());
            return false;
        }
        if (!(node instanceof Element element)) {
            return false;
        }
        var name = element.normalName();
        sourceLine = tags == null ? element.sourceRange().start().lineNumber() : tags.line(element);
        if (name.equals("meta")) {
            meta(element);
            return false;
        }
        if (name.equals("title") && pageTitle == null && !isInside(element, "svg")) {
            pageTitle = strip(element.wholeText());
        }
        if (UNSEEN.contains(name)) {
            return false;
        }
        var role = role(element, name);
        if (role.equals("none")) {
            return false;
        }
        switch (role) {
            case "br" -> endLine();
            case "img" -> picture(element);
            case "input" -> input(element);
            case "time" ->
                time = time != null
                        ? time
                        : strip(element.hasAttr("datetime") ? element.attr("datetime") : element.text());
            case "table" -> {
                endLine();
                locate();
                flow.beginTable(place);
                tables.push(new HtmlTable());
            }
            case "tr" -> {
                endLine();
                if (!tables.isEmpty() && tables.getFirst().takesRow()) {
                    locate();
                    flow.beginRow(place);
                    tables.getFirst().beginRow(flow.row(), element);
                }
            }
            case "td", "th" -> {
                endLine();
                if (!tables.isEmpty() && tables.getFirst().takesCell()) {
                    locate();
                    var table = tables.getFirst();
                    table.beginCell(flow.beginCell(table.nextColumn(), place), element);
                }
            }
            default -> {
                if (BLOCKS.contains(role)) {
                    endLine();
                    locate();
                    beginBlock(element, role);
                }
            }
        }
        return true;
    }

    private void end(Node node) throws UnreadableFileException {
        if (!(node instanceof Element element) || UNSEEN.contains(element.normalName())) {
            return;
        }
        var role = role(element, element.normalName());
        switch (role) {
            case "table" -> {
                endLine();
                tables.pop().end();
                flow.endTable();
            }
            case "tr" -> {
                endLine();
                if (!tables.isEmpty() && tables.getFirst().isRow(element)) {
                    if (!tables.getFirst().endRow()) {
                        flow.dropRow();
                    }
                }
            }
            case "td", "th" -> {
                endLine();
                if (!tables.isEmpty() && tables.getFirst().isCell(element)) {
                    tables.getFirst().endCell();
                    flow.endCell();
                }
            }
            case "thead", "tbody", "tfoot" -> {
                if (!tables.isEmpty()) {
                    tables.getFirst().endGroup();
                }
            }
            default -> {
                if (BLOCKS.contains(role)) {
                    endLine();
                    switch (role) {
                        case "pre" -> preformatted--;
                        case "ol", "ul", "dir", "menu" -> lists.poll();
                        default -> {}
                    }
                }
            }
        }
    }

    private void beginBlock(Element element, String name) {
        switch (name) {
            case "pre" -> preformatted++;
            case "ol" -> lists.push(HtmlList.ordered(element));
            case "ul", "dir", "menu" -> lists.push(HtmlList.UNORDERED);
            case "li" -> {
                if (!lists.isEmpty()) {
                    line.label(lists.getFirst().next(element));
                }
            }
            default -> {}
        }
    }

    /** What the element does on the page: its name, unless its style makes it part of a table or hides it. */
    private static String role(Element element, String name) {
        if (element.attributesSize() == 0) {
            return name;
        }
        if (element.hasAttr("hidden")) {
            return "none";
        }
        var style = element.attr("style");
        if (style.isEmpty()) {
            return name;
        }
        var lower = style.toLowerCase(Locale.ROOT);
        if (lower.contains("mso-hide") && HtmlStyle.value(lower, "mso-hide").startsWith("all")) {
            return "none";
        }
        if (!lower.contains("display")) {
            return name;
        }
        return switch (HtmlStyle.value(lower, "display")) {
            case "none" -> "none";
            case "table", "inline-table" -> "table";
            case "table-row" -> "tr";
            case "table-cell" -> name.equals("th") ? name : "td";
            default -> name;
        };
    }

    private void locate() {
        if (sourceLine > 0 && (place.line() == null || place.line() != sourceLine)) {
            place = Place.line(sourceLine);
        }
    }

    private void text(String text) throws UnreadableFileException {
        if (preformatted == 0) {
            line.append(text);
            return;
        }
        var from = 0;
        for (var at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            line.appendRaw(text.substring(from, at));
            endLine();
            from = at + 1;
        }
        line.appendRaw(text.substring(from));
    }

    private void endLine() throws UnreadableFileException {
        if (!line.isEmpty()) {
            var text = line.take();
            if (!text.isEmpty()) {
                flow.paragraph(text, linePlace);
            }
        }
    }

    private void meta(Element meta) {
        var name = (meta.hasAttr("name") ? meta.attr("name") : meta.attr("property")).toLowerCase(Locale.ROOT);
        if (PUBLISHED.contains(name) && published == null) {
            published = strip(meta.attr("content"));
        } else if (name.equals("articletitle") && articleTitle == null) {
            articleTitle = strip(meta.attr("content"));
        }
    }

    /** A figure shown in a form field. */
    private void input(Element input) {
        var type = input.attr("type").toLowerCase(Locale.ROOT);
        if (type.isEmpty() || type.equals("text") || type.equals("number")) {
            line.append(input.attr("value"));
        }
    }

    private void picture(Element image) throws UnreadableFileException {
        if (HtmlStyle.mayHoldText(image)) {
            endLine();
            flow.picture(place);
        }
    }

    private static boolean isInside(Element element, String name) {
        var parent = element.parent();
        return parent != null && parent.normalName().equals(name);
    }

    private static @Nullable String strip(String text) {
        var stripped = text.replaceAll("[\\s\\u00A0]+", " ").strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
