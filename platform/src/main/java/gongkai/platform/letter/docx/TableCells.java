package gongkai.platform.letter.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** The cells of a table as HTML counts them: merged ones once, with the columns and rows they span. */
final class TableCells {
    /** A cell that is shown. */
    record Cell(Element element, int columns, int rows, boolean middle) {}

    private static final int MOST_COLUMNS = 63;

    private final List<List<Cell>> rows = new ArrayList<>();

    TableCells(Element table) {
        var open = new HashMap<Integer, int[]>();
        for (var row : Xml.children(table, "tr")) {
            var cells = new ArrayList<Cell>();
            int column = 0;
            for (var cell : Xml.children(row, "tc")) {
                var properties = Xml.child(cell, "tcPr");
                int span = Math.clamp(Xml.number(Xml.child(properties, "gridSpan"), "val", 1), 1, MOST_COLUMNS);
                var merge = Xml.child(properties, "vMerge");
                var begun = open.get(column);
                if (merge != null && !Xml.attribute(merge, "val").equals("restart") && begun != null) {
                    grow(begun);
                } else {
                    forget(open, column, span);
                    if (merge != null) {
                        open.put(column, new int[] {rows.size(), cells.size()});
                    }
                    var middle = Xml.attribute(Xml.child(properties, "vAlign"), "val")
                            .equals("center");
                    cells.add(new Cell(cell, span, 1, middle));
                }
                column += span;
            }
            rows.add(cells);
        }
    }

    List<List<Cell>> rows() {
        return rows;
    }

    private void grow(int[] place) {
        var row = rows.get(place[0]);
        var cell = row.get(place[1]);
        row.set(place[1], new Cell(cell.element(), cell.columns(), cell.rows() + 1, cell.middle()));
    }

    private static void forget(Map<Integer, int[]> open, int column, int span) {
        for (int i = column; i < column + span; i++) {
            open.remove(i);
        }
    }
}
