package gongkai.platform.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.SignedInAs;
import gongkai.platform.database.Address;
import gongkai.platform.disclosures.PromotionWishes;
import gongkai.platform.disclosures.Publishing;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.sample.SampleData;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** The public applies and follows, over HTTP and without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplyingTest {
    private static final String ORGAN = "demo-d01";
    private static final String WORDS = "2025年示例路房屋征收补偿方案";

    private ConfigurableApplicationContext platform;
    private int port;

    @BeforeAll
    void start() throws Exception {
        platform = Platform.start(
                0,
                Address.of(TestDatabase.fresh()),
                Map.of(
                        "gongkai.data",
                        Files.createTempDirectory("gongkai-application-test").toString(),
                        "gongkai.application.saves-per-minute",
                        "5000",
                        "gongkai.application.looks-per-minute",
                        "5000"));
        platform.getBean(SampleData.class).fill();
        port = platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    private Citizen citizen() {
        return new Citizen(port);
    }

    private Requests requests() {
        return platform.getBean(Requests.class);
    }

    private long count(String sql) {
        return platform.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    @Test
    void appliesStepByStepAndGetsNumberAndCodeOnce() {
        var citizen = citizen();
        assertThat(citizen.get("/apply").body()).contains("申请公开政府信息");
        assertThat(citizen.get("/apply/" + ORGAN).body()).contains("开始填写", "20 个工作日内");
        var check = citizen.fill(ORGAN, "张三", WORDS);
        assertThat(check.statusCode()).isEqualTo(200);
        assertThat(check.body()).contains("张三", WORDS, "您没有提供身份证明");
        var sent = citizen.sendDraft(ORGAN, citizen.draft);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(place(sent)).isEqualTo("/apply/" + ORGAN + "/receipt");
        var receipt = citizen.receipt(ORGAN);
        var stored = requests().byNumber(receipt.number()).orElseThrow();
        assertThat(stored.state()).isEqualTo(RequestState.AWAITING_CONFIRMATION);
        assertThat(stored.wantedDelivery()).isEqualTo("在本平台下载；同意电子送达");
        assertThat(requests().opens(receipt.number(), receipt.code())).isTrue();
        assertThat(citizen.get("/applications/case").body()).contains("等待双方确认", receipt.number(), WORDS);
        assertThat(citizen().get("/apply/" + ORGAN + "/receipt").statusCode())
                .as("another browser sees no receipt")
                .isEqualTo(303);
    }

    @Test
    void keepsWhatWasTypedWhenItIsRejectedAndWhenTheBrowserComesBack() {
        var citizen = citizen();
        citizen.get("/apply/" + ORGAN + "/who");
        var longName = "𠮷".repeat(10_000);
        var rejected = citizen.post(
                "/apply/" + ORGAN + "/who",
                "name",
                longName,
                "email",
                "no mail",
                "address",
                "'; drop table <b>x</b>😀");
        assertThat(rejected.statusCode()).isEqualTo(422);
        assertThat(rejected.body())
                .contains("姓名或者单位名称不能超过 100 个字，现在有 10000 个字", "请选择您以个人", "电子邮箱应写成", longName)
                .contains("&#39;; drop table &lt;b>x&lt;/b>😀");
        var again = citizen.get("/apply/" + ORGAN + "/who");
        assertThat(again.body()).contains(longName, "😀");
        assertThat(citizen.get("/apply/" + ORGAN).body()).contains("您有一份没有提交的草稿", "继续填写");
    }

    @Test
    void namesOfAnyCharactersArriveAsTheyWereTyped() {
        var receipt = citizen().apply(ORGAN, "𠮷田·買買提'--<i>", "关于<script>alert(1)</script>与😀的文件\n第二行");
        var stored = requests().byNumber(receipt.number()).orElseThrow();
        assertThat(stored.description()).isEqualTo("关于<script>alert(1)</script>与😀的文件\n第二行");
        assertThat(platform.getBean(Applicants.class)
                        .use(stored.applicant(), "测试")
                        .name())
                .isEqualTo("𠮷田·買買提'--<i>");
        var citizen = citizen();
        follow(citizen, receipt);
        assertThat(citizen.get("/applications/case").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void twoPressesAtTheSameMomentMakeOneRequest() throws Exception {
        var citizen = citizen();
        citizen.fill(ORGAN, "李四", "两次按下提交");
        long before = count("select count(*) from request.request");
        var answers = together(6, () -> citizen.sendDraft(ORGAN, citizen.draft));
        assertThat(count("select count(*) from request.request") - before).isEqualTo(1);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(place(answer)).isEqualTo("/apply/" + ORGAN + "/receipt");
        });
        assertThat(place(citizen.sendDraft(ORGAN, citizen.draft))).isEqualTo("/apply/" + ORGAN + "/receipt");
        assertThat(count("select count(*) from request.request") - before).isEqualTo(1);
    }

    @Test
    void whoeverBeginsTheNextOneKeepsTheReceiptOfTheLast() {
        var citizen = citizen();
        var first = citizen.apply(ORGAN, "沈五", "第一份");
        citizen.get("/apply/" + ORGAN + "/who");
        citizen.post("/apply/" + ORGAN + "/who", "kind", "NATURAL_PERSON", "name", "沈五", "phone", "13800000000");
        assertThat(citizen.receipt(ORGAN)).isEqualTo(first);
        var second = citizen.apply(ORGAN, "沈五", "第二份");
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(citizen.get("/applications/case").body()).contains("第二份").doesNotContain("第一份");
    }

    @Test
    void offersWhatWasAnsweredAndPublishedBefore() {
        var receipt = citizen().apply(ORGAN, "韩六", "示例大桥检测报告");
        answer(receipt);
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(platform, "office@demo-d01"));
        try {
            var stored = requests().byNumber(receipt.number()).orElseThrow();
            var draft = new Publishing.Draft("示例大桥检测报告", "示例大桥检测报告", "已经公开", List.of(), Set.of());
            assertThat(platform.getBean(Publishing.class).publish(stored, draft))
                    .isInstanceOf(Publishing.Outcome.Published.class);
        } finally {
            SecurityContextHolder.clearContext();
        }
        var citizen = citizen();
        citizen.get("/apply/" + ORGAN + "/what");
        citizen.post("/apply/" + ORGAN + "/what", "description", "申请公开2026年关于示例大桥检测报告的内容");
        assertThat(citizen.get("/apply/" + ORGAN + "/what").body()).contains("也许已经公开了", "/disclosures/");
        citizen.post("/apply/" + ORGAN + "/what", "description", "完全不同的事情");
        assertThat(citizen.get("/apply/" + ORGAN + "/what").body()).doesNotContain("也许已经公开了");
    }

    @Test
    void filesAreKeptWithTheDraftAndGoOverToTheRequest() {
        var citizen = citizen();
        citizen.get("/apply/" + ORGAN + "/who");
        var bad = citizen.upload(
                "/apply/" + ORGAN + "/who",
                "证件.exe",
                new byte[] {'M', 'Z', 0, 1},
                "kind",
                "NATURAL_PERSON",
                "name",
                "王五",
                "phone",
                "13800000000");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("“证件.exe”没有收下", "王五");
        var good = citizen.upload(
                "/apply/" + ORGAN + "/who",
                "身份证.png",
                png(),
                "kind",
                "NATURAL_PERSON",
                "name",
                "王五",
                "phone",
                "13800000000");
        assertThat(good.statusCode()).as(good.body()).isEqualTo(303);
        assertThat(citizen.get("/apply/" + ORGAN + "/who").body()).contains("身份证.png");
        citizen.post("/apply/" + ORGAN + "/what", "description", "带附件的申请");
        citizen.post("/apply/" + ORGAN + "/how", "form", "PAPER", "delivery", "COLLECT");
        assertThat(citizen.get("/apply/" + ORGAN + "/check").body())
                .contains("身份证.png")
                .doesNotContain("没有提供身份证明");
        citizen.sendDraft(ORGAN, citizen.draft);
        var number = citizen.receipt(ORGAN).number();
        assertThat(count(
                        "select count(*) from files.file where purpose = 'IDENTITY_PAPER' and keep_until is null and subject = '"
                                + number + "'"))
                .isEqualTo(1);
        assertThat(citizen.get("/applications/case").body()).doesNotContain("身份证.png");
    }

    @Test
    void theDraftIsSealedAndDeletedWhenAsked() {
        var citizen = citizen();
        citizen.fill(ORGAN, "赵六草稿", "草稿里的秘密");
        assertThat(count("select count(*) from application.draft where fields like '%赵六%' or fields like '%秘密%'"))
                .isZero();
        long before = count("select count(*) from application.draft");
        assertThat(citizen.post("/apply/" + ORGAN + "/draft/removal").statusCode())
                .isEqualTo(303);
        assertThat(count("select count(*) from application.draft")).isEqualTo(before - 1);
        assertThat(citizen.get("/apply/" + ORGAN + "/who").body()).doesNotContain("赵六草稿");
        assertThat(place(citizen.sendDraft(ORGAN, citizen.draft))).isEqualTo("/apply/" + ORGAN);
    }

    @Test
    void wrongNumberAndWrongCodeCannotBeToldApart() {
        var receipt = citizen().apply(ORGAN, "孙七", "不可枚举");
        var missing = receipt.number().substring(0, receipt.number().length() - 4) + "9876";
        var wrongCode = citizen();
        wrongCode.get("/applications");
        var wrongNumber = citizen();
        wrongNumber.get("/applications");
        for (int i = 0; i < 7; i++) {
            var first = wrongCode.post("/applications", "number", receipt.number(), "code", "AAAAAAAAA" + (2 + i));
            var second = wrongNumber.post("/applications", "number", missing, "code", "AAAAAAAAA" + (2 + i));
            assertThat(second.statusCode()).isEqualTo(first.statusCode());
            assertThat(alike(second.body(), missing)).isEqualTo(alike(first.body(), receipt.number()));
        }
        var waiting = wrongCode.post("/applications", "number", receipt.number(), "code", receipt.code());
        assertThat(waiting.statusCode())
                .as("after many wrong codes even the right one waits")
                .isEqualTo(429);
        assertThat(waiting.body()).contains("连续输错多次").doesNotContain(receipt.code());
    }

    @Test
    void asksAsLongAboutARequestThatIsNotThere() {
        var receipt = citizen().apply(ORGAN, "周八", "同样的时间");
        var there = new ArrayList<Long>();
        var absent = new ArrayList<Long>();
        for (int i = 0; i < 400; i++) {
            there.add(time(receipt.number()));
            absent.add(time(receipt.number() + "9"));
        }
        double first = median(there);
        double second = median(absent);
        assertThat(second / first).as(first + " ns and " + second + " ns").isBetween(0.6, 1.67);
    }

    private long time(String number) {
        long from = System.nanoTime();
        assertThat(requests().opens(number, "AAAAAAAAAA")).isFalse();
        return System.nanoTime() - from;
    }

    private static double median(List<Long> times) {
        return times.stream()
                .skip(100)
                .sorted()
                .skip((times.size() - 100) / 2)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePageWithoutAVisitSaysNothing() {
        var stranger = citizen();
        for (var path :
                List.of("/applications/case", "/applications/case/withdrawal", "/applications/case/correction")) {
            var answer = stranger.get(path);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(place(answer)).isEqualTo("/applications");
        }
        stranger.get("/applications");
        assertThat(place(stranger.post("/applications/case/withdrawal", "seen", "0")))
                .isEqualTo("/applications");
    }

    @Test
    void correctsWhenAskedAndTheOfficerIsTold() {
        var citizen = citizen();
        var receipt = citizen.apply(ORGAN, "吴九", "不清楚的申请");
        take(receipt, new Step.Confirm(today()));
        take(receipt, new Step.RequestCorrection(today(), List.of("请写明年份<b>"), today().plusDays(10)));
        var page = citizen.get("/applications/case").body();
        assertThat(page).contains("请补正申请", "请写明年份&lt;b&gt;", "视为放弃申请");
        citizen.get("/applications/case/correction");
        var empty = citizen.post("/applications/case/correction", "seen", "2", "text", " ");
        assertThat(empty.statusCode()).isEqualTo(422);
        var stale = citizen.post("/applications/case/correction", "seen", "1", "text", "2025年的方案");
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("单位刚刚办理过这件申请", "2025年的方案");
        var done = citizen.upload("/applications/case/correction", "说明.png", png(), "seen", "2", "text", "2025年的方案");
        assertThat(done.statusCode()).isEqualTo(303);
        var stored = requests().byNumber(receipt.number()).orElseThrow();
        assertThat(stored.state()).isEqualTo(RequestState.IN_PROGRESS);
        assertThat(platform.getBean(Messages.class).of(stored)).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(MessageKind.CORRECTION);
            assertThat(message.text()).isEqualTo("2025年的方案");
            assertThat(message.files()).hasSize(1);
        });
        assertThat(citizen.get("/applications/case").body())
                .contains("单位已收到，答复期限重新计算")
                .doesNotContain("单位还没有看");
        var late = citizen.post("/applications/case/correction", "seen", "3", "text", "再补一次");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("第三十条", "再补一次");
    }

    @Test
    void withdrawsOnceAndNotAfterTheAnswer() {
        var citizen = citizen();
        var receipt = citizen.apply(ORGAN, "郑十", "要撤回的申请");
        assertThat(citizen.get("/applications/case/withdrawal").body()).contains("撤回不能反悔");
        assertThat(citizen.post("/applications/case/withdrawal", "seen", "0", "text", "不需要了")
                        .statusCode())
                .isEqualTo(303);
        assertThat(citizen.get("/applications/case").body()).contains("您已撤回申请", "评价这次办理");
        assertThat(citizen.post("/applications/case/withdrawal", "seen", "1").body())
                .contains("第三十三条");

        var answered = citizen();
        var second = answered.apply(ORGAN, "郑十", "已经答复的申请");
        answer(second);
        var page = answered.get("/applications/case").body();
        assertThat(page).contains("已经答复", "答复已经作出，不能再撤回（《条例》第三十三条）", "予以公开", "60日内", "申请行政复议");
        assertThat(page).doesNotContain("第三方", "承办人的话");
        assertThat(answered.get("/applications/case/withdrawal").statusCode()).isEqualTo(303);
        assertThat(answered.post("/applications/case/satisfaction", "score", "9")
                        .statusCode())
                .isEqualTo(422);
        assertThat(answered.post("/applications/case/satisfaction", "score", "4", "text", "很快")
                        .statusCode())
                .isEqualTo(303);
        assertThat(answered.get("/applications/case").body()).contains("4 分，谢谢");
        assertThat(answered.post("/applications/case/satisfaction", "score", "1")
                        .body())
                .contains("已经评价过了");
    }

    @Test
    void aFormOpenedForOneRequestDoesNothingToAnother() {
        var citizen = citizen();
        var first = citizen.apply(ORGAN, "郑十", "在第一个窗口里打开的申请");
        var form = citizen.get("/applications/case/withdrawal").body();
        assertThat(form).contains("name=\"number\" value=\"" + first.number() + "\"");
        var second = citizen().apply(ORGAN, "郑十", "在第二个窗口里打开的申请");
        follow(citizen, second);
        var answer =
                citizen.post("/applications/case/withdrawal", "seen", "0", "number", first.number(), "text", "只撤回第一件");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("又打开了另一件申请（" + second.number() + "）", "只撤回第一件");
        for (var receipt : List.of(first, second)) {
            assertThat(requests().byNumber(receipt.number()).orElseThrow().state())
                    .isEqualTo(RequestState.AWAITING_CONFIRMATION);
        }
    }

    @Test
    void nothingOfTheAnswerIsToldBeforeItIsOut() {
        var citizen = citizen();
        var receipt = citizen.apply(ORGAN, "冯一", "还没有送出的答复");
        take(receipt, new Step.Confirm(today()));
        take(receipt, decision());
        assertThat(citizen.get("/applications/case").body())
                .contains("答复已经作出，等待送达")
                .doesNotContain("予以公开", "审批人");
    }

    @Test
    void savesTheAnswerOnceItIsOutAndNoLetterToOthers() {
        var citizen = citizen();
        var receipt = citizen.apply(ORGAN, "卫三", "可以下载的答复");
        take(receipt, new Step.Confirm(today()));
        take(receipt, new Step.ConsultThirdParty(today(), today(), "示例公司", "商业秘密"));
        take(receipt, new Step.ThirdPartyReplied(today(), Step.Opinion.AGREE, ""));
        take(receipt, decision());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from letter.letter where doc_no is not null and pdf is null") == 0);
        assertThat(citizen.get("/applications/case").body())
                .as("signed, but not out yet")
                .doesNotContain("下载 PDF");
        take(receipt, new Step.Dispatch(today(), gongkai.platform.request.procedure.DeliveryMethod.ELECTRONIC, ""));
        var page = citizen.get("/applications/case").body();
        assertThat(page).contains("给您的文书", "政府信息公开申请答复书").doesNotContain("征询书", "示例公司");
        var link = java.util.regex.Pattern.compile("/applications/case/letters/[0-9a-f-]{36}")
                .matcher(page);
        assertThat(link.find()).isTrue();
        var file = citizen.get(link.group());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).startsWith("%PDF");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var stored = requests().byNumber(receipt.number()).orElseThrow();
        assertThat(platform.getBean(Messages.class).of(stored))
                .extracting(Message::kind)
                .containsExactly(MessageKind.DOWNLOADED);
        var other = citizen();
        other.apply(ORGAN, "蒋四", "别人的申请");
        assertThat(other.get(link.group()).statusCode()).isEqualTo(404);
        assertThat(citizen().get(link.group()).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("第四十一条、第四十四条：得到信息以后，可以要求更正，也可以建议主动公开")
    void whoWasInformedMayAskForCorrectionAndSuggestToPublish() {
        var citizen = citizen();
        var receipt = citizen.apply(ORGAN, "冯更正", "本人2019年技能证书的登记信息");
        follow(citizen, receipt);
        assertThat(citizen.get("/applications/case").body()).doesNotContain("要求更正");
        answer(receipt);
        assertThat(citizen.get("/applications/case").body()).contains("要求更正", "建议主动公开");
        citizen.get("/applications/case/rectification");
        assertThat(citizen.post("/applications/case/rectification", "text", " ").statusCode())
                .isEqualTo(422);
        assertThat(citizen.post("/applications/case/rectification", "text", "出生日期应为1990年1月2日")
                        .statusCode())
                .isEqualTo(303);
        assertThat(citizen.post("/applications/case/promotion", "text", "").statusCode())
                .isEqualTo(303);
        var stored = requests().byNumber(receipt.number()).orElseThrow();
        var wish = platform.getBean(Messages.class).of(stored).getFirst();
        assertThat(wish.kind()).isEqualTo(MessageKind.RECTIFICATION);
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(platform, "office@demo-d01"));
        try {
            var decided = new Rectifications.Decided(RectificationOutcome.CORRECTED, "已按您的证件更正");
            assertThat(platform.getBean(Rectifications.class).decide(stored, wish, decided))
                    .isPresent();
            assertThat(platform.getBean(Rectifications.class).decide(stored, wish, decided))
                    .isEmpty();
            assertThat(platform.getBean(PromotionWishes.class).of(List.of(stored.organ())))
                    .contains(stored.number());
        } finally {
            SecurityContextHolder.clearContext();
        }
        assertThat(citizen.get("/applications/case").body()).contains("已经更正：已按您的证件更正");
        assertThat(stored.row())
                .isEqualTo(requests().byNumber(receipt.number()).orElseThrow().row());
    }

    @Test
    void showsWhatTheFeeIsMadeOf() {
        var citizen = citizen();
        var receipt = citizen.apply(ORGAN, "陈二", "要收费的申请");
        take(receipt, new Step.Confirm(today()));
        take(receipt, new Step.NoticeFee(today(), gongkai.platform.request.fee.FeeBasis.PAGES, 31, today()));
        assertThat(citizen.get("/applications/case").body()).contains("请缴纳信息处理费");
        assertThat(citizen.get("/applications/case/payment").body()).contains("应缴 10 元", "31—31");
        assertThat(citizen.post("/applications/case/payment", "seen", "2").statusCode())
                .isEqualTo(422);
        assertThat(citizen.upload("/applications/case/payment", "票据.png", png(), "seen", "2")
                        .statusCode())
                .isEqualTo(303);
        assertThat(citizen.get("/applications/case").body()).contains("缴费凭证", "单位还没有看");
    }

    @Test
    void noPersonalDataOrCodeStandsInTheLog() {
        var citizen = citizen();
        var receipt = citizen.apply(ORGAN, "褚某某", "日志里没有我");
        var number = citizen();
        number.get("/applications");
        number.post("/applications", "number", "110101199001011234", "code", receipt.code());
        assertThat(count(
                        "select count(*) from audit.entry where detail like '%褚某某%' or subject like '%褚某某%' or subject like '%"
                                + "110101199001011234%' or detail like '%" + receipt.code() + "%'"))
                .isZero();
        assertThat(count("select count(*) from audit.entry where action = '查询码不符' and subject = '（编号格式不符）'"))
                .isPositive();
    }

    @Test
    @DisplayName("行诉解释第六十六条：逾期不答复的，自期限届满之日起六个月内可以起诉")
    void whoGotNoAnswerInTimeIsToldUntilWhenTheyMaySue() {
        var received = LocalDate.of(2026, 1, 5);
        var request = ((Requests.Outcome.Taken) requests()
                        .receive(new NewRequest(
                                platform.getBean(Organs.class)
                                        .byCode("demo-d01")
                                        .orElseThrow()
                                        .id(),
                                Channel.IN_PERSON,
                                received,
                                null,
                                new Applicant(ApplicantKind.NATURAL_PERSON, "张三", null, "13800000000", null, null),
                                "示例文件",
                                "",
                                "",
                                true)))
                .request();
        var told = java.util.Objects.requireNonNull(platform.getBean(RemediesInWords.class)
                .of(request, requests().standing(request, List.of()), List.of()));
        assertThat(request.due()).isEqualTo("2026-02-02");
        assertThat(told.text()).contains("申请行政复议", "示例市丙区人民法院", "第五十一条");
        assertThat(told.terms())
                .singleElement()
                .satisfies(term -> assertThat(term.lastDay()).isEqualTo("2026-08-03"));
    }

    private void follow(Citizen citizen, Citizen.Receipt receipt) {
        citizen.get("/applications");
        var answer = citizen.post(
                "/applications",
                "number",
                " " + receipt.number().toUpperCase(java.util.Locale.ROOT),
                "code",
                receipt.code().toLowerCase(java.util.Locale.ROOT));
        assertThat(place(answer)).isEqualTo("/applications/case");
    }

    private void answer(Citizen.Receipt receipt) {
        take(receipt, new Step.Confirm(today()));
        take(receipt, decision());
        take(receipt, new Step.Dispatch(today(), gongkai.platform.request.procedure.DeliveryMethod.POST, "XA1"));
        take(receipt, new Step.Deliver(today(), "本人"));
    }

    private Step decision() {
        return new Step.Decide(
                today(),
                gongkai.platform.request.procedure.DecisionType.GRANTED,
                Step.Granting.PROVIDED,
                "可以公开",
                "经审查，承办人的话",
                List.of("《条例》第三十六条第（二）项"),
                "审批人",
                "",
                "");
    }

    private void take(Citizen.Receipt receipt, Step step) {
        assertThat(requests().take(receipt.number(), step, false, null)).isInstanceOf(Requests.Outcome.Taken.class);
    }

    private LocalDate today() {
        return requests().today();
    }

    private static String alike(String body, String number) {
        return body.replace(number, "N").replaceAll("value=\"[^\"]*\"", "");
    }

    private static String place(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    static byte[] png() {
        return java.util.Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    }

    private static <T> List<T> together(int times, Callable<T> work) throws Exception {
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(times)) {
            var waiting = new ArrayList<java.util.concurrent.Future<T>>();
            for (int i = 0; i < times; i++) {
                waiting.add(threads.submit(() -> {
                    gate.await();
                    return work.call();
                }));
            }
            gate.countDown();
            var done = new ArrayList<T>();
            for (var one : waiting) {
                done.add(one.get());
            }
            return done;
        }
    }
}
