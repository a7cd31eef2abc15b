package gongkai.platform.audit;

import gongkai.platform.TestDatabase;
import gongkai.platform.database.DataDirectory;
import gongkai.platform.keys.KeyCheck;
import gongkai.platform.keys.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log on a real database, without the application around it. */
public final class AuditFixture {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public final DataSource source;
    public final JdbcClient database;
    public final TransactionTemplate transaction;
    public final Path directory;
    public final Keys keys;
    public final AuditLog log;
    public final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T01:00:00Z"));
    public final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };

    public AuditFixture() {
        var postgres = new PGSimpleDataSource();
        postgres.setUrl(TestDatabase.fresh());
        source = postgres;
        database = JdbcClient.create(source);
        var transactions = new JdbcTransactionManager(source);
        transaction = new TransactionTemplate(transactions);
        try {
            directory = Files.createTempDirectory("gongkai-audit");
            keys = Keys.in(directory.resolve("keys"));
            try (var connection = source.getConnection()) {
                KeyCheck.agree(connection, keys, now.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var timer = new SealTimer(source, keys, new DataDirectory(directory), clock);
        log = new AuditLog(database, () -> new WhoActs.Acting(7L, "王办", "192.0.2.1"), keys, clock, timer, transactions);
    }

    void write(int lines) {
        for (int i = 0; i < lines; i++) {
            log.write(AuditEntry.of("登记申请", "申请", "2026-" + i).with("第 " + i + " 条"));
        }
    }

    int seal() {
        try (var connection = source.getConnection()) {
            return sealing().seal(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Sealing sealing() {
        return new Sealing(keys, directory.resolve("audit"), clock);
    }

    AuditVerify.Report verify() {
        try {
            return new AuditVerify(keys, directory.resolve("audit"), clock).verify(source);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What someone with every right in the database can do: the triggers do not fire. */
    void tamper(String... statements) {
        transaction.executeWithoutResult(status -> {
            database.sql("set local session_replication_role = replica").update();
            for (var statement : statements) {
                database.sql(statement).update();
            }
        });
    }
}
