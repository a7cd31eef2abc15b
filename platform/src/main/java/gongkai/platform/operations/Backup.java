package gongkai.platform.operations;

import gongkai.platform.audit.Sealing;
import gongkai.platform.database.Address;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one moment of the database, and the stored files, into one compressed file. Keys are never in it: they are kept apart.
 *
 * <p>Nobody has to stop working meanwhile: all tables are read in one transaction that sees one snapshot. A file is stored before the
 * row that names it, so whatever the snapshot names is there when the files are read after it.
 */
final class Backup {
    /** What lies in the data directory beside the database and belongs in a backup. */
    static final List<String> DIRECTORIES = List.of("files");

    private static final String ONLY_OWNER = "rw-------";

    private final Address address;
    private final Path data;
    private final Map<String, String> environment;

    Backup(Address address, Path data, Map<String, String> environment) {
        this.address = address;
        this.data = data;
        this.environment = environment;
    }

    /** Writes it beside its final name first: a broken-off backup is never taken for one. */
    void to(Path file, PrintStream out) throws IOException, SQLException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWNER)));
        try {
            var keys = KeyStore.keys(data, environment);
            try (var connection = address.connect()) {
                // Lines that wait for their link get it now, so that the backup ends where the chain ends.
                new Sealing(keys, KeyStore.audit(data), Clock.systemUTC()).seal(connection);
            }
            var manifest = write(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            long rows =
                    manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
            out.println("已备份：%d 张表 %d 行，%d 个文件，共 %.1f MB → %s"
                    .formatted(manifest.tables().size(), rows, manifest.files().size(), Files.size(file) / 1e6, file));
            if (KeyStore.isElsewhere(environment)) {
                out.println("密钥不在备份中。请另行妥善保管密钥目录 " + keys.directory() + "，恢复时需要。");
            } else if (Files.isDirectory(keys.directory())) {
                KeyStore.copy(keys.directory(), KeyStore.beside(file));
                out.println("密钥不在备份中，另存于 " + KeyStore.beside(file) + "。请把它移到别处单独保管，恢复时需要。");
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Manifest write(Path part) throws IOException, SQLException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16));
                var connection = address.connect()) {
            zip.setLevel(Deflater.BEST_SPEED);
            connection.setAutoCommit(false);
            try (var begin = connection.createStatement()) {
                begin.execute("set transaction isolation level repeatable read, read only");
            }
            var migrations = Schema.column(
                    connection,
                    "select script from flyway_schema_history where success and version is not null order by installed_rank");
            var tables = tables(connection, zip);
            var sequences = Schema.sequences(connection);
            var version = connection.getMetaData().getDatabaseProductVersion();
            connection.rollback();
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    OffsetDateTime.now(ZoneId.of("Asia/Shanghai"))
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString(),
                    version,
                    migrations,
                    tables,
                    sequences,
                    files(zip));
            var page = JsonMapper.builder().build().writeValueAsBytes(manifest);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(page);
            zip.closeEntry();
            zip.setComment(HexFormat.of().formatHex(Sums.sha256().digest(page)));
            return manifest;
        }
    }

    private static List<Manifest.Table> tables(Connection connection, ZipOutputStream zip)
            throws IOException, SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var tables = new ArrayList<Manifest.Table>();
        for (var shape : Schema.tables(connection)) {
            var entry = "tables/" + shape.name().replace("\"", "");
            tables.add(table(shape, entry, copy, zip));
        }
        return tables;
    }

    private static Manifest.Table table(Schema.Shape shape, String entry, CopyManager copy, ZipOutputStream zip)
            throws IOException, SQLException {
        var columns = String.join(", ", shape.columns());
        var digest = Sums.sha256();
        zip.putNextEntry(new ZipEntry(entry));
        long rows;
        try (var out = entryOf(zip, digest)) {
            rows = copy.copyOut("copy %s (%s) to stdout".formatted(shape.name(), columns), out);
        }
        zip.closeEntry();
        return new Manifest.Table(
                shape.name(), shape.columns(), rows, entry, HexFormat.of().formatHex(digest.digest()));
    }

    private List<Manifest.Stored> files(ZipOutputStream zip) throws IOException {
        var stored = new ArrayList<Manifest.Stored>();
        for (var directory : DIRECTORIES) {
            var root = data.resolve(directory);
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (var walk = Files.walk(root)) {
                for (var file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    store(file, zip, stored);
                }
            }
        }
        return stored;
    }

    private void store(Path file, ZipOutputStream zip, List<Manifest.Stored> stored) throws IOException {
        var entry = data.relativize(file).toString();
        var digest = Sums.sha256();
        try (var in = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(entry));
            long bytes;
            try (var out = entryOf(zip, digest)) {
                bytes = in.transferTo(out);
            }
            zip.closeEntry();
            stored.add(new Manifest.Stored(entry, bytes, HexFormat.of().formatHex(digest.digest())));
        } catch (NoSuchFileException e) {
            // A temporary file of an upload that has just ended.
        }
    }

    private static OutputStream entryOf(ZipOutputStream zip, MessageDigest digest) {
        return new DigestOutputStream(
                new FilterOutputStream(zip) {
                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        out.write(bytes, offset, length);
                    }

                    @Override
                    public void close() {
                        // The archive goes on after this entry.
                    }
                },
                digest);
    }
}
