package gongkai.platform.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Lets several nodes on one external database work with the same keys, although each has a data directory of its own: keys lie in the
 * database sealed under the password with which the nodes sign in there, which the database itself does not know.
 *
 * <p>Where {@code GONGKAI_KEY_DIR} is set the administrator hands the keys round, and none come here.
 */
final class KeyShare {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long LOCK = 0x676b_7368_6172_65L;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 16;
    private static final int TAG_BITS = 128;
    private static final int ARGON_KIB = 19_456;
    private static final int ARGON_ROUNDS = 3;

    private final Connection database;
    private final String password;

    KeyShare(Connection database, String password) {
        this.database = database;
        this.password = password;
    }

    private record Sealed(String id, byte[] salt, byte[] nonce, byte[] secret) {}

    /**
     * Takes over the keys of the other nodes, agrees with the database, and shares what is new. One node at a time, so that two that start
     * on an empty database do not each make keys.
     */
    void agree(Keys keys, Path directory, Instant now) throws SQLException {
        database.setAutoCommit(true);
        call("select pg_advisory_lock(" + LOCK + ")");
        try {
            fetch(keys, directory, now);
            KeyCheck.agree(database, keys, now);
            offer(keys);
            database.commit();
        } finally {
            call("select pg_advisory_unlock(" + LOCK + ")");
            if (!database.getAutoCommit()) {
                database.commit();
            }
        }
    }

    private void call(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Writes those keys into the directory that other nodes have shared and that are not there yet. */
    private void fetch(Keys keys, Path directory, Instant now) throws SQLException {
        var here = ids(keys);
        for (var one : stored()) {
            if (!here.contains(one.id())) {
                KeyFile.makeDirectory(directory);
                KeyFile.write(open(one), directory, now);
            }
        }
    }

    /** Shares the keys that are not shared yet. */
    private void offer(Keys keys) throws SQLException {
        var shared = new HashSet<String>();
        stored().forEach(one -> shared.add(one.id()));
        for (var purpose : EnumSet.allOf(KeyPurpose.class)) {
            for (var key : keys.all(purpose)) {
                if (!shared.contains(key.id())) {
                    insert(seal(key));
                }
            }
        }
    }

    private static HashSet<String> ids(Keys keys) {
        var ids = new HashSet<String>();
        for (var purpose : EnumSet.allOf(KeyPurpose.class)) {
            keys.all(purpose).forEach(key -> ids.add(key.id()));
        }
        return ids;
    }

    private List<Sealed> stored() throws SQLException {
        var found = new ArrayList<Sealed>();
        try (var select = database.createStatement();
                var rows = select.executeQuery("select key, salt, nonce, sealed from keys.shared order by key")) {
            while (rows.next()) {
                found.add(new Sealed(
                        rows.getString("key"), rows.getBytes("salt"), rows.getBytes("nonce"), rows.getBytes("sealed")));
            }
        }
        return found;
    }

    private void insert(Sealed one) throws SQLException {
        try (var insert = database.prepareStatement(
                "insert into keys.shared (key, salt, nonce, sealed) values (?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, one.id());
            insert.setBytes(2, one.salt());
            insert.setBytes(3, one.nonce());
            insert.setBytes(4, one.secret());
            insert.executeUpdate();
        }
    }

    private Sealed seal(Key key) {
        var salt = random(SALT_BYTES);
        var nonce = random(NONCE_BYTES);
        try {
            return new Sealed(
                    key.id(),
                    salt,
                    nonce,
                    gcm(true, salt, nonce, key.id(), key.secret().bytes()));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    private Key open(Sealed one) {
        try {
            var secret = gcm(false, one.salt(), one.nonce(), one.id(), one.secret());
            int dash = one.id().lastIndexOf('-');
            for (var purpose : KeyPurpose.values()) {
                if (purpose.prefix().equals(one.id().substring(0, dash))) {
                    return new Key(purpose, Integer.parseInt(one.id().substring(dash + 1)), new Key.Secret(secret));
                }
            }
            throw new KeysException("不认识的密钥：" + one.id());
        } catch (InvalidCipherTextException e) {
            throw new KeysException("其他节点共享的密钥 " + one.id() + " 打不开：数据库密码换过。请从已有节点的密钥目录复制密钥文件", e);
        }
    }

    private byte[] gcm(boolean encrypt, byte[] salt, byte[] nonce, String id, byte[] in)
            throws InvalidCipherTextException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        var context = ("gongkai shared key " + id).getBytes(StandardCharsets.UTF_8);
        cipher.init(encrypt, new AEADParameters(new KeyParameter(underPassword(salt)), TAG_BITS, nonce, context));
        var out = new byte[cipher.getOutputSize(in.length)];
        int written = cipher.processBytes(in, 0, in.length, out, 0);
        cipher.doFinal(out, written);
        return out;
    }

    private byte[] underPassword(byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(ARGON_KIB)
                .withIterations(ARGON_ROUNDS)
                .withParallelism(1)
                .build());
        var key = new byte[KEY_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
