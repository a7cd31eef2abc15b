package gongkai.platform.access;

import static gongkai.platform.access.RunningPlatform.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.database.Address;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Signing in through a real authorization server. */
@DisplayName("统一身份认证（OIDC）")
class OutsideIdentityTest {
    private static ConfigurableApplicationContext outside;
    private static ConfigurableApplicationContext platform;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        port = free();
        int outsidePort = free();
        var issuer = "http://127.0.0.1:" + outsidePort;
        var client = "spring.security.oauth2.authorizationserver.client.gongkai.";
        outside = new SpringApplicationBuilder(AuthorizationServer.class)
                .run(
                        "--server.port=" + outsidePort,
                        "--server.servlet.session.cookie.name=OUTSIDE",
                        "--spring.security.oauth2.authorizationserver.issuer=" + issuer,
                        "--" + client + "registration.client-id=gongkai",
                        "--" + client + "registration.client-secret={noop}secret",
                        "--" + client + "registration.client-authentication-methods=client_secret_basic",
                        "--" + client + "registration.authorization-grant-types=authorization_code",
                        "--" + client + "registration.redirect-uris=http://127.0.0.1:" + port
                                + "/login/oauth2/code/gongkai",
                        "--" + client + "registration.scopes=openid",
                        "--management.endpoints.web.exposure.include=");
        var registration = "spring.security.oauth2.client.registration.gongkai.";
        platform = Platform.start(
                port,
                Address.of(TestDatabase.fresh()),
                Map.of(
                        registration + "client-id",
                        "gongkai",
                        registration + "client-secret",
                        "secret",
                        registration + "scope",
                        "openid",
                        registration + "provider",
                        "outside",
                        "spring.security.oauth2.client.provider.outside.issuer-uri",
                        issuer));
        var people = platform.getBean(People.class);
        person(people.add("zhangsan", "张三", PASSWORD), "wang");
        long disabled = people.add("lisi", "李四", PASSWORD);
        person(disabled, "zhao");
        person(people.add("wangwu", "王五", PASSWORD), "sun");
        long waiting = people.add("zhaoliu", "赵六", PASSWORD);
        person(waiting, "li");
        platform.getBean(JdbcClient.class)
                .sql("update access.outside_identity set confirmed_at = null where claim = 'sun'")
                .update();
        platform.getBean(JdbcClient.class)
                .sql("update access.person set password = null where id = :id")
                .param("id", waiting)
                .update();
        platform.getBean(JdbcClient.class)
                .sql("update access.person set disabled_at = now() where id = :id")
                .param("id", disabled)
                .update();
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.close();
        }
        if (outside != null) {
            outside.close();
        }
    }

    @Test
    void letsInWhomTheAdministratorHasEntered() throws Exception {
        var browser = new Redirected();
        var page = browser.signInAs("wang");
        assertThat(page.uri().getPath()).isEqualTo("/office");
        assertThat(browser.get("http://127.0.0.1:" + port + "/office/me").body())
                .contains("张三", "zhangsan");
        assertThat(browser.get("http://127.0.0.1:" + port + "/office/me/sessions")
                        .body())
                .contains("统一身份认证");
    }

    @Test
    void letsNobodyElseInAndMakesNobody() throws Exception {
        for (var name : new String[] {"zhao", "qian", "sun", "li"}) {
            var browser = new Redirected();
            var page = browser.signInAs(name);
            assertThat(page.uri().getPath()).isEqualTo("/login");
            assertThat(page.body()).contains("没有与本系统的账号对应");
            assertThat(browser.get("http://127.0.0.1:" + port + "/office").uri().getPath())
                    .isEqualTo("/login");
        }
        assertThat(platform.getBean(JdbcClient.class)
                        .sql("select count(*) from access.person")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void offersItOnTheSignInPageOnlyWhereItIsConfigured() throws Exception {
        assertThat(new Redirected().get("http://127.0.0.1:" + port + "/login").body())
                .contains("/oauth2/authorization/gongkai", "统一身份认证登录");
    }

    /** Carries no {@code @Configuration}: tests that start the whole platform would take it in. */
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class AuthorizationServer {
        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("wang").password("{noop}outside").build(),
                    User.withUsername("zhao").password("{noop}outside").build(),
                    User.withUsername("qian").password("{noop}outside").build(),
                    User.withUsername("sun").password("{noop}outside").build(),
                    User.withUsername("li").password("{noop}outside").build());
        }
    }

    /** A browser that follows redirects between the two. */
    private static final class Redirected {
        private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();

        HttpResponse<String> signInAs(String name) throws IOException, InterruptedException {
            var login = get("http://127.0.0.1:" + port + "/oauth2/authorization/gongkai");
            var csrf = CSRF.matcher(login.body());
            assertThat(csrf.find()).as(login.uri() + login.body()).isTrue();
            var form = "username=" + name + "&password=outside&_csrf="
                    + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
            return client.send(
                    HttpRequest.newBuilder(login.uri().resolve("/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", "text/html")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> get(String address) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void person(long person, String claim) {
        platform.getBean(JdbcClient.class)
                .sql(
                        "insert into access.outside_identity (claim, person, confirmed_at) values (:claim, :person, now())")
                .param("claim", claim)
                .param("person", person)
                .update();
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
