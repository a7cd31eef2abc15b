package gongkai.platform.review;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.request.Children;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.HandedIn;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.sample.SampleData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A draft on its way from whoever writes it to whoever signs it, at the pages of all of them. */
class ReviewJourneyTest {
    private static final String ORGAN = "demo-d07";
    private static final Map<String, Officer> OFFICERS = new HashMap<>();
    private static ConfigurableApplicationContext platform;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        platform.getBean(SampleData.class).fill();
        port = platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    static void stop() {
        OFFICERS.values().forEach(Officer::close);
        platform.close();
    }

    @Test
    @DisplayName("拟稿→科室→保密审查→法制审核→分管领导签发：签发即作出处理决定")
    void aDraftGoesThroughAllStagesAndBecomesTheDecision() {
        var number = request("李大海");
        draft("officer", number);
        submit(number);
        assertThat(state(number)).isEqualTo(RequestState.REVIEWING);
        for (var reviewer : List.of("head", "secrecy", "legal")) {
            assertThat(as(reviewer).get("/office/reviews").body()).contains(number);
            approve(reviewer, number);
            assertThat(as(reviewer).get("/office/reviews").body()).doesNotContain(">" + number + "<");
            assertThat(state(number)).isEqualTo(RequestState.REVIEWING);
        }
        approve("leader", number);
        var decided = stored(number);
        assertThat(decided.state()).isEqualTo(RequestState.DECIDED);
        assertThat(decided.decision()).isEqualTo(DecisionType.DENIED_INTERNAL);
        var decision = (Step.Decide) requests().steps(decided).getLast().step();
        assertThat(decision.facts()).contains("内部事务信息的类别：内部工作流程");
        assertThat(decision.legalBasis()).containsExactly("《中华人民共和国政府信息公开条例》第十六条第一款");
        assertThat(decision.approvedBy()).isNotBlank();
        assertThat(as("officer").get(answer(number)).body()).contains("经审查不涉及国家秘密", "已签发");
    }

    @Test
    @DisplayName("必备事实、依据不全的，不能送审")
    void whatLacksSomethingIsNotSubmitted() {
        var number = request("李大海");
        post(
                "officer",
                answer(number) + "/edit?decision=UNAVAIL_NOT_HELD",
                Map.of("seen", "0", "reasons", "经检索没有"),
                303);
        assertThat(as("officer").get(answer(number)).body())
                .contains("没有检索记录", "没有写明依据的条款", "没有写明“不掌握的情形”", "没有存卷材料“检索记录”");
        var refused = as("officer").post(answer(number) + "/submission", Map.of("version", "1", "steps", "0"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(state(number)).isEqualTo(RequestState.REGISTERED);
    }

    @Test
    @DisplayName("第三十条：没有补正过，不能以补正后仍不明确答复")
    void whatTheLawBarsIsShownBarred() {
        var number = request("李大海");
        assertThat(as("officer").get(answer(number) + "/choice").body()).contains("第三十条：没有收到过补正");
    }

    @Test
    @DisplayName("退回修改：意见留在审批单上，改后从头送审")
    void aDraftThatComesBackStartsAnew() {
        var number = request("李大海");
        draft("officer", number);
        submit(number);
        approve("head", number);
        var round = round(number);
        assertThat(post("secrecy", "/office/reviews/" + round.id() + "/return", Map.of("stage", "1"), 422)
                        .body())
                .contains("请写明退回的理由");
        post("secrecy", "/office/reviews/" + round.id() + "/return", Map.of("stage", "1", "remark", "附件含个人隐私"), 303);
        assertThat(state(number)).isEqualTo(RequestState.IN_PROGRESS);
        assertThat(as("officer").get("/office").body()).contains("退回修改", number);
        assertThat(as("officer").get(answer(number)).body()).contains("附件含个人隐私");
        submit(number);
        assertThat(round(number).stage()).isZero();
    }

    @Test
    @DisplayName("拟稿人不能审核自己的稿件")
    void nobodyReviewsTheirOwnDraft() {
        var number = request("李大海");
        draft("head", number);
        submit(number);
        var round = round(number);
        assertThat(post("head", "/office/reviews/" + round.id() + "/approval", Map.of("stage", "0"), 422)
                        .body())
                .contains("不能审核自己的稿件");
        assertThat(round(number).stage()).isZero();
    }

    @Test
    @DisplayName("每个环节只有有权的人能办：角色×环节")
    void eachStageIsForItsRoleOnly() {
        var number = request("李大海");
        draft("officer", number);
        submit(number);
        var order = List.of("head", "secrecy", "legal", "leader");
        for (int stage = 0; stage < order.size(); stage++) {
            for (var somebody : List.of("head", "secrecy", "legal", "leader", "officer")) {
                if (!somebody.equals(order.get(stage))) {
                    var answer = as(somebody)
                            .post(
                                    "/office/reviews/" + round(number).id() + "/approval",
                                    Map.of("stage", String.valueOf(stage), "remark", "同意"));
                    assertThat(answer.statusCode())
                            .as(somebody + " at " + stage)
                            .isEqualTo(422);
                }
            }
            assertThat(round(number).stage()).isEqualTo(stage);
            approve(order.get(stage), number);
        }
        assertThat(state(number)).isEqualTo(RequestState.DECIDED);
        assertThat(Officer.signIn(port, "leader@demo-d08")
                        .get("/office/reviews/1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aChangedChainTouchesNothingUnderWay() {
        var chains = platform.getBean(Chains.class);
        var organ = stored(request("李大海")).organ();
        var before = request("李大海");
        draft("officer", before);
        submit(before);
        var kept = chains.of(organ);
        var form = new HashMap<String, String>();
        form.put("seen", String.valueOf(kept.version()));
        form.putAll(Map.of("kind0", "LEGAL", "place0", "1", "title0", "法律顾问复核"));
        form.putAll(Map.of("kind1", "SIGN", "place1", "2"));
        assertThat(post("office", "/office/reviews/chain", form, 422).body()).contains("保密审查环节不能去掉");
        form.putAll(Map.of("kind2", "SECRECY", "place2", "2"));
        post("office", "/office/reviews/chain", form, 303);
        try {
            assertThat(round(before).chain().stages()).hasSize(4);
            var after = request("李大海");
            draft("officer", after);
            submit(after);
            assertThat(round(after).chain().stages().stream().map(Chain.Stage::title))
                    .containsExactly("法律顾问复核", "保密审查", "分管领导签发");
            assertThat(post("office", "/office/reviews/chain", form, 422).body())
                    .contains("刚刚由他人修改过");
        } finally {
            chains.change(organ, Chain.USUAL, kept.version() + 1);
        }
    }

    @Test
    void ofTwoWhoApproveAtOnceOneWins() throws Exception {
        var number = request("李大海");
        draft("officer", number);
        submit(number);
        var reviews = platform.getBean(Reviews.class);
        var round = round(number).id();
        as("head");
        try (var pool = Executors.newFixedThreadPool(4)) {
            Callable<Integer> approval = () -> as("head")
                    .post("/office/reviews/" + round + "/approval", Map.of("stage", "0"))
                    .statusCode();
            var answers = pool.invokeAll(List.of(approval, approval, approval));
            var codes = new java.util.ArrayList<Integer>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            assertThat(codes).containsExactlyInAnyOrder(303, 422, 422);
        }
        assertThat(reviews.find(round).orElseThrow().stage()).isEqualTo(1);
        assertThat(reviews.find(round).orElseThrow().verdicts()).hasSize(1);
    }

    @Test
    void whoWritesFromAnOldVersionKeepsWhatTheyTyped() {
        var number = request("李大海");
        draft("officer", number);
        var late = as("head")
                .post(
                        answer(number) + "/edit?decision=DENIED_PROCESS",
                        Map.of("seen", "0", "reasons", "我写的理由", "fact-which", "讨论记录"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("我写的理由", "您写的没有保存", "name=\"seen\" value=\"1\"");
        assertThat(drafts().all(stored(number))).hasSize(1);
    }

    @Test
    @DisplayName("合并答复的申请一并送审、一并签发，各计一件")
    void requestsAnsweredTogetherGoTogether() {
        var first = request("赵大河");
        var second = request("赵大河");
        platform.getBean(Children.class)
                .merge(List.of(first, second), requests().today(), "内容相同", false, null);
        draft("officer", first);
        submit(first);
        assertThat(state(second)).isEqualTo(RequestState.REVIEWING);
        for (var reviewer : List.of("head", "secrecy", "legal", "leader")) {
            approve(reviewer, first);
        }
        assertThat(state(first)).isEqualTo(RequestState.DECIDED);
        assertThat(state(second)).isEqualTo(RequestState.DECIDED);
        assertThat(stored(second).row()).isNotNull();
    }

    @Test
    void aWithdrawnRequestWaitsForNobody() {
        var number = request("李大海");
        draft("officer", number);
        submit(number);
        requests().take(number, new Step.Withdraw(requests().today(), "不需要了"), false, null);
        assertThat(platform.getBean(Reviews.class).of(stored(number)).getFirst().state())
                .isEqualTo(Round.State.ENDED);
    }

    private static void draft(String who, String number) {
        post(
                who,
                answer(number) + "/edit?decision=DENIED_INTERNAL",
                Map.of(
                        "seen",
                        "0",
                        "fact-which",
                        "内部工作流程",
                        "reasons",
                        "该信息属于内部工作流程，没有外部效力。",
                        "basis",
                        "《中华人民共和国政府信息公开条例》第十六条第一款"),
                303);
    }

    private static void submit(String number) {
        var request = stored(number);
        int version = drafts().latest(request).orElseThrow().version();
        post(
                "officer",
                answer(number) + "/submission",
                Map.of("version", String.valueOf(version), "steps", String.valueOf(request.steps())),
                303);
    }

    private static void approve(String who, String number) {
        var round = round(number);
        post(
                who,
                "/office/reviews/" + round.id() + "/approval",
                Map.of("stage", String.valueOf(round.stage()), "remark", "经审查不涉及国家秘密"),
                303);
    }

    private static java.net.http.HttpResponse<String> post(String who, String path, Map<String, ?> form, int status) {
        var answer = as(who).post(path, form);
        assertThat(answer.statusCode())
                .as(who + " " + path + Officer.said(answer))
                .isEqualTo(status);
        return answer;
    }

    private static synchronized Officer as(String who) {
        return OFFICERS.computeIfAbsent(who, name -> Officer.signIn(port, name + "@" + ORGAN));
    }

    private static String answer(String number) {
        return "/office/requests/" + number + "/answer";
    }

    private static Round round(String number) {
        return platform.getBean(Reviews.class).of(stored(number)).getFirst();
    }

    private static RequestState state(String number) {
        return stored(number).state();
    }

    private static DisclosureRequest stored(String number) {
        return requests().byNumber(number).orElseThrow();
    }

    private static Requests requests() {
        return platform.getBean(Requests.class);
    }

    private static AnswerDrafts drafts() {
        return platform.getBean(AnswerDrafts.class);
    }

    private static String request(String name) {
        return HandedIn.by(platform, ORGAN, name, "示例项目的内部审批流程");
    }
}
