package gongkai.annualreport.opening;

import gongkai.annualreport.opening.DocxLists.Numbered;
import org.jspecify.annotations.Nullable;

/**
 * The numbers a word processor puts before paragraphs by itself (一、 （一） 1.): seen by the reader, absent from the text. Counting follows
 * the document.
 */
final class ListLabels {
    private final DocxLists lists;

    ListLabels(DocxLists lists) {
        this.lists = lists;
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
            var numbering = lists.style(ofStyle);
            if (numbering == null) {
                return "";
            }
            list = numbering.list();
            if (list != null && level == null) {
                level = numbering.level() != null ? numbering.level() : levelOfStyle(list, ofStyle);
            }
            ofStyle = numbering.basedOn();
        }
        var numbered = list == null ? null : lists.list(list);
        return numbered == null
                ? ""
                : label(numbered, Math.clamp(DocxLists.integer(level, 0), 0, DocxLists.LEVELS - 1));
    }

    private @Nullable String levelOfStyle(String list, String style) {
        var numbered = lists.list(list);
        for (var i = 0; numbered != null && i < DocxLists.LEVELS; i++) {
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
            definition.counts[at] = numbered.level(at).start;
            definition.begun[at] = true;
        }
        for (var deeper = at + 1; deeper < DocxLists.LEVELS; deeper++) {
            var after = numbered.level(deeper).restartsAfter;
            if (after < 0 || after > at) {
                definition.begun[deeper] = false;
            }
        }
        var level = numbered.level(at);
        return level.format.equals("bullet") ? "" : text(numbered, level);
    }

    private static String text(Numbered numbered, DocxLists.Level level) {
        var definition = numbered.definition;
        var label = new StringBuilder();
        for (var i = 0; i < level.text.length(); i++) {
            var c = level.text.charAt(i);
            if (c == '%'
                    && i + 1 < level.text.length()
                    && level.text.charAt(i + 1) >= '1'
                    && level.text.charAt(i + 1) <= '9') {
                var shown = level.text.charAt(++i) - '1';
                var count = definition.begun[shown] ? definition.counts[shown] : numbered.level(shown).start;
                label.append(Numerals.write(count, level.decimalOnly ? "decimal" : numbered.level(shown).format));
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
}
