package gongkai.platform.access;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.database.Address;
import gongkai.platform.organ.Basis;
import gongkai.platform.organ.OrganFacts;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.OrganKind;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Reforms;
import gongkai.platform.organ.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One running platform for all tests of this package: each makes people of its own. It stops when the last test has ended. */
final class RunningPlatform implements BeforeAllCallback {
    static final String PASSWORD = "Kaiping-2026-dong";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String DATABASE = TestDatabase.fresh();
    private static final Path DATA = temporary();
    private static final ConfigurableApplicationContext CONTEXT = start();

    @Override
    public void beforeAll(ExtensionContext test) {
        test.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(RunningPlatform.class, key ->
                (AutoCloseable) CONTEXT::close);
    }

    static ConfigurableApplicationContext context() {
        return CONTEXT;
    }

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static JdbcClient database() {
        return bean(JdbcClient.class);
    }

    static int port() {
        return port(CONTEXT);
    }

    static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    static Browser browser() {
        return new Browser(port());
    }

    /** A sign-in name nobody has. */
    static String newLogin() {
        return "ceshi" + COUNT.incrementAndGet();
    }

    /** A person with {@link #PASSWORD} and a name nobody has; answers the sign-in name. */
    static String person() {
        var login = newLogin();
        bean(People.class).add(login, "张三", PASSWORD);
        return login;
    }

    /** An organ with a code nobody has, below that one. */
    static OrganId organ(@Nullable OrganId above) {
        var code = "danwei" + COUNT.incrementAndGet();
        var ruling = bean(Reforms.class)
                .establish(
                        code,
                        new OrganFacts(
                                "示例单位" + code,
                                "示例单位" + code,
                                above == null ? OrganKind.GOVERNMENT : OrganKind.DEPARTMENT,
                                above,
                                above == null ? new Region("99%02d00".formatted(COUNT.get() % 90 + 1)) : null,
                                null,
                                false,
                                Set.of(),
                                null,
                                0),
                        new Basis(LocalDate.of(2019, 5, 15), "示例文号"));
        return bean(Organs.class)
                .byCode(code)
                .orElseThrow(() -> new IllegalStateException(ruling.toString()))
                .id();
    }

    /** A person with {@link #PASSWORD} who holds that role; answers the sign-in name. */
    static String person(Role role, @Nullable OrganId organ) {
        var login = person();
        bean(People.class).grant(id(login), role, organ, false);
        return login;
    }

    static long id(String login) {
        return database()
                .sql("select id from access.person where login = :login")
                .param("login", login)
                .query(Long.class)
                .single();
    }

    /** Somebody signed in at a browser. */
    static Browser signedIn(String login) {
        var browser = browser();
        int status = browser.signIn(login, PASSWORD).statusCode();
        if (status != 303) {
            throw new IllegalStateException("signing in was answered with " + status);
        }
        return browser;
    }

    /** A second node over the same database and the same keys. */
    static ConfigurableApplicationContext another() {
        return start();
    }

    private static ConfigurableApplicationContext start() {
        try {
            // All tests sign in from one address.
            return Platform.start(
                    0,
                    Address.of(DATABASE),
                    Map.of("gongkai.data", DATA.toString(), "gongkai.access.lock.address-per-minute", "600"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("gongkai-access-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
