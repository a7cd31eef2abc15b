package gongkai.annualreport.reading;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.Place;
import gongkai.annualreport.document.Block;
import gongkai.annualreport.document.Document;
import gongkai.annualreport.reading.Item.TableRow;
import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a document's blocks into items. Prose that stands in a grid, as in a sheet or a page laid out by tables, becomes lines. */
final class Items {
    private static final int PROSE = 60;
    private static final String DASHES = "-—–－―─~·•";
    private static final Pattern PAGE = Pattern.compile("第\\d{1,4}页[,，/]?(?:共\\d{1,4}页)?");

    private Items() {}

    static List<Item> of(Document document) {
        var items = new ArrayList<Item>();
        for (var block : document.blocks()) {
            switch (block) {
                case Block.Paragraph paragraph -> {
                    if (!isPageNumber(paragraph.text())) {
                        items.add(new Item.Line(paragraph.text(), paragraph.place()));
                    }
                }
                case Block.Picture picture -> items.add(new Item.Image(picture.place()));
                case Block.Grid grid -> grid(document.kind() == FileKind.XLSX ? SideNotes.without(grid) : grid, items);
            }
        }
        return items;
    }

    /** A page number left in the text: {@code — 4 —}, {@code - 4 -}, {@code 第4页 共9页}. */
    private static boolean isPageNumber(String text) {
        if (text.isEmpty() || text.length() > 40) {
            return false;
        }
        var plain = Wording.plain(text);
        int from = 0;
        int to = plain.length();
        while (from < to && DASHES.indexOf(plain.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && DASHES.indexOf(plain.charAt(to - 1)) >= 0) {
            to--;
        }
        boolean dashed = from > 0
                && to < plain.length()
                && to > from
                && to - from <= 4
                && plain.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
        return dashed || (plain.startsWith("第") && PAGE.matcher(plain).matches());
    }

    private static void grid(Block.Grid grid, List<Item> items) {
        var rows = new ArrayList<TableRow>();
        Block.@Nullable GridRow before = null;
        for (var row : grid.rows()) {
            var alone = alone(row);
            if (alone != null && isProse(alone.text())) {
                flush(rows, grid, items);
                alone.text().lines().forEach(line -> items.add(new Item.Line(line, place(alone, row))));
                continue;
            }
            var tokens = new ArrayList<Token>();
            for (var cell : row.cells()) {
                tokens.add(new Token(cell.text(), cell.column(), place(cell, row)));
            }
            if (grid.aligned() && !rows.isEmpty() && isRestOfSplitCells(before, row)) {
                var split = rows.removeLast();
                rows.add(new TableRow(byColumn(split.tokens(), tokens), true, split.place()));
            } else if (!tokens.isEmpty()) {
                rows.add(new TableRow(tokens, true, row.place()));
            }
            before = row;
        }
        flush(rows, grid, items);
    }

    /**
     * Whether a row is only the lower part of cells of the row above that a line cuts in two: figures never span rows, so where most of
     * the figures above do, the few cells below belong to them.
     */
    private static boolean isRestOfSplitCells(Block.@Nullable GridRow above, Block.GridRow row) {
        if (above == null || row.cells().size() >= above.cells().size()) {
            return false;
        }
        int spanning = 0;
        for (var cell : above.cells()) {
            spanning += cell.rowSpan() > 1 && Figures.isNumber(cell.text()) ? 1 : 0;
        }
        return spanning >= 3
                && row.cells().stream()
                        .allMatch(cell -> above.cells().stream()
                                .anyMatch(upper -> upper.column() == cell.column() && upper.rowSpan() == 1));
    }

    private static List<Token> byColumn(List<Token> tokens, List<Token> rest) {
        return tokens.stream()
                .map(token -> rest.stream()
                        .filter(part -> part.column() == token.column())
                        .findFirst()
                        .map(token::with)
                        .orElse(token))
                .toList();
    }

    private static Place place(Block.GridCell cell, Block.GridRow row) {
        return cell.place().equals(Place.NONE) ? row.place() : cell.place();
    }

    private static void flush(List<TableRow> rows, Block.Grid grid, List<Item> items) {
        if (!rows.isEmpty()) {
            items.add(new Item.Table(
                    List.copyOf(rows), grid.aligned(), rows.getFirst().place()));
            rows.clear();
        }
    }

    private static Block.@Nullable GridCell alone(Block.GridRow row) {
        Block.GridCell alone = null;
        for (var cell : row.cells()) {
            if (!Wording.isBlank(cell.text())) {
                if (alone != null) {
                    return null;
                }
                alone = cell;
            }
        }
        return alone;
    }

    /** A heading, a title or a sentence: what a table row holds only where the page was laid out by tables. */
    private static boolean isProse(String text) {
        var plain = Wording.compact(text);
        if (TextTables.isKnown(plain)) {
            return false;
        }
        return Headings.isHeading(plain)
                || Titles.isWhole(plain)
                || (plain.length() > PROSE && plain.indexOf('。') >= 0);
    }
}
