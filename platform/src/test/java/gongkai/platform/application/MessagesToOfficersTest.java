package gongkai.platform.application;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.database.Address;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.sample.SampleData;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** What applicants send reaches the officers of the organ and nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesToOfficersTest {
    private static final Pattern READ = Pattern.compile("/office/messages/([0-9a-f-]{36})/read");

    private ConfigurableApplicationContext platform;
    private int port;

    @BeforeAll
    void start() throws Exception {
        platform = Platform.start(
                0,
                Address.of(TestDatabase.fresh()),
                Map.of(
                        "gongkai.data",
                        Files.createTempDirectory("gongkai-messages-test").toString()));
        platform.getBean(SampleData.class).fill();
        port = platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void anOfficerSeesThemOnTheWorkbenchAndOnTheCaseAndMarksThemAsRead() {
        var citizen = new Citizen(port);
        citizen.get("/apply/demo-d01/who");
        citizen.post(
                "/apply/demo-d01/who",
                "kind",
                "NATURAL_PERSON",
                "name",
                "张三",
                "phone",
                "13800000000",
                "agent",
                "李四代办",
                "assistance",
                "yes");
        citizen.post("/apply/demo-d01/what", "description", "来信测试");
        citizen.post("/apply/demo-d01/how", "form", "PAPER", "delivery", "COLLECT");
        citizen.get("/apply/demo-d01/check");
        citizen.sendDraft("demo-d01", citizen.draft);
        var receipt = citizen.receipt("demo-d01");
        citizen.get("/applications/case/confirmation");
        for (int press = 0; press < 2; press++) {
            assertThat(citizen.post("/applications/case/confirmation").statusCode())
                    .isEqualTo(303);
        }
        citizen.get("/applications/case/consent");
        assertThat(citizen.post("/applications/case/consent", "consent", "no").statusCode())
                .isEqualTo(303);

        var officer = signedIn("officer@demo-d01");
        assertThat(officer.get("/office").body()).contains("申请人来信：确认提交了申请", receipt.number());
        var panel = officer.get("/office/requests/" + receipt.number() + "?tab=messages")
                .body();
        assertThat(panel).contains("确认提交了申请", "不同意电子送达", "李四代办", "第四十三条", "未读");
        var found = READ.matcher(panel);
        assertThat(found.find()).isTrue();
        var message = found.group(1);
        var request =
                platform.getBean(Requests.class).byNumber(receipt.number()).orElseThrow();
        assertThat(platform.getBean(Messages.class).of(request))
                .filteredOn(said -> said.kind() == MessageKind.CONFIRMATION)
                .hasSize(1);
        assertThat(platform.getBean(ConsentMessages.class)
                        .of(request)
                        .orElseThrow()
                        .agrees())
                .isFalse();
        citizen.get("/applications/case/consent");
        citizen.post("/applications/case/consent", "consent", "yes");
        assertThat(platform.getBean(ConsentMessages.class)
                        .of(request)
                        .orElseThrow()
                        .agrees())
                .as("what was said last counts")
                .isTrue();

        var stranger = signedIn("officer@demo-d02");
        assertThat(stranger.get("/office").body()).doesNotContain(receipt.number());
        stranger.get("/office/me");
        assertThat(stranger.post("/office/messages/" + message + "/read").statusCode())
                .isEqualTo(404);
        var secrecy = signedIn("secrecy@demo-d01");
        secrecy.get("/office/me");
        assertThat(secrecy.post("/office/messages/" + message + "/read").statusCode())
                .isEqualTo(403);

        assertThat(officer.post("/office/messages/" + message + "/read").statusCode())
                .isEqualTo(303);
        var stored = platform.getBean(Requests.class).byNumber(receipt.number()).orElseThrow();
        assertThat(platform.getBean(Messages.class).of(stored))
                .filteredOn(one -> one.readAt() != null)
                .hasSize(1);
        assertThat(citizen.get("/applications/case").body()).contains("单位已看", "单位还没有看");
    }

    @Test
    @DisplayName("第三十五条：申请人在网上说明理由，单位看到后认定合理或者不合理")
    void whoIsAskedToExplainDoesSoAndIsJudged() {
        var requests = platform.getBean(Requests.class);
        var today = requests.today();
        var officer = signedIn("office@demo-d02");
        for (boolean reasonable : new boolean[] {true, false}) {
            var citizen = new Citizen(port);
            var number = citizen.apply("demo-d02", "李大海", "第五十份相同的申请").number();
            take(number, new Step.Confirm(today));
            var refused = citizen.get("/applications/case/explanation");
            assertThat(refused.statusCode()).as("not asked yet").isEqualTo(303);
            officer.get("/office/requests/" + number);
            assertThat(officer.post(
                                    "/office/requests/" + number + "/steps/requestExplanation",
                                    "expected",
                                    steps(number),
                                    "reason",
                                    "本月已提出四十九件，内容相同",
                                    "deadline",
                                    today.plusDays(10).toString())
                            .statusCode())
                    .isEqualTo(303);
            assertThat(citizen.get("/applications/case").body()).contains("请说明理由", "照常计算");
            var form = citizen.get("/applications/case/explanation");
            assertThat(form.body()).contains("本月已提出四十九件，内容相同");
            assertThat(citizen.post("/applications/case/explanation", "text", " ")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(citizen.upload(
                                    "/applications/case/explanation",
                                    "课题.txt",
                                    "课题任务书".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                    "text",
                                    "为完成毕业论文，逐月比对")
                            .statusCode())
                    .isEqualTo(303);
            assertThat(officer.get("/office").body()).contains("申请人来信：说明理由", number);
            assertThat(officer.get("/office/requests/" + number + "?tab=messages")
                            .body())
                    .contains("为完成毕业论文，逐月比对", "课题.txt");
            var step = reasonable ? "grantReasonableDelay" : "explanationUnreasonable";
            assertThat(officer.get("/office/requests/" + number + "/steps/" + step)
                            .body())
                    .contains("申请人来信");
            assertThat(officer.post(
                                    "/office/requests/" + number + "/steps/" + step,
                                    "expected",
                                    steps(number),
                                    "reason",
                                    "申请人说明用于毕业论文",
                                    "until",
                                    today.plusDays(30).toString())
                            .statusCode())
                    .isEqualTo(303);
            var after = requests.byNumber(number).orElseThrow();
            assertThat(after.state()).isEqualTo(reasonable ? RequestState.IN_PROGRESS : RequestState.DECIDED);
            assertThat(after.decision()).isEqualTo(reasonable ? null : DecisionType.REFUSED_MASS_REPEAT);
            assertThat(citizen.get("/applications/case/explanation").statusCode())
                    .as("explained and judged")
                    .isEqualTo(303);
            assertThat(officer.get("/office/requests/" + number + "?tab=letters")
                            .body())
                    .contains("说明理由通知书", reasonable ? "合理延迟" : "不予处理");
        }
    }

    @Test
    @DisplayName("第四十一条：更正要求由单位在网上处理一次，结果和所附证据申请人都能看到")
    void aWishToHaveARecordPutRightIsDecidedOnItsForm() {
        var citizen = new Citizen(port);
        var number = granted(citizen, "demo-d04", "冯更正", "本人缴费记录");
        citizen.get("/applications/case/rectification");
        assertThat(citizen.upload(
                                "/applications/case/rectification",
                                "工资条.txt",
                                "五月工资".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                "text",
                                "基数应为5400元")
                        .statusCode())
                .isEqualTo(303);
        citizen.get("/applications/case/promotion");
        citizen.post("/applications/case/promotion", "text", "别人也常问");
        var sent = citizen.get("/applications/case").body();
        assertThat(sent.substring(sent.indexOf("您发给单位的"))).contains("基数应为5400元", "附件：工资条.txt", "别人也常问");
        assertThat(sent.substring(sent.indexOf("您申请的内容"), sent.indexOf("您发给单位的")))
                .as("it did not come with the application")
                .doesNotContain("工资条.txt");

        var officer = signedIn("office@demo-d04");
        var panel = officer.get("/office/requests/" + number + "?tab=messages").body();
        assertThat(panel).contains("?tab=disclosure#tabs");
        var found =
                Pattern.compile("/office/messages/[0-9a-f-]{36}/rectification").matcher(panel);
        assertThat(found.find()).isTrue();
        var form = found.group();
        assertThat(officer.get(form).body()).contains("基数应为5400元", "工资条.txt", "已经更正（有权更正，审核属实）");
        var rejected = officer.post(form, "outcome", "", "note", "已按您的工资条更正");
        assertThat(rejected.statusCode()).isEqualTo(422);
        assertThat(rejected.body()).contains("请选择怎样处理", "已按您的工资条更正");
        var decided = officer.post(form, "outcome", "CORRECTED", "note", "已按您的工资条更正");
        assertThat(decided.statusCode()).isEqualTo(303);
        var letter = decided.headers().firstValue("Location").orElseThrow();
        assertThat(officer.get(letter).body()).contains("更正要求处理告知书", "基数应为5400元", "已按您的工资条更正", "第四十一条");
        assertThat(officer.get("/office/requests/" + number).body()).contains("签发更正要求处理告知书");
        assertThat(officer.post(letter + "/signature", "changes", "0").statusCode())
                .isEqualTo(303);
        assertThat(officer.get("/office/requests/" + number).body()).contains("送达更正要求处理告知书");
        assertThat(officer.get(form).statusCode()).as("decided already").isEqualTo(303);
        assertThat(officer.get("/office/requests/" + number + "?tab=messages").body())
                .contains("已经更正：已按您的工资条更正")
                .doesNotContain(form);
        assertThat(citizen.get("/applications/case").body()).contains("已经更正：已按您的工资条更正", "更正要求处理告知书", "公开更〔");
        var stranger = signedIn("officer@demo-d02");
        assertThat(stranger.get(form).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("第四十四条：建议主动公开的，单位不公开要写明理由、公开了给出地址，申请人都能看到")
    void aSuggestionToPublishIsDeclinedWithAReasonOrFollowed() {
        var citizen = new Citizen(port);
        var number = granted(citizen, "demo-d05", "冯建议", "公交线路调整方案");
        var officer = signedIn("office@demo-d05");
        var suggestions = "/office/disclosures/suggestions";
        var form = suggestions + "/" + number;
        officer.get(form);
        assertThat(officer.post(form, "reason", "只涉及一条线路").statusCode()).isEqualTo(303);
        citizen.get("/applications/case/promotion");
        citizen.post("/applications/case/promotion", "text", "别人也常问");
        assertThat(citizen.get("/applications/case").body())
                .as("declined before it was suggested")
                .contains("单位还没有看")
                .doesNotContain("只涉及一条线路");

        assertThat(officer.get("/office/requests/" + number + "?tab=disclosure").body())
                .contains("申请人建议主动公开", form);
        assertThat(officer.get(suggestions).body()).contains(form);
        officer.get(form);
        var empty = officer.post(form, "reason", " ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("请写明不主动公开的理由");
        var telling = officer.post(form, "reason", "冯建议所问只与其本人有关");
        assertThat(telling.statusCode()).isEqualTo(422);
        assertThat(telling.body()).contains("申请人的姓名", "冯建议所问只与其本人有关");
        assertThat(officer.post(form, "reason", "方案还在征求意见，定稿后公开").statusCode()).isEqualTo(303);
        var listed = officer.get(suggestions).body();
        assertThat(listed.substring(listed.indexOf("审核后没有公开的"))).contains(number, "没有公开的理由：方案还在征求意见");
        assertThat(officer.get("/office").body())
                .as("nobody has to read it now")
                .doesNotContain(number);
        assertThat(citizen.get("/applications/case").body()).contains("单位审核后没有主动公开：方案还在征求意见，定稿后公开");
        assertThat(signedIn("office@demo-d02").get(form).statusCode()).isEqualTo(404);

        officer.get("/office/disclosures/new?request=" + number);
        var published = officer.post(
                "/office/disclosures",
                "request",
                number,
                "title",
                "公交线路调整方案",
                "question",
                "公交线路调整方案",
                "answer",
                "自六月起调整三条线路",
                "checked",
                "true");
        assertThat(published.statusCode()).isEqualTo(303);
        var address = published.headers().firstValue("Location").orElseThrow();
        assertThat(citizen.get("/applications/case").body())
                .contains("单位已经主动公开，<a href=\"" + address + "\">看公开的内容</a>")
                .doesNotContain("定稿后公开");
        assertThat(new Citizen(port).get(address).body()).contains("自六月起调整三条线路");
        assertThat(officer.get(suggestions).body()).doesNotContain(number);
        assertThat(officer.get(form).statusCode()).as("published meanwhile").isEqualTo(404);
    }

    @Test
    @DisplayName("行政复议法第二十二条：单位有网上申请复议的网址，申请人在查询页看到")
    void theAddressOfOnlineReconsiderationIsTold() {
        var office = signedIn("office@demo-d03");
        var citizen = new Citizen(port);
        var number = citizen.apply("demo-d03", "李大海", "网上复议").number();
        var today = platform.getBean(Requests.class).today();
        take(number, new Step.Confirm(today));
        take(
                number,
                new Step.Decide(
                        today,
                        DecisionType.DENIED_PROCESS,
                        null,
                        "属于过程性信息",
                        "经检索为会议纪要",
                        List.of("第十六条第二款"),
                        "王五",
                        "",
                        ""));
        take(number, new Step.Dispatch(today, DeliveryMethod.DIRECT, ""));
        take(number, new Step.Deliver(today, "李大海"));
        assertThat(citizen.get("/applications/case").body()).contains("不满意怎么办").doesNotContain("可以在网上申请行政复议");
        office.get("/office/letters/settings");
        assertThat(office.post(
                                "/office/letters/settings",
                                "prefix",
                                "示财公开",
                                "pattern",
                                "{代字}{字}〔{年}〕{号}号",
                                "remedyUrl",
                                "https://fy.example.invalid/")
                        .statusCode())
                .isEqualTo(303);
        assertThat(citizen.get("/applications/case").body()).contains("href=\"https://fy.example.invalid/\"");
    }

    /** Applies and is given everything. */
    private String granted(Citizen citizen, String organ, String name, String description) {
        var number = citizen.apply(organ, name, description).number();
        var today = platform.getBean(Requests.class).today();
        take(number, new Step.Confirm(today));
        take(
                number,
                new Step.Decide(
                        today,
                        DecisionType.GRANTED,
                        Step.Granting.PROVIDED,
                        "可以公开",
                        description,
                        List.of("第三十六条第（二）项"),
                        "王五",
                        "",
                        ""));
        take(number, new Step.Dispatch(today, DeliveryMethod.DIRECT, ""));
        take(number, new Step.Deliver(today, name));
        return number;
    }

    private void take(String number, Step step) {
        assertThat(platform.getBean(Requests.class).take(number, step, false, null))
                .isInstanceOf(Requests.Outcome.Taken.class);
    }

    private String steps(String number) {
        return String.valueOf(
                platform.getBean(Requests.class).byNumber(number).orElseThrow().steps());
    }

    private Citizen signedIn(String login) {
        var person = new Citizen(port);
        person.get("/login");
        assertThat(person.post("/login", "username", login, "password", SampleData.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        return person;
    }
}
