package gongkai.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

/** One key in one file that only its owner may read. */
final class KeyFile {
    static final String ENDING = ".key";

    private KeyFile() {}

    static Key read(KeyPurpose purpose, int number, Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
            var secret = HexFormat.of().parseHex(properties.getProperty("secret", ""));
            if (secret.length != purpose.secretBytes()) {
                throw new KeysException("密钥文件已损坏：" + file + "。请从密钥备份中恢复这个文件");
            }
            return new Key(purpose, number, new Key.Secret(secret));
        } catch (IOException | IllegalArgumentException e) {
            throw new KeysException("密钥文件读不出来：" + file + "。请检查文件权限，或从密钥备份中恢复", e);
        }
    }

    /** Writes it so that it is there whole or not at all; false if another process has made a key of that number. */
    static boolean write(Key key, Path directory, Instant now) {
        var text = """
                # %s（%s）。请与数据分开备份并妥善保管：丢失后，用它加密或校验的数据无法恢复。
                id=%s
                algorithm=%s
                made=%s
                secret=%s
                """.formatted(
                        key.purpose().chinese(),
                        key.purpose().algorithm(),
                        key.id(),
                        key.purpose().algorithm(),
                        now,
                        HexFormat.of().formatHex(key.secret().bytes()));
        return write(directory, key.id() + ENDING, text);
    }

    static boolean write(Path directory, String name, String text) {
        try {
            var temporary =
                    directory.resolve("." + name + "." + ProcessHandle.current().pid());
            Files.deleteIfExists(temporary);
            var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var channel = FileChannel.open(temporary, options, onlyOwner)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            try {
                Files.createLink(directory.resolve(name), temporary);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.delete(temporary);
                syncDirectory(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("密钥写不进 " + directory + "：" + e.getMessage(), e);
        }
    }

    static void makeDirectory(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("密钥目录建不起来：" + directory, e);
        }
    }

    /** Whether someone other than the owner may write to it or read it. */
    static boolean openToOthers(Path file) throws IOException {
        Set<?> others = EnumSet.range(
                java.nio.file.attribute.PosixFilePermission.OTHERS_READ,
                java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE);
        return Files.getPosixFilePermissions(file).stream().anyMatch(others::contains);
    }

    private static void syncDirectory(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
