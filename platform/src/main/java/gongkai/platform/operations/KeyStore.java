package gongkai.platform.operations;

import gongkai.platform.database.DataDirectory;
import gongkai.platform.keys.Keys;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Where the keys lie, and their copy beside a backup.
 *
 * <p>Keys in the data directory would be lost with it, so they are copied to a file of their own beside the backup, to be kept in
 * another place. Keys that the administrator keeps elsewhere ({@code GONGKAI_KEY_DIR}) are his to look after: no copy is made.
 */
final class KeyStore {
    private static final String ELSEWHERE = "GONGKAI_KEY_DIR";
    private static final String ONLY_OWNER = "rw-------";

    private KeyStore() {}

    static boolean isElsewhere(Map<String, String> environment) {
        return !environment.getOrDefault(ELSEWHERE, "").isBlank();
    }

    static Path directory(Path data, Map<String, String> environment) {
        return isElsewhere(environment)
                ? Path.of(environment.getOrDefault(ELSEWHERE, ""))
                : new DataDirectory(data).keys();
    }

    static Keys keys(Path data, Map<String, String> environment) {
        return Keys.in(directory(data, environment));
    }

    /** Where the end of the audit chain is noted. */
    static Path audit(Path data) {
        return new DataDirectory(data).audit();
    }

    /** The file beside a backup that holds copies of the keys. */
    static Path beside(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ".keys");
    }

    /** Copies all files of a key directory into one. */
    static void copy(Path directory, Path file) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWNER)));
        try (OutputStream out = Files.newOutputStream(part);
                var zip = new ZipOutputStream(out);
                var files = Files.list(directory)) {
            for (var key : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(key.getFileName().toString()));
                Files.copy(key, zip);
                zip.closeEntry();
            }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Brings copied keys back into a directory; those already there stay as they are. */
    static void bringBack(Path file, Path directory) throws IOException {
        if (!Files.exists(directory)) {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                var key = directory.resolve(entry.getName()).normalize();
                if (!directory.equals(key.getParent())) {
                    throw new ZipException(entry.getName());
                }
                try (var in = zip.getInputStream(entry)) {
                    Files.createFile(
                            key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWNER)));
                    Files.copy(in, key, StandardCopyOption.REPLACE_EXISTING);
                    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(ONLY_OWNER));
                } catch (FileAlreadyExistsException e) {
                    // The one that is there is checked against the database like any other.
                }
            }
        }
    }
}
