package gongkai.platform.letter.docx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The fields of a template: {@code {{申请人}}} anywhere in its text, even where Word has split it over several runs. A paragraph with
 * nothing but empty fields is left out; a field that is alone in its paragraph and holds several lines makes several paragraphs. A row of
 * a table with fields such as {@code {{分档.金额}}} is repeated for each line of 分档.
 */
public final class Fields {
    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}\\s]{1,40})\\s*}}");

    private final Map<String, String> texts;
    private final Map<String, List<Map<String, String>>> rows;

    /**
     * @param texts what stands in each field
     * @param rows the lines of each repeated row, by the name before the point
     */
    public Fields(Map<String, String> texts, Map<String, List<Map<String, String>>> rows) {
        this.texts = texts;
        this.rows = rows;
    }

    /** The names of all fields of a template, in their order. */
    public static Set<String> named(WordFile template) {
        var names = new LinkedHashSet<String>();
        for (var part : template.printed()) {
            for (var paragraph : Xml.all(template.required(part).getDocumentElement(), "p")) {
                var found = FIELD.matcher(text(paragraph));
                while (found.find()) {
                    names.add(found.group(1));
                }
            }
        }
        return names;
    }

    /** The template with its fields filled; a field nothing is known of becomes empty. */
    public WordFile fill(WordFile template) {
        var changed = new LinkedHashMap<String, Document>();
        for (var part : template.printed()) {
            var document = template.required(part);
            Xml.all(document.getDocumentElement(), "tr").forEach(this::repeat);
            for (var paragraph : Xml.all(document.getDocumentElement(), "p")) {
                if (paragraph.getParentNode() != null) {
                    fill(paragraph);
                }
            }
            changed.put(part, document);
        }
        return template.with(changed);
    }

    private void repeat(Element row) {
        var found = FIELD.matcher(row.getTextContent());
        if (!found.find() || !found.group(1).contains(".")) {
            return;
        }
        var group = found.group(1).substring(0, found.group(1).indexOf('.'));
        for (var line : rows.getOrDefault(group, List.of())) {
            var copy = (Element) row.cloneNode(true);
            row.getParentNode().insertBefore(copy, row);
            var values = new LinkedHashMap<String, String>();
            line.forEach((name, value) -> values.put(group + "." + name, value));
            var filling = new Fields(values, Map.of());
            Xml.all(copy, "p").forEach(filling::fill);
        }
        row.getParentNode().removeChild(row);
    }

    private void fill(Element paragraph) {
        var whole = text(paragraph);
        var found = FIELD.matcher(whole);
        if (!found.find()) {
            return;
        }
        var filled = filled(whole);
        if (FIELD.matcher(whole).replaceAll("").isBlank()) {
            if (filled.isBlank() && !Xml.is(paragraph.getParentNode(), "tc")) {
                paragraph.getParentNode().removeChild(paragraph);
                return;
            }
            var lines = filled.strip().split("\\R+");
            for (int i = 0; i < lines.length - 1; i++) {
                var copy = (Element) paragraph.cloneNode(true);
                paragraph.getParentNode().insertBefore(copy, paragraph);
                write(copy, lines[i]);
            }
            write(paragraph, lines[lines.length - 1]);
        } else {
            replace(paragraph);
        }
    }

    private String filled(String text) {
        return FIELD.matcher(text).replaceAll(field -> java.util.regex.Matcher.quoteReplacement(value(field.group(1))));
    }

    private String value(String name) {
        return texts.getOrDefault(name, "");
    }

    /** Puts a whole new text into the first run of a paragraph. */
    private static void write(Element paragraph, String text) {
        var pieces = pieces(paragraph);
        set(pieces.getFirst(), text);
        pieces.subList(1, pieces.size()).forEach(piece -> set(piece, ""));
    }

    /** Replaces each field where it stands: its text goes where it begins, so the look of the other runs stays. */
    private void replace(Element paragraph) {
        var pieces = pieces(paragraph);
        var whole = text(paragraph);
        var found = FIELD.matcher(whole);
        var texts = pieces.stream()
                .map(Node::getTextContent)
                .map(StringBuilder::new)
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        var matches = found.results().toList().reversed();
        for (var match : matches) {
            int start = 0;
            boolean put = false;
            for (int i = 0; i < pieces.size(); i++) {
                int length = pieces.get(i).getTextContent().length();
                int from = Math.max(match.start() - start, 0);
                int to = Math.min(match.end() - start, length);
                if (from < to) {
                    texts.get(i).replace(from, to, put ? "" : value(match.group(1)));
                    put = true;
                }
                start += length;
            }
        }
        for (int i = 0; i < pieces.size(); i++) {
            set(pieces.get(i), texts.get(i).toString());
        }
    }

    private static String text(Element paragraph) {
        var text = new StringBuilder();
        pieces(paragraph).forEach(piece -> text.append(piece.getTextContent()));
        return text.toString();
    }

    /** The texts of a paragraph's own runs, not those of a text box inside it. */
    private static List<Element> pieces(Element paragraph) {
        return Xml.all(paragraph, "t").stream()
                .filter(piece -> paragraphOf(piece) == paragraph)
                .toList();
    }

    private static Node paragraphOf(Node piece) {
        var node = piece;
        while (node != null && !Xml.is(node, "p")) {
            node = node.getParentNode();
        }
        return node;
    }

    /** A line's end inside a piece of text becomes a break of the line. */
    private static void set(Element piece, String text) {
        var lines = text.split("\\R", -1);
        var document = piece.getOwnerDocument();
        for (int i = 0; i < lines.length - 1; i++) {
            var before = (Element) piece.cloneNode(false);
            put(before, lines[i]);
            piece.getParentNode().insertBefore(before, piece);
            piece.getParentNode()
                    .insertBefore(document.createElementNS(piece.getNamespaceURI(), prefixed(piece, "br")), piece);
        }
        put(piece, lines[lines.length - 1]);
    }

    private static void put(Element piece, String text) {
        piece.setTextContent(printable(text));
        piece.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    }

    /** Without the characters that XML cannot hold. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String prefixed(Element like, String name) {
        return like.getPrefix() == null ? name : like.getPrefix() + ":" + name;
    }
}
