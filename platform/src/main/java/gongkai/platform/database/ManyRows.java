package gongkai.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Inserts rows by one statement. Each column goes to the database as one array, so the statement reads the same for one row and for a
 * hundred and is prepared once.
 *
 * @param <T> what a row is made of
 */
public final class ManyRows<T> {
    private final String table;
    private final List<T> rows;
    private final List<String> names = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<@Nullable Object[]> columns = new ArrayList<>();

    private ManyRows(String table, List<T> rows) {
        this.table = table;
        this.rows = rows;
    }

    public static <T> ManyRows<T> into(String table, List<T> rows) {
        return new ManyRows<>(table, rows);
    }

    /**
     * Adds a column.
     *
     * @param type as the database calls it
     * @param value what stands there; days and times as {@code java.time} has them
     */
    public ManyRows<T> column(String name, String type, Function<? super T, ? extends @Nullable Object> value) {
        @Nullable Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        names.add(name);
        types.add(type);
        columns.add(values);
        return this;
    }

    /** Inserts them, now or, where {@link Inserts} are gathered, with the others. */
    public void insert(JdbcClient database) {
        Inserts.add(new Inserts.Rows(new Inserts.Shape(table, names, types), columns), database);
    }
}
