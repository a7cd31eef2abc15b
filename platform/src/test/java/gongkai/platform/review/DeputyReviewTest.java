package gongkai.platform.review;

import static gongkai.platform.review.ReviewOffice.answer;
import static gongkai.platform.review.ReviewOffice.requests;
import static gongkai.platform.review.ReviewOffice.round;
import static gongkai.platform.review.ReviewOffice.stored;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.access.People;
import gongkai.platform.access.Role;
import gongkai.platform.request.procedure.Step;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reviews when somebody is away, and what is said where nobody is left. */
class DeputyReviewTest {
    @RegisterExtension
    static final ReviewOffice SIGNING = new ReviewOffice("demo-d03");

    @RegisterExtension
    static final ReviewOffice DRAFTING = new ReviewOffice("demo-d04");

    @RegisterExtension
    static final ReviewOffice UNMANNED = new ReviewOffice("demo-d05");

    @Test
    @DisplayName("代理人以被代理人的名义审核、签发，审批单和决定上写明“代”")
    void aDeputySignsInTheNameOfTheAbsent() {
        var number = received(SIGNING);
        SIGNING.draft("officer", number);
        SIGNING.submit(number);
        appoint(SIGNING, "leader", "legal@demo-d03", "LEADER");
        SIGNING.approveAllButTheLast(number);
        assertThat(SIGNING.as("legal").get("/office").body()).contains(number);
        SIGNING.approve("legal", number);
        var verdicts = round(number).verdicts();
        var own = name("legal@demo-d03");
        var absent = name("leader@demo-d03");
        assertThat(verdicts.get(2).who()).isEqualTo(own);
        assertThat(verdicts.get(3).who()).isEqualTo(own + "（代" + absent + "）");
        var decision = (Step.Decide) requests().steps(stored(number)).getLast().step();
        assertThat(decision.approvedBy()).isEqualTo(own + "（代" + absent + "）");
    }

    @Test
    @DisplayName("代理人不能代拟稿人审核其本人的稿件")
    void aDeputyDoesNotReviewWhatTheAbsentWrote() {
        var number = received(DRAFTING);
        DRAFTING.draft("head", number);
        DRAFTING.submit("head", number, 303);
        appoint(DRAFTING, "head", "legal@demo-d04", "DIVISION_HEAD");
        var refused = DRAFTING.post(
                "legal", "/office/reviews/" + round(number).id() + "/approval", Map.of("stage", "0"), 422);
        assertThat(refused.body()).contains("不能代其审核自己的稿件");
    }

    @Test
    @DisplayName("审核环节没有人能办的，在设置页和送审页写明怎样补救")
    void aStageWithoutAnybodyIsTold() {
        var number = received(UNMANNED);
        var office = UNMANNED.as("office");
        var officer = UNMANNED.as("officer");
        assertThat(office.get("/office/reviews/chain").body()).doesNotContain("没有人能办");
        ReviewOffice.bean(JdbcClient.class)
                .sql("update access.person set disabled_at = now() where login = 'secrecy@demo-d05'")
                .update();
        assertThat(office.get("/office/reviews/chain").body()).contains("“保密审查”没有人能办", "保密审查员");
        assertThat(officer.get(answer(number)).body()).contains("“保密审查”没有人能办");
        ReviewOffice.bean(People.class)
                .grant(
                        person("officer@demo-d05"),
                        Role.SECRECY_REVIEWER,
                        stored(number).organ(),
                        false);
        UNMANNED.draft("officer", number);
        assertThat(officer.get(answer(number)).body())
                .contains("“保密审查”只有拟稿人、送审人自己能办")
                .doesNotContain("没有人能办");
        assertThat(office.get("/office/reviews/chain").body()).doesNotContain("没有人能办");
    }

    private static void appoint(ReviewOffice office, String absent, String deputy, String role) {
        var today = requests().today().toString();
        office.post(
                absent,
                "/office/me/deputies",
                Map.of("deputy", deputy, "roles", role, "first", today, "last", today),
                303);
    }

    private static String received(ReviewOffice office) {
        return office.request("李大海", "示例项目的内部审批流程");
    }

    private static String name(String login) {
        return ReviewOffice.bean(JdbcClient.class)
                .sql("select name from access.person where login = :login")
                .param("login", login)
                .query(String.class)
                .single();
    }

    private static long person(String login) {
        return ReviewOffice.bean(JdbcClient.class)
                .sql("select id from access.person where login = :login")
                .param("login", login)
                .query(Long.class)
                .single();
    }
}
