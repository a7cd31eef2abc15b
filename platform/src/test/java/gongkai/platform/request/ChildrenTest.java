package gongkai.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.ApiClient;
import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.Tokens;
import gongkai.platform.request.procedure.Opening;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.sample.SampleData;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Cases that come out of others and cases answered together, as another system enters them. */
class ChildrenTest {
    private static final String ORGAN = "demo-d06";
    private static ConfigurableApplicationContext platform;
    private static ApiClient api;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        platform.getBean(SampleData.class).fill();
        api = new ApiClient(platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        token = platform.getBean(Tokens.class)
                .create("office@" + ORGAN, "测试", Tokens.Scope.WRITE, 1)
                .token();
    }

    @AfterAll
    static void stop() {
        api.close();
        platform.close();
    }

    @Test
    @DisplayName("第二十九条：一事一申请，拆出的申请各有编号，收到日与原申请相同，各计一件")
    void splitsOffRequestsOfTheirOwn() {
        int before = newReceived(2025);
        var number = register("2025-03-03", "张三");
        var split = step(number, "split", "2025-03-05", "\"into\": [\"预算\", \"决算\"], \"reason\": \"三项内容\"");
        assertThat(split.status()).isEqualTo(200);
        assertThat(split.text("state")).isEqualTo("REGISTERED");
        var children = children().of(request(number));
        assertThat(children).hasSize(2).allSatisfy(child -> {
            assertThat(child.receiptDate()).isEqualTo(LocalDate.of(2025, 3, 3));
            assertThat(child.due()).isEqualTo(request(number).due());
            assertThat(child.origin()).isEqualTo(number);
            assertThat(child.state()).isEqualTo(RequestState.REGISTERED);
            assertThat(child.number()).isNotEqualTo(number);
        });
        assertThat(children.stream().map(DisclosureRequest::description)).containsExactly("预算", "决算");
        assertThat(newReceived(2025)).isEqualTo(before + 3);
        var steps = api.get(token, "/requests/" + number).json().get("steps");
        assertThat(steps.get(0).get("into").valueStream().map(each -> each.asString()))
                .containsExactlyElementsOf(
                        children.stream().map(DisclosureRequest::number).toList());
    }

    @Test
    void makesNothingWhereTheSplitIsBarred() {
        var number = register("2025-03-03", "张三");
        step(number, "withdraw", "2025-03-04", "\"reason\": \"不需要了\"");
        var split = step(number, "split", "2025-03-05", "\"into\": [\"预算\"], \"reason\": \"两项内容\"");
        assertThat(split.status()).isEqualTo(409);
        assertThat(children().of(request(number))).isEmpty();
    }

    @Test
    @DisplayName("合并答复：同一申请人的几件一并答复，各计一件，期限从最早的收到日算")
    void answersTogetherByTheEarliestDay() {
        var early = register("2025-04-01", "李四");
        var late = register("2025-04-14", "李四");
        var merged = step(late, "merge", "2025-04-15", "\"with\": [\"" + early + "\"], \"reason\": \"内容相同\"");
        assertThat(merged.status()).isEqualTo(200);
        assertThat(request(late).due()).isEqualTo(request(early).due());
        assertThat(children().mergedWith(request(late))).containsExactly(early);
        assertThat(children().mergedWith(request(early))).containsExactly(late);
        assertThat(request(late).receiptDate()).isEqualTo(LocalDate.of(2025, 4, 14));
        var stranger = register("2025-04-02", "王五");
        var other = register("2025-04-14", "李四");
        assertThat(step(other, "merge", "2025-04-15", "\"with\": [\"" + stranger + "\"], \"reason\": \"内容相同\"")
                        .status())
                .isEqualTo(422);
        assertThat(request(stranger).steps()).isZero();
    }

    @Test
    @DisplayName("行政复议法第六十四条：责令重新答复另立一案，期限依决定书，不计入表三")
    void beginsANewAnswerThatIsCountedNowhere() {
        var number = register("2025-05-06", "赵六");
        step(number, "decide", "2025-05-20", "\"decision\": \"DENIED_INTERNAL\"");
        step(number, "dispatch", "2025-05-20", "\"method\": \"DIRECT\"");
        step(number, "deliver", "2025-05-21", "");
        int before = newReceived(2025);
        var redo = step(number, "redo", "2025-08-01", "\"until\": \"2025-08-29\", \"caseNo\": \"示复〔2025〕7号\"");
        assertThat(redo.status()).isEqualTo(200);
        var child = children().of(request(number)).getFirst();
        assertThat(child.opening())
                .isEqualTo(new Opening.Ordered(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 29), number));
        assertThat(child.state()).isEqualTo(RequestState.IN_PROGRESS);
        assertThat(child.receiptDate()).isNull();
        assertThat(child.due()).isEqualTo(LocalDate.of(2025, 8, 29));
        assertThat(step(child.number(), "extend", "2025-08-04", """
                "workingDays": 5, "approvedBy": "分管领导", "reason": "情况复杂" """).status()).isEqualTo(409);
        var answered = step(child.number(), "decide", "2025-08-20", "\"decision\": \"GRANTED\", \"sub\": \"PROVIDED\"");
        assertThat(answered.text("state")).isEqualTo("DECIDED");
        assertThat(answered.json().get("table3Row").isNull()).isTrue();
        assertThat(newReceived(2025)).isEqualTo(before);
        var replayed = platform.getBean(Requests.class).standing(request(child.number()), steps(child.number()));
        assertThat(replayed.state()).isEqualTo(RequestState.DECIDED);
    }

    @Test
    @DisplayName("归档以后责令重新答复：取回案卷有记录，再另立一案")
    void takesAFiledCaseOutOfTheArchiveForTheOrderedAnswer() {
        var number = register("2025-05-06", "赵七");
        step(number, "decide", "2025-05-20", "\"decision\": \"DENIED_INTERNAL\"");
        step(number, "dispatch", "2025-05-20", "\"method\": \"DIRECT\"");
        step(number, "deliver", "2025-05-21", "");
        step(number, "archive", "2025-05-22", "");
        var today = platform.getBean(Requests.class).today();
        var late = children().redoFiled(number, today.minusDays(1), "示复〔2026〕8号", null);
        assertThat(late.outcome()).isInstanceOf(Requests.Outcome.Unfit.class);
        assertThat(request(number).state()).isEqualTo(RequestState.ARCHIVED);
        var redone = children().redoFiled(number, today.plusDays(20), "示复〔2026〕8号", 4);
        assertThat(redone.outcome()).isInstanceOf(Requests.Outcome.Taken.class);
        assertThat(redone.made())
                .singleElement()
                .satisfies(made -> assertThat(made.request().isOrdered()).isTrue());
        assertThat(request(number).state()).isEqualTo(RequestState.DELIVERED);
        assertThat(steps(number).get(4).step())
                .isInstanceOfSatisfying(
                        gongkai.platform.request.procedure.Step.Undo.class,
                        undo -> assertThat(undo.reason()).contains("示复〔2026〕8号", "取回"));
        var withdrawn = register("2025-05-06", "赵八");
        step(withdrawn, "withdraw", "2025-05-07", "\"reason\": \"不需要了\"");
        step(withdrawn, "archive", "2025-05-08", "");
        assertThat(children()
                        .redoFiled(withdrawn, today.plusDays(20), "示复〔2026〕9号", null)
                        .outcome())
                .isInstanceOf(Requests.Outcome.Barred.class);
        assertThat(request(withdrawn).state()).isEqualTo(RequestState.ARCHIVED);
    }

    @Test
    @DisplayName("按逾期不补正结案的，也可能被责令重新答复；办理页面可以立案，其他系统依约定不能")
    void beginsANewAnswerAfterALapse() {
        var number = register("2025-05-06", "钱九");
        step(number, "requestCorrection", "2025-05-07", "\"items\": [\"名称\"], \"deadline\": \"2025-05-20\"");
        step(number, "correctionOverdue", "2025-05-21", "");
        var barred = step(number, "redo", "2025-08-01", "\"until\": \"2025-08-29\", \"caseNo\": \"示复〔2025〕9号\"");
        assertThat(barred.status()).isEqualTo(409);
        assertThat(barred.text("article")).isEqualTo("第三十三条");
        step(number, "archive", "2025-05-22", "");
        var until = platform.getBean(Requests.class).today().plusDays(20);
        var redone = children().redoFiled(number, until, "示复〔2025〕9号", null);
        assertThat(redone.outcome()).isInstanceOf(Requests.Outcome.Taken.class);
        assertThat(request(number).state()).isEqualTo(RequestState.ABANDONED_CORRECTION);
        assertThat(redone.made().getFirst().request().due()).isEqualTo(until);
    }

    private static List<gongkai.platform.request.procedure.Recorded> steps(String number) {
        return platform.getBean(Requests.class).steps(request(number));
    }

    private static Children children() {
        return platform.getBean(Children.class);
    }

    private static DisclosureRequest request(String number) {
        return platform.getBean(Requests.class).byNumber(number).orElseThrow();
    }

    private static int newReceived(int year) {
        return api.get(token, "/reports/" + ORGAN + "/" + year + "/cells")
                .json()
                .get("cells")
                .get("t3.new_received.total")
                .asInt();
    }

    private static String register(String day, String name) {
        var answer = api.post(token, "/requests", """
                {"organ": "%s", "channel": "IN_PERSON", "submittedOn": "%s", "backfill": true,
                 "applicant": {"kind": "NATURAL_PERSON", "name": "%s"}, "description": "示例申请内容"}
                """.formatted(ORGAN, day, name));
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("number");
    }

    private static ApiClient.Answer step(String number, String type, String on, String fields) {
        return api.post(
                token,
                "/requests/" + number + "/steps",
                "{\"type\": \"%s\", \"on\": \"%s\", \"backfill\": true%s}"
                        .formatted(type, on, fields.isBlank() ? "" : ", " + fields));
    }
}
