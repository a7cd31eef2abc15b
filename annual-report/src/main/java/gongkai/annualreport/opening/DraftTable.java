package gongkai.annualreport.opening;

import gongkai.annualreport.Place;
import gongkai.annualreport.document.Block;
import gongkai.annualreport.document.Block.Grid;
import gongkai.annualreport.document.Block.GridCell;
import gongkai.annualreport.document.Block.GridRow;
import gongkai.annualreport.document.Block.Paragraph;
import gongkai.annualreport.document.Block.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as the file gives it, while it is being read. Files use tables for data and for laying out the page; a row that holds prose
 * or tables of its own lays out, and what is in its cells is told in order, the rows between such rows are a grid.
 */
final class DraftTable {
    /** No label of the official tables is half as long. */
    private static final int PROSE = 200;

    static final class Row {
        final Place place;
        final List<Cell> cells = new ArrayList<>();
        /** How many columns the row fills, or −1 when it leaves a hole. */
        int width;

        Row(Place place) {
            this.place = place;
        }
    }

    static final class Cell {
        final int column;
        final Place place;
        /** Mostly one paragraph. */
        final List<Block> content = new ArrayList<>(1);

        int columnSpan = 1;
        int rowSpan = 1;

        Cell(int column, Place place) {
            this.column = column;
            this.place = place;
        }
    }

    final List<Row> rows = new ArrayList<>();
    private final Place place;

    DraftTable(Place place) {
        this.place = place;
    }

    /** What the table amounts to: one grid for a table of data, anything for a table that lays out. */
    List<Block> blocks() {
        if (holdsOnlyBits()) {
            rows.forEach(row -> row.cells.forEach(DraftTable::spellOut));
        }
        var blocks = new ArrayList<Block>();
        var run = new ArrayList<Row>();
        for (var row : rows) {
            if (laysOut(row)) {
                endRun(run, blocks);
                row.cells.forEach(cell -> blocks.addAll(cell.content));
            } else {
                run.add(row);
            }
        }
        endRun(run, blocks);
        return blocks;
    }

    /** Whether the tables inside are bits of a table of data, such as a value in a frame of its own, not the other way round. */
    private boolean holdsOnlyBits() {
        var inner = 0;
        var plain = 0;
        var columns = 0;
        for (var row : rows) {
            columns = Math.max(columns, row.cells.size());
            for (var cell : row.cells) {
                var held = innerCells(cell);
                inner += held;
                plain += held == 0 ? 1 : 0;
            }
        }
        return inner > 0 && columns > 2 && plain > 2 * inner;
    }

    private static int innerCells(Cell cell) {
        var inner = 0;
        for (var block : cell.content) {
            if (block instanceof Grid grid) {
                inner +=
                        grid.rows().stream().mapToInt(row -> row.cells().size()).sum();
            }
        }
        return inner;
    }

    private static void spellOut(Cell cell) {
        var spelled = new ArrayList<Block>();
        for (var block : cell.content) {
            if (block instanceof Grid grid) {
                grid.rows()
                        .forEach(row -> row.cells()
                                .forEach(inner -> inner.text()
                                        .lines()
                                        .forEach(line -> spelled.add(new Paragraph(line, inner.place())))));
            } else {
                spelled.add(block);
            }
        }
        cell.content.clear();
        cell.content.addAll(spelled);
    }

    private static boolean laysOut(Row row) {
        for (var cell : row.cells) {
            var length = 0;
            for (var block : cell.content) {
                switch (block) {
                    case Grid ignored -> {
                        return true;
                    }
                    case Paragraph paragraph -> length += paragraph.text().length();
                    case Picture ignored -> {}
                }
            }
            if (length > PROSE) {
                return true;
            }
        }
        return false;
    }

    private void endRun(List<Row> run, List<Block> blocks) {
        if (run.isEmpty()) {
            return;
        }
        boolean frame = true;
        for (var row : run) {
            frame &= row.cells.size() < 2;
        }
        if (!frame) {
            blocks.add(grid(run));
        }
        for (var row : run) {
            for (var cell : row.cells) {
                for (var block : cell.content) {
                    // A frame around text is not a table
                    if (frame || block instanceof Picture) {
                        blocks.add(block);
                    }
                }
            }
        }
        run.clear();
    }

    private Grid grid(List<Row> run) {
        var gridRows = new ArrayList<GridRow>();
        var width = run.getFirst().width;
        var aligned = width >= 0;
        for (var i = 0; i < run.size(); i++) {
            var row = run.get(i);
            aligned &= row.width == width;
            var rowsLeft = run.size() - i;
            var cells = new ArrayList<GridCell>(row.cells.size());
            for (var cell : row.cells) {
                cells.add(new GridCell(
                        text(cell), cell.column, cell.columnSpan, Math.min(cell.rowSpan, rowsLeft), cell.place));
            }
            gridRows.add(new GridRow(cells, row.place));
        }
        return new Grid(gridRows, aligned, run.size() == rows.size() ? place : run.getFirst().place);
    }

    private static String text(Cell cell) {
        if (cell.content.size() == 1 && cell.content.getFirst() instanceof Paragraph only) {
            return only.text();
        }
        var text = new StringBuilder();
        for (var block : cell.content) {
            if (block instanceof Paragraph paragraph && !paragraph.text().isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(paragraph.text());
            }
        }
        return text.toString();
    }
}
