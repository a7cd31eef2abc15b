package gongkai.annualreport.opening;

import java.util.stream.Collectors;

/** The text of a table's cell, line by line. */
final class CellText {
    /** What a cell keeps free on both sides together, at most. */
    private static final float PADDING = 16;

    private CellText() {}

    static String of(RuledTable.Area area) {
        var lines = TextLine.of(area.glyphs, false);
        if (lines.size() > 1 && isOneFigure(area, lines)) {
            return lines.stream().map(TextLine::text).collect(Collectors.joining());
        }
        return lines.stream().map(TextLine::text).collect(Collectors.joining("\n"));
    }

    /** A figure too long for its narrow cell is broken into lines; each but the last then fills the cell. */
    private static boolean isOneFigure(RuledTable.Area area, java.util.List<TextLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.text().chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == ',')) {
                return false;
            }
            boolean full = area.extent.width() - line.extent().width() < PADDING + 0.6f * line.size();
            if (i + 1 < lines.size() && (!full || line.text().length() < 2)) {
                return false;
            }
        }
        return true;
    }
}
