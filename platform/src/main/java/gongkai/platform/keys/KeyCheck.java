package gongkai.platform.keys;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the keys in the directory are those the database was written with. The database remembers their fingerprints, never a key. */
public final class KeyCheck {
    private static final long LOCK = 0x676b_6b65_7973L;

    private KeyCheck() {}

    /** What is wrong, in Chinese; empty if all is well. Changes nothing. */
    public static List<String> problems(Connection database, Keys keys) throws SQLException {
        var problems = new ArrayList<String>();
        for (var known : fingerprints(database).entrySet()) {
            try {
                if (!keys.get(known.getKey()).fingerprint().equals(known.getValue())) {
                    problems.add("密钥 " + known.getKey() + " 不是数据库所用的那一个（指纹应为 " + known.getValue() + "）。请从密钥备份中恢复 "
                            + known.getKey() + ".key");
                }
            } catch (KeysException e) {
                problems.add(e.getMessage() == null ? "密钥读不出来" : e.getMessage());
            }
        }
        return problems;
    }

    /**
     * Makes the keys an empty database still lacks and remembers the fingerprints of all.
     *
     * @throws KeysException if the database was written with a key that is not here
     */
    public static void agree(Connection database, Keys keys, Instant now) throws SQLException {
        database.setAutoCommit(false);
        try (var lock = database.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
        var problems = problems(database, keys);
        if (!problems.isEmpty()) {
            database.rollback();
            throw new KeysException(String.join("\n", problems) + "\n密钥目录由 GONGKAI_KEY_DIR 指定，默认在数据目录的 keys 下");
        }
        var known = fingerprints(database).keySet();
        for (var purpose : EnumSet.allOf(KeyPurpose.class)) {
            if (keys.all(purpose).isEmpty()) {
                keys.make(purpose, now);
            }
            for (var key : keys.all(purpose)) {
                if (!known.contains(key.id())) {
                    remember(database, key);
                }
            }
        }
        database.commit();
    }

    private static void remember(Connection database, Key key) throws SQLException {
        try (var insert = database.prepareStatement(
                "insert into keys.fingerprint (key, fingerprint) values (?, ?) on conflict do nothing")) {
            insert.setString(1, key.id());
            insert.setString(2, key.fingerprint());
            insert.executeUpdate();
        }
    }

    private static Map<String, String> fingerprints(Connection database) throws SQLException {
        var found = new TreeMap<String, String>();
        try (var select = database.createStatement();
                var rows = select.executeQuery("select key, fingerprint from keys.fingerprint")) {
            while (rows.next()) {
                found.put(rows.getString("key"), rows.getString("fingerprint"));
            }
        }
        return found;
    }
}
