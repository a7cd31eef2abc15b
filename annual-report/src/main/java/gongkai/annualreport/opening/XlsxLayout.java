package gongkai.annualreport.opening;

import gongkai.annualreport.Place;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block;
import gongkai.annualreport.document.Block.Paragraph;
import gongkai.annualreport.opening.XlsxSheet.Merge;
import gongkai.annualreport.opening.XlsxSheet.SheetCell;
import gongkai.annualreport.opening.XlsxSheet.SheetRow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells tables from prose on a sheet, where both are cells. Rows of several cells are tables; a row of one cell is prose unless it
 * stands inside a table and is short, such as a sub-heading or a row whose values are blank.
 */
final class XlsxLayout {
    private static final int LABEL = 70;
    private static final int MAX_FILLED_WIDTH = 100;
    private static final long MAX_WORK = 20_000_000;
    /** A chapter's heading; the rows of tables numbered alike (一、本年新收…) end otherwise. */
    private static final Pattern CHAPTER =
            Pattern.compile("[\\s　]*[一二三四五六七八九]、.{1,40}(?:情况|事项)[\\s　]*", Pattern.DOTALL);

    /** A cell a person sees; {@code merged} when it was made of several. */
    private record Seen(
            int column, int lastColumn, @Nullable Merge merge, String text, boolean bordered) {}

    /** @param reached whether a cell of a row above reaches into it */
    private record Line(int number, List<Seen> cells, BitSet covered, boolean reached) {
        int written() {
            return (int) cells.stream().filter(cell -> !cell.text().isEmpty()).count();
        }

        boolean isTabular() {
            var there = cells.stream()
                    .filter(cell -> cell.bordered() || !cell.text().isEmpty())
                    .count();
            return there > 1 || reached && !cells.isEmpty();
        }

        boolean isEmpty() {
            return written() == 0 && !reached && cells.stream().noneMatch(Seen::bordered);
        }

        /** Whether the other row has cells from this one's first column to its last. */
        boolean isAsWideAs(Line other) {
            return cells.size() > 1
                    && other.cells.size() > 1
                    && other.cells.getFirst().column() <= cells.getFirst().column()
                    && other.cells.getLast().lastColumn() >= cells.getLast().lastColumn();
        }

        String onlyText() {
            return cells.stream()
                    .map(Seen::text)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    private final XlsxSheet sheet;
    private final int sheetNumber;
    private final List<Line> lines = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final BitSet hiddenRows = new BitSet();
    private long work;

    XlsxLayout(XlsxSheet sheet, int sheetNumber) {
        this.sheet = sheet;
        this.sheetNumber = sheetNumber;
    }

    List<Block> blocks() throws UnreadableFileException {
        see();
        for (var i = 0; i < lines.size(); ) {
            var line = lines.get(i);
            if (line.isTabular()) {
                var end = endOfTable(i);
                table(lines.subList(i, end));
                i = end;
            } else {
                line.cells().forEach(cell -> paragraphs(cell.text(), place(line), blocks));
                i++;
            }
        }
        return blocks;
    }

    /** From cells and merges to what is seen, row by row. */
    private void see() throws UnreadableFileException {
        var coming = new ArrayList<>(sheet.merges);
        coming.sort(Comparator.comparingInt(Merge::firstRow));
        var open = new ArrayList<Merge>();
        var told = new HashMap<Merge, Boolean>();
        var hiddenTexts = new HashMap<Long, SheetCell>();
        var next = 0;
        for (var row : sheet.rows) {
            while (next < coming.size() && coming.get(next).firstRow() <= row.number()) {
                open.add(coming.get(next++));
            }
            open.removeIf(merge -> merge.lastRow() < row.number());
            work += open.size() + row.cells().size();
            if (work > MAX_WORK) {
                throw XlsxSheet.tooMuch();
            }
            if (row.hidden()) {
                hiddenRows.set(row.number());
                row.cells().forEach(cell -> hiddenTexts.put(key(row.number(), cell.column()), cell));
            } else {
                lines.add(line(row, open, told, hiddenTexts));
            }
        }
    }

    private Line line(SheetRow row, List<Merge> open, Map<Merge, Boolean> told, Map<Long, SheetCell> hiddenTexts) {
        var covered = new BitSet();
        var anchors = new HashMap<Integer, Merge>();
        var reached = false;
        var seen = new ArrayList<Seen>();
        for (var merge : open) {
            covered.set(merge.firstColumn(), Math.min(merge.lastColumn(), 16_383) + 1);
            if (told.putIfAbsent(merge, true) != null) {
                reached |= merge.lastColumn() - merge.firstColumn() < MAX_FILLED_WIDTH;
            } else if (merge.firstRow() == row.number()) {
                anchors.put(merge.firstColumn(), merge);
            } else {
                // Its first rows are hidden or have no cells
                var hidden = hiddenTexts.get(key(merge.firstRow(), merge.firstColumn()));
                var text = hidden == null ? "" : hidden.text();
                seen.add(new Seen(
                        merge.firstColumn(), merge.lastColumn(), merge, text, hidden != null && hidden.bordered()));
            }
        }
        for (var cell : row.cells()) {
            var merge = anchors.remove(cell.column());
            if (sheet.hiddenColumns.get(cell.column()) && merge == null
                    || merge == null && covered.get(cell.column())) {
                continue;
            }
            var last = merge == null ? cell.column() : merge.lastColumn();
            seen.add(new Seen(cell.column(), last, merge, cell.text(), cell.bordered()));
        }
        anchors.values()
                .forEach(merge -> seen.add(new Seen(merge.firstColumn(), merge.lastColumn(), merge, "", false)));
        seen.sort(Comparator.comparingInt(Seen::column));
        return new Line(row.number(), seen, covered, reached);
    }

    /** Takes in the short single cells that touch the table's rows from below; stops at a gap, at prose and at a chapter's heading. */
    private int endOfTable(int start) {
        var end = start + 1;
        while (end < lines.size()) {
            var line = lines.get(end);
            var gap = line.number() > lines.get(end - 1).number() + 1
                    && !line.reached()
                    && !bridged(lines.get(end - 1).number(), line.number());
            if (!gap && line.isEmpty() && lines.get(end - 1).isAsWideAs(line)) {
                // The figures of a table left blank; nothing after them belongs to it
                return end + 1;
            }
            if (gap || line.isEmpty()) {
                break;
            }
            if (!line.isTabular()
                    && (line.onlyText().length() > LABEL
                            || CHAPTER.matcher(line.onlyText()).matches())) {
                break;
            }
            end++;
        }
        return end;
    }

    /** Whether the rows between are hidden, so that a person sees no gap. */
    private boolean bridged(int before, int after) {
        return hiddenRows.nextClearBit(before + 1) >= after;
    }

    private void table(List<Line> table) throws UnreadableFileException {
        var draft = new DraftTable(place(table.getFirst()));
        for (var from = 0; from < table.size(); ) {
            var to = from + 1;
            while (to < table.size() && !parts(table.get(to))) {
                to++;
            }
            part(table.subList(from, to), table, draft);
            from = to;
        }
        blocks.addAll(draft.blocks());
    }

    /** A sub-heading between parts of a table, which may differ in width. */
    private static boolean parts(Line line) {
        return !line.isTabular()
                && !line.reached()
                && (line.onlyText().strip().startsWith("第")
                        || line.cells().stream()
                                .anyMatch(cell -> !cell.text().isEmpty() && cell.lastColumn() > cell.column() + 2));
    }

    private void part(List<Line> part, List<Line> table, DraftTable draft) throws UnreadableFileException {
        var first = Integer.MAX_VALUE;
        var last = -1;
        for (var line : part) {
            for (var cell : line.cells()) {
                if (!cell.text().isEmpty() || cell.bordered()) {
                    first = Math.min(first, cell.column());
                    last = Math.max(last, Math.min(cell.lastColumn(), first + MAX_FILLED_WIDTH));
                }
            }
        }
        for (var line : part) {
            var row = new DraftTable.Row(place(line));
            var covered = (BitSet) line.covered().clone();
            for (var cell : line.cells()) {
                if (cell.column() >= first && cell.column() <= last
                        || !cell.text().isEmpty()) {
                    row.cells.add(draft(cell, line, table));
                    covered.set(cell.column());
                }
            }
            for (var column = first; column <= last; column++) {
                if (!covered.get(column) && !sheet.hiddenColumns.get(column)) {
                    row.cells.add(draft(new Seen(column, column, null, "", false), line, table));
                }
            }
            work += row.cells.size() * 20L;
            if (work > MAX_WORK) {
                throw XlsxSheet.tooMuch();
            }
            row.cells.sort(Comparator.comparingInt(cell -> cell.column));
            draft.rows.add(row);
        }
    }

    private DraftTable.Cell draft(Seen seen, Line line, List<Line> table) {
        var cell = new DraftTable.Cell(seen.column(), place(line));
        paragraphs(seen.text(), place(line), cell.content);
        cell.columnSpan = seen.lastColumn() - seen.column() + 1;
        var merge = seen.merge();
        if (merge != null && merge.lastRow() > line.number()) {
            work += table.size();
            cell.rowSpan = (int) table.stream()
                    .filter(other -> other.number() >= line.number() && other.number() <= merge.lastRow())
                    .count();
        }
        return cell;
    }

    private static void paragraphs(String text, Place place, List<Block> into) {
        text.lines().forEach(line -> into.add(new Paragraph(line, place)));
    }

    private Place place(Line line) {
        return Place.page(sheetNumber, line.number());
    }

    private static long key(int row, int column) {
        return (long) row << 20 | column;
    }
}
