package gongkai.platform.operations;

import gongkai.platform.database.Address;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The services of the features without the web around them, for a command that needs one or two: each is made when it is asked for, so
 * this starts in a fraction of the application's time.
 */
final class Features implements AutoCloseable {
    private static final String[] PACKAGES = {
        "gongkai.platform.audit",
        "gongkai.platform.access",
        "gongkai.platform.organ",
        "gongkai.platform.personal",
        "gongkai.platform.keys",
        "gongkai.platform.database"
    };

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Features(Address address, Path data) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("command", Map.of("gongkai.data", data.toString())));
        context.registerBean(DataSource.class, address::source);
        context.register(Infrastructure.class);
        context.addBeanFactoryPostProcessor(allLazy());
        context.scan(PACKAGES);
        context.refresh();
    }

    /** That service. */
    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    private static BeanFactoryPostProcessor allLazy() {
        return beans -> {
            for (var name : beans.getBeanDefinitionNames()) {
                beans.getBeanDefinition(name).setLazyInit(true);
            }
        };
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not found by the application's own search: it has all of this already. */
    @EnableTransactionManagement
    static class Infrastructure {
        @Bean
        JdbcTemplate jdbcTemplate(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        Clock clock() {
            return Clock.system(ZoneId.of("Asia/Shanghai"));
        }

        /** What runs in the background of the application does not run beside a command. */
        @Bean
        LifecycleProcessor lifecycleProcessor() {
            return new Idle();
        }
    }

    private static final class Idle implements LifecycleProcessor {
        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }
}
