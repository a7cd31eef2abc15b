package gongkai.annualreport.reading;

import gongkai.annualreport.document.Block;
import java.util.BitSet;

/** Leaves out what stands in a sheet to the right of a table: cells beyond an empty column, none of which is a label of a table. */
final class SideNotes {
    private SideNotes() {}

    static Block.Grid without(Block.Grid grid) {
        var filled = new BitSet();
        var labelled = new BitSet();
        for (var row : grid.rows()) {
            for (var cell : row.cells()) {
                if (!Wording.isBlank(cell.text())) {
                    filled.set(cell.column(), cell.column() + cell.columnSpan());
                    if (!Figures.isValue(cell.text()) && TextTables.isKnown(cell.text())) {
                        labelled.set(cell.column(), cell.column() + cell.columnSpan());
                    }
                }
            }
        }
        int lastLabel = labelled.length();
        int gap = filled.nextClearBit(lastLabel);
        if (lastLabel == 0 || gap >= filled.length()) {
            return grid;
        }
        return new Block.Grid(
                grid.rows().stream()
                        .map(row -> new Block.GridRow(
                                row.cells().stream()
                                        .filter(cell -> cell.column() < gap)
                                        .toList(),
                                row.place()))
                        .toList(),
                grid.aligned(),
                grid.place());
    }
}
