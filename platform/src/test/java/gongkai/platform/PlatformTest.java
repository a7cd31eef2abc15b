package gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class PlatformTest {
    private static ConfigurableApplicationContext platform;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.empty());
        port = platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void showsWhatIsHereNow() throws Exception {
        var page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body()).contains("lang=\"zh-CN\"", "政府信息公开");
    }

    @Test
    void saysThatItIsWell() throws Exception {
        assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"");
    }

    @Test
    void servesNothingElseOfItsInside() throws Exception {
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void asksWhoeverEntersTheOfficeToSignIn() throws Exception {
        assertThat(get("/office").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/login"));
    }

    @Test
    @DisplayName("端口被占用时用中文说明")
    void saysWhenThePortIsTaken() {
        assertThatThrownBy(() -> Platform.start(port, TestDatabase.fresh()))
                .isInstanceOf(Platform.PortTakenException.class)
                .hasMessageContaining("端口 " + port + " 已被占用");
    }

    @Test
    void understandsItsCommandLine() {
        assertThat(ServeCommand.parse()).isEqualTo(new ServeCommand.Serve(8080, Path.of("data"), false, "127.0.0.1"));
        assertThat(ServeCommand.parse("--port", "9000"))
                .isEqualTo(new ServeCommand.Serve(9000, Path.of("data"), false, "127.0.0.1"));
        assertThat(ServeCommand.parse("--port=0"))
                .isEqualTo(new ServeCommand.Serve(0, Path.of("data"), false, "127.0.0.1"));
        assertThat(ServeCommand.parse("--port", "70000")).isInstanceOf(ServeCommand.Misused.class);
        assertThat(ServeCommand.parse("--port")).isInstanceOf(ServeCommand.Misused.class);
        assertThat(ServeCommand.parse("--data", "x", "--sample"))
                .isEqualTo(new ServeCommand.Serve(8080, Path.of("x"), true, "127.0.0.1"));
        assertThat(ServeCommand.parse("--help")).isInstanceOf(ServeCommand.Help.class);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
