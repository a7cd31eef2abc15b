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

/** The numbered lists a docx file defines, in {@code numbering.xml} and, where paragraph styles number, in {@code styles.xml}. */
final class DocxLists {
    static final int LEVELS = 9;

    static final class Level {
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
    static final class Definition {
        final Level[] levels = new Level[LEVELS];
        final int[] counts = new int[LEVELS];
        final boolean[] begun = new boolean[LEVELS];

        Definition() {
            for (var i = 0; i < LEVELS; i++) {
                levels[i] = new Level();
            }
        }
    }

    static final class Numbered {
        Definition definition = new Definition();
        final Map<Integer, Integer> startOverrides = new HashMap<>();
        final Map<Integer, Level> levelOverrides = new HashMap<>();
        final Set<Integer> overridden = new HashSet<>();

        Level level(int at) {
            var override = levelOverrides.get(at);
            return override != null ? override : definition.levels[at];
        }
    }

    /** How paragraphs of a style are numbered. */
    record StyleNumbering(
            @Nullable String list,
            @Nullable String level,
            @Nullable String basedOn) {}

    private final Map<String, Numbered> lists = new HashMap<>();
    private final Map<String, StyleNumbering> styles = new HashMap<>();

    static DocxLists read(Zip zip, String folder) throws UnreadableFileException {
        var lists = new DocxLists();
        try {
            var numbering = zip.find(folder + "numbering.xml");
            if (numbering.isPresent()) {
                lists.readNumbering(Xml.open(numbering.get()));
                var styles = zip.find(folder + "styles.xml");
                if (styles.isPresent() && mentions(styles.get(), "numPr")) {
                    lists.readStyles(Xml.open(styles.get()));
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            // A broken list definition costs the automatic numbers, not the document
            lists.lists.clear();
        }
        return lists;
    }

    boolean isEmpty() {
        return lists.isEmpty();
    }

    @Nullable
    Numbered list(String id) {
        return lists.get(id);
    }

    @Nullable
    StyleNumbering style(String id) {
        return styles.get(id);
    }

    private void readNumbering(XMLStreamReader xml) throws XMLStreamException {
        var definitions = new HashMap<String, Definition>();
        // What stands outside the element it belongs to is lost in these first ones
        var definition = new Definition();
        var level = new Level();
        Numbered numbered = null;
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
                    } else {
                        definition.levels[at] = level;
                    }
                }
                case "start" -> level.start = integer(value, 1);
                case "numFmt" -> level.format = value != null ? value : level.format;
                case "lvlText" -> level.text = value != null ? value : level.text;
                case "lvlRestart" -> level.restartsAfter = integer(value, -1);
                case "isLgl" -> level.decimalOnly = true;
                case "pStyle" -> level.style = value;
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

    static int integer(@Nullable String value, int otherwise) {
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
