package gongkai.platform.keys;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Puts new keys to use and seals everything anew under them, in small transactions, while the platform runs: whoever reads finds the old
 * key as well as the new one. The old key files stay, for backups made with them.
 */
public final class KeyRotation {
    private static final int AT_ONCE = 200;
    private static final int MOST_ROUNDS = 100;

    private final DataSource database;
    private final Keys keys;
    private final List<SealedColumn> columns;

    public KeyRotation(DataSource database, Keys keys, List<SealedColumn> columns) {
        this.database = database;
        this.keys = keys;
        this.columns = columns;
    }

    /**
     * Makes a new key for personal data and one for finding it, and seals everything anew.
     *
     * @return how many values were sealed anew
     */
    public long rotate(Clock clock) throws SQLException {
        try (var connection = database.getConnection()) {
            KeyCheck.agree(connection, keys, clock.instant());
            // In this order: whoever seals with the new key already hashes with the new one, too.
            keys.make(KeyPurpose.INDEX, clock.instant());
            keys.make(KeyPurpose.FIELD, clock.instant());
            KeyCheck.agree(connection, keys, clock.instant());
        }
        long made = System.nanoTime();
        long sealed = 0;
        // Another process may seal with the old key until it has noticed the new one: go round until nothing old turns
        // up after that.
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean allNoticed = System.nanoTime() - made > (Keys.NOTICED_WITHIN_SECONDS + 3) * 1_000_000_000L;
            long now = sealAnew();
            sealed += now;
            if (now == 0 && allNoticed) {
                return sealed;
            }
            if (now == 0) {
                LockSupport.parkNanos(500_000_000L);
            }
        }
        throw new KeysException("重新加密没有完成，请再次运行；已重新加密 " + sealed + " 项，数据可正常读写");
    }

    /** Seals anew what is not under the keys in use. To go on after a rotation that was broken off. */
    public long sealAnew() throws SQLException {
        long sealed = 0;
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (var column : columns) {
                sealed += sealAnew(connection, column);
            }
        }
        return sealed;
    }

    private long sealAnew(Connection connection, SealedColumn column) throws SQLException {
        var cipher = new FieldCipher(keys);
        long sealed = 0;
        Object last = null;
        while (true) {
            int found = 0;
            try (var select = connection.prepareStatement(selectSql(column, last != null))) {
                select.setString(1, cipher.currentPrefix() + "%");
                if (last != null) {
                    select.setObject(2, last);
                }
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        found++;
                        last = rows.getObject(1);
                        reseal(connection, column, cipher, last, rows.getString(2));
                    }
                }
            }
            connection.commit();
            sealed += found;
            if (found < AT_ONCE) {
                return sealed;
            }
        }
    }

    private void reseal(Connection connection, SealedColumn column, FieldCipher cipher, Object id, String sealed)
            throws SQLException {
        var index = column.index();
        var place = column.place(id);
        var clear = cipher.openBytes(sealed, place);
        var sql = "update " + column.table() + " set " + column.column() + " = ?"
                + (index == null ? "" : ", " + index.column() + " = ?") + " where " + column.id() + " = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, cipher.sealBytes(clear, place));
            if (index != null) {
                update.setString(2, index.of().apply(keys, new String(clear, java.nio.charset.StandardCharsets.UTF_8)));
            }
            update.setObject(index == null ? 2 : 3, id);
            update.executeUpdate();
        }
    }

    private static String selectSql(SealedColumn column, boolean goesOn) {
        return "select " + column.id() + ", " + column.column() + " from " + column.table() + " where "
                + column.column()
                + " is not null and " + column.column() + " not like ?"
                + (goesOn ? " and " + column.id() + " > ?::" + column.idType() : "") + " order by " + column.id()
                + " limit " + AT_ONCE + " for update skip locked";
    }
}
