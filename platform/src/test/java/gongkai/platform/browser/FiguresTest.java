package gongkai.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import gongkai.platform.ApiClient;
import gongkai.platform.access.Tokens;
import gongkai.platform.sample.SampleData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The year-end page, the register of remedies, the figures and the disclosure log in a browser, with cases behind them. */
@ExtendWith(Browsing.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {
    private final Chromium chromium = Browsing.chromium();
    private final Served platform = Browsing.platform();

    @BeforeAll
    void start() throws Exception {
        try (var api = new ApiClient(Integer.parseInt(platform.base().replaceFirst(".*:", "")))) {
            var token = platform.bean(Tokens.class)
                    .create("office@demo-d01", "测试", Tokens.Scope.WRITE, 1)
                    .token();
            var first = request(api, token, "2025-03-03", "NATURAL_PERSON", "2024年法律援助案件补贴发放标准");
            step(api, token, first, "decide", "2025-03-20", "\"decision\": \"GRANTED\", \"sub\": \"PROVIDED\"");
            var second = request(api, token, "2025-06-09", "LEGAL_SERVICE_ORG", "人民调解员名册");
            step(api, token, second, "decide", "2025-08-01", "\"decision\": \"DENIED_INTERNAL\"");
            step(api, token, second, "dispatch", "2025-08-01", "\"method\": \"DIRECT\"");
            step(api, token, second, "deliver", "2025-08-04", "\"signer\": \"张三\"");
            request(api, token, "2025-12-20", "NATURAL_PERSON", "社区矫正工作经费决算");
            api.post(
                    token,
                    "/remedies",
                    "{\"organ\": \"demo-d01\", \"kind\": \"RECONSIDERATION\", \"request\": \"" + second
                            + "\", \"caseNo\": \"示政复〔2025〕18号\", \"acceptedOn\": \"2025-09-01\"}");
        }
    }

    @Test
    void theYearEndPageLeadsFromFindingToCellToCase() {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            Chromium.signIn(page, platform.base(), "office@demo-d01", SampleData.PASSWORD);
            var findings = new ArrayList<String>();
            for (var path : List.of(
                    "",
                    "/parts/overview",
                    "/parts/proactive",
                    "/parts/requests",
                    "/parts/remedies",
                    "/parts/preamble",
                    "/cells/t3.new_received.natural",
                    "/cells/t3.new_received.total")) {
                findings.addAll(look(page, "/office/reports/demo-d01/2025" + path));
            }
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void theRegisterOfRemediesAndTheFigures() {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            Chromium.signIn(page, platform.base(), "office@demo-d01", SampleData.PASSWORD);
            var findings = new ArrayList<String>();
            for (var path : List.of(
                    "/office/disclosures",
                    "/office/disclosures/new?request=demo-d01-2025-0001",
                    "/office/requests/demo-d01-2025-0001?tab=disclosure",
                    "/disclosures",
                    "/office/remedies",
                    "/office/remedies/new?request=demo-d01-2025-0002",
                    "/office/remedies/1",
                    "/office/requests/demo-d01-2025-0002?tab=remedies",
                    "/office/statistics?organ=demo-d01&from=2025-01-01&to=2025-12-31",
                    "/office/statistics/handling?organ=demo-d01&from=2025-01-01&to=2025-12-31",
                    "/office/statistics/cells/t3.new_received.total?organ=demo-d01&from=2025-01-01&to=2025-12-31")) {
                findings.addAll(look(page, path));
            }
            assertThat(findings).isEmpty();
        }
    }

    private List<String> look(Page page, String path) {
        var answer = page.navigate(platform.base() + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return Look.at(page, path);
    }

    private static String request(ApiClient api, String token, String day, String kind, String description) {
        var answer = api.post(
                token,
                "/requests",
                "{\"organ\": \"demo-d01\", \"channel\": \"IN_PERSON\", \"submittedOn\": \"" + day
                        + "\", \"backfill\": true, \"description\": \"" + description
                        + "\", \"applicant\": {\"kind\": \"" + kind
                        + "\", \"name\": \"张三\"}}");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("number");
    }

    private static void step(ApiClient api, String token, String number, String type, String day, String fields) {
        var answer = api.post(
                token,
                "/requests/" + number + "/steps",
                "{\"type\": \"" + type + "\", \"on\": \"" + day + "\", \"backfill\": true, " + fields + "}");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }
}
