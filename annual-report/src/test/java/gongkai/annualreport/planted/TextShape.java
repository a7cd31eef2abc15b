package gongkai.annualreport.planted;

import gongkai.annualreport.planted.Piece.Line;
import gongkai.annualreport.planted.Piece.Role;
import gongkai.annualreport.planted.Piece.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The ways a table is drawn where there is only text. */
enum TextShape {
    /** A tab between cells, every swallowed cell an empty one: every column stays in its place. */
    TABBED(true),
    /** Tabs, but swallowed cells come back too few, too many or on the wrong side, as converters leave them. */
    RAGGED(false),
    /** Every cell on a line of its own, empty lines between. */
    ONE_CELL_PER_LINE(false),
    /** Every cell begins with a line break and a tab; an empty line ends the row. */
    NEWLINE_TAB(true),
    SINGLE_SPACES(false),
    PIPES_WITHIN_LINES(true),
    /** {@code ||} on lines of their own between the cells. */
    DOUBLE_PIPE_LINES(true),
    MARKDOWN(true);

    /** Whether an empty cell can still be told from a lost one. */
    final boolean keepsEmptyCells;

    TextShape(boolean keepsEmptyCells) {
        this.keepsEmptyCells = keepsEmptyCells;
    }

    UnaryOperator<List<Piece>> redrawing(Random random) {
        return pieces -> {
            var drawn = new ArrayList<Piece>();
            for (var piece : pieces) {
                if (piece instanceof Table table) {
                    drawn.add(new Line(Role.DRAWN, ""));
                    lines(table, random).forEach(line -> drawn.add(new Line(Role.DRAWN, line)));
                    drawn.add(new Line(Role.DRAWN, ""));
                } else {
                    drawn.add(piece);
                }
            }
            return drawn;
        };
    }

    private List<String> lines(Table table, Random random) {
        var positions = Piece.positions(table);
        var lines = new ArrayList<String>();
        for (int r = 0; r < positions.size(); r++) {
            var cells = new ArrayList<String>();
            var begun = new ArrayList<String>();
            int toTheRight = 0;
            for (int c = 0; c < positions.get(r).size(); c++) {
                var at = positions.get(r).get(c);
                if (at == null) {
                    cells.add("");
                } else if (at.begins(r, c)) {
                    cells.add(at.slot().text());
                    begun.add(at.slot().text());
                } else if (this == RAGGED && isLabel(at) && random.nextInt(3) == 0) {
                    toTheRight += random.nextInt(2);
                } else {
                    cells.add("");
                    if (at.row() < r && at.column() == c) {
                        begun.add("");
                    }
                }
            }
            switch (this) {
                case TABBED -> lines.add(flat(cells, "\t"));
                case RAGGED -> lines.add(flat(cells, "\t") + "\t".repeat(toTheRight));
                case ONE_CELL_PER_LINE ->
                    begun.stream().filter(cell -> !cell.isBlank()).forEach(cell -> {
                        lines.add(cell.replace('\n', ' '));
                        lines.add("");
                    });
                case NEWLINE_TAB -> {
                    for (var cell : begun) {
                        lines.addAll(List.of(("\t" + cell).split("\n")));
                    }
                    lines.add("");
                }
                case SINGLE_SPACES ->
                    lines.add(begun.stream()
                            .map(cell -> cell.replaceAll("\\s+", ""))
                            .filter(cell -> !cell.isEmpty())
                            .collect(Collectors.joining(" ")));
                case PIPES_WITHIN_LINES -> lines.add(flat(cells, " | "));
                case DOUBLE_PIPE_LINES -> {
                    for (int i = 0; i < begun.size(); i++) {
                        if (i > 0) {
                            lines.add("||");
                        }
                        lines.add(begun.get(i).replace('\n', ' '));
                    }
                    lines.add("");
                }
                case MARKDOWN -> {
                    lines.add("| " + flat(cells, " | ") + " |");
                    if (r == 0) {
                        lines.add("|" + "---|".repeat(cells.size()));
                    }
                }
            }
        }
        return lines;
    }

    private static boolean isLabel(Piece.Position at) {
        return at.slot().key() == null && !at.slot().text().contains("勾稽");
    }

    private static String flat(List<String> cells, String separator) {
        return cells.stream().map(cell -> cell.replace("\n", "")).collect(Collectors.joining(separator));
    }
}
