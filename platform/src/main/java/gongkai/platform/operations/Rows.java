package gongkai.platform.operations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Puts a backup's rows into tables that were just made. References and the triggers that refuse changes stand aside for the moment;
 * references are made again afterwards, so that PostgreSQL itself checks every one of them. All in the caller's transaction, and with
 * no more rights than the owner of the tables has.
 */
final class Rows {
    private static final String OURS = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    void replace(Archive archive) throws SQLException, IOException {
        var triggers = statements("""
                select format('alter table %I.%I disable trigger %I', n.nspname, c.relname, t.tgname),
                       format('alter table %I.%I enable ' || case t.tgenabled when 'A' then 'always ' when 'R' then 'replica ' else '' end
                              || 'trigger %I', n.nspname, c.relname, t.tgname)
                from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where not t.tgisinternal and t.tgenabled <> 'D' and t.tgparentid = 0 and\s""" + OURS);
        var references = statements("""
                select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname),
                       format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid))
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                where k.contype = 'f' and k.conparentid = 0 and\s""" + OURS);
        for (var pair : triggers) {
            execute(pair.aside());
        }
        for (var pair : references) {
            execute(pair.aside());
        }
        load(archive);
        for (var pair : references) {
            execute(pair.again());
        }
        for (var pair : triggers) {
            execute(pair.again());
        }
        for (var view : Schema.materializedViews(connection)) {
            execute("refresh materialized view " + view);
        }
    }

    private void load(Archive archive) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var manifest = archive.manifest();
        var known = new HashSet<String>();
        for (var shape : Schema.tables(connection)) {
            known.add(shape.name());
            // What migrations put there comes back from the backup, as it was changed since.
            execute("delete from " + shape.name());
        }
        for (var table : manifest.tables()) {
            if (!known.contains(table.name())) {
                throw new IOException("备份中的表 " + table.name() + " 不是平台的表");
            }
            try (var in = archive.part(table.entry())) {
                long rows = copy.copyIn("copy %s (%s) from stdin".formatted(table.name(), table.columnList()), in);
                if (rows != table.rows()) {
                    throw new IOException(table.name() + ": " + rows + " of " + table.rows() + " rows");
                }
            }
        }
        for (var sequence : manifest.sequences()) {
            try (var set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.value());
                set.setBoolean(3, sequence.called());
                set.execute();
            }
        }
    }

    /** How something is put aside, and how it comes back. */
    private record Pair(String aside, String again) {}

    private List<Pair> statements(String sql) throws SQLException {
        var found = new ArrayList<Pair>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(new Pair(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
