package gongkai.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class BearerTest {
    private static final String SOMEWHERE = "/api/v1/nothing-here";

    private static ConfigurableApplicationContext platform;
    private static Tokens tokens;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        tokens = platform.getBean(Tokens.class);
        platform.getBean(People.class).add("zhangsan", "张三", "Gongkai-2026-x");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void asksForATokenInChinese() throws Exception {
        var answer = call("GET", null);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":401", "访问令牌");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void takesATokenThatIsInForceAndNoOther() throws Exception {
        var token = tokens.create(" ZhangSan ", "测试", Tokens.Scope.WRITE, 1);
        assertThat(call("GET", token.token()).statusCode()).isEqualTo(404);
        assertThat(call("GET", token.token() + "x").statusCode()).isEqualTo(401);
        assertThat(call("GET", "gk_").statusCode()).isEqualTo(401);
    }

    @Test
    void letsAReadingTokenOnlyRead() throws Exception {
        var token = tokens.create("zhangsan", "测试", Tokens.Scope.READ, 1).token();
        assertThat(call("GET", token).statusCode()).isEqualTo(404);
        var answer = call("POST", token);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("只能读取");
    }

    @Test
    void storesNoToken() {
        var token = tokens.create("zhangsan", "测试", Tokens.Scope.READ, 1).token();
        assertThat(platform.getBean(JdbcClient.class)
                        .sql("select count(*) from access.token t where t::text like '%' || :token || '%'")
                        .param("token", token.substring(3))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void makesNoTokenForNobodyOrForEver() {
        assertThatThrownBy(() -> tokens.create("nobody", "测试", Tokens.Scope.READ, 1))
                .hasMessageContaining("没有登录名");
        assertThatThrownBy(() -> tokens.create("zhangsan", "测试", Tokens.Scope.READ, 367))
                .hasMessageContaining("有效期");
    }

    private static HttpResponse<String> call(String method, @org.jspecify.annotations.Nullable String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + platform.getEnvironment().getRequiredProperty("local.server.port") + SOMEWHERE))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
