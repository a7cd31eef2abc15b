package gongkai.annualreport.command;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns that line up on a terminal, where a Chinese character is two columns wide. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> right;

    /** @param right for each column whether it is set flush right, as figures are */
    TextTable(List<Boolean> right) {
        this.right = List.copyOf(right);
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** The lines, each indented by {@code indent}. */
    String text(String indent) {
        var widths = new int[right.size()];
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        var text = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                var padding = " ".repeat(widths[i] - width(row.get(i)));
                line.append(right.get(i) ? padding + row.get(i) : row.get(i) + padding)
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** How many columns of a terminal the text takes. */
    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    /** The text cut to that many columns, its end marked. */
    static String cut(String text, int most) {
        if (width(text) <= most) {
            return text;
        }
        var cut = new StringBuilder();
        int width = 1;
        for (int c : text.codePoints().toArray()) {
            width += width(c);
            if (width > most) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.append('…').toString();
    }

    private static int width(int c) {
        boolean wide = c >= 0x1100
                && (c <= 0x115F
                        || c >= 0x2E80 && c <= 0xA4CF
                        || c >= 0xAC00 && c <= 0xD7A3
                        || c >= 0xF900 && c <= 0xFAFF
                        || c >= 0xFE30 && c <= 0xFE6F
                        || c >= 0xFF00 && c <= 0xFF60
                        || c >= 0xFFE0 && c <= 0xFFE6
                        || c >= 0x20000);
        return wide ? 2 : 1;
    }
}
