package gongkai.platform.review;

import static gongkai.platform.review.ReviewOffice.answer;
import static gongkai.platform.review.ReviewOffice.requests;
import static gongkai.platform.review.ReviewOffice.round;
import static gongkai.platform.review.ReviewOffice.stored;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.request.Children;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A draft on its way from whoever writes it to whoever signs it, at the pages of all of them. */
class ReviewJourneyTest {
    @RegisterExtension
    static final ReviewOffice OFFICE = new ReviewOffice("demo-d07");

    @Test
    @DisplayName("拟稿→科室→保密审查→法制审核→分管领导签发：签发即作出处理决定")
    void aDraftGoesThroughAllStagesAndBecomesTheDecision() {
        var number = request("李大海");
        OFFICE.draft("officer", number);
        OFFICE.submit(number);
        assertThat(state(number)).isEqualTo(RequestState.REVIEWING);
        for (var reviewer : List.of("head", "secrecy", "legal")) {
            assertThat(OFFICE.as(reviewer).get("/office/reviews").body()).contains(number);
            OFFICE.approve(reviewer, number);
            assertThat(OFFICE.as(reviewer).get("/office/reviews").body()).doesNotContain(">" + number + "<");
            assertThat(state(number)).isEqualTo(RequestState.REVIEWING);
        }
        OFFICE.approve("leader", number);
        var decided = stored(number);
        assertThat(decided.state()).isEqualTo(RequestState.DECIDED);
        assertThat(decided.decision()).isEqualTo(DecisionType.DENIED_INTERNAL);
        var decision = (Step.Decide) requests().steps(decided).getLast().step();
        assertThat(decision.facts()).contains("内部事务信息的类别：内部工作流程");
        assertThat(decision.legalBasis()).containsExactly("《中华人民共和国政府信息公开条例》第十六条第一款");
        assertThat(decision.approvedBy()).isNotBlank();
        assertThat(OFFICE.as("officer").get(answer(number)).body()).contains("经审查不涉及国家秘密", "已签发");
    }

    @Test
    @DisplayName("必备事实、依据不全的，不能送审")
    void whatLacksSomethingIsNotSubmitted() {
        var number = request("李大海");
        OFFICE.post(
                "officer",
                answer(number) + "/edit?decision=UNAVAIL_NOT_HELD",
                Map.of("seen", "0", "reasons", "经检索没有"),
                303);
        assertThat(OFFICE.as("officer").get(answer(number)).body())
                .contains("没有检索记录", "没有写明依据的条款", "没有写明“不掌握的情形”", "没有存卷材料“检索记录”");
        var refused = OFFICE.as("officer").post(answer(number) + "/submission", Map.of("version", "1", "steps", "0"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(state(number)).isEqualTo(RequestState.REGISTERED);
    }

    @Test
    @DisplayName("第三十条：没有补正过，不能以补正后仍不明确答复")
    void whatTheLawBarsIsShownBarred() {
        var number = request("李大海");
        assertThat(OFFICE.as("officer").get(answer(number) + "/choice").body()).contains("第三十条：没有收到过补正");
    }

    @Test
    @DisplayName("退回修改：意见留在审批单上，改后从头送审")
    void aDraftThatComesBackStartsAnew() {
        var number = request("李大海");
        OFFICE.draft("officer", number);
        OFFICE.submit(number);
        OFFICE.approve("head", number);
        var round = round(number);
        assertThat(OFFICE.post("secrecy", "/office/reviews/" + round.id() + "/return", Map.of("stage", "1"), 422)
                        .body())
                .contains("请写明退回的理由");
        OFFICE.post(
                "secrecy", "/office/reviews/" + round.id() + "/return", Map.of("stage", "1", "remark", "附件含个人隐私"), 303);
        assertThat(state(number)).isEqualTo(RequestState.IN_PROGRESS);
        assertThat(OFFICE.as("officer").get("/office").body()).contains("退回修改", number);
        assertThat(OFFICE.as("officer").get(answer(number)).body()).contains("附件含个人隐私");
        OFFICE.submit(number);
        assertThat(round(number).stage()).isZero();
    }

    @Test
    @DisplayName("拟稿人不能审核自己的稿件")
    void nobodyReviewsTheirOwnDraft() {
        var number = request("李大海");
        OFFICE.draft("head", number);
        OFFICE.submit(number);
        var round = round(number);
        assertThat(OFFICE.post("head", "/office/reviews/" + round.id() + "/approval", Map.of("stage", "0"), 422)
                        .body())
                .contains("不能审核自己的稿件");
        assertThat(round(number).stage()).isZero();
    }

    @Test
    @DisplayName("每个环节只有有权的人能办：角色×环节")
    void eachStageIsForItsRoleOnly() {
        var number = request("李大海");
        OFFICE.draft("officer", number);
        OFFICE.submit(number);
        var order = List.of("head", "secrecy", "legal", "leader");
        for (int stage = 0; stage < order.size(); stage++) {
            for (var somebody : List.of("head", "secrecy", "legal", "leader", "officer")) {
                if (!somebody.equals(order.get(stage))) {
                    var answer = OFFICE.as(somebody)
                            .post(
                                    "/office/reviews/" + round(number).id() + "/approval",
                                    Map.of("stage", String.valueOf(stage), "remark", "同意"));
                    assertThat(answer.statusCode())
                            .as(somebody + " at " + stage)
                            .isEqualTo(422);
                }
            }
            assertThat(round(number).stage()).isEqualTo(stage);
            OFFICE.approve(order.get(stage), number);
        }
        assertThat(state(number)).isEqualTo(RequestState.DECIDED);
        assertThat(ReviewOffice.signIn("leader@demo-d08")
                        .get("/office/reviews/" + round(number).id())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aChangedChainTouchesNothingUnderWay() {
        var chains = ReviewOffice.bean(Chains.class);
        var organ = stored(request("李大海")).organ();
        var before = request("李大海");
        OFFICE.draft("officer", before);
        OFFICE.submit(before);
        var kept = chains.of(organ);
        var form = new HashMap<String, String>();
        form.put("seen", String.valueOf(kept.version()));
        form.putAll(Map.of("kind0", "LEGAL", "place0", "1", "title0", "法律顾问复核"));
        form.putAll(Map.of("kind1", "SIGN", "place1", "2"));
        assertThat(OFFICE.post("office", "/office/reviews/chain", form, 422).body())
                .contains("保密审查环节不能去掉");
        form.putAll(Map.of("kind2", "SECRECY", "place2", "2"));
        OFFICE.post("office", "/office/reviews/chain", form, 303);
        try {
            assertThat(round(before).chain().stages()).hasSize(4);
            var after = request("李大海");
            OFFICE.draft("officer", after);
            OFFICE.submit(after);
            assertThat(round(after).chain().stages().stream().map(Chain.Stage::title))
                    .containsExactly("法律顾问复核", "保密审查", "分管领导签发");
            assertThat(OFFICE.post("office", "/office/reviews/chain", form, 422).body())
                    .contains("刚刚由他人修改过");
        } finally {
            chains.change(organ, Chain.USUAL, kept.version() + 1);
        }
    }

    @Test
    void ofTwoWhoApproveAtOnceOneWins() throws Exception {
        var number = request("李大海");
        OFFICE.draft("officer", number);
        OFFICE.submit(number);
        var reviews = ReviewOffice.bean(Reviews.class);
        var round = round(number).id();
        OFFICE.as("head");
        try (var pool = Executors.newFixedThreadPool(4)) {
            Callable<Integer> approval = () -> OFFICE.as("head")
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
        OFFICE.draft("officer", number);
        var late = OFFICE.as("head")
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
        ReviewOffice.bean(Children.class)
                .merge(List.of(first, second), requests().today(), "内容相同", false, null);
        OFFICE.draft("officer", first);
        OFFICE.submit(first);
        assertThat(state(second)).isEqualTo(RequestState.REVIEWING);
        OFFICE.approveAllButTheLast(first);
        OFFICE.approve("leader", first);
        assertThat(state(first)).isEqualTo(RequestState.DECIDED);
        assertThat(state(second)).isEqualTo(RequestState.DECIDED);
        assertThat(stored(second).row()).isNotNull();
    }

    @Test
    void aWithdrawnRequestWaitsForNobody() {
        var number = request("李大海");
        OFFICE.draft("officer", number);
        OFFICE.submit(number);
        requests().take(number, new Step.Withdraw(requests().today(), "不需要了"), false, null);
        assertThat(ReviewOffice.bean(Reviews.class)
                        .of(stored(number))
                        .getFirst()
                        .state())
                .isEqualTo(Round.State.ENDED);
    }

    private static RequestState state(String number) {
        return stored(number).state();
    }

    private static AnswerDrafts drafts() {
        return ReviewOffice.bean(AnswerDrafts.class);
    }

    private static String request(String name) {
        return OFFICE.request(name, "示例项目的内部审批流程");
    }
}
