package gongkai.platform.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * What some work inserts by {@link ManyRows}, gathered to go to the database in one message, by itself or with that of others, instead of
 * going there and back for each table. The work cannot read what it inserts.
 */
public final class Inserts {
    private static final ThreadLocal<@Nullable Inserts> GATHERING = new ThreadLocal<>();

    private final List<Rows> all = new ArrayList<>();

    private Inserts() {}

    /** The columns of a table that are filled. */
    record Shape(String table, List<String> names, List<String> types) {
        String statement() {
            return "insert into %s (%s) select * from unnest(%s)"
                    .formatted(
                            table, String.join(", ", names), String.join(", ", Collections.nCopies(names.size(), "?")));
        }
    }

    /** Values for them, by column. */
    record Rows(Shape shape, List<@Nullable Object[]> columns) {}

    /** What work has told, and what it inserts. */
    public record Gathered<T>(T told, Inserts inserts) {}

    /** Does the work without sending what it inserts. */
    public static <T> Gathered<T> gather(Supplier<T> work) {
        if (GATHERING.get() != null) {
            throw new IllegalStateException("gathering already");
        }
        var gathering = new Inserts();
        GATHERING.set(gathering);
        try {
            return new Gathered<>(work.get(), gathering);
        } finally {
            GATHERING.remove();
        }
    }

    /** Does the work, and sends what it inserts, or leaves that to whoever gathers already. */
    public static <T> T together(JdbcClient database, Supplier<T> work) {
        if (GATHERING.get() != null) {
            return work.get();
        }
        var gathered = gather(work);
        send(List.of(gathered.inserts()), database);
        return gathered.told();
    }

    /** Sends in one message, in the order of the first, what was gathered; the rows for one table as one statement. */
    public static void send(List<Inserts> gathered, JdbcClient database) {
        var statements = new LinkedHashMap<Shape, List<Rows>>();
        for (var inserts : gathered) {
            for (var rows : inserts.all) {
                statements
                        .computeIfAbsent(rows.shape(), shape -> new ArrayList<>())
                        .add(rows);
            }
        }
        if (statements.isEmpty()) {
            return;
        }
        // The driver sends statements that are parted by semicolons together.
        database.sql(statements.keySet().stream().map(Shape::statement).collect(Collectors.joining(";\n")))
                .params(statements.values().stream().flatMap(Inserts::values).toList())
                .update();
    }

    static void add(Rows rows, JdbcClient database) {
        var gathering = GATHERING.get();
        var inserts = gathering == null ? new Inserts() : gathering;
        inserts.all.add(rows);
        if (gathering == null) {
            send(List.of(inserts), database);
        }
    }

    private static Stream<SqlArrayValue> values(List<Rows> together) {
        var types = together.getFirst().shape().types();
        return IntStream.range(0, types.size())
                .mapToObj(i -> new SqlArrayValue(
                        types.get(i),
                        array(
                                types.get(i),
                                together.stream().map(rows -> rows.columns().get(i)))));
    }

    /** The driver wants bytes as an array of bytes, not of objects. */
    private static Object[] array(String type, Stream<@Nullable Object[]> parts) {
        var values = parts.flatMap(Arrays::stream);
        return type.equals("bytea") ? values.toArray(byte[][]::new) : values.toArray();
    }
}
