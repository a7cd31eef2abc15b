package gongkai.annualreport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stable name of one cell of the three tables, for example {@code t3.granted.natural}: table, line and column. The same key means
 * the same cell in every official format that has it. Keys are interned, so equal keys are the same object.
 */
public final class CellKey implements Comparable<CellKey> {
    private static final Map<String, CellKey> KNOWN = new ConcurrentHashMap<>();

    private final String name;
    private final String table;
    private final String line;
    private final String column;

    private CellKey(String name) {
        var parts = name.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a cell key: " + name);
        }
        this.name = name;
        this.table = parts[0];
        this.line = parts[1];
        this.column = parts[2];
    }

    /** The key of that name. Throws {@link IllegalArgumentException} if the name has not three parts. */
    public static CellKey of(String name) {
        var known = KNOWN.get(name);
        return known != null ? known : KNOWN.computeIfAbsent(name, CellKey::new);
    }

    public static CellKey of(String table, String line, String column) {
        return of(table + "." + line + "." + column);
    }

    /** {@code t2}, {@code t3} or {@code t4}. */
    public String table() {
        return table;
    }

    /** The middle part: the row of tables two and three, the group ({@code rc}, {@code ld}, {@code la}) of table four. */
    public String line() {
        return line;
    }

    public String column() {
        return column;
    }

    @Override
    public int compareTo(CellKey other) {
        return name.compareTo(other.name);
    }

    /** The name, for example {@code t4.rc.upheld}. */
    @Override
    public String toString() {
        return name;
    }
}
