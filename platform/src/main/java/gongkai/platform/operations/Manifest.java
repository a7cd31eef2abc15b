package gongkai.platform.operations;

import java.util.List;

/**
 * The last page of a backup: what it holds, so that whoever restores it can tell whether all of it is there and unaltered.
 *
 * @param format of the backup itself; counts up when its shape changes
 * @param madeAt in Shanghai, with offset
 * @param migrations the files that made the tables, in the order they were run
 */
record Manifest(
        int format,
        String madeAt,
        String databaseVersion,
        List<String> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<Stored> files) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    /**
     * A table's rows, as PostgreSQL's COPY writes them.
     *
     * @param name with its schema, quoted where PostgreSQL wants it
     * @param entry its place in the archive
     */
    record Table(String name, List<String> columns, long rows, String entry, String sha256) {
        /** The columns between commas, quoted. */
        String columnList() {
            return String.join(", ", columns);
        }
    }

    record Sequence(String name, long value, boolean called) {}

    /** A file below the data directory; {@code entry} is its path there. */
    record Stored(String entry, long bytes, String sha256) {}
}
