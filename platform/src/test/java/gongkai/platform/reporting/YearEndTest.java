package gongkai.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.FileKind;
import gongkai.platform.ApiClient;
import gongkai.platform.OfficeBrowser;
import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.Tokens;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.sample.SampleData;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("年终编报、统计、复议诉讼台账、公布的答复")
class YearEndTest {
    private static final String REPORT = "/office/reports/demo-d01/2025";
    private static final String SPAN = "organ=demo-d01&from=2025-01-01&to=2025-12-31";

    private static ConfigurableApplicationContext platform;
    private static ApiClient api;
    private static OfficeBrowser office;
    private static int port;
    private static String granted;
    private static String denied;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        platform.getBean(SampleData.class).fill();
        port = platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        api = new ApiClient(port);
        office = signIn("office@demo-d01");
        register("2024-12-30", "NATURAL_PERSON", "2024年末收到的申请");
        granted = register("2025-03-03", "NATURAL_PERSON", "法律援助补贴标准");
        step(granted, "decide", "2025-03-20", "\"decision\": \"GRANTED\", \"sub\": \"PROVIDED\"");
        step(granted, "dispatch", "2025-03-20", "\"method\": \"DIRECT\"");
        step(granted, "deliver", "2025-03-21", "\"signer\": \"张三\"");
        denied = register("2025-06-09", "LEGAL_SERVICE_ORG", "人民调解员名册");
        step(denied, "decide", "2025-08-01", "\"decision\": \"DENIED_INTERNAL\"");
        step(denied, "dispatch", "2025-08-01", "\"method\": \"DIRECT\"");
        step(denied, "deliver", "2025-08-04", "\"signer\": \"张三\"");
        register("2025-12-20", "NATURAL_PERSON", "\\n本人电话１３８０００１２３４５、138-0001-2345，邮箱 zhangsan@example.org，要社区矫正决算");
    }

    @AfterAll
    static void stop() {
        office.close();
        api.close();
        platform.close();
    }

    @Test
    @DisplayName("每一列：一 + 二 = 三（七）+ 四；今年的四是明年的二；每一格等于其中的件数")
    void theTableBalancesAndEveryCellIsTheNumberOfItsRecords() {
        var ledger = platform.getBean(LedgerCells.class);
        var organ = organ("demo-d01");
        for (int year : new int[] {2024, 2025, 2026}) {
            var report = report(year);
            for (var column : List.of("natural", "enterprise", "research", "welfare", "legal", "other", "total")) {
                assertThat(counted(report, "new_received", column) + counted(report, "carried_in", column))
                        .isEqualTo(counted(report, "result_total", column) + counted(report, "carried_out", column));
                if (year < 2026) {
                    assertThat(counted(report(year + 1), "carried_in", column))
                            .isEqualTo(counted(report, "carried_out", column));
                }
            }
            report.ledger()
                    .forEach((key, value) -> assertThat(ledger.behind(organ.id(), report.year(), key))
                            .as(key.toString())
                            .hasSize(value));
        }
    }

    @Test
    void aCellLeadsToItsCasesFromReportAndFigures() {
        assertThat(office.get(REPORT + "/parts/requests").body()).contains(REPORT + "/cells/t3.denied_internal.legal");
        assertThat(office.get(REPORT + "/cells/t3.denied_internal.legal").body())
                .contains("/office/requests/" + denied, "台账中的 1 件");
        var figures = office.get("/office/statistics?" + SPAN).body();
        assertThat(figures).contains("/office/statistics/cells/t3.denied_internal.total");
        assertThat(office.get("/office/statistics/cells/t3.denied_internal.total?" + SPAN)
                        .body())
                .contains(denied)
                .doesNotContain(granted);
        assertThat(office.get("/office/statistics/cells/t3.carried_out.natural?" + SPAN)
                        .body())
                .contains("本人电话１３８****、138****，邮箱 zh****")
                .doesNotContain("１３８０", "138-0", "zhangsan");
        assertThat(office.get("/office/statistics/cells/t3.denied_internal.total?" + SPAN + "&export=csv")
                        .body())
                .contains(denied);
        assertThat(office.get("/office/statistics?" + SPAN + "&export=csv").body())
                .contains("表三,一、本年新收政府信息公开申请数量,自然人,2");
    }

    @Test
    void whatIsNotWrittenYetIsToldAndAReasonOnce() {
        var page = office.get("/office/reports/demo-d01/2023").body();
        assertThat(page)
                .contains("第一部分“总体情况”还没有写")
                .containsOnlyOnce("没有上年报告</li>")
                .containsOnlyOnce("没有发布日期</li>");
        assertThat(office.get("/office/reports/demo-d01/2023/parts/overview").body())
                .as("the day of publication is no matter of section one")
                .doesNotContain("未记录发布日期");
    }

    @Test
    @DisplayName("用时和按期比例：分母是答复了的和逾期未答复的")
    void punctualityHasAnHonestDenominator() {
        var page = office.get("/office/statistics/handling?" + SPAN).body();
        // One in time, one late; two were never answered and are overdue.
        assertThat(page).contains("25.0%（1/4）", "属于三类内部事务信息", "<svg", "九成不超过");
        assertThat(office.get("/office/statistics/handling?" + SPAN + "&export=csv")
                        .body())
                .contains("答复用时,按期答复,25.0%（1/4）", "没有公开的理由,属于三类内部事务信息,1");
    }

    @Test
    @DisplayName("信息处理费的收取情况写入年度报告（条例第五十条第（五）项）")
    void theFeesOfAYearAreTold() {
        var organ = organ("demo-d05").id();
        var requests = platform.getBean(Requests.class);
        var day = LocalDate.of(2025, 4, 14);
        for (var pages : List.of(68, 350)) {
            var number = ((Requests.Outcome.Taken) requests.receive(new NewRequest(
                            organ,
                            Channel.IN_PERSON,
                            day,
                            null,
                            new Applicant(ApplicantKind.NATURAL_PERSON, "李四", null, "13800000001", null, null),
                            "示例文件",
                            "",
                            "",
                            true)))
                    .request()
                    .number();
            requests.take(number, new Step.NoticeFee(day, FeeBasis.PAGES, pages, day), true, null);
            if (pages == 68) {
                requests.take(number, new Step.FeePaid(LocalDate.of(2026, 1, 5)), true, null);
            }
        }
        var fees = platform.getBean(Fees.class);
        assertThat(fees.of(List.of(organ), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))
                .as("宿迁市2025年年报：68页收380元")
                .isEqualTo(new Fees.Figures(2, 380 + 8700, 0, 0, 0));
        assertThat(fees.of(List.of(organ), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .isEqualTo(new Fees.Figures(0, 0, 1, 380, 0));
        assertThat(office.get(REPORT + "/parts/other").body()).contains("没有收取信息处理费");
    }

    @Test
    void whatCannotBeReadIsSaidAndThisYearShown() {
        var answer = office.get("/office/statistics?organ=demo-d02&from=2025-02-30");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("起始日期“2025-02-30”读不懂", "没有找到“demo-d02”");
        assertThat(office.get("/office/statistics?organ=demo-d01&from=2025-05-01&to=2025-01-01")
                        .body())
                .contains("截止日期早于起始日期");
        for (var place : List.of("?export=csv&", "/handling?export=xlsx&", "/cells/t3.granted.total?export=csv&")) {
            var file = office.get("/office/statistics" + place + "organ=demo-d02");
            assertThat(file.statusCode())
                    .as("no file of what was not asked for")
                    .isEqualTo(422);
            assertThat(file.headers().firstValue("Content-Disposition")).isEmpty();
        }
    }

    @Test
    @DisplayName("调整要写理由，合计随之变化，不能为负")
    void adjustmentsCarryTheirReason() {
        var cell = "/office/reports/demo-d01/2024/cells/t3.granted.enterprise";
        office.get(cell);
        assertThat(office.post(cell, "added", "1", "reason", "", "seen", "0").body())
                .contains("请写明调整的理由");
        assertThat(office.post(cell, "added", "-1", "reason", "多登记了一件", "seen", "0")
                        .body())
                .contains("调整后为负数");
        assertThat(office.post(cell, "added", "1", "reason", "纸质登记簿中有一件未补录", "seen", "0")
                        .statusCode())
                .isEqualTo(303);
        office.get(cell);
        var second = office.post(cell, "added", "1", "reason", "同一件纸质申请", "seen", "0");
        assertThat(second.statusCode()).as("somebody else was faster").isEqualTo(422);
        assertThat(second.body()).contains("刚刚调整过这一格（+1，纸质登记簿中有一件未补录），现为 1", "同一件纸质申请", "name=\"seen\" value=\"1\"");
        assertThat(office.get(cell).body()).contains("+1：纸质登记簿中有一件未补录");
        var report = report(2024);
        assertThat(figure(report, "granted", "enterprise")).isEqualTo(1);
        assertThat(figure(report, "granted", "total")).isEqualTo(1);
        assertThat(figure(report, "result_total", "enterprise")).isEqualTo(1);
        assertThat(figure(report, "result_total", "total")).isEqualTo(1);
        assertThat(figure(report, "new_received", "enterprise")).isZero();
        assertThat(office.post("/office/reports/demo-d01/2024/cells/t3.granted.total", "added", "1", "reason", "合计不对")
                        .body())
                .contains("这一格是合计");
        assertThat(office.get("/office/reports/demo-d01/2024/parts/requests").body())
                .contains("台账 0 · 调整 +1");
    }

    @Test
    void aFigureWithAnExponentIsRefusedAndKept() {
        for (var figure : new String[] {"1e999999999", "-1E-999999999", "0x10", "=1+1", "NaN"}) {
            var answer = office.post(
                    "/office/reports/demo-d01/2023/parts/table-two", "seen", "0", "t2.regulation.issued", figure);
            assertThat(answer.statusCode()).as(figure).isEqualTo(422);
            assertThat(answer.body()).contains("应填数字", "value=\"" + figure + "\"");
        }
    }

    @Test
    @DisplayName("上年结转与上年报告文件核对，差多少写明，可以按上年报告调整")
    void theOpeningBalanceIsTakenFromLastYearsFile() {
        var organ = organ("demo-d07");
        var figures = new HashMap<>(Map.of(
                "t3.new_received.natural", 3,
                "t3.new_received.total", 3,
                "t3.carried_out.natural", 3,
                "t3.carried_out.total", 3));
        var file = AnnualReports.write(ReportFixtures.report(organ.name(), 2024, figures), FileKind.DOCX);
        assertThat(platform.getBean(ReportFiles.class).take(organ, 2024, "2024.docx", file))
                .isInstanceOf(ReportFiles.Outcome.Taken.class);
        try (var other = signIn("office@demo-d07");
                var second = signIn("office@demo-d07")) {
            second.get("/office/reports/demo-d07/2025");
            assertThat(other.get("/office/reports/demo-d07/2025").body()).contains("上年结转与上年报告不一致", "现为 0，上年报告结转 3");
            List.of(other, second).parallelStream().forEach(each -> each.post("/office/reports/demo-d07/2025/opening"));
            assertThat(other.get("/office/reports/demo-d07/2025/cells/t3.carried_in.natural")
                            .body())
                    .contains("这一格：3", "与2024年年度报告“结转下年度继续办理”数衔接");
            assertThat(other.get("/office/reports/demo-d07/2025").body()).doesNotContain("与上年报告不一致");
        }
    }

    @Test
    @DisplayName("上年报告的结转不是件数的，不能照着调整；拿错了机关或者年度的文件，写明疑问")
    void lastYearsFileMayBeTheWrongOneOrHoldNoCount() {
        var organ = organ("demo-d08");
        for (var figure : new String[] {"99999999999", "-7", "2.5", "4294967297"}) {
            take(organ, 2024, """
                    {"year": 2023, "organ": "别处市司法局", "title": "别处市司法局2023年政府信息公开工作年度报告",
                     "cells": {"t3.carried_out.natural": %1$s, "t3.carried_out.total": %1$s}}
                    """.formatted(figure));
            try (var other = signIn("office@demo-d08")) {
                var page = other.get("/office/reports/demo-d08/2025");
                assertThat(page.statusCode()).as(figure).isEqualTo(200);
                assertThat(page.body())
                        .contains("机关是“别处市司法局”，年度是2023年，请核对是否拿错了文件")
                        .doesNotContain("按上年报告调整");
                other.post("/office/reports/demo-d08/2025/opening");
                assertThat(other.get("/office/reports/demo-d08/2025/cells/t3.carried_in.natural")
                                .body())
                        .contains("这一格：0");
            }
        }
    }

    private static void take(Organ organ, int year, String json) {
        var taken =
                platform.getBean(ReportFiles.class).take(organ, year, "a.json", json.getBytes(StandardCharsets.UTF_8));
        assertThat(taken).isInstanceOf(ReportFiles.Outcome.Taken.class);
    }

    @Test
    void whoeverWritesSecondIsToldAndLosesNothing() {
        try (var second = signIn("office@demo-d01")) {
            var path = REPORT + "/parts/overview";
            office.get(path);
            second.get(path);
            assertThat(office.post(path, "text", "先写的一段", "seen", "0").statusCode())
                    .isEqualTo(303);
            var lost = second.post(path, "text", "后写的一段", "seen", "0");
            assertThat(lost.statusCode()).isEqualTo(422);
            assertThat(lost.body()).contains("刚刚改过这一部分", "先写的一段", "后写的一段", "name=\"seen\" value=\"1\"");
            assertThat(second.post(path, "text", "先写的一段\n后写的一段", "seen", "1").statusCode())
                    .isEqualTo(303);
            assertThat(report(2025).text(ReportPart.OVERVIEW)).isEqualTo("先写的一段\n后写的一段");
        }
    }

    @Test
    void tableTwoKeepsBlankAndZeroApart() {
        var path = "/office/reports/demo-d01/2023/parts/table-two";
        office.get("/office/reports/demo-d01/2023/parts/proactive");
        assertThat(office.post(path, "seen", "0", "t2.normative.issued", "两件").body())
                .contains("应填数字，没有发生填 0，现为“两件”");
        assertThat(office.post(path, "seen", "0", "t2.normative.issued", "０", "t2.fee.amount", "1.2500")
                        .statusCode())
                .isEqualTo(303);
        var report = report(2023).report();
        assertThat(report.figure(CellKey.of("t2.normative.issued"))).isEqualByComparingTo("0");
        assertThat(report.figure(CellKey.of("t2.normative.repealed"))).isNull();
        assertThat(Objects.requireNonNull(report.figure(CellKey.of("t2.fee.amount")))
                        .toPlainString())
                .isEqualTo("1.2500");
        assertThat(office.post(path, "seen", "0", "t2.normative.issued", "5").body())
                .contains("刚刚改过表二");
    }

    @Test
    @DisplayName("写出的每一种文件读回来，与页面上的一样")
    void everyFileWrittenReadsBackAsThePageShows() throws Exception {
        var shown = report(2025).report();
        for (var kind :
                List.of(FileKind.DOCX, FileKind.PDF, FileKind.OFD, FileKind.HTML, FileKind.XLSX, FileKind.JSON)) {
            var file = office.bytes(REPORT + "/file?export=" + kind.name().toLowerCase(Locale.ROOT));
            var read = AnnualReports.read(file).report();
            assertThat(read.cells()).as(kind.name()).isEqualTo(shown.cells());
            assertThat(read.year()).isEqualTo(2025);
            assertThat(read.organ()).isEqualTo("示例市司法局");
        }
        assertThat(office.get(REPORT + "/file?export=exe").statusCode()).isEqualTo(400);
    }

    @Test
    void othersSeeNothing() {
        try (var stranger = signIn("office@demo-d02");
                var reader = signIn("head@demo-d01");
                var auditor = signIn("auditor")) {
            assertThat(stranger.get(REPORT).statusCode()).isEqualTo(404);
            assertThat(stranger.get("/office/remedies/" + remedy("RECONSIDERATION", "示政复〔2025〕1号"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(reader.get(REPORT).statusCode()).isEqualTo(200);
            assertThat(reader.get(REPORT + "/parts/overview").body()).doesNotContain("保存文字");
            reader.get(REPORT);
            assertThat(reader.post(REPORT + "/parts/overview", "text", "x").statusCode())
                    .isEqualTo(403);
            for (var path : List.of(REPORT, "/office/statistics", "/office/remedies", "/office/disclosures")) {
                assertThat(auditor.get(path).statusCode()).as(path).isEqualTo(403);
            }
        }
    }

    @Test
    @DisplayName("复议诉讼：自收到副本之日起算，责令重新答复另立一件，教训留给下次")
    void aCaseRunsItsCourseAndOrdersANewAnswer() {
        office.get("/office/remedies/new");
        var wrong = office.post("/office/remedies", "kind", "RECONSIDERATION", "caseNo", "", "hearing", "SUMMARY");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("请填写案号", "请填写受理日期", "请写明案由");
        var today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        var entered = office.post(
                "/office/remedies",
                "kind",
                "RECONSIDERATION",
                "caseNo",
                "示政复〔2025〕18号",
                "acceptedOn",
                "2025-09-01",
                "hearing",
                "SUMMARY",
                "decider",
                "示例市人民政府",
                "request",
                denied,
                "copyOn",
                "2025-09-03");
        assertThat(entered.statusCode()).isEqualTo(303);
        var path = entered.headers().firstValue("Location").orElseThrow();
        // Five working days from 3 September 2025.
        assertThat(office.get(path).body()).contains("2025-09-10", "行政复议法第五十四条");
        assertThat(office.get("/office").body()).contains("示政复〔2025〕18号");
        assertThat(office.post(path + "/steps", "type", "EXTENDED", "on", "2025-09-20")
                        .body())
                .contains("行政复议法第六十二条", "只有适用普通程序");
        assertThat(office.post(path + "/steps", "type", "DECISION_SERVED", "on", "2025-09-20")
                        .body())
                .contains("还没有审结");
        assertThat(office.post(path + "/steps", "type", "ANSWER_FILED", "on", "2025-08-01")
                        .body())
                .contains("应在受理日期");
        assertThat(office.post(path + "/steps", "type", "ANSWER_FILED", "on", "2025-09-09")
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.get(path).body()).contains("在期限内");
        assertThat(office.get("/office").body()).doesNotContain("示政复〔2025〕18号");
        assertThat(office.post(
                                path + "/ending",
                                "result",
                                "RECON_UPHELD",
                                "closedOn",
                                "2025-09-25",
                                "redoUntil",
                                "2025-12-01")
                        .body())
                .contains("不责令重新答复");
        assertThat(office.post(
                                path + "/ending",
                                "result",
                                "RECON_REVOKED",
                                "closedOn",
                                "2025-09-25",
                                "redoUntil",
                                today.plusDays(20).toString(),
                                "lesson",
                                "内部事务信息应说明为何没有外部效力")
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.get(path).body()).contains("结果纠正（撤销或者部分撤销，责令重新作出）", "责令重新答复");
        assertThat(office.get("/office/requests/" + denied + "?tab=remedies").body())
                .contains("示政复〔2025〕18号");
        var again = platform.getBean(gongkai.platform.remedy.RemedyFiles.class)
                .file(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)))
                .orElseThrow()
                .redoNumber();
        assertThat(office.get(path).body()).contains("重新作出答复").doesNotContain("已答复");
        step(String.valueOf(again), "decide", today.toString(), "\"decision\": \"DENIED_INTERNAL\"");
        step(String.valueOf(again), "dispatch", today.toString(), "\"method\": \"POST\"");
        assertThat(office.get(path).body()).as("the new answer is there").contains("已答复");
        assertThat(platform.getBean(gongkai.platform.remedy.RemedyFiles.class)
                        .lessons(
                                organ("demo-d01").id(),
                                gongkai.platform.request.procedure.DecisionType.DENIED_INTERNAL))
                .singleElement()
                .satisfies(lesson -> assertThat(lesson.lesson()).contains("外部效力"));
        assertThat(office.post(path + "/ending", "result", "RECON_UPHELD", "closedOn", "2025-09-26")
                        .statusCode())
                .isEqualTo(422);
        assertThat(report(2025).figure(CellKey.of("t4.rc.corrected"))).isEqualTo(1);
        assertThat(office.get("/office/remedies?state=CORRECTED&export=csv").body())
                .contains("示政复〔2025〕18号", "结果纠正");
    }

    @Test
    @DisplayName("行政复议法第六十二条延长审理；行政诉讼法第二十六条共同被告、第四十五条十五日内起诉")
    void aReconsiderationIsExtendedUpheldAndSuedOver() {
        office.get("/office/remedies/new");
        var entered = office.post(
                "/office/remedies",
                "kind",
                "RECONSIDERATION",
                "caseNo",
                "示政复〔2025〕19号",
                "acceptedOn",
                "2025-06-02",
                "hearing",
                "ORDINARY",
                "decider",
                "示例省司法厅",
                "about",
                "主动公开的信息涉及商业秘密");
        var path = entered.headers().firstValue("Location").orElseThrow();
        assertThat(office.get(path).body()).contains("2025-08-01").doesNotContain("2025-09-01");
        assertThat(office.post(path + "/steps", "type", "EXTENDED", "on", "2025-07-28")
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.get(path).body())
                .as("ninety days, moved on from a day off")
                .contains("2025-09-01");
        assertThat(office.post(path + "/ending", "result", "RECON_UPHELD", "closedOn", "2025-08-25")
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.get(path).body()).contains("登记申请人收到复议决定书之日后");
        assertThat(office.post(path + "/steps", "type", "DECISION_SERVED", "on", "2025-08-20")
                        .body())
                .contains("早于审结日期");
        assertThat(office.post(path + "/steps", "type", "DECISION_SERVED", "on", "2025-08-27")
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.get(path).body()).contains("2025-09-11", "行政诉讼法第四十五条");
        var suit = office.get("/office/remedies/new?from=" + path.substring(path.lastIndexOf('/') + 1))
                .body();
        assertThat(suit).contains("主动公开的信息涉及商业秘密").contains("value=\"示例省司法厅\"");
    }

    @Test
    @DisplayName("第四十四条：适合公众共享的答复一步公布，随时撤回；能看出申请人的不公布")
    void anAnswerIsPublishedFoundAndTakenBack() {
        office.get("/office/disclosures/new?request=" + granted);
        var base = new String[] {"request", granted, "checked", "true", "title", "法律援助补贴标准", "question", "补贴标准"};
        assertThat(office.post("/office/disclosures", with(base, "answer", "张三申请的补贴标准为每件八百元"))
                        .body())
                .contains("申请人的姓名");
        assertThat(office.post("/office/disclosures", with(base, "answer", "联系 138 0000 0000"))
                        .body())
                .contains("像手机号码的数字");
        assertThat(office.post(
                                "/office/disclosures",
                                "request",
                                denied,
                                "checked",
                                "true",
                                "title",
                                "x",
                                "question",
                                "x",
                                "answer",
                                "x")
                        .body())
                .contains("只有予以公开、部分公开的答复可以公布");
        var published = office.post("/office/disclosures", with(base, "answer", "刑事案件每件八百元。"));
        assertThat(published.statusCode()).isEqualTo(303);
        var path = published.headers().firstValue("Location").orElseThrow();
        try (var everyone = new OfficeBrowser(port)) {
            assertThat(everyone.get("/disclosures?q=" + encoded("补贴")).body()).contains("法律援助补贴标准");
            assertThat(everyone.get("/disclosures?q=" + encoded("没有的")).body()).contains("没有找到");
            assertThat(everyone.get(path).body())
                    .contains("刑事案件每件八百元", "示例市司法局")
                    .doesNotContain(granted);
            var withdrawal = "/office" + path + "/withdrawal";
            assertThat(office.get(withdrawal).statusCode()).isEqualTo(200);
            assertThat(office.post(withdrawal, "note", "").statusCode()).isEqualTo(422);
            assertThat(office.post(withdrawal, "note", "标准已调整").statusCode()).isEqualTo(303);
            assertThat(everyone.get(path).statusCode()).isEqualTo(410);
            assertThat(everyone.get(path).body()).contains("标准已调整");
            assertThat(everyone.get("/disclosures").body()).doesNotContain("法律援助补贴标准");
        }
    }

    private static String[] with(String[] base, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(base), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static YearReport report(int year) {
        return platform.getBean(Reports.class).of(organ("demo-d01"), year).orElseThrow();
    }

    private static int figure(YearReport report, String row, String column) {
        return report.figure(CellKey.of("t3", row, column));
    }

    private static int counted(YearReport report, String row, String column) {
        return report.ledger().getOrDefault(CellKey.of("t3", row, column), -1);
    }

    private static Organ organ(String code) {
        return platform.getBean(Organs.class).byCode(code).orElseThrow();
    }

    private static OfficeBrowser signIn(String login) {
        return OfficeBrowser.signedIn(port, login, SampleData.PASSWORD);
    }

    private static String remedy(String kind, String caseNo) {
        return api.post(
                        token(),
                        "/remedies",
                        "{\"organ\": \"demo-d01\", \"kind\": \"" + kind + "\", \"caseNo\": \"" + caseNo
                                + "\", \"acceptedOn\": \"2024-05-06\"}")
                .text("id");
    }

    private static String register(String day, String kind, String description) {
        var answer = api.post(
                token(),
                "/requests",
                "{\"organ\": \"demo-d01\", \"channel\": \"IN_PERSON\", \"submittedOn\": \"" + day
                        + "\", \"backfill\": true, \"description\": \"" + description
                        + "\", \"applicant\": {\"kind\": \""
                        + kind + "\", \"name\": \"张三\"}}");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("number");
    }

    private static void step(String number, String type, String day, String fields) {
        var answer = api.post(
                token(),
                "/requests/" + number + "/steps",
                "{\"type\": \"" + type + "\", \"on\": \"" + day + "\", \"backfill\": true, " + fields + "}");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    private static String token() {
        return platform.getBean(Tokens.class)
                .create("office@demo-d01", "测试", Tokens.Scope.WRITE, 1)
                .token();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
