package gongkai.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.FileKind;
import gongkai.platform.ApiClient;
import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.Tokens;
import gongkai.platform.organ.Organs;
import gongkai.platform.sample.SampleData;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("经接口读入年度报告文件")
class ReportFileApiTest {
    private static final Map<String, Integer> ONE_GRANTED = Map.of(
            "t3.new_received.natural", 1,
            "t3.new_received.total", 1,
            "t3.granted.natural", 1,
            "t3.granted.total", 1,
            "t3.result_total.natural", 1,
            "t3.result_total.total", 1);

    private static ConfigurableApplicationContext platform;
    private static ApiClient api;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        platform.getBean(SampleData.class).fill();
        api = new ApiClient(platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void stop() {
        api.close();
        platform.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FileKind.class,
            names = {"DOC"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyKindOfFileIsReadCheckedAndStored(FileKind kind) {
        var report = ReportFixtures.report("示例市教育局", 2023, ONE_GRANTED);
        var answer = upload(
                "demo-d03",
                2023,
                "年报." + kind.name().toLowerCase(java.util.Locale.ROOT),
                AnnualReports.write(report, kind));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        assertThat(answer.text("format")).isEqualTo("2021");
        assertThat(answer.json().path("year").intValue()).isEqualTo(2023);
        assertThat(answer.json().path("cells").path("t3.granted.total").intValue())
                .isEqualTo(1);
        assertThat(answer.json().path("cells").size()).isEqualTo(200);
        assertThat(answer.json().path("sections").size()).isEqualTo(6);
        assertThat(answer.json().path("findings").isArray()).isTrue();
        assertThat(filed("demo-d03", 2023).report().cells()).isEqualTo(report.cells());
    }

    @Test
    @DisplayName("上年报告已读入的，跨年规则也作判断")
    void lastYearsFileIsTheYardstick() {
        var last = ReportFixtures.report(
                "示例市财政局",
                2022,
                Map.of(
                        "t3.new_received.natural", 2,
                        "t3.new_received.total", 2,
                        "t3.carried_out.natural", 2,
                        "t3.carried_out.total", 2));
        upload("demo-d06", 2022, "2022.docx", AnnualReports.write(last, FileKind.DOCX));
        var now = upload(
                "demo-d06",
                2023,
                "2023.docx",
                AnnualReports.write(ReportFixtures.report("示例市财政局", 2023, ONE_GRANTED), FileKind.DOCX));
        assertThat(rules(now)).contains("XY-CARRY");
    }

    @Test
    void aFileOfAnotherYearIsTakenAndSaidToBeWrong() {
        var file = AnnualReports.write(ReportFixtures.report("示例市民政局", 2022, ONE_GRANTED), FileKind.TXT);
        assertThat(rules(upload("demo-d05", 2023, "a.txt", file))).contains("TTL-YEAR");
    }

    @Test
    void theKindIsTakenFromTheContentNotFromTheName() {
        var file = AnnualReports.write(ReportFixtures.report("示例市民政局", 2021, ONE_GRANTED), FileKind.PDF);
        assertThat(upload("demo-d05", 2021, "扫描件.docx", file).status()).isEqualTo(200);
        assertThat(filed("demo-d05", 2021).name()).endsWith(".pdf");
    }

    @Test
    void whatIsNoReportIsRefusedWithASentence() {
        for (var bad : new byte[][] {
            utf8(""),
            utf8("今天天气很好。"),
            utf8("PK\u0003\u0004 broken"),
            utf8("%PDF-1.7 broken"),
            {0, 1, 2, 3, 4, 5},
            utf8("{\"a\": 1")
        }) {
            var answer = upload("demo-d01", 2023, "年报.docx", bad);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.type()).startsWith("application/problem+json");
            assertThat(answer.text("detail")).containsPattern("[\\u4e00-\\u9fff]");
        }
        assertThat(api.post(token("office@demo-d01"), "/reports/demo-d01/2023/file", "{}")
                        .status())
                .isBetween(400, 499);
        assertThat(upload("demo-d01", 1990, "a.txt", utf8("x")).status()).isEqualTo(422);
    }

    @Test
    void othersReportsAreNobodysBusiness() {
        var file = AnnualReports.write(ReportFixtures.report("示例市公安局", 2023, ONE_GRANTED), FileKind.TXT);
        assertThat(api.upload(token("office@demo-d02"), "/reports/demo-d04/2023/file", "a.txt", file)
                        .status())
                .isEqualTo(404);
        assertThat(api.upload(token("office@demo-d02"), "/reports/no-such/2023/file", "a.txt", file)
                        .status())
                .isEqualTo(404);
        assertThat(api.upload(token("auditor"), "/reports/demo-d04/2023/file", "a.txt", file)
                        .status())
                .isEqualTo(403);
        assertThat(api.upload(null, "/reports/demo-d04/2023/file", "a.txt", file)
                        .status())
                .isEqualTo(401);
    }

    private static ApiClient.Answer upload(String organ, int year, String name, byte[] content) {
        return api.upload(token("office@" + organ), "/reports/" + organ + "/" + year + "/file", name, content);
    }

    private static java.util.List<String> rules(ApiClient.Answer answer) {
        return answer.json()
                .path("findings")
                .valueStream()
                .map(finding -> finding.path("rule").asString(""))
                .toList();
    }

    private static FiledReport filed(String organ, int year) {
        return platform.getBean(ReportFiles.class)
                .newest(
                        platform.getBean(Organs.class)
                                .byCode(organ)
                                .orElseThrow()
                                .id(),
                        year)
                .orElseThrow();
    }

    private static String token(String login) {
        return platform.getBean(Tokens.class)
                .create(login, "测试", Tokens.Scope.WRITE, 1)
                .token();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
