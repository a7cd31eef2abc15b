package gongkai.annualreport.reading;

import gongkai.annualreport.Place;
import gongkai.annualreport.reading.Item.Line;
import gongkai.annualreport.reading.Item.TableRow;
import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table drawn with characters, however they are drawn: a row a line, or a cell a line. A stream of single cells is cut
 * where a label follows a value.
 */
final class TextRows {
    private TextRows() {}

    /** The rows that the lines of a table are. */
    static List<TableRow> of(List<Line> lines) {
        int tabCells = 0;
        int tabLines = 0;
        int bars = 0;
        int separators = 0;
        int filled = 0;
        for (var line : lines) {
            var text = line.text();
            if (TextCells.isSeparator(text)) {
                separators++;
            } else if (!Wording.isBlank(text)) {
                filled++;
                bars += TextCells.bars(text) > 0 ? 1 : 0;
            }
            int tab = text.indexOf('\t');
            if (tab == 0 && text.indexOf('\t', 1) < 0) {
                tabCells++;
            } else if (tab >= 0) {
                tabLines++;
            }
        }
        if (separators >= 3 && separators * 4 >= filled && bars * 4 < filled) {
            return separated(lines);
        }
        if (bars * 10 >= filled * 3) {
            return barred(lines);
        }
        if (TabParted.fits(lines)) {
            return TabParted.rows(lines);
        }
        if (tabCells > tabLines && tabCells >= 5) {
            return tabbedCells(lines);
        }
        int commas = 0;
        for (var line : lines) {
            commas += TextCells.isCommaParted(line.text()) ? 1 : 0;
        }
        if (tabLines >= 3 && commas < 3) {
            return TabParted.rows(lines);
        }
        return tabLines >= 3 || commas >= 3 ? tabbedLines(lines) : stream(lines);
    }

    /** Rows of cells parted by commas or tabs. */
    private static List<TableRow> tabbedLines(List<Line> lines) {
        var rows = new ArrayList<TableRow>();
        for (var line : lines) {
            if (!line.text().isEmpty()) {
                rows.add(row(TextCells.of(line.text()), line.place()));
            }
        }
        return rows;
    }

    private static TableRow row(List<String> cells, Place place) {
        var tokens = new ArrayList<Token>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            tokens.add(new Token(cells.get(i), i, place));
        }
        return new TableRow(tokens, true, place);
    }

    /** Rows of cells parted by bars; a line of dashes and bars is a rule. */
    private static List<TableRow> barred(List<Line> lines) {
        long doubled = lines.stream()
                .filter(line -> TextCells.bars(line.text()) > 0
                        && TextCells.bars(line.text().replace("||", "")) == 0)
                .count();
        long barred =
                lines.stream().filter(line -> TextCells.bars(line.text()) > 0).count();
        boolean doubles = doubled * 2 > barred;
        boolean framed = lines.stream()
                .map(line -> Wording.trim(line.text()))
                .filter(text -> TextCells.bars(text) > 0)
                .allMatch(text -> TextCells.isBar(text.charAt(0)) && TextCells.isBar(text.charAt(text.length() - 1)));
        var rows = new ArrayList<TableRow>();
        for (var line : lines) {
            var text = Wording.trim(line.text());
            if (text.isEmpty() || isRule(text)) {
                continue;
            }
            rows.add(row(TextCells.parts(framed ? text : line.text(), doubles ? "||" : "|", framed), line.place()));
        }
        return rows;
    }

    private static boolean isRule(String text) {
        return text.chars().allMatch(c -> "|-:+=—─━┄┈┼┬┴├┤┌┐└┘ ".indexOf(c) >= 0)
                && text.chars().anyMatch(c -> "-=—─━".indexOf(c) >= 0)
                && text.length() > 2;
    }

    /** One cell a line, each begun by a tab; a line without one goes on with the cell above; an empty line ends the row. */
    private static List<TableRow> tabbedCells(List<Line> lines) {
        var rows = new ArrayList<TableRow>();
        var tokens = new ArrayList<Token>();
        for (var line : lines) {
            var text = line.text();
            if (text.startsWith("\t")) {
                tokens.add(new Token(text.substring(1), -1, line.place()));
            } else if (text.isEmpty()) {
                if (!tokens.isEmpty()) {
                    rows.addAll(cut(tokens, true));
                    tokens.clear();
                }
            } else if (tokens.isEmpty()) {
                tokens.add(new Token(text, -1, line.place()));
            } else {
                var last = tokens.removeLast();
                tokens.add(new Token(last.text() + "\n" + text, -1, last.place()));
            }
        }
        rows.addAll(cut(tokens, true));
        return rows;
    }

    /**
     * One cell between two lines of nothing but bars. Rows are parted by empty lines alone, so a bar that does not touch the cell above
     * or below it has an empty cell there.
     */
    private static List<TableRow> separated(List<Line> lines) {
        int touching = leastGapToSeparator(lines);
        var tokens = new ArrayList<Token>();
        boolean bar = false;
        int gap = 0;
        for (var line : lines) {
            if (Wording.isBlank(line.text())) {
                gap++;
                continue;
            }
            boolean separator = TextCells.isSeparator(line.text());
            boolean apart = touching == 0 && gap > 0 && bar != separator && !tokens.isEmpty();
            if ((separator && bar) || apart) {
                tokens.add(new Token("", -1, line.place()));
            }
            if (!separator) {
                TextCells.spaced(line.text()).forEach(cell -> tokens.add(new Token(cell, -1, line.place())));
            }
            bar = separator;
            gap = 0;
        }
        if (bar) {
            tokens.add(new Token("", -1, lines.getLast().place()));
        }
        return cut(tokens, false);
    }

    private static int leastGapToSeparator(List<Line> lines) {
        int least = Integer.MAX_VALUE;
        int gap = 0;
        boolean cell = false;
        for (var line : lines) {
            if (Wording.isBlank(line.text())) {
                gap++;
                continue;
            }
            boolean separator = TextCells.isSeparator(line.text());
            least = separator && cell ? Math.min(least, gap) : least;
            cell = !separator;
            gap = 0;
        }
        return least;
    }

    /**
     * One cell a line, or label and values parted by spaces. Where one empty line parts every two cells, more of them are empty cells;
     * the least gap between two labels tells how many empty lines part cells.
     */
    private static List<TableRow> stream(List<Line> lines) {
        boolean spaceLines = lines.stream().anyMatch(line -> !line.text().isEmpty() && Wording.isBlank(line.text()));
        boolean emptyLines = lines.stream().anyMatch(line -> line.text().isEmpty());
        boolean spacesAreCells = spaceLines && emptyLines;
        int parting = leastGap(lines, spacesAreCells);
        var tokens = new ArrayList<Token>();
        int gap = 0;
        for (var line : lines) {
            var text = line.text();
            if (text.isEmpty() || (!spacesAreCells && Wording.isBlank(text))) {
                gap++;
                continue;
            }
            if (gap < parting
                    && !tokens.isEmpty()
                    && !Figures.isValue(text)
                    && !tokens.getLast().isValue()) {
                var begun = tokens.removeLast();
                tokens.add(new Token(begun.text() + "\n" + text, -1, begun.place()));
                gap = 0;
                continue;
            }
            if (!tokens.isEmpty()) {
                for (int blanks = (gap - parting) / (parting + 1); blanks > 0; blanks--) {
                    tokens.add(new Token("", -1, line.place()));
                }
            }
            gap = 0;
            if (text.startsWith(".")
                    && !tokens.isEmpty()
                    && Figures.isNumber(tokens.getLast().text() + text)) {
                tokens.add(tokens.removeLast().with(new Token(text, -1, line.place())));
                continue;
            }
            TextCells.spaced(text).forEach(cell -> tokens.add(new Token(cell, -1, line.place())));
        }
        return cut(tokens, false);
    }

    private static int leastGap(List<Line> lines, boolean spacesAreCells) {
        int least = Integer.MAX_VALUE;
        int gap = 0;
        boolean label = false;
        for (var line : lines) {
            var text = line.text();
            if (text.isEmpty() || (!spacesAreCells && Wording.isBlank(text))) {
                gap++;
                continue;
            }
            boolean known = TextTables.isKnown(text);
            if (label && known) {
                least = Math.min(least, gap);
            }
            label = known;
            gap = 0;
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    /** Cuts a stream of cells into rows: a row ends where a text follows a value. Blank cells between two texts end no row. */
    private static List<TableRow> cut(List<Token> tokens, boolean whole) {
        var rows = new ArrayList<TableRow>();
        var row = new ArrayList<Token>();
        boolean valued = false;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean value = token.isValue();
            if (!value && valued && (!whole || TextTables.isKnown(token.text()))) {
                rows.add(new TableRow(row, whole, row.getFirst().place()));
                row.clear();
                valued = false;
            }
            valued |= value && (!whole || !token.isBlank());
            row.add(token);
        }
        if (!row.isEmpty()) {
            rows.add(new TableRow(row, whole, row.getFirst().place()));
        }
        return rows;
    }
}
