package gongkai.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import gongkai.platform.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;

/** One real PostgreSQL for all tests of a run; each taker gets a database of its own. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedDatabase SERVER = start();

    /** Copying a migrated database is ten times as quick as migrating an empty one. */
    private static final class Migrated {
        private static final String NAME = migrate("migrated");
    }

    private TestDatabase() {}

    /** The address of a new database with the tables of this release and nothing in them. */
    public static String fresh() {
        return create("test_" + COUNT.incrementAndGet(), Migrated.NAME);
    }

    /** The address of a new database without any table, as a first start finds it. */
    public static String empty() {
        return create("test_" + COUNT.incrementAndGet(), "template1");
    }

    private static String create(String name, String template) {
        try (var connection = DriverManager.getConnection(SERVER.url());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.url(name);
    }

    private static String migrate(String name) {
        var url = create(name, "template1");
        ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.WARN);
        Flyway.configure().dataSource(url, null, null).load().migrate();
        return name;
    }

    private static EmbeddedDatabase start() {
        try {
            var server = EmbeddedDatabase.start(Files.createTempDirectory("gongkai-test-database"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
