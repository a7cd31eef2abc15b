package gongkai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.database.Address;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class TrustedProxiesTest {
    @Test
    void areBelievedAboutAddressAndHttps() throws Exception {
        try (var platform =
                Platform.start(0, Address.of(TestDatabase.fresh()), Map.of("gongkai.proxy", "127.0.0.1, 192.0.2.1"))) {
            var answer = fail(platform, "198.51.100.9, 203.0.113.5, 192.0.2.1");
            assertThat(addresses(platform))
                    .as("the nearest that is no proxy of ours; what stands before it anybody may have written")
                    .isEqualTo("203.0.113.5");
            assertThat(answer.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Secure"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void nobodyIsBelievedUnlessNamed() throws Exception {
        try (var platform = Platform.start(0, TestDatabase.fresh())) {
            var answer = fail(platform, "203.0.113.5");
            assertThat(addresses(platform)).isEqualTo("127.0.0.1");
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("Secure"));
        }
    }

    private static String addresses(ConfigurableApplicationContext platform) {
        return platform.getBean(JdbcClient.class)
                .sql("select string_agg(distinct address, ' ') from audit.entry where action = '登录失败'")
                .query(String.class)
                .single();
    }

    /** A sign-in that fails, as it comes through a proxy that speaks https to the visitor. */
    private static HttpResponse<String> fail(ConfigurableApplicationContext platform, String forwarded)
            throws Exception {
        var port = platform.getEnvironment().getRequiredProperty("local.server.port");
        var address = URI.create("http://127.0.0.1:" + port + "/login");
        try (var client = HttpClient.newHttpClient()) {
            var page = client.send(
                    HttpRequest.newBuilder(address)
                            .header("X-Forwarded-For", forwarded)
                            .header("X-Forwarded-Proto", "https")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            var cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
            client.send(
                    HttpRequest.newBuilder(address)
                            .header("X-Forwarded-For", forwarded)
                            .header("X-Forwarded-Proto", "https")
                            .header("Cookie", cookie)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("username=nobody&password=x&_csrf=" + token))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return page;
        }
    }
}
