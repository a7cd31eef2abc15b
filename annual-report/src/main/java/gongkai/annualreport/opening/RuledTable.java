package gongkai.annualreport.opening;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as its lines draw it: cells by rows, each with the columns and rows it covers. The text comes later, from the pieces that
 * stand in it.
 */
final class RuledTable {
    /** One cell: what it covers, in columns and rows, and the text pieces that stand in it. */
    static final class Area {
        final Box extent;
        int column;
        int endColumn;
        final int row;
        final int endRow;
        final List<Glyph> glyphs = new ArrayList<>();

        Area(Box extent, int column, int row, int endColumn, int endRow) {
            this.extent = extent;
            this.column = column;
            this.row = row;
            this.endColumn = endColumn;
            this.endRow = endRow;
        }
    }

    private final float[] xs;
    private final float[] ys;
    private final Area[][] areaAt;
    final List<Area> areas = new ArrayList<>();

    /** @param right whether a line bounds slot [row][column] on its right; @param below the same for its lower side */
    RuledTable(float[] xs, float[] ys, boolean[][] right, boolean[][] below) {
        this.xs = xs;
        this.ys = ys;
        int rows = ys.length - 1;
        int columns = xs.length - 1;
        areaAt = new Area[rows][columns];
        var group = groups(rows, columns, right, below);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (areaAt[row][column] == null) {
                    claim(group, row, column);
                }
            }
        }
    }

    /** Slots with no line between them belong to one cell. */
    private static int[][] groups(int rows, int columns, boolean[][] right, boolean[][] below) {
        var parent = new int[rows * columns];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (column + 1 < columns && !right[row][column]) {
                    union(parent, row * columns + column, row * columns + column + 1);
                }
                if (row + 1 < rows && !below[row][column]) {
                    union(parent, row * columns + column, (row + 1) * columns + column);
                }
            }
        }
        var group = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                group[row][column] = root(parent, row * columns + column);
            }
        }
        return group;
    }

    private static void union(int[] parent, int a, int b) {
        parent[root(parent, a)] = root(parent, b);
    }

    private static int root(int[] parent, int slot) {
        while (parent[slot] != slot) {
            parent[slot] = parent[parent[slot]];
            slot = parent[slot];
        }
        return slot;
    }

    /** Makes one cell of the largest rectangle of the group that begins here. A group is a rectangle unless lines are missing. */
    private void claim(int[][] group, int row, int column) {
        int wanted = group[row][column];
        int endColumn = column + 1;
        while (endColumn < xs.length - 1 && free(group, row, endColumn, wanted)) {
            endColumn++;
        }
        int endRow = row + 1;
        while (endRow < ys.length - 1 && freeRow(group, endRow, column, endColumn, wanted)) {
            endRow++;
        }
        var area = new Area(new Box(xs[column], ys[row], xs[endColumn], ys[endRow]), column, row, endColumn, endRow);
        areas.add(area);
        for (int r = row; r < endRow; r++) {
            for (int c = column; c < endColumn; c++) {
                areaAt[r][c] = area;
            }
        }
    }

    private boolean free(int[][] group, int row, int column, int wanted) {
        return group[row][column] == wanted && areaAt[row][column] == null;
    }

    private boolean freeRow(int[][] group, int row, int column, int endColumn, int wanted) {
        for (int c = column; c < endColumn; c++) {
            if (!free(group, row, c, wanted)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes out columns that exist only because two lines meant as one are a little apart: narrow, and never a cell of their own.
     */
    void dropSlivers(float widest) {
        var shift = new int[xs.length];
        int dropped = 0;
        for (int column = 0; column < xs.length - 1; column++) {
            shift[column] = dropped;
            if (xs[column + 1] - xs[column] <= widest && !hasOwnColumn(column)) {
                dropped++;
            }
        }
        shift[xs.length - 1] = dropped;
        for (var area : areas) {
            area.column -= shift[area.column];
            area.endColumn -= shift[area.endColumn];
        }
    }

    private boolean hasOwnColumn(int column) {
        for (var area : areas) {
            if (area.column == column && area.endColumn == column + 1) {
                return true;
            }
        }
        return false;
    }

    Box extent() {
        return new Box(xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]);
    }

    Area at(float x, float y) {
        return areaAt[slot(ys, y)][slot(xs, x)];
    }

    private static int slot(float[] lines, float at) {
        int slot = 0;
        while (slot < lines.length - 2 && at >= lines[slot + 1]) {
            slot++;
        }
        return slot;
    }

    boolean isEmpty() {
        for (var area : areas) {
            for (var glyph : area.glyphs) {
                if (!glyph.isBlank()) {
                    return false;
                }
            }
        }
        return true;
    }

    int rows() {
        return ys.length - 1;
    }
}
