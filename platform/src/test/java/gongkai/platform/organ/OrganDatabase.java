package gongkai.platform.organ;

import gongkai.platform.TestDatabase;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The organs' services over a real, fresh database, as of a fixed day. Two over the same address are two nodes. */
final class OrganDatabase implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final AnnotationConfigApplicationContext context;

    OrganDatabase() {
        this(migrated());
    }

    OrganDatabase(String url) {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DriverManagerDataSource.class, () -> new DriverManagerDataSource(url));
        context.register(Services.class);
        context.refresh();
    }

    static String migrated() {
        var url = TestDatabase.fresh();
        org.flywaydb.core.Flyway.configure().dataSource(url, null, null).load().migrate();
        return url;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Organs organs() {
        return get(Organs.class);
    }

    Reforms reforms() {
        return get(Reforms.class);
    }

    /** Does that in one transaction, as the sample data does. */
    <T> T together(Supplier<T> work) {
        return java.util.Objects.requireNonNull(
                new TransactionTemplate(get(PlatformTransactionManager.class)).execute(status -> work.get()));
    }

    @Override
    public void close() {
        context.close();
    }

    /** Carries no {@code @Configuration}: tests that start the whole platform would find it and take it in. */
    @EnableTransactionManagement
    @Import({OrganStore.class, Organs.class, Reforms.class, AuditLog.class})
    static class Services {
        @Bean
        JdbcClient database(DriverManagerDataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        PlatformTransactionManager transactions(DriverManagerDataSource source) {
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
