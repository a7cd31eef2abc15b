package gongkai.annualreport.planted;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on a drawn page, top to bottom. */
sealed interface Piece {
    /** What a line of text is, for kinds of file that style it. */
    enum Role {
        TITLE,
        HEADING,
        PROSE,
        /** Site navigation and other matter that is no part of the report. */
        AROUND,
        /** A line of a table that is drawn as text. */
        DRAWN
    }

    record Line(Role role, String text) implements Piece {}

    record Table(String name, List<List<Slot>> rows) implements Piece {}

    /** A table that is only a picture of one. */
    record Picture() implements Piece {}

    record PageBreak() implements Piece {}

    /** A cell as HTML has it. {@code key} is set on cells that hold a figure. */
    record Slot(
            String text,
            int columnSpan,
            int rowSpan,
            @Nullable String key) {
        static Slot label(String text) {
            return new Slot(text, 1, 1, null);
        }

        static Slot label(String text, int columnSpan, int rowSpan) {
            return new Slot(text, columnSpan, rowSpan, null);
        }

        Slot withText(String newText) {
            return new Slot(newText, columnSpan, rowSpan, key);
        }

        Slot single() {
            return new Slot(text, 1, 1, key);
        }
    }

    /** A position of a table with every span undone: the slot that covers it and where that slot begins. */
    record Position(Slot slot, int row, int column) {
        boolean begins(int atRow, int atColumn) {
            return row == atRow && column == atColumn;
        }
    }

    /** Every position of the table; null where no slot covers it. */
    static List<List<@Nullable Position>> positions(Table table) {
        var grid = new ArrayList<List<@Nullable Position>>();
        for (int r = 0; r < table.rows().size(); r++) {
            grid.add(new ArrayList<>());
        }
        for (int r = 0; r < table.rows().size(); r++) {
            int column = 0;
            for (var slot : table.rows().get(r)) {
                while (column < grid.get(r).size() && grid.get(r).get(column) != null) {
                    column++;
                }
                for (int down = r; down < Math.min(grid.size(), r + slot.rowSpan()); down++) {
                    var line = grid.get(down);
                    for (int right = column; right < column + slot.columnSpan(); right++) {
                        while (line.size() <= right) {
                            line.add(null);
                        }
                        line.set(right, new Position(slot, r, column));
                    }
                }
                column += slot.columnSpan();
            }
        }
        return grid;
    }

    static int width(Table table) {
        return positions(table).stream().mapToInt(List::size).max().orElse(0);
    }
}
