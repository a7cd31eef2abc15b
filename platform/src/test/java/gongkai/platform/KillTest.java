package gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.database.EmbeddedDatabase;
import gongkai.platform.operations.Commands;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int WRITES = 200;
    private static final int KILLED_AFTER = 80;
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    private Path data;

    private final CookieManager cookies = new CookieManager();

    @Test
    @DisplayName("200 个并发写入时 kill -9 平台和数据库：已确认的写入一个不丢，审计链完整；再次启动、正常停止都不留残余")
    void losesNothingThatWasAcknowledged() throws Exception {
        Set<String> acknowledged;
        try (var first = ServeProcess.start(data, "--sample")) {
            assertThat(first.said()).anySatisfy(line -> assertThat(line).startsWith("示例密码: "));
            try (var second = ServeProcess.start(data)) {
                assertThat(second.exit()).isEqualTo(1);
                assertThat(second.errors()).contains("已由另一个正在运行的平台使用");
            }
            acknowledged = writeUntilKilled(first, first.said().getFirst().substring("示例密码: ".length()));
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLED_AFTER);

        try (var again = ServeProcess.start(data)) {
            assertThat(again.address()).startsWith("http://127.0.0.1:");
            assertThat(saved()).containsAll(acknowledged);
            assertThat(verify()).contains("审计日志完整");
            var server = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                    .getFirst();
            again.stop();
            assertThat(ProcessHandle.of(Long.parseLong(server))).isEmpty();
        }
    }

    private Set<String> writeUntilKilled(ServeProcess platform, String password) throws Exception {
        var acknowledged = new ConcurrentSkipListSet<String>();
        var enough = new CountDownLatch(KILLED_AFTER);
        try (var browser = HttpClient.newBuilder().cookieHandler(cookies).build();
                var writers = Executors.newFixedThreadPool(WRITES)) {
            var token = signIn(browser, platform.address(), password);
            for (int i = 0; i < WRITES; i++) {
                var name = "write%03d".formatted(i);
                writers.submit(() -> {
                    if (post(browser, platform.address() + "/office/filters", form(token, name)) == 303) {
                        acknowledged.add(name);
                        enough.countDown();
                    }
                    return null;
                });
            }
            assertThat(enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            var server = Long.parseLong(Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                    .getFirst());
            ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
            platform.killHard();
        }
        return acknowledged;
    }

    /** Each goes to a list of its own, for a list has room for twenty. */
    private static String form(String token, String name) {
        return "_csrf=" + token + "&name=" + encode(name) + "&path=/office/" + encode(name) + "&link=/office/"
                + encode(name);
    }

    private static String signIn(HttpClient browser, String root, String password)
            throws IOException, InterruptedException {
        assertThat(post(
                        browser,
                        root + "/login",
                        "username=office@demo-d01&password=" + encode(password) + "&_csrf="
                                + csrf(browser, root + "/login")))
                .isIn(302, 303);
        return csrf(browser, root + "/office");
    }

    private static String csrf(HttpClient browser, String address) throws IOException, InterruptedException {
        var page =
                browser.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        var token = CSRF.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return encode(token.group(1));
    }

    private static int post(HttpClient browser, String address, String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Set<String> saved() throws SQLException {
        var names = new TreeSet<String>();
        try (var database = EmbeddedDatabase.start(data.resolve("postgres"));
                var connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select name from workbench.saved_filter")) {
            while (rows.next()) {
                names.add(rows.getString("name"));
            }
        }
        return names;
    }

    private String verify() {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Commands.run(print, print, "audit", "verify", "--data", data.toString());
        return out.toString(StandardCharsets.UTF_8);
    }
}
