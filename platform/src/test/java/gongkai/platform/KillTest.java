package gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.application.Citizen;
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
import java.time.LocalDate;
import java.util.ArrayList;
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
    private static final int CITIZENS = 6;
    /** A crash may leave a gap of at most so many running numbers. */
    private static final int WIDEST_GAP = 40;

    private static final String APPLIED_TO = "demo-d03";
    private static final String REGISTERED_AT = "demo-d02";
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    private Path data;

    private final CookieManager cookies = new CookieManager();

    @Test
    @DisplayName("200 个并发写入时 kill -9 平台和数据库：已确认的写入、登记、申请一个不丢也不重，文书和审计记录俱在，审计链完整；再次启动、正常停止都不留残余")
    void losesNothingThatWasAcknowledged() throws Exception {
        Acknowledged acknowledged;
        try (var first = ServeProcess.start(data, "--sample")) {
            assertThat(first.said()).anySatisfy(line -> assertThat(line).startsWith("示例密码: "));
            try (var second = ServeProcess.start(data)) {
                assertThat(second.exit()).isEqualTo(1);
                assertThat(second.errors()).contains("已由另一个正在运行的平台使用");
            }
            acknowledged = writeUntilKilled(first, first.said().getFirst().substring("示例密码: ".length()));
        }
        assertThat(acknowledged.count()).isGreaterThanOrEqualTo(KILLED_AFTER);
        assertThat(acknowledged.registered()).isNotEmpty();
        assertThat(acknowledged.applied()).isNotEmpty();

        try (var again = ServeProcess.start(data)) {
            assertThat(again.address()).startsWith("http://127.0.0.1:");
            assertThat(rows("select name from workbench.saved_filter")).containsAll(acknowledged.saved());
            everyRequestIsThereOnceAndWhole(acknowledged);
            assertThat(verify()).contains("审计日志完整");
            var server = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                    .getFirst();
            again.stop();
            assertThat(ProcessHandle.of(Long.parseLong(server))).isEmpty();
        }
    }

    /** What was answered with success: names of saved filters, numbers of requests registered by another system and handed in by the public. */
    private record Acknowledged(Set<String> saved, Set<String> registered, Set<String> applied) {
        int count() {
            return saved.size() + registered.size() + applied.size();
        }
    }

    private Acknowledged writeUntilKilled(ServeProcess platform, String password) throws Exception {
        var acknowledged = new Acknowledged(
                new ConcurrentSkipListSet<>(), new ConcurrentSkipListSet<>(), new ConcurrentSkipListSet<>());
        var enough = new CountDownLatch(KILLED_AFTER);
        var applied = new CountDownLatch(1);
        int port = URI.create(platform.address()).getPort();
        var today = LocalDate.now(Time.ZONE);
        var citizens = new ArrayList<Citizen>();
        for (int i = 0; i < CITIZENS; i++) {
            var citizen = new Citizen(port);
            citizen.fill(APPLIED_TO, "申请人" + i, "第" + i + "件：示例路排水改造的批复");
            citizens.add(citizen);
        }
        var apiToken = token();
        try (var browser = HttpClient.newBuilder().cookieHandler(cookies).build();
                var api = new ApiClient(port);
                var writers = Executors.newFixedThreadPool(WRITES)) {
            var token = signIn(browser, platform.address(), password);
            for (var citizen : citizens) {
                writers.submit(() -> {
                    acknowledged.applied().add(citizen.send(APPLIED_TO).number());
                    enough.countDown();
                    applied.countDown();
                    return null;
                });
            }
            for (int i = 0; i < WRITES - CITIZENS; i++) {
                var name = "write%03d".formatted(i);
                if (i % 2 == 0) {
                    writers.submit(() -> {
                        var answer = api.post(apiToken, "/requests", """
                                {"organ":"%s","channel":"IN_PERSON","submittedOn":"%s",
                                 "applicant":{"kind":"NATURAL_PERSON","name":"%s","phone":"13900000000"},
                                 "description":"%s"}""".formatted(REGISTERED_AT, today, name, name));
                        if (answer.status() == 201) {
                            acknowledged.registered().add(answer.text("number"));
                            enough.countDown();
                        }
                        return null;
                    });
                    continue;
                }
                writers.submit(() -> {
                    if (post(browser, platform.address() + "/office/filters", form(token, name)) == 303) {
                        acknowledged.saved().add(name);
                        enough.countDown();
                    }
                    return null;
                });
            }
            assertThat(applied.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            var server = Long.parseLong(Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                    .getFirst());
            ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
            platform.killHard();
        }
        return acknowledged;
    }

    /** Every acknowledged request, and every other that was kept, with its line in the log and, where it was registered, with its receipt. */
    private void everyRequestIsThereOnceAndWhole(Acknowledged acknowledged) throws SQLException {
        assertThat(rows("select number from request.request"))
                .containsAll(acknowledged.registered())
                .containsAll(acknowledged.applied());
        assertThat(rows("select description from request.request group by description having count(*) > 1"))
                .isEmpty();
        assertThat(rows("""
                        select number from request.request r where (select count(*) from audit.entry e
                            where e.subject = r.number and e.action in ('登记申请', '补录申请')) <> 1
                        """)).as("requests without their line in the log").isEmpty();
        assertThat(rows("""
                        select number from request.request r where state = 'REGISTERED' and not backfilled and (select count(*)
                            from letter.letter l where l.request = r.id and l.kind = 'REGISTRATION_RECEIPT') <> 1
                        """)).as("requests without their receipt").isEmpty();
        assertThat(rows("""
                        select organ || ': ' || max(running) || ' of ' || count(*) from request.request
                        group by organ, year having max(running) - count(*) > %d
                        """.formatted(WIDEST_GAP)))
                .as("gaps in the running numbers")
                .isEmpty();
    }

    private String token() {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Commands.run(print, print, "token", "--login", "officer@" + REGISTERED_AT, "--data", data.toString());
        return out.toString(StandardCharsets.UTF_8).strip().replaceFirst("(?s).*\\s", "");
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

    private Set<String> rows(String query) throws SQLException {
        var found = new TreeSet<String>();
        try (var database = EmbeddedDatabase.start(data.resolve("postgres"));
                var connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private String verify() {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Commands.run(print, print, "audit", "verify", "--data", data.toString());
        return out.toString(StandardCharsets.UTF_8);
    }
}
