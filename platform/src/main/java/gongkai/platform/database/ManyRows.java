package gongkai.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

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
    private final List<SqlArrayValue> columns = new ArrayList<>();

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
    @SuppressWarnings(
            "NullAway") // An array for the database may hold nulls; the class that carries it does not say so.
    public ManyRows<T> column(String name, String type, Function<? super T, ? extends @Nullable Object> value) {
        // The driver wants bytes as an array of bytes, not of objects.
        @Nullable Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        names.add(name);
        columns.add(new SqlArrayValue(type, values));
        return this;
    }

    public void insert(JdbcClient database) {
        within(UnaryOperator.identity(), database).update();
    }

    /** The statement to run, as part of a longer one. */
    public JdbcClient.StatementSpec within(UnaryOperator<String> longer, JdbcClient database) {
        var list = String.join(", ", names);
        var arrays = IntStream.range(0, names.size()).mapToObj(i -> "?").collect(Collectors.joining(", "));
        return database.sql(
                        longer.apply("insert into " + table + " (" + list + ") select * from unnest(" + arrays + ")"))
                .params(columns);
    }
}
