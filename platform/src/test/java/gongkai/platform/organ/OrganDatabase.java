package gongkai.platform.organ;

import gongkai.platform.TestDatabase;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.database.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The organs' services over a real, fresh database, as of a fixed day, without the application around them. */
public final class OrganDatabase implements AutoCloseable {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final AnnotationConfigApplicationContext context;
    private final String url;
    private final DataDirectory directory;

    public OrganDatabase() {
        this(TestDatabase.fresh(), directory());
    }

    private OrganDatabase(String url, DataDirectory directory) {
        this.url = url;
        this.directory = directory;
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> source(url));
        context.registerBean(DataDirectory.class, () -> directory);
        context.register(Services.class);
        context.scan("gongkai.platform.keys", "gongkai.platform.audit", "gongkai.platform.organ");
        context.refresh();
    }

    /** Another node on the same database. */
    public OrganDatabase secondNode() {
        return new OrganDatabase(url, directory);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public Organs organs() {
        return get(Organs.class);
    }

    public Reforms reforms() {
        return get(Reforms.class);
    }

    public OrganId establish(String code, OrganFacts facts) {
        return reforms()
                .establish(code, facts, Basis.from(LocalDate.of(2010, 1, 1)))
                .orThrow();
    }

    /** Does that in one transaction, as the sample data does. */
    public <T> T together(Supplier<T> work) {
        return Objects.requireNonNull(
                new TransactionTemplate(get(PlatformTransactionManager.class)).execute(status -> work.get()));
    }

    @Override
    public void close() {
        context.close();
    }

    private static DataSource source(String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    private static DataDirectory directory() {
        try {
            return new DataDirectory(Files.createTempDirectory("gongkai-organs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Carries no {@code @Configuration}: tests that start the whole platform would find it and take it in. */
    @EnableTransactionManagement
    static class Services {
        @Bean
        JdbcClient database(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        Clock clock() {
            var zone = ZoneId.of("Asia/Shanghai");
            return Clock.fixed(TODAY.atTime(9, 30).atZone(zone).toInstant(), zone);
        }

        @Bean
        WhoActs nobody() {
            return () -> WhoActs.Acting.NOBODY;
        }
    }
}
