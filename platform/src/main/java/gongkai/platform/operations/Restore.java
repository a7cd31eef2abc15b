package gongkai.platform.operations;

import gongkai.platform.audit.Sealing;
import gongkai.platform.database.Address;
import gongkai.platform.database.Database;
import gongkai.platform.database.DirectoryLock;
import gongkai.platform.database.Migrations;
import gongkai.platform.keys.KeyCheck;
import gongkai.platform.keys.Keys;
import gongkai.platform.operations.Command.MisusedException;
import gongkai.platform.operations.Command.Output;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;

/** Brings a backup back, into an empty data directory and an empty database only. What fails leaves them as empty as before. */
final class Restore {
    /** May lie there before: the keys, which are kept apart from backups, and what a file system makes by itself. */
    private static final Set<String> MAY_BE_THERE = Set.of("keys", "lost+found", "serve.lock");

    private final Archive archive;
    private final Path file;
    private final Path data;
    private final Map<String, String> environment;
    private final Output output;

    Restore(Archive archive, Path file, Path data, Map<String, String> environment, Output output) {
        this.archive = archive;
        this.file = file;
        this.data = data;
        this.environment = environment;
        this.output = output;
    }

    void run() throws MisusedException, IOException, SQLException {
        requireEmpty();
        var unknown = Migrations.unknown(archive.manifest().migrations());
        if (!unknown.isEmpty()) {
            throw new MisusedException("备份由较新版本的平台做出，本版本不能恢复（多出的升级步骤：" + String.join("、", unknown) + "）");
        }
        boolean done = false;
        try (var lock = DirectoryLock.take(data)) {
            try (var database = Database.open(data, environment)) {
                restore(database.address());
            }
            done = true;
        } finally {
            if (!done) {
                clear();
            }
        }
        var manifest = archive.manifest();
        output.out()
                .println("已恢复 %s 的备份：%d 张表 %d 行，%d 个文件 → %s"
                        .formatted(
                                manifest.madeAt(),
                                manifest.tables().size(),
                                manifest.tables().stream()
                                        .mapToLong(Manifest.Table::rows)
                                        .sum(),
                                manifest.files().size(),
                                data));
    }

    private void restore(Address address) throws MisusedException, IOException, SQLException {
        try (var connection = address.connect()) {
            if (!Schema.tables(connection).isEmpty()) {
                throw new MisusedException("数据库不是空的，没有恢复任何内容：" + address);
            }
        }
        Migrations.run(address, archive.manifest().migrations());
        try (var connection = address.connect()) {
            connection.setAutoCommit(false);
            new Rows(connection).replace(archive);
            var keys = keys(connection);
            connection.commit();
            new Sealing(keys, KeyStore.audit(data), Clock.systemUTC()).acceptAsRestored(connection);
        }
        for (var file : archive.manifest().files()) {
            var place = data.resolve(file.entry());
            Files.createDirectories(place.getParent());
            Files.createFile(place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var in = archive.part(file.entry());
                    var out = Files.newOutputStream(place)) {
                in.transferTo(out);
            }
        }
    }

    /** The keys the rows were written with: those that lie there, or the copies beside the backup. */
    private Keys keys(Connection connection) throws SQLException, IOException, MisusedException {
        var directory = KeyStore.directory(data, environment);
        var copies = KeyStore.beside(file);
        var keys = Keys.in(directory);
        if (!KeyCheck.problems(connection, keys).isEmpty()
                && !KeyStore.isElsewhere(environment)
                && Files.isReadable(copies)) {
            try {
                KeyStore.bringBack(copies, directory);
            } catch (ZipException | EOFException e) {
                throw new MisusedException("密钥副本不能使用：" + copies + "（不完整，或不是备份时另存的密钥）。没有恢复任何内容");
            }
            keys = Keys.in(directory);
        }
        var problems = KeyCheck.problems(connection, keys);
        if (!problems.isEmpty()) {
            throw new MisusedException(String.join("\n", problems) + "\n没有恢复任何内容。请先把密钥放到 " + directory
                    + "，或把备份时另存的密钥放到 " + copies + "，再重新恢复");
        }
        return keys;
    }

    private void requireEmpty() throws MisusedException, IOException {
        for (var name : names()) {
            if (!MAY_BE_THERE.contains(name)) {
                throw new MisusedException("只能恢复到空的数据目录，而 " + data + " 中已有 " + name + "。没有恢复任何内容");
            }
        }
    }

    private List<String> names() throws MisusedException, IOException {
        if (!Files.exists(data)) {
            return List.of();
        }
        try (var entries = Files.list(data)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (NotDirectoryException e) {
            throw new MisusedException(data + " 不是目录");
        }
    }

    private void clear() throws IOException, MisusedException {
        for (var name : names()) {
            if (!MAY_BE_THERE.contains(name)) {
                try (var all = Files.walk(data.resolve(name))) {
                    for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
    }
}
