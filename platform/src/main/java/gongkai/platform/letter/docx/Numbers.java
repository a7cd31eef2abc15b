package gongkai.platform.letter.docx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The automatic numbers of paragraphs, which Word reckons and does not store. */
final class Numbers {
    private static final String CHINESE = "〇一二三四五六七八九";
    private static final int LEVELS = 9;

    private final Map<String, Element> definitions = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();

    Numbers(WordFile file) {
        var document = file.xml("word/numbering.xml");
        if (document != null) {
            var root = document.getDocumentElement();
            Xml.children(root, "abstractNum").forEach(one -> definitions.put(Xml.attribute(one, "abstractNumId"), one));
            Xml.children(root, "num")
                    .forEach(one -> lists.put(
                            Xml.attribute(one, "numId"), Xml.attribute(Xml.child(one, "abstractNumId"), "val")));
        }
    }

    /** The number of the next paragraph of that list and level, empty if it shows none. */
    String next(int list, int level) {
        var definition = lists.get(String.valueOf(list));
        if (definition == null) {
            return "";
        }
        var count = counts.computeIfAbsent(definition, key -> new int[LEVELS]);
        count[level] = count[level] == 0 ? start(definition, level) : count[level] + 1;
        Arrays.fill(count, level + 1, LEVELS, 0);
        var text = Xml.attribute(Xml.child(level(definition, level), "lvlText"), "val");
        if (format(definition, level).equals("bullet")) {
            return "• ";
        }
        for (int i = 0; i <= level; i++) {
            text = text.replace("%" + (i + 1), written(Math.max(count[i], 1), format(definition, i)));
        }
        return text;
    }

    private int start(String definition, int level) {
        return Xml.number(Xml.child(level(definition, level), "start"), "val", 1);
    }

    private String format(String definition, int level) {
        return Xml.attribute(Xml.child(level(definition, level), "numFmt"), "val");
    }

    private @Nullable Element level(String definition, int level) {
        var found = definitions.get(definition);
        return found == null
                ? null
                : Xml.children(found, "lvl").stream()
                        .filter(each -> Xml.number(each, "ilvl", -1) == level)
                        .findFirst()
                        .orElse(null);
    }

    private static String written(int number, String format) {
        return switch (format) {
            case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital" ->
                chinese(number);
            case "upperLetter" -> String.valueOf((char) ('A' + (number - 1) % 26));
            case "lowerLetter" -> String.valueOf((char) ('a' + (number - 1) % 26));
            case "none" -> "";
            default -> String.valueOf(number);
        };
    }

    private static String chinese(int number) {
        if (number >= 100) {
            return String.valueOf(number);
        }
        int tens = number / 10;
        int ones = number % 10;
        return (tens > 1 ? CHINESE.charAt(tens) : "")
                + (tens > 0 ? "十" : "")
                + (ones > 0 ? String.valueOf(CHINESE.charAt(ones)) : "");
    }
}
