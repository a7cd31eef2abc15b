package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The numbers a word processor puts before paragraphs by itself (一、 （一） 1.): seen by the reader, absent from the text. Definitions
 * are read from {@code numbering.xml} and, where paragraph styles number, {@code styles.xml}; counting follows the document.
 */
final class ListLabels {
    private static final int LEVELS = 9;

    private static final class Level {
        int start = 1;
        String format = "decimal";
        String text = "";
        boolean decimalOnly;
        /** The level (from 1) whose step restarts this one; 0 never restarts. */
        int restartsAfter = -1;

        @Nullable
        String style;
    }

    /** A list as defined: several numbered lists may count on in one. */
    private static final class Definition {
        final Level[] levels = new Level[LEVELS];
        final int[] counts = new int[LEVELS];
        final boolean[] begun = new boolean[LEVELS];

        Definition() {
            for (var i = 0; i < LEVELS; i++) {
                levels[i] = new Level();
            }
        }
    }

    private static final class Numbered {
        Definition definition = new Definition();
        final Map<Integer, Integer> startOverrides = new HashMap<>();
        final Map<Integer, Level> levelOverrides = new HashMap<>();
        final Set<Integer> overridden = new HashSet<>();
    }

    private record StyleNumbering(
            @Nullable String list,
            @Nullable String level,
            @Nullable String basedOn) {}

    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, Numbered> lists = new HashMap<>();
    private final Map<String, StyleNumbering> styles = new HashMap<>();

    static ListLabels read(Zip zip, String folder) throws UnreadableFileException {
        var labels = new ListLabels();
        try {
            var numbering = zip.find(folder + "numbering.xml");
            if (numbering.isPresent()) {
                labels.readNumbering(Xml.open(numbering.get()));
                var styles = zip.find(folder + "styles.xml");
                if (styles.isPresent() && mentions(styles.get(), "numPr")) {
                    labels.readStyles(Xml.open(styles.get()));
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            // A broken list definition costs the automatic numbers, not the document
            labels.lists.clear();
        }
        return labels;
    }

    /**
     * Counts one paragraph.
     *
     * @param style the paragraph's style
     * @param list the list the paragraph itself names, which goes before that of its style
     * @return what stands before the paragraph's text, often nothing
     */
    String next(@Nullable String style, @Nullable String list, @Nullable String level) {
        if (lists.isEmpty()) {
            return "";
        }
        var ofStyle = style;
        for (var i = 0; list == null && ofStyle != null && i < 20; i++) {
            var numbering = styles.get(ofStyle);
            if (numbering == null) {
                return "";
            }
            list = numbering.list();
            if (list != null && level == null) {
                level = numbering.level() != null ? numbering.level() : levelOfStyle(list, ofStyle);
            }
            ofStyle = numbering.basedOn();
        }
        var numbered = list == null ? null : lists.get(list);
        return numbered == null ? "" : label(numbered, Math.clamp(integer(level, 0), 0, LEVELS - 1));
    }

    private @Nullable String levelOfStyle(String list, String style) {
        var numbered = lists.get(list);
        for (var i = 0; numbered != null && i < LEVELS; i++) {
            if (style.equals(numbered.definition.levels[i].style)) {
                return String.valueOf(i);
            }
        }
        return null;
    }

    private static String label(Numbered numbered, int at) {
        var definition = numbered.definition;
        var override = numbered.startOverrides.get(at);
        if (override != null && numbered.overridden.add(at)) {
            definition.counts[at] = override;
            definition.begun[at] = true;
        } else if (definition.begun[at]) {
            definition.counts[at]++;
        } else {
            definition.counts[at] = level(numbered, at).start;
            definition.begun[at] = true;
        }
        for (var deeper = at + 1; deeper < LEVELS; deeper++) {
            var after = level(numbered, deeper).restartsAfter;
            if (after < 0 || after > at) {
                definition.begun[deeper] = false;
            }
        }
        var level = level(numbered, at);
        if (level.format.equals("bullet")) {
            return "";
        }
        var label = new StringBuilder();
        for (var i = 0; i < level.text.length(); i++) {
            var c = level.text.charAt(i);
            if (c == '%'
                    && i + 1 < level.text.length()
                    && level.text.charAt(i + 1) >= '1'
                    && level.text.charAt(i + 1) <= '9') {
                var shown = level.text.charAt(++i) - '1';
                var count = definition.begun[shown] ? definition.counts[shown] : level(numbered, shown).start;
                label.append(Numerals.write(count, level.decimalOnly ? "decimal" : level(numbered, shown).format));
            } else {
                label.append(c);
            }
        }
        if (!label.isEmpty() && Character.isLetterOrDigit(label.charAt(label.length() - 1))) {
            // The gap the reader sees, lest 1 before 2021年 become 12021年
            label.append(' ');
        }
        return label.toString();
    }

    private static Level level(Numbered numbered, int at) {
        var override = numbered.levelOverrides.get(at);
        return override != null ? override : numbered.definition.levels[at];
    }

    private void readNumbering(XMLStreamReader xml) throws XMLStreamException {
        Definition definition = null;
        Numbered numbered = null;
        Level level = null;
        var overridden = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var value = Xml.attribute(xml, "val");
            switch (xml.getLocalName()) {
                case "abstractNum" -> {
                    definition = new Definition();
                    numbered = null;
                    definitions.put(String.valueOf(Xml.attribute(xml, "abstractNumId")), definition);
                }
                case "num" -> {
                    numbered = new Numbered();
                    lists.put(String.valueOf(Xml.attribute(xml, "numId")), numbered);
                }
                case "abstractNumId" -> {
                    var named = definitions.get(String.valueOf(value));
                    if (numbered != null && named != null) {
                        numbered.definition = named;
                    }
                }
                case "lvlOverride" -> overridden = integer(Xml.attribute(xml, "ilvl"), 0);
                case "startOverride" -> {
                    if (numbered != null) {
                        numbered.startOverrides.put(overridden, integer(value, 1));
                    }
                }
                case "lvl" -> {
                    var at = Math.clamp(integer(Xml.attribute(xml, "ilvl"), 0), 0, LEVELS - 1);
                    level = new Level();
                    if (numbered != null) {
                        numbered.levelOverrides.put(at, level);
                    } else if (definition != null) {
                        definition.levels[at] = level;
                    }
                }
                case "start" -> {
                    if (level != null) {
                        level.start = integer(value, 1);
                    }
                }
                case "numFmt" -> {
                    if (level != null && value != null) {
                        level.format = value;
                    }
                }
                case "lvlText" -> {
                    if (level != null && value != null) {
                        level.text = value;
                    }
                }
                case "lvlRestart" -> {
                    if (level != null) {
                        level.restartsAfter = integer(value, -1);
                    }
                }
                case "isLgl" -> {
                    if (level != null) {
                        level.decimalOnly = true;
                    }
                }
                case "pStyle" -> {
                    if (level != null) {
                        level.style = value;
                    }
                }
                default -> {}
            }
        }
    }

    private void readStyles(XMLStreamReader xml) throws XMLStreamException {
        String id = null;
        String basedOn = null;
        String list = null;
        String level = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "style" -> {
                            id = Xml.attribute(xml, "styleId");
                            basedOn = null;
                            list = null;
                            level = null;
                        }
                        case "basedOn" -> basedOn = Xml.attribute(xml, "val");
                        case "numId" -> list = Xml.attribute(xml, "val");
                        case "ilvl" -> level = Xml.attribute(xml, "val");
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals("style") && id != null) {
                        styles.put(id, new StyleNumbering(list, level, basedOn));
                    }
                }
                default -> {}
            }
        }
    }

    private static int integer(@Nullable String value, int otherwise) {
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static boolean mentions(byte[] part, String word) {
        for (var at = 0; at <= part.length - word.length(); at++) {
            if (part[at] == word.charAt(0) && Content.starts(part, at, word)) {
                return true;
            }
        }
        return false;
    }
}
