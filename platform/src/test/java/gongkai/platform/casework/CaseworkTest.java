package gongkai.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.TimeMachine;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RemedyMode;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.sample.SampleData;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An officer's day at the pages of the platform. It is Monday, 2 March 2026. */
class CaseworkTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String ORGAN = "demo-d05";
    private static final Map<String, Clerk> CLERKS = new HashMap<>();

    private static ConfigurableApplicationContext platform;

    @BeforeAll
    static void start() throws Exception {
        System.setProperty("spring.profiles.active", "dev");
        try {
            platform = Platform.start(0, TestDatabase.fresh());
        } finally {
            System.clearProperty("spring.profiles.active");
        }
        platform.getBean(SampleData.class).fill();
    }

    @BeforeEach
    void itIsMonday() {
        ((TimeMachine) platform.getBean(Clock.class)).travelTo(TODAY);
        CLERKS.clear();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @DisplayName("登记：先核对期限和缺漏，再登记；申请人只在说明理由后才看得见")
    void anOfficerRegistersARequestAtTheCounter() {
        var check = as("officer").post("/office/requests/new", intake("IN_PERSON", "欧阳示例", "13900000001"));
        assertThat(check.statusCode()).isEqualTo(200);
        assertThat(check.body()).contains("核对后登记", "2026年3月30日（周一） 前答复", "没有身份证明", "2026年3月11日");
        assertThat(requestsOf(ORGAN)).noneMatch(request -> request.description().contains("欧阳"));

        var fields = intake("IN_PERSON", "欧阳示例", "13900000001");
        fields.put("step", "register");
        var done = as("officer")
                .post("/office/requests/new", fields, "attachment", "信封.txt", "邮戳".getBytes(StandardCharsets.UTF_8));
        assertThat(done.statusCode()).isEqualTo(303);
        var path = location(done);
        var page = as("officer").get(path).body();
        assertThat(page)
                .contains("已登记", "3月30日（周一）", "信封.txt", "查询码", "139****0001")
                .doesNotContain("欧阳示例", "13900000001");
        assertThat(as("officer").get("/office/requests/all").body())
                .contains(number(path))
                .doesNotContain("欧阳示例", "13900000001");
        for (var kind : List.of("csv", "xlsx")) {
            var file = as("officer").get("/office/requests/all?export=" + kind);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body()).doesNotContain("欧阳示例", "13900000001");
        }

        assertThat(as("officer").post(path + "/applicant", Map.of("reason", "")).statusCode())
                .isEqualTo(422);
        assertThat(as("officer")
                        .post(path + "/applicant", Map.of("reason", "电话确认"))
                        .body())
                .contains("欧阳示例", "13900000001", "电话确认");
        assertThat(logged("查看个人信息")).contains("电话确认").doesNotContain("欧阳");
        assertThat(as("leader").get(path + "/applicant").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("页面顶部查找：编号，有权的还可以按申请人；内容不进地址和日志")
    void aCaseIsFoundFromEveryPage() {
        var request = register(Channel.IN_PERSON, TODAY, "慕容查找", "请求公开示例材料");
        assertThat(as("officer").get("/office").body()).contains("action=\"/office/requests/find\"");
        var path = "/office/requests/find";
        assertThat(location(as("leader").post(path, Map.of("sought", request.number()))))
                .isEqualTo(Cases.path(request.number()));
        assertThat(as("officer").post(path, Map.of("sought", "慕容查找")).body()).contains(request.number());
        assertThat(as("leader").post(path, Map.of("sought", "慕容查找")).body())
                .contains("没有这个编号", "查看个人信息原文的权限")
                .doesNotContain(request.number());
        assertThat(as("officer").post(path, Map.of("sought", "%2026_")).body()).contains("没有这个编号");
        assertThat(logged("按申请人查找")).contains("查找框").doesNotContain("慕容");
    }

    @Test
    @DisplayName("代填表、转办单可以打印签名；代填表写有个人信息，记入日志")
    void sheetsArePrintedToBeSigned() {
        var request = register(Channel.ORAL_ASSISTED, TODAY, "端木代填", "请求公开示例村集体账目");
        var path = Cases.path(request.number());
        assertThat(as("officer").get(path).body()).contains("打印代填表");
        assertThat(as("officer").post(path + "/applicant/form", Map.of()).body())
                .contains("政府信息公开申请代填表", "端木代填", "第二十九条");
        assertThat(logged("查看个人信息")).contains("打印代填表").doesNotContain("端木");
        assertThat(as("leader").post(path + "/applicant/form", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(location(as("office").get(path + "/assignment/slip"))).isEqualTo(path + "/assignment");
        assertThat(as("office").get(path + "/assignment").body()).contains("还没有分办、转办过；分办、转办以后再打印转办单");
        var written = Cases.path(
                register(Channel.IN_PERSON, TODAY, "端木代填", "请求公开示例材料").number());
        assertThat(location(as("officer").post(written + "/applicant/form", Map.of())))
                .isEqualTo(written);
        assertThat(as("officer").get(written).body()).contains("没有代填表");
        var given = Map.of("handler", String.valueOf(person("head@" + ORGAN)), "remark", "请尽快提出意见", "seen", "0");
        assertThat(as("office").post(path + "/assignment", given).statusCode()).isEqualTo(303);
        assertThat(as("office").get(path + "/assignment/slip").body())
                .contains("请尽快提出意见", "请求公开示例村集体账目", "签收人")
                .doesNotContain("端木");
    }

    @Test
    @DisplayName("争议问题：法制人员定下从哪天起怎样处理，默认不变")
    void whatTheLawLeavesOpenIsSettledFromADayOn() {
        var organ = platform.getBean(Organs.class).byCode(ORGAN).orElseThrow().id();
        var rules = platform.getBean(DisputedRules.class);
        var path = "/office/requests/rules";
        assertThat(as("officer").get(path).statusCode()).isEqualTo(403);
        assertThat(as("legal").get(path + "?question=EMAIL_RECEIPT").body()).contains("系统接收之日", "法释〔2025〕8号");
        var late = Map.of(
                "question", "EMAIL_RECEIPT", "answer", "SYSTEM_RECEIVED", "since", "2026-03-01", "reason", "局务会决定");
        assertThat(as("legal").post(path, late).statusCode()).isEqualTo(422);
        var mixed = new HashMap<>(late);
        mixed.putAll(Map.of("since", "2026-03-02", "answer", "NONE"));
        assertThat(as("legal").post(path, mixed).statusCode()).isEqualTo(422);
        mixed.put("answer", "SYSTEM_RECEIVED");
        assertThat(as("legal").post(path, mixed).statusCode()).isEqualTo(303);
        mixed.putAll(Map.of("question", "REMEDY_ADMIN_QUERY", "answer", "RECON_FIRST", "since", "2026-03-09"));
        assertThat(as("legal").post(path, mixed).statusCode()).isEqualTo(303);

        var fields = intake("EMAIL", "欧阳邮件", "13900000003");
        assertThat(as("officer").post("/office/requests/new", fields).body()).contains("2026年3月30日（周一） 前答复");
        fields.put("submittedOn", "2026-02-27");
        assertThat(as("officer").post("/office/requests/new", fields).body()).contains("进入“待确认”");
        assertThat(rules.remedy(organ, DecisionType.DENIED_ADMIN_QUERY, List.of(), TODAY))
                .isEqualTo(RemedyMode.EITHER);
        assertThat(rules.remedy(organ, DecisionType.DENIED_ADMIN_QUERY, List.of(), TODAY.plusDays(7)))
                .isEqualTo(RemedyMode.RECON_FIRST);
        assertThat(rules.remedy(organ, DecisionType.DENIED_PROCESS, List.of(), TODAY))
                .isEqualTo(RemedyMode.RECON_FIRST);
    }

    @Test
    void whatIsRejectedStaysInTheForm() {
        var fields = intake("IN_PERSON", "长".repeat(10_000), "");
        fields.put("description", "<script>alert(1)</script>'; drop table request.request; -- 𠮷");
        fields.put("submittedOn", "2026-02-30");
        var answer = as("officer").post("/office/requests/new", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("太长，最多500字", "不是日期", "&lt;script&gt;alert(1)", "drop table", "𠮷")
                .doesNotContain("<script>alert");
        fields.put("name", "张三");
        fields.put("submittedOn", "2026-03-03");
        assertThat(as("officer").post("/office/requests/new", fields).body()).contains("晚于今天", "&lt;script&gt;");
        fields.put("submittedOn", "2035-01-01");
        assertThat(as("officer").post("/office/requests/new", fields).statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("同一申请人、内容相近的申请，登记前提示")
    void aLikelyDuplicateIsShownBeforeItIsSaved() {
        var first = register(Channel.IN_PERSON, TODAY.minusDays(3), "司马重复", "请求公开示例河治理工程的环境影响评价报告");
        var fields = intake("POST_SIGNED", "司马重复", "13500000002");
        fields.put("description", "请求公开示例河治理工程环境影响评价报告");
        assertThat(as("officer").post("/office/requests/new", fields).body())
                .contains("可能是重复登记", first.number(), "同一申请人", "内容相近");
        assertThat(as("officer").get(Cases.path(first.number()) + "?tab=links").body())
                .contains("没有发现");
    }

    @Test
    @DisplayName("第三十一条 待确认的申请：登记联系经过，双方确认之日为收到之日")
    void whatIsNotConfirmedWaitsInTheQueue() {
        var request = register(Channel.EMAIL, TODAY, "公孙确认", "请求公开示例小学招生计划");
        var path = Cases.path(request.number());
        assertThat(as("officer").get("/office/requests/confirming").body()).contains(request.number());
        var late =
                as("officer").post(path + "/contacts", Map.of("at", "2026-03-09T10:00", "way", "电话", "result", "无人接听"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("不能晚于现在", "2026-03-09T10:00");
        assertThat(as("officer")
                        .post(
                                path + "/contacts",
                                Map.of("at", "2026-03-01T10:00", "way", "电话", "result", "无人接听", "remark", "拨打三次"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(as("officer").get(path).body()).contains("无人接听", "拨打三次", "2026-03-01 10:00");
        assertThat(take("officer", request, "confirm", Map.of()).statusCode()).isEqualTo(303);
        assertThat(stored(request).receiptDate()).isEqualTo(TODAY);
        assertThat(as("officer").get("/office/requests/confirming").body()).doesNotContain(request.number());
    }

    @Test
    @DisplayName("第三十三条 延期：先显示新的届满日，超过二十个工作日的不能办理，填写的内容保留")
    void anExtensionTellsItsEffectFirst() {
        var request = register(Channel.IN_PERSON, TODAY.minusDays(10), "夏侯延期", "请求公开示例公园规划");
        var path = Cases.path(request.number()) + "/steps/extend";
        assertThat(as("office").get(path).body()).contains("延长答复期限", "value=\"20\"");
        var tried = as("office")
                .post(path, Map.of("try", "1", "workingDays", "10", "approvedBy", "", "reason", "", "expected", "0"));
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body()).contains("答复期限由", "延期答复告知书");
        assertThat(stored(request).extended()).isFalse();
        var barred = take(
                "office", request, "extend", Map.of("workingDays", "21", "approvedBy", "施九", "reason", "需要查找多年档案"));
        assertThat(barred.statusCode()).isEqualTo(422);
        assertThat(barred.body()).contains("第三十三条", "需要查找多年档案", "value=\"21\"");
        assertThat(take(
                                "office",
                                request,
                                "extend",
                                Map.of("workingDays", "10", "approvedBy", "施九", "reason", "需要查找多年档案"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(stored(request).extended()).isTrue();
        assertThat(as("office").get(Cases.path(request.number())).body()).contains("已延期", "答复期限只能延长一次");
    }

    @Test
    @DisplayName("第三十三条 当场答复：只用于不须送审的决定，不予公开的须送审")
    void whatHasToBeReviewedIsNotAnsweredOnTheSpot() {
        var request = register(Channel.IN_PERSON, TODAY, "李某", "示例市2025年部门预算");
        assertThat(as("office")
                        .get(Cases.path(request.number()) + "/steps/answerOnSpot")
                        .body())
                .contains("GRANTED", "REFUSED_PETITION")
                .doesNotContain("DENIED_STATE_SECRET", "UNAVAIL_NOT_HELD");
        var refused =
                take("office", request, "answerOnSpot", Map.of("decision", "DENIED_STATE_SECRET", "reasons", "属于国家秘密"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("不能当场答复", "第十七条");
    }

    @Test
    @DisplayName("补正期限届满：提示由人决定，系统不自动处理")
    void aLapseIsProposedAndNeverSilent() {
        var request = register(Channel.IN_PERSON, LocalDate.of(2026, 2, 5), "令狐补正", "请求公开材料");
        backfill(
                request,
                new Step.RequestCorrection(LocalDate.of(2026, 2, 6), List.of("请写明材料名称"), LocalDate.of(2026, 2, 27)));
        var page = as("officer").get(Cases.path(request.number())).body();
        assertThat(page).contains("系统不会自动处理", "逾期不补正，不再处理");
        assertThat(as("officer").get("/office/requests/waiting").body()).contains(request.number());
        assertThat(as("office").get("/office").body()).contains("逾期不补正，不再处理？");
        assertThat(stored(request).state()).isEqualTo(RequestState.CORRECTION_PENDING);
        assertThat(take("officer", request, "correctionOverdue", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(stored(request).state()).isEqualTo(RequestState.ABANDONED_CORRECTION);
        assertThat(as("officer").get("/office/requests/waiting").body()).doesNotContain(request.number());
        assertThat(as("officer").get(Cases.path(request.number())).body()).contains("责令重新答复");
    }

    @Test
    @DisplayName("第三十条：补正告知书没有送达的，不能认定逾期不补正")
    void nobodyLetsATermPassThatWasNeverTold() {
        var request = register(Channel.IN_PERSON, TODAY, "令狐未送", "请求公开材料二");
        var asked = Map.of("items", "请写明材料名称", "deadline", TODAY.plusDays(14).toString());
        assertThat(take("officer", request, "requestCorrection", asked).statusCode())
                .isEqualTo(303);
        ((TimeMachine) platform.getBean(Clock.class)).travelTo(TODAY.plusDays(21));
        CLERKS.clear();
        var barred = take("officer", request, "correctionOverdue", Map.of());
        assertThat(barred.statusCode()).isEqualTo(422);
        assertThat(barred.body()).contains("第三十条", "没有登记送达");
    }

    @Test
    @DisplayName("收费：件数按申请人本月的申请提出，两种阶梯并列")
    void theFeeIsComparedOnBothLadders() {
        DisclosureRequest last = register(Channel.IN_PERSON, TODAY, "端木收费", "请求公开第0号文件");
        for (int i = 1; i < 12; i++) {
            last = register(Channel.IN_PERSON, TODAY, "端木收费", "请求公开第" + i + "号文件");
        }
        var path = Cases.path(last.number()) + "/steps/noticeFee";
        assertThat(as("officer").get(path).body()).contains("name=\"pieces\"", "value=\"12\"", "本件应缴 100 元");
        var both = as("officer")
                .post(path, Map.of("try", "1", "basis", "PAGES", "pieces", "12", "pages", "101", "expected", "0"))
                .body();
        assertThat(both).contains("按件计收：12 件", "按量计收：101 页", "本件应缴 720 元", ">200<", ">720<");
    }

    @Test
    @DisplayName("两人同时办理一件：一人办成，另一人得知变化，所填内容保留")
    void ofTwoAtOnceOneIsTold() throws Exception {
        var request = register(Channel.IN_PERSON, TODAY.minusDays(5), "上官同时", "请求公开示例路改造方案");
        var first = as("officer");
        var second = as("office");
        var withdrawal = Map.of("reason", "申请人来电撤回", "expected", "0");
        var consultation = Map.of("agency", "示例市财政局", "content", "共同制作的方案", "expected", "0");
        try (var pool = Executors.newFixedThreadPool(2)) {
            var path = Cases.path(request.number()) + "/steps/";
            var answers = pool.invokeAll(List.<Callable<HttpResponse<String>>>of(
                    () -> first.post(path + "withdraw", withdrawal),
                    () -> second.post(path + "consultAgency", consultation)));
            var one = answers.get(0).get();
            var other = answers.get(1).get();
            assertThat(List.of(one.statusCode(), other.statusCode())).containsExactlyInAnyOrder(303, 422);
            var told = one.statusCode() == 422 ? one : other;
            assertThat(told.body()).contains("刚刚由他人办理过", "别人办理了");
            assertThat(told.body()).containsAnyOf("申请人来电撤回", "共同制作的方案");
            assertThat(told.body()).contains("name=\"expected\" value=\"1\"");
        }
        assertThat(stored(request).steps()).isEqualTo(1);
    }

    @Test
    @DisplayName("两人同时发收费通知：只收一次，只有一份通知书")
    void aFeeIsNoticedOnce() throws Exception {
        var request = register(Channel.IN_PERSON, TODAY, "公孙收费", "请求公开示例路全部图纸");
        var first = as("officer");
        var second = as("office");
        var fields = Map.of("basis", "PAGES", "pages", "101", "expected", "0");
        var path = Cases.path(request.number()) + "/steps/noticeFee";
        try (var pool = Executors.newFixedThreadPool(3)) {
            var codes = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(List.<Callable<HttpResponse<String>>>of(
                    () -> first.post(path, fields), () -> second.post(path, fields), () -> first.post(path, fields)))) {
                codes.add(answer.get().statusCode());
            }
            assertThat(codes).containsExactlyInAnyOrder(303, 422, 422);
        }
        assertThat(stored(request).steps()).isEqualTo(1);
        assertThat(platform.getBean(JdbcClient.class)
                        .sql("select count(*) from letter.letter where request = :id and kind = 'FEE_NOTICE'")
                        .param("id", request.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("零点以前打开的页面零点以后提交：先告知今天是哪天、期限怎样变，再提交才办理")
    void aPageOfYesterdayIsNotTakenForToday() {
        var request = register(Channel.IN_PERSON, TODAY, "令狐零点", "请求公开示例桥照片");
        var path = Cases.path(request.number()) + "/steps/consultAgency";
        assertThat(as("officer").get(path).body()).contains("name=\"openedOn\" value=\"2026-03-02\"");
        ((TimeMachine) platform.getBean(Clock.class)).travelTo(TODAY.plusDays(1));
        CLERKS.clear();
        var fields = Map.of("agency", "示例市交通局", "content", "照片", "expected", "0", "openedOn", "2026-03-02");
        var told = as("officer").post(path, fields);
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body()).contains("今天已是 2026年3月3日", "示例市交通局", "name=\"openedOn\" value=\"2026-03-03\"");
        assertThat(stored(request).steps()).isZero();
        var again = new HashMap<>(fields);
        again.put("openedOn", "2026-03-03");
        assertThat(as("officer").post(path, again).statusCode()).isEqualTo(303);
        assertThat(requests().steps(stored(request)).getLast().step().on()).isEqualTo("2026-03-03");
    }

    @Test
    @DisplayName("缴费时登记票据号码，票据扫描件存入办理材料")
    void aPaymentIsEnteredWithItsReceipt() {
        var request = register(Channel.IN_PERSON, TODAY, "东方缴费", "请求公开示例路三百页图纸");
        assertThat(take("officer", request, "noticeFee", Map.of("basis", "PAGES", "pages", "40"))
                        .statusCode())
                .isEqualTo(303);
        var fields = Map.of(
                "receipt",
                "示例财票00012345",
                "expected",
                String.valueOf(stored(request).steps()));
        var path = Cases.path(request.number()) + "/steps/feePaid";
        var refused = as("officer").post(path, fields, "papers", "票据.exe", new byte[] {'M', 'Z', 1, 2});
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("示例财票00012345", "票据.exe");
        assertThat(stored(request).state()).isEqualTo(RequestState.FEE_PENDING);
        var text = "财政票据 示例财票00012345".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(as("officer").post(path, fields, "papers", "票据.txt", text).statusCode())
                .isEqualTo(303);
        assertThat(as("officer").get(Cases.path(request.number())).body()).contains("票据号码", "示例财票00012345");
        assertThat(as("officer")
                        .get(Cases.path(request.number()) + "?tab=search")
                        .body())
                .contains("票据.txt");
    }

    @Test
    void twoPressesTakeOneStep() {
        var request = register(Channel.IN_PERSON, TODAY, "东方双击", "请求公开示例桥检测报告");
        var fields = new HashMap<>(Map.of("agency", "示例市交通局", "content", "检测报告", "expected", "0"));
        fields.put("_form", "00000000-0000-4000-8000-000000000001");
        assertThat(take("officer", request, "consultAgency", fields).statusCode())
                .isEqualTo(303);
        assertThat(take("officer", request, "consultAgency", fields).statusCode())
                .isEqualTo(303);
        assertThat(stored(request).steps()).isEqualTo(1);
    }

    @Test
    @DisplayName("分办、转办、退回和未打开标记")
    void aCaseChangesHands() {
        var request = register(Channel.IN_PERSON, TODAY, "百里转办", "请求公开示例市场租金标准");
        var path = Cases.path(request.number());
        var officer = person("officer@" + ORGAN);
        assertThat(as("office").get("/office/requests/unopened").body()).contains(request.number());
        assertThat(as("officer").get("/office/requests").body()).doesNotContain(request.number());
        var tooLate = as("office")
                .post(
                        path + "/assignment",
                        Map.of("handler", String.valueOf(officer), "internalDue", "2026-06-01", "remark", "请提出意见"));
        assertThat(tooLate.statusCode()).isEqualTo(422);
        assertThat(tooLate.body()).contains("不能晚于法定答复期限", "请提出意见");
        assertThat(as("office")
                        .post(
                                path + "/assignment",
                                Map.of(
                                        "handler",
                                        String.valueOf(officer),
                                        "internalDue",
                                        "2026-03-10",
                                        "remark",
                                        "请提出意见"))
                        .statusCode())
                .isEqualTo(303);
        var overtaken = as("head")
                .post(
                        path + "/assignment",
                        Map.of("handler", String.valueOf(officer), "seen", "0", "remark", "没有看到已经分办"));
        assertThat(overtaken.statusCode()).isEqualTo(422);
        assertThat(overtaken.body()).contains("刚刚由他人分办或者转办过", "没有看到已经分办", "name=\"seen\" value=\"1\"");
        assertThat(as("office").get(path).body()).contains("未打开", "3月10日（周二）");
        assertThat(as("officer").get("/office/requests").body()).contains(request.number());
        assertThat(as("officer").get("/office").body()).contains(request.number());
        as("officer").get(path);
        assertThat(as("office").get("/office/requests/unopened").body()).doesNotContain(request.number());
        assertThat(as("officer")
                        .post(path + "/assignment/return", Map.of("reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(as("officer")
                        .post(path + "/assignment/return", Map.of("reason", "长".repeat(1001), "seen", "1"))
                        .body())
                .contains("太长，最多1000字");
        assertThat(as("officer")
                        .post(path + "/assignment/return", Map.of("reason", "不属于本科室", "seen", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(as("office").get(path + "/assignment").body()).contains("退回", "不属于本科室", "请提出意见");
        assertThat(as("officer").get("/office/requests").body()).doesNotContain(request.number());
    }

    @Test
    void searchesAreKeptForTheAnswerAndStruckOutNeverErased() {
        var request = register(Channel.IN_PERSON, TODAY, "宇文检索", "请求公开1998年文件");
        var path = Cases.path(request.number());
        var note = new HashMap<>(Map.of(
                "on",
                "2026-03-02",
                "place",
                "综合档案室",
                "method",
                "按题名检索",
                "words",
                "规划",
                "found",
                "false",
                "outcome",
                "没有发现",
                "by",
                ""));
        var lacking = as("officer").post(path + "/searches", note);
        assertThat(lacking.statusCode()).isEqualTo(422);
        assertThat(lacking.body()).contains("请填写检索人", "综合档案室");
        note.put("by", "李办");
        assertThat(as("officer").post(path + "/searches", note).statusCode()).isEqualTo(303);
        var notes = platform.getBean(SearchNotes.class);
        assertThat(notes.text(stored(request))).isEqualTo("2026-03-02，李办在综合档案室以按题名检索检索“规划”，没有发现。");
        var id = notes.of(stored(request)).getFirst().id();
        assertThat(as("officer")
                        .post(path + "/searches/" + id + "/removal", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(notes.text(stored(request))).isEmpty();
        assertThat(as("officer").get(path + "?tab=search").body()).contains("综合档案室", "已划去");
    }

    @Test
    @DisplayName("身份证明加密保存，只有可看个人信息的人说明理由后才能打开")
    void identityPapersOpenForAReasonOnly() {
        var request = register(Channel.IN_PERSON, TODAY, "皇甫证件", "请求公开示例文件");
        var path = Cases.path(request.number());
        var png = new byte[] {
            (byte) 0x89,
            'P',
            'N',
            'G',
            13,
            10,
            26,
            10,
            0,
            0,
            0,
            13,
            'I',
            'H',
            'D',
            'R',
            0,
            0,
            0,
            1,
            0,
            0,
            0,
            1,
            8,
            6,
            0,
            0,
            0
        };
        assertThat(as("officer")
                        .post(path + "/materials", Map.of("purpose", "IDENTITY_PAPER"), "file", "皇甫身份证.png", png)
                        .statusCode())
                .isEqualTo(303);
        var refused = as("officer")
                .post(
                        path + "/materials",
                        Map.of("purpose", "CASE_MATERIAL"),
                        "file",
                        "程序.exe",
                        "MZ".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("程序.exe");
        var page = as("officer").get(path).body();
        assertThat(page).contains("身份证明扫描件").doesNotContain("皇甫身份证");
        var file = page.replaceAll("(?s).*身份证明扫描件.*?(/files/[0-9a-f-]{36}).*", "$1");
        assertThat(as("officer").get(file).body()).contains("理由");
        assertThat(as("officer").post(file, Map.of("reason", "核对身份")).statusCode())
                .isEqualTo(200);
        assertThat(as("leader").get(path).body()).doesNotContain("身份证明扫描件");
        assertThat(as("leader").get(file).statusCode()).isEqualTo(404);
        assertThat(new Clerk(port(), "office@demo-d06").get(file).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyDoesWhatIsNotTheirs() {
        var request = register(Channel.IN_PERSON, TODAY, "尉迟权限", "请求公开示例名录");
        var path = Cases.path(request.number());
        assertThat(new Clerk(port(), "office@demo-d06").get(path).statusCode()).isEqualTo(404);
        assertThat(new Clerk(port(), "office@demo-d06")
                        .post(path + "/steps/withdraw", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Clerk(port(), "sysadmin").get(path).statusCode()).isIn(403, 404);
        assertThat(new Clerk(port(), "sysadmin").get("/office/requests").statusCode())
                .isIn(403, 404);
        assertThat(as("secrecy").get(path).statusCode()).isEqualTo(200);
        assertThat(as("secrecy").post(path + "/steps/withdraw", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(as("secrecy").get("/office/requests/new").statusCode()).isEqualTo(403);
        assertThat(take("officer", request, "extend", Map.of("workingDays", "5", "approvedBy", "我", "reason", "理由"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(take("leader", request, "consultAgency", Map.of("agency", "示例局", "content", "内容"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("officer").get(path).body()).contains("由公开工作机构负责人或分管领导办理");
        assertThat(as("head").get(path + "/steps/withdraw?backfill=true").statusCode())
                .isEqualTo(403);
        assertThat(stored(request).steps()).isZero();
    }

    @Test
    void anApplicantIsFoundByExactMatchOutOfSightOfAddressesAndLogs() {
        var request = register(Channel.IN_PERSON, TODAY, "澹台查找", "请求公开示例清单");
        var found = as("officer").post("/office/requests/applicant", Map.of("field", "NAME", "value", "澹台查找"));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains(request.number());
        assertThat(as("officer")
                        .post("/office/requests/applicant", Map.of("field", "NAME", "value", "澹台"))
                        .body())
                .contains("找到 0 件");
        assertThat(as("leader").get("/office/requests/applicant").statusCode()).isEqualTo(403);
        assertThat(logged("按申请人查找")).doesNotContain("澹台");
    }

    @Test
    void theListsFilterSortAndStopCounting() {
        var request = register(Channel.POST_SIGNED, TODAY.minusDays(20), "仲孙列表", "请求公开示例百分号100%_文件");
        var body = as("officer")
                .get("/office/requests/all?q=100%25_&channel=POST_SIGNED&sort=due&direction=desc")
                .body();
        assertThat(body).contains(request.number());
        assertThat(as("officer").get("/office/requests/all?q=100%25x").body()).contains("没有符合条件的申请");
        for (var view : CaseView.values()) {
            for (var sort : List.of("due", "submitted", "waits", "internal", "state")) {
                for (var direction : List.of("asc", "desc")) {
                    var path = view.path() + "?sort=" + sort + "&direction=" + direction
                            + "&state=REGISTERED&kind=NATURAL_PERSON&division=1&handler=2&result=GRANTED&from=2026-01-01&to=x&dueFrom=2026-01-01"
                            + "&dueTo=2026-12-31&stage=open&page=3";
                    assertThat(as("officer").get(path).statusCode()).as(path).isEqualTo(200);
                }
            }
        }
        assertThat(as("officer").get("/office/requests/calendar?month=2026-03").body())
                .contains("期限日历 2026年3月");
        assertThat(as("officer").get("/office/requests/calendar?month=x").statusCode())
                .isEqualTo(200);
        assertThat(as("officer").get("/office/requests/calendar?month=2030-01").statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("补录以前的步骤：留标记，不放宽法律")
    void aStepOfThePastIsMarked() {
        var request = register(Channel.IN_PERSON, LocalDate.of(2026, 1, 26), "赫连补录", "请求公开示例档案");
        var path = Cases.path(request.number());
        assertThat(as("officer").get(path + "/backfill").body()).contains("要求补正", "作出处理决定");
        var late = as("officer")
                .post(
                        path + "/steps/requestCorrection",
                        Map.of(
                                "backfill",
                                "true",
                                "on",
                                "2026-02-10",
                                "deadline",
                                "2026-02-28",
                                "items",
                                "请写明",
                                "expected",
                                "0"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("第三十条", "请写明");
        var done = as("officer")
                .post(
                        path + "/steps/decide",
                        Map.of(
                                "backfill",
                                "true",
                                "on",
                                "2026-02-10",
                                "decision",
                                "GRANTED",
                                "sub",
                                "PROVIDED",
                                "expected",
                                "0"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(as("officer").get(path).body()).contains("补录", "予以公开", "（一）予以公开");
        var undone = take("office", request, "undo", Map.of("reason", "录错了案件", "expected", "1"));
        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(as("officer").get(path).body()).contains("已撤销", "录错了案件");
        assertThat(stored(request).state()).isEqualTo(RequestState.REGISTERED);
    }

    private static Map<String, String> intake(String channel, String name, String phone) {
        return new HashMap<>(Map.of(
                "channel",
                channel,
                "submittedOn",
                TODAY.toString(),
                "kind",
                "NATURAL_PERSON",
                "name",
                name,
                "phone",
                phone,
                "description",
                "请求公开示例路2025年道路维修的中标结果",
                "wantedForm",
                "纸质",
                "wantedDelivery",
                "邮寄"));
    }

    private static Clerk as(String duty) {
        return CLERKS.computeIfAbsent(duty, name -> new Clerk(port(), name + "@" + ORGAN));
    }

    private static HttpResponse<String> take(
            String duty, DisclosureRequest request, String step, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.putIfAbsent("expected", String.valueOf(stored(request).steps()));
        return as(duty).post(Cases.path(request.number()) + "/steps/" + step, all);
    }

    private static DisclosureRequest register(Channel channel, LocalDate on, String name, String description) {
        var organ = platform.getBean(Organs.class).byCode(ORGAN).orElseThrow().id();
        var applicant = new Applicant(ApplicantKind.NATURAL_PERSON, name, null, "13500000002", null, null);
        var outcome = requests()
                .receive(new NewRequest(
                        organ, channel, on, null, withOwnPhone(applicant), description, "纸质", "邮寄", false));
        return ((Requests.Outcome.Taken) outcome).request();
    }

    /** Everybody has a number of their own, so that only a name makes two of them alike. */
    private static Applicant withOwnPhone(Applicant applicant) {
        var phone = "135%08d".formatted(Math.floorMod(applicant.name().hashCode(), 100_000_000));
        return new Applicant(
                applicant.kind(),
                applicant.name(),
                applicant.idNumber(),
                applicant.name().equals("司马重复") ? "13500000002" : phone,
                null,
                null);
    }

    private static void backfill(DisclosureRequest request, Step step) {
        assertThat(requests().take(request.number(), step, true, null)).isInstanceOf(Requests.Outcome.Taken.class);
    }

    private static List<DisclosureRequest> requestsOf(String organ) {
        return platform
                .getBean(JdbcClient.class)
                .sql("select number from request.request r join organ.organ o on o.id = r.organ where o.code = :code")
                .param("code", organ)
                .query(String.class)
                .list()
                .stream()
                .map(number ->
                        requests().byNumber(Objects.requireNonNull(number)).orElseThrow())
                .toList();
    }

    private static String logged(String action) {
        return String.join(
                "\n",
                platform.getBean(JdbcClient.class)
                        .sql("select coalesce(detail, '') from audit.entry where action = :action")
                        .param("action", action)
                        .query(String.class)
                        .list());
    }

    private static long person(String login) {
        return platform.getBean(JdbcClient.class)
                .sql("select id from access.person where login = :login")
                .param("login", login)
                .query(Long.class)
                .single();
    }

    private static DisclosureRequest stored(DisclosureRequest request) {
        return requests().byNumber(request.number()).orElseThrow();
    }

    private static Requests requests() {
        return platform.getBean(Requests.class);
    }

    private static int port() {
        return platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String number(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
