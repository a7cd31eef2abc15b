package gongkai.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the archive that comes with the platform. */
final class Binaries {
    /** Only the server and what makes its files come along: no client programs. */
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    /** Where they are kept when several data directories shall share them. */
    private static final String SHARED = "gongkai.binaries";

    private static final String PROGRAM = "rwxr-xr-x";
    private static final int OWNER_EXECUTES = 0100;

    private Binaries() {}

    /** The directory with {@code bin}, {@code lib} and {@code share}, filled if it is not there yet. */
    static Path unpacked(Path directory) throws IOException {
        var shared = System.getProperty(SHARED, "");
        var parent =
                shared.isEmpty() ? directory.resolve("bin") : Path.of(shared).toAbsolutePath();
        var archive = Binaries.class.getResource(ARCHIVE);
        var machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (archive == null || !machine.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64)")) {
            throw new UnusableDatabaseException(
                    "内置数据库只支持 64 位 x86 的 Linux（本机：" + machine + "）。请用 GONGKAI_DATABASE_URL 指定一个 PostgreSQL");
        }
        // The archive's size tells releases apart.
        var ready = parent.resolve("postgres-" + archive.openConnection().getContentLengthLong());
        if (!Files.isDirectory(ready)) {
            Files.createDirectories(parent);
            var fresh = Files.createTempDirectory(parent, "unpacking-");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(PROGRAM));
            try (var in = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
                unpack(in, fresh);
            }
            rename(fresh, ready);
        }
        return ready;
    }

    private static void unpack(TarArchiveInputStream in, Path into) throws IOException {
        for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            var file = into.resolve(entry.getName()).normalize();
            if (!file.startsWith(into)) {
                throw new IOException("outside of the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else {
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(in, file);
                    if ((entry.getMode() & OWNER_EXECUTES) != 0) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(PROGRAM));
                    }
                }
            }
        }
    }

    /** Of several that unpack at once the first wins; the others throw theirs away. */
    private static void rename(Path fresh, Path ready) throws IOException {
        try {
            Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException e) {
            delete(fresh);
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
