package gongkai.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.organ.Organs;
import gongkai.platform.sample.SampleData;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("机构页面")
class RegisterPagesTest {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static ConfigurableApplicationContext platform;
    private static HttpClient sysadmin;
    private static HttpClient office;
    private static String address;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        address = "http://127.0.0.1:" + platform.getEnvironment().getRequiredProperty("local.server.port");
        platform.getBean(SampleData.class).fill();
        sysadmin = signIn("sysadmin");
        office = signIn("office@luoyang");
    }

    @AfterAll
    static void stop() {
        sysadmin.close();
        office.close();
        platform.close();
    }

    @Test
    void theListFiltersSortsAndExports() throws Exception {
        assertThat(get(sysadmin, "/office/organs?q=" + encoded("洛阳")).body())
                .contains("洛阳市司法局", "洛阳市人民政府")
                .doesNotContain("莱阳市司法局");
        assertThat(get(sysadmin, "/office/organs?below=demo-c1&export=csv").body())
                .contains("机构代码", "demo-c1-d8")
                .doesNotContain("demo-c2-d1");
    }

    @Test
    void theTreeOpensOneBranchAndThePathToIt() throws Exception {
        var top = get(sysadmin, "/office/organs/tree").body();
        assertThat(top).contains("organ-state-council").doesNotContain("organ-luoyang-gov");
        assertThat(get(sysadmin, "/office/organs/tree?at=luoyang-gov").body())
                .contains("organ-henan-gov", "id=\"organ-luoyang\"")
                .doesNotContain("organ-yantai-gov");
    }

    @Test
    void anOrganIsShownAsOfADay() throws Exception {
        assertThat(get(office, "/office/organs/demo-d12").body()).contains("示例市市场监督管理局", "沿革");
        assertThat(get(office, "/office/organs/demo-d12?on=2018-12-31").body()).contains("示例市工商行政管理局");
        assertThat(get(office, "/office/organs/demo-d12?on=2018-02-30").statusCode())
                .isEqualTo(422);
        assertThat(get(office, "/office/organs/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aChangeIsPreviewedThenSavedAndAnOldFormIsRefused() throws Exception {
        var organs = platform.getBean(Organs.class);
        var form = Map.of(
                "name", "示例市教育委员会",
                "kind", "DEPARTMENT",
                "parent", "demo-gov",
                "place", "3",
                "way", "change",
                "on", organs.today().toString(),
                "seen", "1");
        assertThat(post(sysadmin, "/office/organs/demo-d03/change", form).body())
                .contains("预览", "示例市教育委员会");
        assertThat(organs.byCode("demo-d03").orElseThrow().name()).isEqualTo("示例市教育局");
        var confirmed = new java.util.HashMap<>(form);
        confirmed.put("step", "confirm");
        assertThat(post(sysadmin, "/office/organs/demo-d03/change", confirmed).statusCode())
                .isEqualTo(303);
        assertThat(organs.byCode("demo-d03").orElseThrow().name()).isEqualTo("示例市教育委员会");
        assertThat(post(sysadmin, "/office/organs/demo-d03/change", confirmed).body())
                .contains("别人变更了这个机构");
    }

    @Test
    void anOfficeKeepsItsOwnGuideAndNoOthers() throws Exception {
        assertThat(get(office, "/office/organs/luoyang/office").statusCode()).isEqualTo(200);
        assertThat(get(office, "/office/organs/shanzhou/office").statusCode()).isEqualTo(403);
        assertThat(get(office, "/office/organs/luoyang/change").statusCode()).isEqualTo(403);
        assertThat(get(office, "/office/organs/import").statusCode()).isEqualTo(403);
    }

    private static HttpClient signIn(String login) throws IOException, InterruptedException {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var answer = post(browser, "/login", "/login", Map.of("username", login, "password", SampleData.PASSWORD));
        assertThat(answer.statusCode()).isBetween(300, 399);
        return browser;
    }

    private static HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient browser, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        return post(browser, path, path, form);
    }

    private static HttpResponse<String> post(HttpClient browser, String page, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        var csrf = CSRF.matcher(get(browser, page).body());
        assertThat(csrf.find()).isTrue();
        var body = form.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + encoded(csrf.group(1));
        return browser.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
