package gongkai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every page has around it, and what comes instead of it, over the wire. */
class FrameTest {
    private static final String PATTERNS = "/dev/patterns";
    private static ConfigurableApplicationContext platform;
    private static String base;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() throws Exception {
        System.setProperty("spring.profiles.active", "dev");
        System.setProperty("spring.servlet.multipart.max-file-size", "2MB");
        try {
            platform = Platform.start(0, TestDatabase.fresh());
        } finally {
            System.clearProperty("spring.profiles.active");
            System.clearProperty("spring.servlet.multipart.max-file-size");
        }
        base = "http://127.0.0.1:" + platform.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Nested
    class Errors {
        @Test
        void aPageThatIsNotThere() throws Exception {
            var page = get("/nothing/here");
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("没有找到这个页面", "回到首页").doesNotContain("Whitelabel");
        }

        @Test
        void anUnexpectedFailureGivesANumberAndNoTrace() throws Exception {
            var page = get(PATTERNS + "/failure");
            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body())
                    .containsPattern("事件编号：<strong class=\"incident\">[0-9A-F]{8}</strong>")
                    .doesNotContain("IllegalStateException", "on purpose", "gongkai.");
        }

        @Test
        void aMethodThatIsNotMeant() throws Exception {
            var page = send(HttpRequest.newBuilder(uri(PATTERNS + "/file")));
            assertThat(page.statusCode()).isEqualTo(405);
            assertThat(page.body()).contains("不能这样打开这个地址");
        }

        @Test
        void aFormWithoutItsProofKeepsWhatWasTyped() throws Exception {
            var page = post(PATTERNS, Map.of("text", "关于示例市拆迁补偿标准的文件", "password", "secret-secret-secret"));
            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("页面已经过期", "关于示例市拆迁补偿标准的文件").doesNotContain("secret-secret");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/%00",
                    "/%2e%2e/x",
                    "/a;b=c",
                    "/%",
                    "/a%0d%0ab",
                    "/display?to=%00",
                    "/login?a=%zz",
                    "/?%00=1"
                })
        void anAddressThatIsNone(String path) throws Exception {
            var answer = raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 ")
                    .doesNotContain("HTTP/1.1 500", "Exception", "Apache", "Bad Request", "Not Found");
        }

        @Test
        void aProgramGetsAProblemInstead() throws Exception {
            var answer = get("/api/v1/nothing");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    @Nested
    class Sending {
        @Test
        void keepsWhatWasTypedBesideTheErrors() throws Exception {
            var page = post(PATTERNS, Map.of("_csrf", proof(), "name", " ", "text", "长".repeat(201), "way", "net"));
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body())
                    .contains("<a href=\"#f-name\">请填写名称</a>", "<a href=\"#f-text\">说明不能超过 200 个字，现在有 201 个字</a>")
                    .contains("id=\"e-name\"", "aria-describedby=\"h-name e-name\"", "<option value=\"net\" selected>")
                    .contains("长".repeat(201));
        }

        @Test
        void saysOnceWhatWasDone() throws Exception {
            var proof = proof();
            assertThat(post(PATTERNS, Map.of("_csrf", proof, "name", "示例市<司法局>"))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(get(PATTERNS).body()).contains("已保存“示例市&lt;司法局&gt;”");
            assertThat(get(PATTERNS).body()).doesNotContain("已保存");
        }

        @Test
        void aLongTextIsReadAndComesBack() throws Exception {
            var text = "公".repeat(2 * 1024 * 1024 / 3);
            var page = post(PATTERNS, Map.of("_csrf", proof(), "name", "甲", "text", text));
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("现在有 " + text.length() + " 个字", text);
        }

        @Test
        @DisplayName("NUL and control characters are taken out")
        void controlCharacters() throws Exception {
            var page = post(PATTERNS, Map.of("_csrf", proof(), "name", "\u0000\u0001", "text", "a\u0000b\u0008c"));
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains(">abc</textarea>", "请填写名称");
        }

        @Test
        void aFileThatIsTooLargeIsRefusedInWords() throws Exception {
            var page = upload("x".repeat(5 * 1024 * 1024));
            assertThat(page.statusCode()).isEqualTo(413);
            assertThat(page.body()).contains("提交的内容太大");
        }

        @Test
        void aFileThatFitsArrives() throws Exception {
            assertThat(upload("公开").statusCode()).isEqualTo(303);
        }

        @Test
        void twoPressesOfAButtonDoTheWorkOnce() throws Exception {
            var typed = Map.of(
                    "_csrf", proof(), "name", "一次", "_form", UUID.randomUUID().toString());
            var first = post(PATTERNS, typed);
            var second = post(PATTERNS, typed);
            assertThat(first.statusCode()).isEqualTo(303);
            assertThat(second.statusCode()).isEqualTo(303);
            assertThat(second.headers().firstValue("Location")).hasValue(PATTERNS);
            assertThat(second.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("notice="));
        }

        @Test
        void manyPressesAtTheSameMomentDoTheWorkOnce() throws Exception {
            var typed = Map.of(
                    "_csrf", proof(), "name", "同时", "_form", UUID.randomUUID().toString());
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var presses = Stream.<Callable<HttpResponse<String>>>generate(() -> () -> post(PATTERNS, typed))
                        .limit(16)
                        .map(threads::submit)
                        .toList();
                int worked = 0;
                for (var press : presses) {
                    var answer = press.get();
                    assertThat(answer.statusCode()).isIn(303, 409);
                    worked += answer.headers().allValues("Set-Cookie").stream()
                                    .anyMatch(cookie -> cookie.startsWith("notice="))
                            ? 1
                            : 0;
                }
                assertThat(worked).isEqualTo(1);
            }
        }

        @Test
        void aFormSentAgainWithAChangeIsNotTakenForTheFirst() throws Exception {
            var number = UUID.randomUUID().toString();
            var fields = new HashMap<>(Map.of("_csrf", proof(), "name", "示例单位甲", "_form", number));
            assertThat(post(PATTERNS, fields).statusCode()).isEqualTo(303);
            assertThat(post(PATTERNS, fields).headers().firstValue("Location")).hasValue(PATTERNS);
            fields.put("name", "示例单位乙<丙>");
            var answer = post(PATTERNS, fields);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body())
                    .contains("先前已经提交过", "href=\"" + PATTERNS + "\"", "示例单位乙&lt;丙&gt;")
                    .doesNotContain(number);
        }

        @Test
        void aRejectedFormMayBeSentAgain() throws Exception {
            var number = UUID.randomUUID().toString();
            assertThat(post(PATTERNS, Map.of("_csrf", proof(), "name", "", "_form", number))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(post(PATTERNS, Map.of("_csrf", proof(), "name", "改好了", "_form", number))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(platform.getBean(JdbcClient.class)
                            .sql("select place from web.sent_form where number = :number")
                            .param("number", UUID.fromString(number))
                            .query(String.class)
                            .single())
                    .isEqualTo(PATTERNS);
        }
    }

    @Nested
    class Lists {
        @Test
        void sortAndPageAndFilterByAddress() throws Exception {
            var page = get(PATTERNS + "?sort=count&direction=desc&size=10").body();
            assertThat(page).contains("aria-sort=\"descending\"", "第 1–10 条，共 95 条", "第 1 页，共 10 页");
            assertThat(get(PATTERNS + "?q=" + encoded("没有这样的")).body()).contains("没有符合条件的单位");
        }

        @Test
        void areExported() throws Exception {
            var file = get(PATTERNS + "?export=csv");
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment;")
                    .contains("filename*=UTF-8''%E7%A4%BA");
            assertThat(file.body()).startsWith("\uFEFF编号,名称,数量\r\n").contains(",'=1+1,37");
            assertThat(get(PATTERNS + "?export=pdf").statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class Wire {
        @Test
        void tellsBrowsersWhatTheyMayDo() throws Exception {
            var headers = get("/").headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        }

        @Test
        void keepsAssetsForEverAndPacked() throws Exception {
            var page = get(PATTERNS).body();
            int all = page.length();
            for (var name : new String[] {"style.css", "page.js", "htmx.js", "icons.svg"}) {
                var place = Pattern.compile("/assets/[0-9a-f]+/" + Pattern.quote(name))
                        .matcher(name.equals("icons.svg") ? Assets.address(name) : page);
                assertThat(place.find()).isTrue();
                var plain = get(place.group());
                assertThat(plain.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
                all += plain.body().length();
            }
            assertThat(all).as("bytes of a first visit, unpacked").isLessThan(150_000);
            assertThat(get("/assets/old/style.css").headers().firstValue("Cache-Control"))
                    .hasValue("no-cache");
            assertThat(get("/assets/x/secret.css").statusCode()).isEqualTo(404);
        }

        @Test
        void packsPages() throws Exception {
            var request = HttpRequest.newBuilder(uri(PATTERNS)).header("Accept-Encoding", "gzip");
            assertThat(send(request).headers().firstValue("Content-Encoding")).hasValue("gzip");
        }

        @Test
        void holdsNoScriptAndNoStyleInItsPages() throws Exception {
            for (var path : new String[] {"/", "/login", PATTERNS}) {
                assertThat(get(path).body())
                        .doesNotContainPattern("<style|<script(?![^>]*src=)|\\sstyle=|\\son[a-z]+=|javascript:");
            }
        }

        @Test
        void remembersTheLargeType() throws Exception {
            assertThat(get("/").body()).doesNotContain(" large\"");
            assertThat(get("/display?large=true&to=//evil.example").headers().firstValue("Location"))
                    .hasValue("/");
            assertThat(get("/").body()).contains(" large\"");
            get("/display?large=false&to=/");
            assertThat(get("/").body()).doesNotContain(" large\"");
        }
    }

    private String proof() throws IOException, InterruptedException {
        var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(PATTERNS).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> post(String path, Map<String, String> typed) throws IOException, InterruptedException {
        var body = typed.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> upload(String content) throws IOException, InterruptedException {
        var edge = "----edge";
        var body = "--" + edge + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + proof() + "\r\n--"
                + edge
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + content + "\r\n--"
                + edge + "--\r\n";
        return send(HttpRequest.newBuilder(uri(PATTERNS + "/file"))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String raw(String request) throws IOException {
        var at = URI.create(base);
        try (var socket = new java.net.Socket(at.getHost(), at.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static URI uri(String path) {
        return URI.create(base + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
