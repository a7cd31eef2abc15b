package gongkai.platform.letter.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** How paragraphs and runs look: what they say themselves over what their styles say. Lengths in points. */
final class Looks {
    private static final int MOST_BASES = 20;

    private final Map<String, Element> styles = new HashMap<>();
    private final @Nullable Element defaults;
    private @Nullable String usual;

    Looks(WordFile file) {
        var document = file.xml("word/styles.xml");
        defaults = document == null ? null : Xml.child(document.getDocumentElement(), "docDefaults");
        if (document != null) {
            for (var style : Xml.children(document.getDocumentElement(), "style")) {
                var id = Xml.attribute(style, "styleId");
                styles.put(id, style);
                if (Xml.attribute(style, "type").equals("paragraph") && on(Xml.attribute(style, "default"))) {
                    usual = id;
                }
            }
        }
    }

    /** The style sheet's words for a paragraph. */
    String paragraph(Element paragraph, double size) {
        var layers = paragraphLayers(paragraph);
        var css = new StringBuilder();
        css.append("text-align:").append(align(value(layers, "jc", "val"))).append(';');
        var left = points(layers, "ind", "left", "start", size);
        css.append("margin:")
                .append(pt(points(layers, "spacing", "before", "before", size)))
                .append(' ')
                .append(pt(points(layers, "ind", "right", "end", size)))
                .append(' ')
                .append(pt(points(layers, "spacing", "after", "after", size)))
                .append(' ')
                .append(pt(left))
                .append(';');
        var hanging = points(layers, "ind", "hanging", "hanging", size);
        css.append("text-indent:")
                .append(pt(hanging > 0 ? -hanging : points(layers, "ind", "firstLine", "firstLine", size)))
                .append(';');
        css.append("line-height:").append(lineHeight(layers)).append(';');
        if (set(layers, "keepNext")) {
            css.append("page-break-after:avoid;");
        }
        if (set(layers, "keepLines")) {
            css.append("page-break-inside:avoid;");
        }
        if (set(layers, "pageBreakBefore")) {
            css.append("page-break-before:always;");
        }
        return css.toString();
    }

    /** The size of a paragraph's text where no run says otherwise. */
    double size(Element paragraph) {
        return size(runLayers(paragraph, null));
    }

    /** The style sheet's words for a run; empty when it is hidden. */
    String run(Element paragraph, Element run) {
        var layers = runLayers(paragraph, run);
        if (set(layers, "vanish")) {
            return "";
        }
        var css = new StringBuilder("font-size:").append(pt(size(layers))).append(';');
        var font = value(layers, "rFonts", "eastAsia");
        boolean titling = font.contains("小标宋");
        if (titling || set(layers, "b")) {
            css.append("font-weight:bold;");
        }
        if (set(layers, "i")) {
            css.append("font-style:italic;");
        }
        var line = value(layers, "u", "val");
        if (!line.isEmpty() && !line.equals("none")) {
            css.append("text-decoration:underline;");
        } else if (set(layers, "strike")) {
            css.append("text-decoration:line-through;");
        }
        var colour = value(layers, "color", "val");
        if (colour.matches("[0-9A-Fa-f]{6}")) {
            css.append("color:#").append(colour).append(';');
        }
        switch (value(layers, "vertAlign", "val")) {
            case "superscript" -> css.append("vertical-align:super;font-size:65%;");
            case "subscript" -> css.append("vertical-align:sub;font-size:65%;");
            default -> {}
        }
        return css.toString();
    }

    /** Our face for a run: that of 黑体, or the one for all others. */
    String face(Element paragraph, Element run) {
        var font = value(runLayers(paragraph, run), "rFonts", "eastAsia");
        return font.contains("黑") || font.contains("YaHei") || font.contains("Sans") ? "hei" : "song";
    }

    /** The numbering a paragraph takes part in: its list and level; null if none. */
    int @Nullable [] numbering(Element paragraph) {
        for (var layer : paragraphLayers(paragraph)) {
            var numbering = Xml.child(layer, "numPr");
            if (numbering != null) {
                int list = Xml.number(Xml.child(numbering, "numId"), "val", 0);
                return list == 0
                        ? null
                        : new int[] {list, Math.clamp(Xml.number(Xml.child(numbering, "ilvl"), "val", 0), 0, 8)};
            }
        }
        return null;
    }

    /** The properties of a table's own style, as of the table itself. */
    List<Element> table(Element table) {
        var layers = new ArrayList<Element>();
        var own = Xml.child(table, "tblPr");
        if (own != null) {
            layers.add(own);
            addStyles(layers, Xml.attribute(Xml.child(own, "tblStyle"), "val"), "tblPr");
        }
        return layers;
    }

    private List<Element> paragraphLayers(Element paragraph) {
        var layers = new ArrayList<Element>();
        var own = Xml.child(paragraph, "pPr");
        if (own != null) {
            layers.add(own);
        }
        addStyles(layers, styleOf(own), "pPr");
        add(layers, Xml.child(Xml.child(defaults, "pPrDefault"), "pPr"));
        return layers;
    }

    private List<Element> runLayers(Element paragraph, @Nullable Element run) {
        var layers = new ArrayList<Element>();
        var own = Xml.child(run, "rPr");
        if (own != null) {
            layers.add(own);
            addStyles(layers, Xml.attribute(Xml.child(own, "rStyle"), "val"), "rPr");
        }
        addStyles(layers, styleOf(Xml.child(paragraph, "pPr")), "rPr");
        add(layers, Xml.child(Xml.child(defaults, "rPrDefault"), "rPr"));
        return layers;
    }

    private String styleOf(@Nullable Element properties) {
        var named = Xml.attribute(Xml.child(properties, "pStyle"), "val");
        return named.isEmpty() && usual != null ? usual : named;
    }

    private void addStyles(List<Element> layers, String id, String properties) {
        var style = styles.get(id);
        for (int i = 0; style != null && i < MOST_BASES; i++) {
            add(layers, Xml.child(style, properties));
            style = styles.get(Xml.attribute(Xml.child(style, "basedOn"), "val"));
        }
    }

    private static void add(List<Element> layers, @Nullable Element layer) {
        if (layer != null) {
            layers.add(layer);
        }
    }

    static String value(List<Element> layers, String element, String attribute) {
        for (var layer : layers) {
            var value = Xml.attribute(Xml.child(layer, element), attribute);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static boolean set(List<Element> layers, String element) {
        for (var layer : layers) {
            var found = Xml.child(layer, element);
            if (found != null) {
                return on(Xml.attribute(found, "val"));
            }
        }
        return false;
    }

    private static boolean on(String value) {
        return !(value.equals("0") || value.equals("false") || value.equals("off") || value.equals("none"));
    }

    /** A length in twips, or in hundredths of a character where that is said. */
    private static double points(List<Element> layers, String element, String name, String other, double size) {
        for (var layer : layers) {
            var found = Xml.child(layer, element);
            var characters = Xml.attribute(found, name + "Chars");
            if (!characters.isEmpty() && !characters.equals("0")) {
                return Xml.number(found, name + "Chars", 0) / 100.0 * size;
            }
            for (var attribute : List.of(name, other)) {
                if (!Xml.attribute(found, attribute).isEmpty()) {
                    return Xml.number(found, attribute, 0) / 20.0;
                }
            }
        }
        return 0;
    }

    private static String lineHeight(List<Element> layers) {
        var line = value(layers, "spacing", "line");
        if (!line.matches("\\d{1,5}")) {
            return "1.4";
        }
        var rule = value(layers, "spacing", "lineRule");
        return rule.equals("exact") || rule.equals("atLeast")
                ? pt(Integer.parseInt(line) / 20.0)
                : String.valueOf(Integer.parseInt(line) / 240.0 * 1.4);
    }

    private static double size(List<Element> layers) {
        var size = value(layers, "sz", "val");
        return size.matches("\\d{1,3}(\\.\\d+)?") ? Math.clamp(Double.parseDouble(size) / 2, 1, 200) : 10.5;
    }

    private static String align(String justification) {
        return switch (justification) {
            case "center" -> "center";
            case "right", "end" -> "right";
            case "both", "distribute" -> "justify";
            default -> "left";
        };
    }

    static String pt(double points) {
        return String.format(java.util.Locale.ROOT, "%.2fpt", points);
    }
}
