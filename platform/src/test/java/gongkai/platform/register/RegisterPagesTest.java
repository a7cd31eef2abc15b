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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    @DisplayName("攻击：两人同时修改公开工作机构，后提交的人得知先提交的改动")
    void ofTwoWhoEditAnOfficeTheSecondIsTold() throws Exception {
        var page = get(office, "/office/organs/luoyang/office").body();
        var seen = page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
        var form = new java.util.HashMap<>(Map.of(
                "name",
                "示例一处",
                "address",
                "示例路1号",
                "hours",
                "工作日",
                "phone",
                "0379-63000000",
                "on",
                platform.getBean(Organs.class).today().toString(),
                "seen",
                seen));
        assertThat(post(office, "/office/organs/luoyang/office", form).statusCode())
                .isEqualTo(303);
        form.put("name", "示例二处");
        var second = post(sysadmin, "/office/organs/luoyang/office", form);
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("别人修改了", "示例二处");
        form.put("seen", second.body().replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1"));
        assertThat(post(sysadmin, "/office/organs/luoyang/office", form).statusCode())
                .as("having been told")
                .isEqualTo(303);
    }

    @Test
    void anOfficeKeepsItsOwnGuideAndNoOthers() throws Exception {
        assertThat(get(office, "/office/organs/luoyang/office").statusCode()).isEqualTo(200);
        assertThat(get(office, "/office/organs/shanzhou/office").statusCode()).isEqualTo(403);
        assertThat(get(office, "/office/organs/luoyang/change").statusCode()).isEqualTo(403);
        assertThat(get(office, "/office/organs/import").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("导入是后台任务：以发起人的名义，有进度和结果，有问题的行可以下载，重复确认不再导入")
    void anImportIsAJobOfWhoeverConfirmedIt() throws Exception {
        var place = upload("""
            机构代码,全称,类型,上级机构
            demo-d90,示例市数据局,政府工作部门,demo-gov
            demo-d91,示例市某局,没有这种类型,demo-gov
            """);
        assertThat(get(sysadmin, place).body()).contains("示例市数据局", "有问题的行");
        assertThat(platform.getBean(Organs.class).byCode("demo-d90")).isEmpty();
        var confirmed = Map.of("since", "2020-01-01");
        assertThat(post(sysadmin, place, place.replaceFirst("\\?.*", ""), confirmed)
                        .headers()
                        .firstValue("Location"))
                .hasValue("/office/jobs");
        var jobs = jobsWhenDone();
        assertThat(jobs).contains("导入机构 机构.csv", "新增 1 个，变更 0 个，无变化 0 个；1 行有问题，没有导入", "下载 有问题的行.xlsx");
        assertThat(platform.getBean(Organs.class).byCode("demo-d90")).isPresent();
        assertThat(platform.getBean(JdbcClient.class)
                        .sql("select login from audit.entry where action = '导入机构'")
                        .query(String.class)
                        .list())
                .containsExactly("sysadmin");
        assertThat(get(sysadmin, place).statusCode()).as("taken in already").isEqualTo(404);
        var file = Pattern.compile("/office/jobs/\\d+/result").matcher(jobs);
        assertThat(file.find()).isTrue();
        assertThat(get(sysadmin, file.group()).body()).startsWith("PK");
        assertThat(get(office, file.group()).statusCode()).isEqualTo(404);
    }

    private static String upload(String csv) throws IOException, InterruptedException {
        var csrf = CSRF.matcher(get(sysadmin, "/office/organs/import").body());
        assertThat(csrf.find()).isTrue();
        var part = "--edge\r\nContent-Disposition: form-data; name=\"";
        var body = part + "_csrf\"\r\n\r\n" + csrf.group(1) + "\r\n" + part + "since\"\r\n\r\n2020-01-01\r\n" + part
                + "file\"; filename=\"机构.csv\"\r\n\r\n" + csv + "\r\n--edge--\r\n";
        return sysadmin.send(
                        HttpRequest.newBuilder(URI.create(address + "/office/organs/import"))
                                .header("Content-Type", "multipart/form-data; boundary=edge")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static String jobsWhenDone() throws IOException, InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < patience) {
            var page = get(sysadmin, "/office/jobs").body();
            if (!page.contains("有任务正在进行")) {
                return page;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        throw new AssertionError("the job has not ended");
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
