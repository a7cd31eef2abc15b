package gongkai.platform.review;

import static gongkai.platform.review.ReviewOffice.answer;
import static gongkai.platform.review.ReviewOffice.requests;
import static gongkai.platform.review.ReviewOffice.stored;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.Children;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that become several, are answered together, are done with at once, or come from an old register: at the pages for it. */
class ManyRequestsTest {
    private static final String ORGAN = "demo-d10";

    @RegisterExtension
    static final ReviewOffice OFFICE = new ReviewOffice(ORGAN);

    private static Officer officer;
    private static Officer office;

    @BeforeAll
    static void signIn() {
        officer = OFFICE.as("officer");
        office = OFFICE.as("office");
    }

    @Test
    @DisplayName("一事一申请：拆出的申请在页面上告知编号和查询码，收到日相同")
    void splitsAtThePage() {
        var number = request("孙一", "110105194912310021", "预算、决算和招标文件", today());
        var page = answer(number) + "/split";
        assertThat(officer.post(page, Map.of("expected", "0", "matter0", "决算")).body())
                .contains("请写明本件继续办理哪一项内容", "决算");
        assertThat(officer.post(page, Map.of("expected", "7", "matter0", "决算", "keeps", "预算"))
                        .body())
                .contains("刚刚由他人办理过");
        var made = officer.post(
                page, Map.of("expected", "0", "matter0", "决算", "matter1", "招标文件", "keeps", "预算", "reason", "三项内容"));
        assertThat(made.statusCode()).isEqualTo(200);
        var children = ReviewOffice.bean(Children.class).of(stored(number));
        assertThat(children).hasSize(2);
        assertThat(made.body()).contains(children.getFirst().number(), "请把编号和查询码告知申请人");
        assertThat(children.getFirst().receiptDate()).isEqualTo(stored(number).receiptDate());
    }

    @Test
    @DisplayName("合并答复只列同一申请人的在办申请")
    void mergesAtThePage() {
        var first = request("孙二", "110105194912310048", "示例项目环评批复", today());
        var second = request("孙二", "110105194912310048", "示例项目的环评批复", today());
        var stranger = request("孙二", "110105194912310064", "示例项目环评批复", today());
        var page = officer.get(answer(first) + "/merge").body();
        assertThat(page).contains(second).doesNotContain(stranger);
        assertThat(officer.post(answer(first) + "/merge", Map.of("expected", "0", "with", List.of(second)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(officer.get(answer(second)).body()).contains("一并答复", first);
        assertThat(officer.post(answer(stranger) + "/merge", Map.of("expected", "0", "with", List.of(second)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("责令重新答复另立一案")
    void beginsTheOrderedAnswerAtThePage() {
        var number = request("孙三", null, "示例文件", LocalDate.of(2025, 5, 6));
        assertThat(officer.get(answer(number) + "/redo").body()).contains("现在不能办理");
        take(
                number,
                new Step.Decide(
                        LocalDate.of(2025, 5, 20), DecisionType.DENIED_INTERNAL, null, "", "", List.of(), "", "", ""));
        take(number, new Step.Dispatch(LocalDate.of(2025, 5, 20), DeliveryMethod.DIRECT, ""));
        take(number, new Step.Deliver(LocalDate.of(2025, 5, 21), ""));
        var until = today().plusDays(20).toString();
        assertThat(officer.post(answer(number) + "/redo", Map.of("expected", "3", "until", "", "caseNo", "示复1号"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(officer.post(answer(number) + "/redo", Map.of("expected", "3", "until", until, "caseNo", "示复1号"))
                        .statusCode())
                .isEqualTo(200);
        var child = ReviewOffice.bean(Children.class).of(stored(number)).getFirst();
        assertThat(child.isOrdered()).isTrue();
        assertThat(officer.get(answer(child.number())).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("第三十五条：统计同一申请人的申请，仅姓名相同的不计入")
    void countsWhatAnApplicantHasAskedFor() {
        var first = request("孙四", "11010519491231008X", "示例路拆迁补偿标准", LocalDate.of(2025, 3, 3));
        request("孙四", "11010519491231008X", "示例路的拆迁补偿标准文件", LocalDate.of(2025, 3, 10));
        request("孙四", "11010519491231008X", "食堂采购合同", LocalDate.of(2025, 4, 7));
        request("孙四", "110105194912310101", "另一个人的申请", LocalDate.of(2025, 4, 7));
        var sheet = officer.get(answer(first) + "/evidence").body();
        assertThat(sheet)
                .contains("3 件，其中", "另有 1 件只是姓名相同", "2025年3月最多，为2件", "内容相同或者相近的最多为2件")
                .doesNotContain("11010519491231008X");
        assertThat(ReviewOffice.bean(JdbcClient.class)
                        .sql("select count(*) from audit.entry where action = '统计同一申请人的申请'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    @DisplayName("批量延期：每件单独判断，已延期的列明原因")
    void extendsManyAtOnce() {
        var first = request("孙五", null, "甲文件", today());
        var second = request("孙六", null, "乙文件", today());
        assertThat(officer.get("/office/requests/bulk").body()).contains("延期由公开工作机构负责人或者分管领导办理");
        assertThat(office.post("/office/requests/bulk", Map.of("act", "EXTEND", "chosen", first, "workingDays", "21"))
                        .body())
                .contains("1 至 20 个工作日", "请填写批准人");
        var started = office.post(
                "/office/requests/bulk",
                Map.of(
                        "act",
                        "EXTEND",
                        "chosen",
                        List.of(first, second),
                        "workingDays",
                        "2",
                        "approvedBy",
                        "钱主任",
                        "reason",
                        "需要征求意见"));
        assertThat(started.statusCode()).isEqualTo(303);
        until(() -> stored(first).extended() && stored(second).extended());
        assertThat(office.get("/office/requests/bulk").body()).doesNotContain(first);
        until(() -> office.get("/office/jobs").body().contains("办理 2 件"));
    }

    @Test
    @DisplayName("批量不再处理：只列补正期限已过的")
    void closesWhatLapsedAtOnce() {
        var lapsed = request("孙七", null, "丙文件", LocalDate.of(2025, 3, 3));
        take(lapsed, new Step.RequestCorrection(LocalDate.of(2025, 3, 5), List.of("文号"), LocalDate.of(2025, 3, 26)));
        var waiting = request("孙八", null, "丁文件", today());
        take(waiting, new Step.RequestCorrection(today(), List.of("文号"), today().plusDays(20)));
        assertThat(officer.get("/office/requests/bulk?act=CORRECTION_OVERDUE").body())
                .contains(lapsed)
                .doesNotContain(waiting);
        officer.post("/office/requests/bulk", Map.of("act", "CORRECTION_OVERDUE", "chosen", lapsed));
        until(() -> stored(lapsed).state() == RequestState.ABANDONED_CORRECTION);
        assertThat(stored(waiting).state()).isEqualTo(RequestState.CORRECTION_PENDING);
    }

    @Test
    @DisplayName("导入旧台账：预览指明有问题的行，好的行作为补录导入，重复导入不重复登记")
    void takesAnOldRegisterIn() throws Exception {
        var file = xlsx(
                row(
                        "旧1",
                        "2025-03-03",
                        "当面提交",
                        "自然人",
                        "周一",
                        "甲",
                        "予以公开",
                        "2025-03-20",
                        "邮寄",
                        "2025-03-20",
                        "2025-03-24"),
                row("旧2", "2025年3月4日", "网上提交", "商业企业", "示例公司", "乙", "", "", "", "", ""),
                row("旧3", "2025-02-30", "当面提交", "自然人", "周三", "丙", "", "", "", "", ""),
                row("旧4", "2025-03-03", "托人转交", "自然人", "周四", "丁", "", "", "", "", ""),
                row("旧5", "2025-03-03", "当面提交", "自然人", "周五", "戊", "予以公开", "2025-03-01", "", "", ""),
                row("旧1", "2025-03-03", "当面提交", "自然人", "周六", "己", "", "", "", "", ""),
                row("旧7", "2025-03-03", "当面提交", "自然人", "周七", "庚", "本机关不掌握相关政府信息", "2025-04-30", "", "", ""),
                row("旧8", "2025-03-03", "当面提交", "自然人", "周八", "辛", "撤回", "2025-03-10", "", "", ""));
        var place = officer.upload("/office/requests/import", "旧台账.xlsx", file, Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var preview = officer.get(place).body();
        assertThat(preview)
                .contains("可以导入 <strong>4</strong> 件", "有问题的 4 行")
                .contains("提交日期：“2025-02-30”不是有效的日期", "渠道：“托人转交”认不出", "早于上一步骤的日期", "在文件里出现了两次")
                .doesNotContain("周三");
        assertThat(officer.bytes(place + "/wrong").body()).startsWith((byte) 0x50, (byte) 0x4b);
        int before = count();
        assertThat(officer.post(place, Map.of()).statusCode()).isEqualTo(303);
        until(() -> count() == before + 4);
        until(() -> officer.get("/office/jobs").body().contains("已导入 4 件"));
        var granted = imported("旧1");
        assertThat(granted.state()).isEqualTo(RequestState.DELIVERED);
        assertThat(granted.backfilled()).isTrue();
        assertThat(granted.judgedOn()).isEqualTo(LocalDate.of(2025, 3, 20));
        assertThat(imported("旧2").state()).isEqualTo(RequestState.AWAITING_CONFIRMATION);
        assertThat(imported("旧7").overdue(today())).isTrue();
        assertThat(imported("旧8").state()).isEqualTo(RequestState.WITHDRAWN);
        var again = officer.upload("/office/requests/import", "旧台账.xlsx", file, Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(officer.get(again).body()).contains("可以导入 <strong>0</strong> 件", "这个编号已经导入过");
        assertThat(officer.get(place).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoRegister() {
        assertThat(officer.upload("/office/requests/import", "x.xlsx", new byte[] {1, 2, 3}, Map.of())
                        .body())
                .contains("这不是 XLSX 文件");
        assertThat(officer.bytes("/office/requests/import/template").body()).startsWith((byte) 0x50, (byte) 0x4b);
    }

    private static List<String> row(String... cells) {
        return Arrays.asList(cells);
    }

    @SafeVarargs
    private static byte[] xlsx(List<String>... rows) throws IOException {
        var titles = List.of(
                OldRegister.OLD_NUMBER,
                OldRegister.SUBMITTED,
                OldRegister.CHANNEL,
                OldRegister.KIND,
                OldRegister.NAME,
                OldRegister.DESCRIPTION,
                OldRegister.DECISION,
                OldRegister.DECIDED,
                OldRegister.METHOD,
                OldRegister.SENT,
                OldRegister.DELIVERED);
        var columns = new ArrayList<Column<List<String>>>();
        titles.forEach(title -> columns.add(Column.of(title, cells -> cells.get(titles.indexOf(title)))));
        var out = new ByteArrayOutputStream();
        Export.of("xlsx", "台账", columns, Arrays.stream(rows)).write(out);
        return out.toByteArray();
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(patience);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static int count() {
        return ReviewOffice.bean(JdbcClient.class)
                .sql("select count(*) from review.imported")
                .query(Integer.class)
                .single();
    }

    private static DisclosureRequest imported(String old) {
        return stored(ReviewOffice.bean(JdbcClient.class)
                .sql(
                        "select q.number from review.imported i join request.request q on q.id = i.request where i.old_number = :old")
                .param("old", old)
                .query(String.class)
                .single());
    }

    private static void take(String number, Step step) {
        assertThat(requests().take(number, step, true, null)).isInstanceOf(Requests.Outcome.Taken.class);
    }

    private static LocalDate today() {
        return requests().today();
    }

    private static String request(String name, @Nullable String idNumber, String description, LocalDate on) {
        var outcome = requests()
                .receive(new NewRequest(
                        ReviewOffice.bean(Organs.class)
                                .byCode(ORGAN)
                                .orElseThrow()
                                .id(),
                        Channel.IN_PERSON,
                        on,
                        null,
                        new Applicant(ApplicantKind.NATURAL_PERSON, name, idNumber, null, null, null),
                        description,
                        "",
                        "",
                        true));
        return ((Requests.Outcome.Taken) outcome).request().number();
    }
}
