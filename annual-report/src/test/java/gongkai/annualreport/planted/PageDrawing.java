package gongkai.annualreport.planted;

import gongkai.annualreport.planted.Piece.Line;
import gongkai.annualreport.planted.Piece.PageBreak;
import gongkai.annualreport.planted.Piece.Picture;
import gongkai.annualreport.planted.Piece.Role;
import gongkai.annualreport.planted.Piece.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Puts pieces on A4 pages: text at places and ruled lines, in millimetres from the top left corner. */
final class PageDrawing {
    record Text(double x, double baseline, double size, String text) {}

    record Rule(double x1, double y1, double x2, double y2) {}

    record Page(List<Text> texts, List<Rule> rules) {
        Page() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    static final double WIDTH = 210;
    static final double HEIGHT = 297;
    private static final double LEFT = 15;
    private static final double INNER = 180;
    private static final double TOP = 20;
    private static final double BOTTOM = 275;

    private final List<Page> pages = new ArrayList<>(List.of(new Page()));
    private final Map<Piece.Slot, String> leftOver = new IdentityHashMap<>();
    private double y = TOP;

    private PageDrawing() {}

    static List<Page> of(List<Piece> pieces) {
        var drawing = new PageDrawing();
        for (var piece : pieces) {
            switch (piece) {
                case Line line -> drawing.line(line);
                case Table table -> drawing.table(table);
                case PageBreak ignored -> drawing.turn();
                case Picture ignored -> drawing.turn();
            }
        }
        for (int i = 0; i < drawing.pages.size(); i++) {
            drawing.pages.get(i).texts().add(new Text(WIDTH / 2 - 5, 287, 3.2, "- " + (i + 1) + " -"));
        }
        return drawing.pages;
    }

    private Page page() {
        return pages.getLast();
    }

    private void turn() {
        pages.add(new Page());
        y = TOP;
    }

    private void line(Line line) {
        double size = line.role() == Role.TITLE ? 6 : line.role() == Role.HEADING ? 4.6 : 4;
        double indent = line.role() == Role.PROSE || line.role() == Role.HEADING ? 2 * size : 0;
        var lines = wrapped(line.text(), (INNER - indent) / size, INNER / size);
        if (y > BOTTOM - 30 && line.role() == Role.HEADING) {
            turn();
        }
        for (int i = 0; i < lines.size(); i++) {
            if (y + size > BOTTOM) {
                turn();
            }
            double x = line.role() == Role.TITLE
                    ? LEFT + (INNER - width(lines.get(i)) * size) / 2
                    : LEFT + (i == 0 ? indent : 0);
            y += size * 1.7;
            page().texts().add(new Text(x, y, size, lines.get(i)));
        }
        y += 1;
    }

    static double width(String text) {
        return text.chars().mapToDouble(c -> c < 256 ? 0.5 : 1).sum();
    }

    /** Lines of at most {@code first}, then {@code rest} em. */
    private static List<String> wrapped(String text, double first, double rest) {
        var lines = new ArrayList<String>();
        for (var hard : text.split("\n", -1)) {
            var line = new StringBuilder();
            double at = 0;
            for (int i = 0; i < hard.length(); i++) {
                double step = hard.charAt(i) < 256 ? 0.5 : 1;
                if (at + step > (lines.isEmpty() ? first : rest)) {
                    lines.add(line.toString());
                    line.setLength(0);
                    at = 0;
                }
                line.append(hard.charAt(i));
                at += step;
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static double[] columns(int width) {
        var columns = new double[width];
        Arrays.fill(columns, INNER / width);
        if (width == 10) {
            Arrays.fill(columns, 15);
            columns[0] = 13;
            columns[1] = 20;
            columns[2] = 42;
        }
        return columns;
    }

    private void table(Table table) {
        double size = 2.9;
        var positions = Piece.positions(table);
        int width = Piece.width(table);
        var columns = columns(width);
        var left = new double[width + 1];
        left[0] = LEFT;
        for (int c = 0; c < width; c++) {
            left[c + 1] = left[c] + columns[c];
        }
        var heights = new double[positions.size()];
        Arrays.fill(heights, 6);
        for (int pass = 0; pass < 2; pass++) {
            for (int r = 0; r < positions.size(); r++) {
                for (int c = 0; c < positions.get(r).size(); c++) {
                    var at = positions.get(r).get(c);
                    if (at == null || !at.begins(r, c)) {
                        continue;
                    }
                    int to = Math.min(width, c + at.slot().columnSpan());
                    double em = (left[to] - left[c] - 2) / size;
                    double needed = wrapped(at.slot().text(), em, em).size() * size * 1.25 + 2;
                    int rows = Math.min(at.slot().rowSpan(), positions.size() - r);
                    double have = 0;
                    for (int i = r; i < r + rows; i++) {
                        have += heights[i];
                    }
                    if (needed > have && (rows == 1) == (pass == 0)) {
                        heights[r + rows - 1] += needed - have;
                    }
                }
            }
        }
        y += 2;
        int from = 0;
        while (from < positions.size()) {
            int to = from;
            double end = y;
            while (to < positions.size() && end + heights[to] <= BOTTOM) {
                end += heights[to++];
            }
            if (to == from) {
                turn();
                continue;
            }
            part(positions, heights, left, from, to, size);
            from = to;
            if (from < positions.size()) {
                turn();
            }
        }
        y += 4;
    }

    private void part(
            List<List<Piece.@org.jspecify.annotations.Nullable Position>> positions,
            double[] heights,
            double[] left,
            int from,
            int to,
            double size) {
        for (int r = from; r < to; r++) {
            for (int c = 0; c < positions.get(r).size(); c++) {
                var at = positions.get(r).get(c);
                if (at == null || at.column() != c || at.row() != r && r != from) {
                    continue;
                }
                double height = 0;
                for (int i = r; i < Math.min(to, at.row() + at.slot().rowSpan()); i++) {
                    height += heights[i];
                }
                double x1 = left[c];
                double x2 = left[Math.min(left.length - 1, c + at.slot().columnSpan())];
                box(x1, y, x2, y + height);
                var text = at.row() == r ? at.slot().text() : leftOver.getOrDefault(at.slot(), "");
                leftOver.put(at.slot(), cellText(text, x1, x2, height, size));
            }
            y += heights[r];
        }
    }

    private void box(double x1, double y1, double x2, double y2) {
        page().rules().add(new Rule(x1, y1, x2, y1));
        page().rules().add(new Rule(x1, y2, x2, y2));
        page().rules().add(new Rule(x1, y1, x1, y2));
        page().rules().add(new Rule(x2, y1, x2, y2));
    }

    /** Draws what fits into the cell and gives the rest, which goes on in the cell's part on the next page. */
    private String cellText(String text, double x1, double x2, double height, double size) {
        double em = (x2 - x1 - 2) / size;
        var all = wrapped(text, em, em);
        int fitting = Math.min(all.size(), Math.max(1, (int) ((height - 1) / (size * 1.25))));
        var lines = all.subList(0, fitting);
        double at = y + Math.max(1, (height - lines.size() * size * 1.25) / 2);
        for (var line : lines) {
            at += size * 1.25;
            if (!line.isBlank()) {
                page().texts().add(new Text(x1 + (x2 - x1 - width(line) * size) / 2, at - size * 0.25, size, line));
            }
        }
        return String.join("", all.subList(fitting, all.size()));
    }
}
