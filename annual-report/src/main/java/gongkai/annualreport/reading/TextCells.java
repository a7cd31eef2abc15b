package gongkai.annualreport.reading;

import java.util.ArrayList;
import java.util.List;

/** The cells of one line of a table drawn with characters: parted by tabs, bars, commas or spaces. */
final class TextCells {
    private TextCells() {}

    /** The cells of a line: parted by tabs, else by bars, else as {@link #spaced}. */
    static List<String> of(String text) {
        if (text.indexOf('\t') >= 0) {
            return tabbed(text);
        }
        if (bars(text) > 0) {
            return parts(text, "|", false);
        }
        return isCommaParted(text) ? commaParted(text) : spaced(text);
    }

    /** The parts between tabs, also of a line without one. */
    static List<String> tabbed(String text) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', from)) {
            parts.add(text.substring(from, tab));
            from = tab + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** @param framed whether the first and last bar are the table's frame and part nothing */
    static List<String> parts(String text, String bar, boolean framed) {
        var plain = text.replace('｜', '|')
                .replace('│', '|')
                .replace('┃', '|')
                .replace('║', '|')
                .replace('︱', '|');
        var parts = new ArrayList<String>();
        int from = framed && plain.startsWith(bar) ? bar.length() : 0;
        int to =
                framed && plain.endsWith(bar) && plain.length() > from ? plain.length() - bar.length() : plain.length();
        for (int next = plain.indexOf(bar, from); next >= 0 && next < to; next = plain.indexOf(bar, from)) {
            parts.add(plain.substring(from, next));
            from = next + bar.length();
        }
        parts.add(from <= to ? plain.substring(from, to) : "");
        return parts;
    }

    /** Whether a line is a row of a file of comma-separated values: a known label or nothing, then commas, and what is parted are cells. */
    static boolean isCommaParted(String text) {
        int comma = text.indexOf(',');
        if (comma < 0 || text.length() > 400 || text.indexOf('。') >= 0) {
            return false;
        }
        var cells = commaParted(text);
        int known = 0;
        int values = 0;
        for (var cell : cells) {
            var plain = Wording.trim(cell);
            boolean value = Figures.isValue(plain);
            if (value ? firstSpace(plain) >= 0 : endsInValue(plain) || plain.length() > TextTables.LONGEST_LABEL) {
                return false;
            }
            values += value ? 1 : 0;
            known += !value && TextTables.isKnown(plain) ? 1 : 0;
        }
        return known + values == cells.size() ? known > 0 || values >= 5 : values >= 5 && cells.size() - values <= 3;
    }

    private static List<String> commaParted(String text) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** A line of single cells parted by white space; a line that is one label, spaces in it or not, stays whole. */
    static List<String> spaced(String text) {
        var trimmed = Wording.trim(text);
        int space = firstSpace(trimmed);
        if (space < 0 || trimmed.length() > 300) {
            return List.of(trimmed);
        }
        if (!Figures.isValue(trimmed) && TextTables.isKnown(trimmed) && !endsInValue(trimmed)) {
            return List.of(trimmed);
        }
        var words = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= trimmed.length(); i++) {
            if (i == trimmed.length() || Wording.isSpace(trimmed.charAt(i))) {
                if (i > from) {
                    words.add(trimmed.substring(from, i));
                }
                from = i + 1;
            }
        }
        joinNumbers(words);
        boolean table = words.stream().anyMatch(TextTables::isKnown) || Figures.isValue(words.getLast());
        return table ? joinedLabels(words) : wide(trimmed);
    }

    /** Puts a row's number and its label together where a space stands for the point: 1 属于国家秘密. */
    private static void joinNumbers(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            var number = Wording.halfWidth(words.get(i));
            if (number.length() == 1
                    && Character.isDigit(number.charAt(0))
                    && (i == 0 || !Figures.isValue(words.get(i - 1)))
                    && RequestWords.OFFICIAL.isNumbered(number.charAt(0), Wording.label(words.get(i + 1)))) {
                words.set(i, number + "." + words.remove(i + 1));
            }
        }
    }

    /** The words with the letters of labels that are spaced out put together again. */
    private static List<String> joinedLabels(List<String> words) {
        boolean spaced = words.stream()
                .anyMatch(word -> word.length() <= 2 && !Figures.isValue(word) && !TextTables.isKnown(word));
        if (!spaced || words.size() > 120) {
            return words;
        }
        var cells = new ArrayList<String>();
        for (var left = (List<String>) words; !left.isEmpty(); ) {
            int to = LabelPieces.end(left, i -> false);
            cells.add(LabelPieces.text(left, 0, to).replace('\n', ' '));
            left = left.subList(to, left.size());
        }
        return cells;
    }

    /** The cells of what stands between tabs: a label may have figures after a space that were too near to it for a tab. */
    static List<String> labelsAndFigures(List<String> parts) {
        var cells = new ArrayList<String>(parts.size());
        for (var part : parts) {
            var trimmed = Wording.trim(part);
            if (lastSpace(trimmed, trimmed.length()) < 0 || Figures.isValue(trimmed) || !endsInValue(trimmed)) {
                cells.add(part);
            } else {
                cells.addAll(labelAndFigures(trimmed));
            }
        }
        return cells;
    }

    private static List<String> labelAndFigures(String trimmed) {
        int end = trimmed.length();
        var cells = new ArrayList<String>();
        for (int from = lastSpace(trimmed, end); from >= 0; from = lastSpace(trimmed, end)) {
            var word = trimmed.substring(from + 1, end);
            if (!Figures.isValue(word)) {
                break;
            }
            cells.addFirst(word);
            end = Wording.trim(trimmed.substring(0, from)).length();
        }
        cells.addFirst(trimmed.substring(0, end));
        return cells;
    }

    private static int lastSpace(String text, int end) {
        int at = end - 1;
        while (at >= 0 && !Wording.isSpace(text.charAt(at))) {
            at--;
        }
        return at;
    }

    /** The parts of a line that stand well apart, as the pieces of two labels side by side do. */
    private static List<String> wide(String trimmed) {
        var cells = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i + 1 < trimmed.length(); i++) {
            if (trimmed.charAt(i) == ' ' && trimmed.charAt(i + 1) == ' ') {
                cells.add(trimmed.substring(from, i));
                while (i < trimmed.length() && trimmed.charAt(i) == ' ') {
                    i++;
                }
                from = i;
            }
        }
        cells.add(trimmed.substring(from));
        return cells;
    }

    private static boolean endsInValue(String text) {
        int space = lastSpace(text, text.length());
        return space >= 0 && Figures.isValue(text.substring(space + 1));
    }

    private static int firstSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Wording.isSpace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** How many bars there are in a line. */
    static int bars(String text) {
        int bars = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bars += isBar(c) ? 1 : 0;
        }
        return bars;
    }

    static boolean isBar(char c) {
        if (c < '|' || (c > '║' && c < '︱')) {
            return false;
        }
        return c == '|' || c == '｜' || c == '│' || c == '┃' || c == '║' || c == '︱';
    }

    /** A line of nothing but one bar, or two or three together; bars with space between them are a row of empty cells. */
    static boolean isSeparator(String text) {
        var plain = Wording.trim(text);
        return !plain.isEmpty() && plain.length() <= 3 && bars(plain) == plain.length();
    }

    /** A line with nothing in it but white space and bars. */
    static boolean isGap(String text) {
        return bars(text) == Wording.compact(text).length();
    }
}
