package gongkai.annualreport.opening;

import gongkai.annualreport.Place;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** A parsed page, walked once: the text a browser shows, its tables, its large pictures. */
final class HtmlBody {
    private final Flow flow = new Flow();
    private final HtmlLine line = new HtmlLine();
    private final Deque<HtmlTable> tables = new ArrayDeque<>();
    private final Deque<HtmlList> lists = new ArrayDeque<>();
    private Place place = Place.NONE;
    private Place linePlace = Place.NONE;
    private int preformatted;
    /** Where the element being begun stands in the source, 0 where that is not known. */
    private int sourceLine;

    private final HtmlHead head = new HtmlHead();
    private final @Nullable HtmlTags tags;

    /** @param tags where the elements' lines stand, null where the parser tells them */
    HtmlBody(@Nullable HtmlTags tags) {
        this.tags = tags;
    }

    List<Block> blocks() {
        return flow.blocks();
    }

    HtmlHead head() {
        return head;
    }

    void read(Node root) throws UnreadableFileException {
        // By hand, not by recursion: a page may be nested deeper than the stack
        var open = new ArrayDeque<HtmlRole>();
        var node = root;
        while (true) {
            if (node instanceof TextNode text) {
                text(text.getWholeText());
            } else if (node instanceof Element element) {
                var role = HtmlRole.of(element);
                sourceLine = tags == null ? element.sourceRange().start().lineNumber() : tags.line(element);
                if (role == HtmlRole.UNSEEN) {
                    unseen(element);
                } else {
                    begin(element, role);
                    if (element.childNodeSize() > 0) {
                        open.push(role);
                        node = element.childNode(0);
                        continue;
                    }
                    end(element, role);
                }
            }
            var next = node == root ? null : node.nextSibling();
            while (next == null) {
                var parent = node == root ? null : node.parent();
                if (parent == null) {
                    endLine();
                    return;
                }
                node = parent;
                end((Element) parent, open.pop());
                next = node == root ? null : node.nextSibling();
            }
            node = next;
        }
    }

    private void unseen(Element element) {
        head.unseen(element);
        if (tags != null) {
            tags.skip(element);
        }
    }

    private void begin(Element element, HtmlRole role) throws UnreadableFileException {
        switch (role) {
            case META -> head.meta(element);
            case BREAK -> endLine();
            case PICTURE -> picture(element);
            case INPUT -> input(element);
            case TIME -> head.time(element);
            case TABLE -> {
                endLine();
                locate();
                flow.beginTable(place);
                tables.push(new HtmlTable());
            }
            case ROW -> {
                endLine();
                if (!tables.isEmpty() && tables.getFirst().takesRow()) {
                    locate();
                    flow.beginRow(place);
                    tables.getFirst().beginRow(flow.row(), element);
                }
            }
            case CELL -> {
                endLine();
                if (!tables.isEmpty() && tables.getFirst().takesCell()) {
                    locate();
                    var table = tables.getFirst();
                    table.beginCell(flow.beginCell(table.nextColumn(), place), element);
                }
            }
            case BLOCK, PREFORMATTED, ORDERED_LIST, LIST, LIST_ITEM -> {
                endLine();
                locate();
                beginBlock(element, role);
            }
            case UNSEEN, INLINE, ROW_GROUP -> {}
        }
    }

    private void end(Element element, HtmlRole role) throws UnreadableFileException {
        switch (role) {
            case TABLE -> {
                endLine();
                tables.pop().end();
                flow.endTable();
            }
            case ROW -> {
                endLine();
                if (!tables.isEmpty() && tables.getFirst().isRow(element)) {
                    if (!tables.getFirst().endRow()) {
                        flow.dropRow();
                    }
                }
            }
            case CELL -> {
                endLine();
                if (!tables.isEmpty() && tables.getFirst().isCell(element)) {
                    tables.getFirst().endCell();
                    flow.endCell();
                }
            }
            case ROW_GROUP -> {
                if (!tables.isEmpty()) {
                    tables.getFirst().endGroup();
                }
            }
            case BLOCK, PREFORMATTED, ORDERED_LIST, LIST, LIST_ITEM -> {
                endLine();
                endBlock(role);
            }
            case UNSEEN, META, INLINE, BREAK, PICTURE, INPUT, TIME -> {}
        }
    }

    private void beginBlock(Element element, HtmlRole role) {
        switch (role) {
            case PREFORMATTED -> preformatted++;
            case ORDERED_LIST -> lists.push(HtmlList.ordered(element));
            case LIST -> lists.push(HtmlList.UNORDERED);
            case LIST_ITEM -> {
                if (!lists.isEmpty()) {
                    line.label(lists.getFirst().next(element));
                }
            }
            default -> {}
        }
    }

    private void endBlock(HtmlRole role) {
        switch (role) {
            case PREFORMATTED -> preformatted--;
            case ORDERED_LIST, LIST -> lists.poll();
            default -> {}
        }
    }

    private void locate() {
        if (sourceLine > 0 && (place.line() == null || place.line() != sourceLine)) {
            place = Place.line(sourceLine);
        }
    }

    private void text(String text) throws UnreadableFileException {
        if (line.isEmpty()) {
            linePlace = place;
        }
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
}
