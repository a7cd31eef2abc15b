package gongkai.platform.register;

import java.util.List;
import java.util.Map;

/**
 * A file of organs, read but not yet understood.
 *
 * @param rows those with anything in them
 * @param unknown titles of columns that mean nothing to us and are left alone
 */
record OrganTable(List<Row> rows, List<String> columns, List<String> unknown) {
    /**
     * One row.
     *
     * @param number its number in the file as a spreadsheet shows it; the titles are row 1
     * @param cells what stands in it, by the title of the column; nothing empty
     */
    record Row(int number, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** The file cannot be read at all. The message is for the person, and says what to do. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }
}
