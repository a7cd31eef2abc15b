package gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.sample.SampleData;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes as two processes, each with a data directory of its own, on one external database. */
class NodesTest {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    private Path data;

    @Test
    @DisplayName("两个节点同时以 --sample 在一个空数据库上启动，数据只有一份；一个节点被 kill -9，会话在另一个节点上继续")
    void shareDataAndSessions() throws Exception {
        var url = TestDatabase.empty();
        var parameters = url.substring(url.indexOf('?') + 1).split("&");
        var settings = Map.of(
                "GONGKAI_DATABASE_URL", url.substring(0, url.indexOf('?')),
                "GONGKAI_DATABASE_USERNAME", parameters[0].substring("user=".length()),
                "GONGKAI_DATABASE_PASSWORD", parameters[1].substring("password=".length()));
        try (var starters = Executors.newFixedThreadPool(2)) {
            var starting = starters.submit(() -> ServeProcess.start(settings, data.resolve("first"), "--sample"));
            var alongside = starters.submit(() -> ServeProcess.start(settings, data.resolve("second"), "--sample"));
            try (var first = starting.get();
                    var second = alongside.get()) {
                assertThat(first.said()).as(first.errors()).anyMatch(line -> line.startsWith("ready: "));
                assertThat(second.said()).as(second.errors()).anyMatch(line -> line.startsWith("ready: "));
                assertThat(count(url, "select count(*) from access.person where login = 'sysadmin'"))
                        .isEqualTo(1);
                assertThat(count(url, "select count(*) - count(distinct code) from organ.organ"))
                        .isZero();
                survives(first, second);
            }
        }
    }

    private static void survives(ServeProcess first, ServeProcess second) throws IOException, InterruptedException {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var token = CSRF.matcher(get(browser, first.address() + "/login").body());
        assertThat(token.find()).isTrue();
        var signedIn = browser.send(
                HttpRequest.newBuilder(URI.create(first.address() + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=office@demo-d01&password="
                                + encoded(SampleData.PASSWORD) + "&_csrf=" + encoded(token.group(1))))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(get(browser, second.address() + "/office").body()).contains("示例市");
        first.killHard();
        var page = get(browser, second.address() + "/office/me");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("office@demo-d01");
    }

    private static HttpResponse<String> get(HttpClient browser, String address)
            throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static long count(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
