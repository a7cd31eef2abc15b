package gongkai.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.Tokens;
import gongkai.platform.personal.ApplicantId;
import gongkai.platform.personal.Applicants;
import gongkai.platform.sample.SampleData;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("攻击：接口")
class ApiAttackTest {
    private static ConfigurableApplicationContext platform;
    private static HttpClient client;
    private static int port;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        platform.getBean(SampleData.class).fill();
        port = platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        token = platform.getBean(Tokens.class)
                .create("office@demo-d01", "测试", Tokens.Scope.WRITE, 1)
                .token();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        platform.close();
    }

    @Test
    void aBodyThatNeverEndsIsTurnedAwayWithAndWithoutAKey() throws Exception {
        for (var key : List.of("", UUID.randomUUID().toString())) {
            var request = request("/requests")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Ones(BufferedRequest.LARGEST + 2)));
            var answer = send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void parametersThatAreNoTextAreNoIncident() throws Exception {
        for (var path : List.of(
                "/organs?q=%ff", "/calendar/deadline?from=2026-01-05&workingDays=%ff", "/fees/quote?pieces=%c0%af")) {
            var answer = send(request(path).GET());
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(json(answer).get("detail").asString()).contains("参数");
        }
        assertThat(send(request("/reports/demo-d01/2147483647/cells").GET()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anUploadWithoutBoundaryIsNoIncident() throws Exception {
        for (var path : List.of("/requests", "/reports/demo-d01/2026/file")) {
            var answer = send(request(path)
                    .header("Content-Type", "multipart/form-data")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(json(answer).get("detail").asString()).contains("multipart");
        }
    }

    @Test
    void anAddressTheServerTurnsAwayIsAnsweredAsAProblem() throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/organs/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"status\":400");
        }
    }

    @Test
    void ofTwoValuesUnderOneNameNoneIsTaken() throws Exception {
        var answer = send(request("/requests")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"organ": "demo-d01", "channel": "IN_PERSON", "submittedOn": "2026-03-02", "backfill": true,
                         "applicant": {"kind": "NATURAL_PERSON", "name": "张三", "name": "李四"}, "description": "甲"}""")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").asString()).contains("不是有效的 JSON");
    }

    @Test
    void whatNoKeyboardTypesIsNotStored() throws Exception {
        assertThat(register("\\ufeff\\u202e").statusCode()).isEqualTo(422);
        var taken = register("张\\u0007三\\ud800\\u202e\\r\\nBcc: x");
        assertThat(taken.statusCode()).isEqualTo(201);
        var number = json(taken).get("number").asString();
        var shown = json(send(request("/requests/" + number).GET()));
        assertThat(shown.get("description").asString()).isEqualTo("张三\nBcc: x");
        var stored = platform.getBean(JdbcClient.class)
                .sql("select applicant from request.request where number = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
        assertThat(platform.getBean(Applicants.class)
                        .masked(new ApplicantId(stored))
                        .email())
                .doesNotContain("\n");
    }

    @Test
    @DisplayName("条例施行以前没有依申请公开")
    void noRequestIsOlderThanTheRegulation() throws Exception {
        for (var day : List.of("0000-01-01", "-0001-01-01", "1000-01-01", "2008-04-30")) {
            var answer = register("张三", day);
            assertThat(answer.statusCode()).as(day).isEqualTo(422);
            assertThat(json(answer).get("detail").asString()).contains("施行");
        }
    }

    private static HttpResponse<String> register(String name) throws Exception {
        return register(name, "2026-03-02");
    }

    private static HttpResponse<String> register(String name, String submitted) throws Exception {
        return send(request("/requests")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"organ": "demo-d01", "channel": "ONLINE", "submittedOn": "%s", "confirmedOn": "2026-03-02", "backfill": true,
                         "applicant": {"kind": "NATURAL_PERSON", "name": "%s", "email": "a@example.cn\\r\\nBcc: b@example.cn"},
                         "description": "%s"}""".formatted(submitted, name, name))));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }

    /** A long list, made as it is read. */
    private static final class Ones extends InputStream {
        private final long length;
        private long read;

        Ones(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return read++ < length ? read == 1 ? '[' : read % 2 == 0 ? '1' : ',' : -1;
        }
    }
}
