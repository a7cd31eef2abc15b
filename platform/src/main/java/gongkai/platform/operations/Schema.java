package gongkai.platform.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tables of the platform as the database itself describes them, so that no feature has to be named here. */
final class Schema {
    /** Sessions end with the machine: a restored platform asks everybody to sign in again. Keys are in no backup, sealed or not. */
    private static final String NOT_KEPT = "^(.*\\.spring_session.*|keys\\.shared)$";

    private static final String OURS = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";

    private Schema() {}

    record Shape(String name, List<String> columns) {}

    /** All tables with their columns, in a fixed order; what the database works out by itself is left out. */
    static List<Shape> tables(Connection connection) throws SQLException {
        var found = new ArrayList<Shape>();
        try (var statement = connection.prepareStatement("""
                        select format('%I.%I', n.nspname, c.relname) as name,
                               array_agg(quote_ident(a.attname) order by a.attnum) as columns
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname || '.' || c.relname !~ ?
                        and\s""" + OURS + " group by 1 order by 1")) {
            statement.setString(1, NOT_KEPT);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Shape(rows.getString("name"), Arrays.asList((String[])
                            rows.getArray("columns").getArray())));
                }
            }
        }
        return found;
    }

    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        var found = new ArrayList<Manifest.Sequence>();
        for (var name : names(connection, "c.relkind = 'S'")) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select last_value, is_called from " + name)) {
                row.next();
                found.add(new Manifest.Sequence(name, row.getLong("last_value"), row.getBoolean("is_called")));
            }
        }
        return found;
    }

    static List<String> materializedViews(Connection connection) throws SQLException {
        return names(connection, "c.relkind = 'm'");
    }

    private static List<String> names(Connection connection, String condition) throws SQLException {
        return column(connection, """
                select format('%%I.%%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where %s and %s order by 1
                """.formatted(condition, OURS));
    }

    /** The first column of an answer. */
    static List<String> column(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
