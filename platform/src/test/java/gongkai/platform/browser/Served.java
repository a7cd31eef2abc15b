package gongkai.platform.browser;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.sample.SampleData;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform with its sample data, served for the browser, in development: with the page of patterns and the time machine. */
final class Served implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Served(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Served start() {
        System.setProperty("spring.profiles.active", "dev");
        try {
            var context = Platform.start(0, TestDatabase.fresh());
            context.getBean(SampleData.class).fill();
            return new Served(context);
        } catch (Platform.PortTakenException e) {
            throw new IllegalStateException(e);
        } finally {
            System.clearProperty("spring.profiles.active");
        }
    }

    String base() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    <T> T bean(Class<T> kind) {
        return context.getBean(kind);
    }

    @Override
    public void close() {
        context.close();
    }
}
