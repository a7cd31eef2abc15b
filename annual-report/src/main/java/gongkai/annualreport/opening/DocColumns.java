package gongkai.annualreport.opening;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;

/**
 * The columns of a doc table. Its rows state where each cell begins and ends; cells of different rows belong to one column when these
 * edges agree, give or take what hand-drawn tables are off.
 */
final class DocColumns {
    /** In twentieths of a point. */
    private static final int SAME = 40;

    private static final int SLIVER = 160;

    private final List<Integer> edges;

    private DocColumns(List<Integer> edges) {
        this.edges = edges;
    }

    static DocColumns of(Table table) {
        var all = new ArrayList<Integer>();
        var cells = new ArrayList<int[]>();
        for (int i = 0; i < table.numRows(); i++) {
            var row = table.getRow(i);
            int last = Integer.MIN_VALUE;
            for (int c = 0; c < row.numCells(); c++) {
                var cell = row.getCell(c);
                if (cell.getWidth() <= 0 || cell.getLeftEdge() < last) {
                    return new DocColumns(List.of());
                }
                last = cell.getLeftEdge() + cell.getWidth();
                all.add(cell.getLeftEdge());
                all.add(last);
                cells.add(new int[] {cell.getLeftEdge(), last});
            }
        }
        all.sort(null);
        var edges = new ArrayList<Integer>();
        for (int edge : all) {
            if (edges.isEmpty() || edge - edges.getLast() > SAME) {
                edges.add(edge);
            }
        }
        var columns = new DocColumns(edges);
        columns.dropSlivers(cells);
        return columns;
    }

    /** Narrow columns that are never a cell of their own come from edges a little apart. */
    private void dropSlivers(List<int[]> cells) {
        for (int i = edges.size() - 2; i > 0; i--) {
            int column = i;
            if (edges.get(i + 1) - edges.get(i) <= SLIVER
                    && cells.stream().noneMatch(cell -> at(cell[0]) == column && at(cell[1]) == column + 1)) {
                edges.remove(i);
            }
        }
    }

    /** False where the rows state no edges, or impossible ones. */
    boolean isKnown() {
        return edges.size() > 1;
    }

    int count() {
        return edges.size() - 1;
    }

    /** The column that begins nearest to an edge. */
    int at(int edge) {
        int best = 0;
        for (int i = 1; i < edges.size(); i++) {
            if (Math.abs(edges.get(i) - edge) < Math.abs(edges.get(best) - edge)) {
                best = i;
            }
        }
        return best;
    }

    /** The column after those of a cell that begins in a given one. */
    int after(TableCell last, int column) {
        return Math.max(column + 1, at(last.getLeftEdge() + last.getWidth()));
    }
}
