package gongkai.annualreport.reading;

import gongkai.annualreport.Place;
import gongkai.annualreport.reading.Item.Line;
import gongkai.annualreport.reading.Item.TableRow;
import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables whose cells are parted by tabs, in a row's one line or, as a browser copies cells that hold paragraphs, with each cell on lines
 * of its own and a tab before, behind or between them. Where no tab stands between two lines, a new row begins or the same cell goes
 * on: the number of line breaks tells which, else the labels themselves.
 */
final class TabParted {
    private static final int FEWEST = 5;
    /** A row has its own label behind those of its groups; a row of more texts is a header. */
    private static final int MOST_LABELS = 3;

    /** @param breaks the line breaks before it */
    private record Piece(Token token, int breaks) {
        boolean isValue() {
            return token.isValue();
        }
    }

    private final Gaps gaps;
    private final List<TableRow> rows = new ArrayList<>();
    private final List<Token> row = new ArrayList<>();
    /** The texts since the last tab: one cell, or the last cell of a row and the first of the next. */
    private final List<Piece> pieces = new ArrayList<>();

    private boolean tab;
    /** Whether a row may have ended in a label before the last tab. */
    private boolean label;

    private TabParted(Gaps gaps) {
        this.gaps = gaps;
    }

    /**
     * Whether the cells of these lines have lines of their own: tabs stand alone, end a line, or begin one of figures alone. Where every
     * cell begins with a tab, the first of a row does too.
     */
    static boolean fits(List<Line> lines) {
        int parting = 0;
        int begun = 0;
        for (var line : lines) {
            var text = line.text();
            int first = text.indexOf('\t');
            if (first < 0) {
                continue;
            }
            int second = text.indexOf('\t', first + 1);
            boolean single = second < 0;
            boolean begins = first == 0 || Wording.isBlank(text.substring(0, first));
            if (single && Wording.isBlank(text.substring(first))) {
                parting++;
            } else if (begins && Figures.isNumber(text.substring(first + 1, single ? text.length() : second))) {
                parting += single ? 0 : 1;
            } else if (begins) {
                begun++;
            }
        }
        return parting >= FEWEST && (begun <= 3 || untabbed(lines) >= 3);
    }

    /** How many lines begin with a known label and no tab. */
    private static int untabbed(List<Line> lines) {
        int untabbed = 0;
        for (var line : lines) {
            boolean tab = line.text().indexOf('\t') == 0;
            untabbed += !tab && TextTables.isKnown(TextCells.of(line.text()).getFirst()) ? 1 : 0;
        }
        return untabbed;
    }

    /** The rows, each cell's lines parted by {@code \n}. */
    static List<TableRow> rows(List<Line> lines) {
        var tabbed = new ArrayList<List<String>>(lines.size());
        lines.forEach(line -> tabbed.add(TextCells.tabbed(line.text())));
        var parted = new TabParted(Gaps.of(tabbed));
        int breaks = 0;
        for (int n = 0; n < tabbed.size(); n++) {
            var line = lines.get(n);
            breaks++;
            var parts = TextCells.labelsAndFigures(tabbed.get(n));
            for (int i = 0; i < parts.size(); i++) {
                if (i > 0) {
                    parted.takeTab(line, breaks);
                    breaks = 0;
                }
                if (isText(parts.get(i))) {
                    parted.take(new Token(parts.get(i), -1, line.place()), breaks);
                    breaks = 0;
                }
            }
        }
        parted.close();
        if (parted.tab) {
            parted.addEmpty(lines.getLast());
        }
        parted.endRow();
        return parted.rows;
    }

    private void takeTab(Line line, int breaks) {
        endLabelRow(line.place());
        int least = pieces.isEmpty() ? 0 : pieces.getLast().isValue() ? 0 : gaps.afterLabel() + 1;
        close();
        if (tab) {
            addEmpty(line);
            if (gaps.endRow(breaks, true)) {
                endRow();
                addEmpty(line);
            }
        } else if (row.isEmpty()) {
            addEmpty(line);
        } else if (breaks >= Math.max(gaps.betweenRows(), least)) {
            if (least > 0 && row.size() <= MOST_LABELS) {
                label = true;
            } else {
                endRow();
                addEmpty(line);
            }
        }
        tab = true;
    }

    private void take(Token token, int breaks) {
        if (tab && gaps.endRow(breaks, token.isValue())) {
            addEmpty(token.place());
            endRow();
        }
        if (!token.isValue()) {
            endLabelRow(token.place());
        }
        label = false;
        tab = false;
        pieces.add(new Piece(token, breaks));
    }

    /** Ends the row of a label alone, unless the figures after the tab are its own. */
    private void endLabelRow(Place next) {
        if (label) {
            endRow();
            addEmpty(next);
            label = false;
        }
    }

    /** Makes cells of the texts since the last tab; all but the last of them end a row. */
    private void close() {
        if (pieces.size() == 1) {
            row.add(pieces.removeFirst().token());
            return;
        }
        boolean first = true;
        for (var left = pieces.subList(0, pieces.size()); !left.isEmpty(); ) {
            var texts = left.stream().map(piece -> piece.token().text()).toList();
            var rest = left;
            int to = LabelPieces.end(texts, i -> rest.get(i).breaks() < gaps.betweenRows());
            if (!first) {
                endRow();
            }
            first = false;
            row.add(new Token(
                    LabelPieces.text(texts, 0, to), -1, left.getFirst().token().place()));
            left = left.subList(to, left.size());
        }
        pieces.clear();
    }

    private void addEmpty(Line line) {
        addEmpty(line.place());
    }

    private void addEmpty(Place place) {
        row.add(new Token("", -1, place));
    }

    private void endRow() {
        if (!row.isEmpty()) {
            var tokens = new ArrayList<Token>(row.size());
            for (int i = 0; i < row.size(); i++) {
                tokens.add(row.get(i).at(i));
            }
            rows.add(new TableRow(tokens, true, row.getFirst().place()));
            row.clear();
        }
    }

    /** A line of no-break spaces is a cell left empty; one of plain spaces is nothing. */
    private static boolean isText(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) != ' ' && part.charAt(i) != '\r') {
                return true;
            }
        }
        return false;
    }

    /**
     * The numbers of line breaks, the least where nothing else is said.
     *
     * @param beforeFigure between a tab and the figure of its cell
     * @param beforeLabel between a tab and the label of its cell
     * @param afterLabel between a label and the tab behind it
     * @param betweenRows mostly between a figure and a text that no tab parts: a figure is never broken
     */
    private record Gaps(int beforeFigure, int beforeLabel, int afterLabel, int betweenRows) {
        boolean endRow(int breaks, boolean value) {
            return breaks >= betweenRows && breaks > (value ? beforeFigure : beforeLabel);
        }

        static Gaps of(List<List<String>> tabbed) {
            int beforeFigure = Integer.MAX_VALUE;
            int beforeLabel = Integer.MAX_VALUE;
            int afterLabel = Integer.MAX_VALUE;
            var betweenRows = new int[20];
            boolean label = false;
            boolean tab = false;
            boolean figure = false;
            int breaks = 0;
            for (var parts : tabbed) {
                breaks++;
                for (int i = 0; i < parts.size(); i++) {
                    if (i > 0) {
                        afterLabel = label ? Math.min(afterLabel, breaks) : afterLabel;
                        label = false;
                        tab = true;
                        breaks = 0;
                    }
                    var part = parts.get(i);
                    if (isText(part)) {
                        boolean value = Figures.isValue(part);
                        beforeFigure = tab && value ? Math.min(beforeFigure, breaks) : beforeFigure;
                        beforeLabel = tab && !value ? Math.min(beforeLabel, breaks) : beforeLabel;
                        if (!tab && figure) {
                            betweenRows[Math.min(breaks, betweenRows.length - 1)]++;
                        }
                        figure = value && Figures.isNumber(part);
                        label = !value;
                        tab = false;
                        breaks = 0;
                    }
                }
            }
            int most = 1;
            for (int i = 2; i < betweenRows.length; i++) {
                most = betweenRows[i] > betweenRows[most] ? i : most;
            }
            return new Gaps(beforeFigure, beforeLabel, afterLabel, most);
        }
    }
}
