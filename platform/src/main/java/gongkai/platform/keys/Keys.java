package gongkai.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All keys in one directory, as files {@code <purpose>-<number>.key} that only their owner may read.
 *
 * <p>The key with the highest number of a purpose is the one in use; older ones stay for what was made with them. A key that another
 * process adds (a rotation) is noticed within {@link #NOTICED_WITHIN_SECONDS} seconds.
 */
public final class Keys {
    /** After this time every running process uses a new key. */
    public static final int NOTICED_WITHIN_SECONDS = 2;

    private static final Pattern NAME = Pattern.compile("([a-z]+)-([1-9][0-9]{0,5})\\.key");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;
    private volatile Map<String, Key> keys = Map.of();
    private volatile long looked;

    private Keys(Path directory) {
        this.directory = directory;
        look();
    }

    /** The keys in that directory, which need not exist yet. Makes nothing. */
    public static Keys in(Path directory) {
        return new Keys(directory);
    }

    /** Where they lie. */
    public Path directory() {
        return directory;
    }

    /** The key in use. @throws KeysException if there is none */
    public Key current(KeyPurpose purpose) {
        if (System.nanoTime() - looked > NOTICED_WITHIN_SECONDS * 1_000_000_000L) {
            look();
        }
        return newest(purpose)
                .orElseThrow(() -> new KeysException(
                        "密钥目录 " + directory + " 中没有“" + purpose.chinese() + "”密钥（" + purpose.prefix() + "-*.key）"));
    }

    /** The key with that identifier. @throws KeysException if it is not there */
    public Key get(String id) {
        var key = keys.get(id);
        if (key == null) {
            look();
            key = keys.get(id);
        }
        if (key == null) {
            throw new KeysException("密钥目录 " + directory + " 中缺少密钥 " + id + "。请从密钥备份中恢复 " + id + ".key");
        }
        return key;
    }

    /** All keys of that purpose, newest first. */
    public List<Key> all(KeyPurpose purpose) {
        look();
        var found = new ArrayList<Key>();
        for (var key : keys.values()) {
            if (key.purpose() == purpose) {
                found.add(key);
            }
        }
        found.sort(Comparator.comparingInt(Key::number).reversed());
        return found;
    }

    /** Makes a new key and puts it to use; the older ones stay. */
    public Key make(KeyPurpose purpose, Instant now) {
        KeyFile.makeDirectory(directory);
        while (true) {
            look();
            int number = newest(purpose).map(Key::number).orElse(0) + 1;
            var key = new Key(purpose, number, secret(purpose));
            if (KeyFile.write(key, directory, now)) {
                if (purpose == KeyPurpose.HEAD) {
                    KeyFile.write(directory, key.id() + ".pub", Sm2.publicKeyText(key));
                }
                look();
                return key;
            }
        }
    }

    /** The identifiers of keys that others than their owner may read. */
    public List<String> openToOthers() {
        var open = new ArrayList<String>();
        for (var id : new TreeMap<>(keys).keySet()) {
            try {
                if (KeyFile.openToOthers(directory.resolve(id + KeyFile.ENDING))) {
                    open.add(id);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return open;
    }

    private Optional<Key> newest(KeyPurpose purpose) {
        return keys.values().stream().filter(key -> key.purpose() == purpose).max(Comparator.comparingInt(Key::number));
    }

    private static Key.Secret secret(KeyPurpose purpose) {
        if (purpose == KeyPurpose.HEAD) {
            return new Key.Secret(Sm2.newSecret(RANDOM));
        }
        var bytes = new byte[purpose.secretBytes()];
        RANDOM.nextBytes(bytes);
        return new Key.Secret(bytes);
    }

    private synchronized void look() {
        var found = new TreeMap<>(keys);
        if (Files.isDirectory(directory)) {
            try (var files = Files.list(directory)) {
                files.forEach(file -> add(file, found));
            } catch (IOException e) {
                throw new UncheckedIOException("密钥目录读不出来：" + directory, e);
            }
        }
        keys = Map.copyOf(found);
        looked = System.nanoTime();
    }

    private static void add(Path file, Map<String, Key> found) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || found.containsKey(name.group(1) + "-" + name.group(2))) {
            return;
        }
        for (var purpose : KeyPurpose.values()) {
            if (purpose.prefix().equals(name.group(1))) {
                var key = KeyFile.read(purpose, Integer.parseInt(name.group(2)), file);
                found.put(key.id(), key);
            }
        }
    }
}
