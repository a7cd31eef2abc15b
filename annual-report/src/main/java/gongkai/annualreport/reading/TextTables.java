package gongkai.annualreport.reading;

import gongkai.annualreport.Place;
import gongkai.annualreport.reading.Item.Line;
import gongkai.annualreport.reading.Item.Table;
import gongkai.annualreport.reading.Item.TableRow;
import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds tables that are drawn with characters: cells parted by tabs, bars or spaces, or one cell a line. Rows come out as they stand in
 * the lines; a stream of single cells is cut where a label follows a value.
 */
final class TextTables {
    private static final Vocabulary WORDS = Vocabulary.OFFICIAL;
    private static final int LONGEST_LABEL = 70;

    private TextTables() {}

    /** The items with each run of table lines replaced by a table. {@code bounds} are the positions of headings, which end a run. */
    static List<Item> replace(List<Item> items, List<Integer> bounds) {
        var out = new ArrayList<Item>();
        int from = 0;
        for (int i = 0; i <= items.size(); i++) {
            if (i == items.size() || bounds.contains(i) || !(items.get(i) instanceof Line)) {
                replaceRun(items.subList(from, i), out);
                if (i < items.size()) {
                    out.add(items.get(i));
                }
                from = i + 1;
            }
        }
        return out;
    }

    private static void replaceRun(List<Item> run, List<Item> out) {
        var lines = new ArrayList<Line>();
        run.forEach(item -> lines.add((Line) item));
        int first = -1;
        int last = -1;
        int known = 0;
        int values = 0;
        var strong = new boolean[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            var text = lines.get(i).text();
            if (text.isEmpty()) {
                continue;
            }
            int kind = strength(text);
            if (kind >= 0) {
                strong[i] = true;
                known += kind;
                values += Figures.isNumber(text) ? 1 : 0;
                first = first < 0 && kind > 0 ? i : first;
                last = first < 0 ? last : i;
            }
        }
        if (known < 3 || last < 0 || (known < 6 && values == 0 && !hasTableLines(lines))) {
            out.addAll(run);
            return;
        }
        while (first > 0 && isSeparator(lines.get(first - 1).text())) {
            first--;
        }
        for (int i = last + 1; i < lines.size() && isGap(lines.get(i).text()); i++) {
            last = lines.get(i).text().isEmpty() ? last : i;
        }
        out.addAll(lines.subList(0, first));
        var table = new ArrayList<Line>();
        var prose = new ArrayList<Line>();
        for (int i = first; i <= last; i++) {
            boolean isProse = !strong[i] && isProse(lines.get(i).text());
            (isProse ? prose : table).add(lines.get(i));
        }
        out.add(new Table(rows(table), false, lines.get(first).place()));
        out.addAll(prose);
        out.addAll(lines.subList(last + 1, lines.size()));
    }

    private static boolean hasTableLines(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.text().indexOf('\t') >= 0 || bars(line.text()) > 0);
    }

    /** How surely a line is one of a table: the number of known labels in it; 0 for values alone; -1 if it is not. */
    private static int strength(String text) {
        if (text.length() > 120 && text.indexOf('。') >= 0 && text.indexOf('\t') < 0) {
            return -1;
        }
        var cells = cells(text);
        int known = 0;
        int values = 0;
        for (var cell : cells) {
            if (Wording.isBlank(cell)) {
                continue;
            }
            if (Figures.isValue(cell)) {
                values++;
            } else if (cell.length() <= LONGEST_LABEL && isKnown(cell)) {
                known++;
            }
        }
        if (known > 0) {
            return known;
        }
        if (text.length() > 200 && values < 3) {
            return -1;
        }
        return values > 0 && (values == cells.size() || values >= 3 || text.indexOf('\t') >= 0) ? 0 : -1;
    }

    static boolean isKnown(String cell) {
        return WORDS.knows(Wording.label(cell)) || Vocabulary.clause(cell) != null || cell.contains("勾稽");
    }

    private static boolean isProse(String text) {
        var plain = Wording.compact(text);
        if (plain.length() <= 25 || text.indexOf('\t') >= 0 || bars(text) > 0) {
            return false;
        }
        return plain.length() > LONGEST_LABEL || plain.indexOf('。') >= 0 || plain.indexOf('；') >= 0;
    }

    private static List<TableRow> rows(List<Line> lines) {
        int tabCells = 0;
        int tabLines = 0;
        int bars = 0;
        int separators = 0;
        int filled = 0;
        for (var line : lines) {
            var text = line.text();
            if (isSeparator(text)) {
                separators++;
            } else if (!Wording.isBlank(text)) {
                filled++;
                bars += bars(text) > 0 ? 1 : 0;
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
        long commas = lines.stream().filter(line -> isCommaParted(line.text())).count();
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
                rows.add(row(cells(line.text()), line.place()));
            }
        }
        return rows;
    }

    private static TableRow row(List<String> cells, Place place) {
        var tokens = new ArrayList<Token>();
        for (int i = 0; i < cells.size(); i++) {
            tokens.add(new Token(cells.get(i), i, place));
        }
        return new TableRow(tokens, true, place);
    }

    /** Rows of cells parted by bars; a line of dashes and bars is a rule. */
    private static List<TableRow> barred(List<Line> lines) {
        long doubled = lines.stream()
                .filter(line -> bars(line.text()) > 0 && bars(line.text().replace("||", "")) == 0)
                .count();
        long barred = lines.stream().filter(line -> bars(line.text()) > 0).count();
        boolean doubles = doubled * 2 > barred;
        boolean framed = lines.stream()
                .map(line -> Wording.trim(line.text()))
                .filter(text -> bars(text) > 0)
                .allMatch(text -> isBar(text.charAt(0)) && isBar(text.charAt(text.length() - 1)));
        var rows = new ArrayList<TableRow>();
        for (var line : lines) {
            var text = Wording.trim(line.text());
            if (text.isEmpty() || isRule(text)) {
                continue;
            }
            rows.add(row(parts(framed ? text : line.text(), doubles ? "||" : "|", framed), line.place()));
        }
        return rows;
    }

    private static boolean isRule(String text) {
        return text.chars().allMatch(c -> "|-:+=—─━┄┈┼┬┴├┤┌┐└┘ ".indexOf(c) >= 0)
                && text.chars().anyMatch(c -> "-=—─━".indexOf(c) >= 0)
                && text.length() > 2;
    }

    /** @param framed whether the first and last bar are the table's frame and part nothing */
    private static List<String> parts(String text, String bar, boolean framed) {
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
            boolean separator = isSeparator(line.text());
            boolean apart = touching == 0 && gap > 0 && bar != separator && !tokens.isEmpty();
            if ((separator && bar) || apart) {
                tokens.add(new Token("", -1, line.place()));
            }
            if (!separator) {
                spacedCells(line.text()).forEach(cell -> tokens.add(new Token(cell, -1, line.place())));
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
            boolean separator = isSeparator(line.text());
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
            spacedCells(text).forEach(cell -> tokens.add(new Token(cell, -1, line.place())));
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
            boolean known = isKnown(text);
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
            if (!value && valued && (!whole || isKnown(token.text()))) {
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

    /** The cells of a line: parted by tabs, else by bars, else as {@link #spacedCells}. */
    static List<String> cells(String text) {
        if (text.indexOf('\t') >= 0) {
            return List.of(text.split("\t", -1));
        }
        if (bars(text) > 0) {
            return parts(text, "|", false);
        }
        return isCommaParted(text) ? commaCells(text) : spacedCells(text);
    }

    /** Whether a line is a row of a file of comma-separated values: a known label or nothing, then commas, and what is parted are cells. */
    private static boolean isCommaParted(String text) {
        int comma = text.indexOf(',');
        if (comma < 0 || text.length() > 400 || text.indexOf('。') >= 0) {
            return false;
        }
        var cells = commaCells(text);
        int known = 0;
        int values = 0;
        for (var cell : cells) {
            var plain = Wording.trim(cell);
            boolean value = Figures.isValue(plain);
            if (value ? firstSpace(plain) >= 0 : endsInValue(plain) || plain.length() > LONGEST_LABEL) {
                return false;
            }
            values += value ? 1 : 0;
            known += !value && isKnown(plain) ? 1 : 0;
        }
        return known + values == cells.size() ? known > 0 || values >= 5 : values >= 5 && cells.size() - values <= 3;
    }

    private static List<String> commaCells(String text) {
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
    private static List<String> spacedCells(String text) {
        var trimmed = Wording.trim(text);
        int space = firstSpace(trimmed);
        if (space < 0 || trimmed.length() > 300) {
            return List.of(trimmed);
        }
        if (!Figures.isValue(trimmed) && isKnown(trimmed) && !endsInValue(trimmed)) {
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
        boolean table = words.stream().anyMatch(TextTables::isKnown) || Figures.isValue(words.getLast());
        return table ? joinedLabels(words) : wideCells(trimmed);
    }

    /** The words with the letters of labels that are spaced out put together again. */
    private static List<String> joinedLabels(List<String> words) {
        boolean spaced =
                words.stream().anyMatch(word -> word.length() <= 2 && !Figures.isValue(word) && !isKnown(word));
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

    /** The parts of a line that stand well apart, as the pieces of two labels side by side do. */
    private static List<String> wideCells(String trimmed) {
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
        int i = text.length();
        while (i > 0 && !Wording.isSpace(text.charAt(i - 1))) {
            i--;
        }
        return i > 0 && Figures.isValue(text.substring(i));
    }

    private static int firstSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Wording.isSpace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int bars(String text) {
        int bars = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bars += isBar(c) ? 1 : 0;
        }
        return bars;
    }

    private static boolean isBar(char c) {
        return c == '|' || c == '｜' || c == '│' || c == '┃' || c == '║' || c == '︱';
    }

    /** A line of nothing but one bar, or two or three together; bars with space between them are a row of empty cells. */
    private static boolean isSeparator(String text) {
        var plain = Wording.trim(text);
        return !plain.isEmpty() && plain.length() <= 3 && bars(plain) == plain.length();
    }

    /** A line with nothing in it but white space and bars. */
    private static boolean isGap(String text) {
        return bars(text) == Wording.compact(text).length();
    }
}
