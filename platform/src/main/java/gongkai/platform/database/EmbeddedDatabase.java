package gongkai.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A real PostgreSQL that lives in a directory: {@code data}, the password that opens it, and its log. What is committed is on disk.
 *
 * <p>Several programs may have it open at once, the platform and commands beside it; the last to close it stops it.
 */
public final class EmbeddedDatabase implements Database {
    private static final String SUPERUSER = "postgres";
    private static final int SECRET_BYTES = 24;
    private static final int START_ATTEMPTS = 5;
    private static final long LOG_LIMIT = 10L << 20;

    /**
     * Said at every start, so that no file in the data directory can loosen it. Its log holds no statements and no values, for these
     * may be personal data.
     */
    private static final String SETTINGS = "-c fsync=on -c synchronous_commit=on -c full_page_writes=on"
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100"
            + " -c log_error_verbosity=terse -c log_min_error_statement=panic -c jit=off";

    private final Path directory;
    private final Sharing sharing;
    private final String password;
    private final int port;

    private EmbeddedDatabase(Path directory, Sharing sharing, String password, int port) {
        this.directory = directory;
        this.sharing = sharing;
        this.password = password;
        this.port = port;
    }

    /**
     * Opens the one kept under that directory: makes it if there is none, starts it if nobody has it open.
     *
     * @throws UnusableDatabaseException when it cannot be started
     */
    public static EmbeddedDatabase start(Path directory) {
        try {
            Files.createDirectories(directory);
            Storage.giveToOwner(directory);
            var sharing = new Sharing(directory);
            try {
                sharing.enter(alone -> ensureRunning(directory, alone));
                var server = Postmaster.on(directory.resolve("data"))
                        .orElseThrow(() -> new UnusableDatabaseException("数据库刚启动就停止了。" + log(directory)));
                return new EmbeddedDatabase(
                        directory, sharing, Files.readString(directory.resolve("password")), server.port());
            } catch (IOException | RuntimeException e) {
                sharing.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UnusableDatabaseException(Storage.reason(directory, e), e);
        }
    }

    private static void ensureRunning(Path directory, boolean alone) throws IOException {
        var data = directory.resolve("data");
        var running = Postmaster.on(data);
        if (running.isPresent()) {
            if (!alone) {
                return;
            }
            // Whoever started it was killed.
            running.get().stop();
        }
        Storage.requireSpace(directory, Files.exists(data));
        var runner = Runner.in(directory, Binaries.unpacked(directory));
        if (!Files.exists(data)) {
            initialise(directory, runner);
        }
        Postmaster.forgetDead(data);
        run(directory, runner);
    }

    private static void initialise(Path directory, Runner runner) throws IOException {
        // Made aside and then renamed, so that a start that was broken off leaves nothing half done.
        var fresh = directory.resolve("data.new");
        Binaries.delete(fresh);
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        var password = directory.resolve("password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, HexFormat.of().formatHex(secret));
        Storage.giveToOwner(password);
        var made = runner.run(
                directory,
                "initdb",
                "-D",
                "data.new",
                "-U",
                SUPERUSER,
                "--pwfile=password",
                "--auth=scram-sha-256",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                // The password is random and long: hashing it a thousand times would only slow each connection down.
                "--set=scram_iterations=1");
        if (made.status() != 0) {
            Binaries.delete(fresh);
            throw new UnusableDatabaseException(Storage.explain(directory, made.output(), "不能建立数据库"));
        }
        Files.move(fresh, directory.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(Path directory, Runner runner) throws IOException {
        var log = directory.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, directory.resolve("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (int attempt = 1; ; attempt++) {
            long before = Files.exists(log) ? Files.size(log) : 0;
            var started = runner.run(
                    directory,
                    "pg_ctl",
                    "start",
                    "-s",
                    "-w",
                    "-t",
                    "120",
                    "-D",
                    "data",
                    "-l",
                    "server.log",
                    "-o",
                    "-p " + freePort() + " " + SETTINGS);
            if (started.status() == 0) {
                return;
            }
            var said = since(log, before);
            if (attempt == START_ATTEMPTS || !said.contains("Address already in use")) {
                throw new UnusableDatabaseException(
                        Storage.explain(directory, started.output() + said, "数据库无法启动") + "。" + log(directory));
            }
        }
    }

    private static String since(Path log, long before) throws IOException {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(before);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private static String log(Path directory) {
        return "详见 " + directory.resolve("server.log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public Address address() {
        return Address.of(url());
    }

    /** Its address for JDBC, with the name of the user and the password in it. */
    public String url() {
        return url(SUPERUSER);
    }

    /** The address of another database on the same server. */
    public String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=" + SUPERUSER + "&password=" + password;
    }

    @Override
    public void close() {
        try {
            sharing.leave(alone -> {
                if (alone) {
                    var running = Postmaster.on(directory.resolve("data"));
                    if (running.isPresent()) {
                        running.get().stop();
                    }
                }
            });
            sharing.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
