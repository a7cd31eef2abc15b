package gongkai.platform.review;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.People;
import gongkai.platform.access.Role;
import gongkai.platform.organ.Organs;
import gongkai.platform.request.HandedIn;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.sample.SampleData;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reviews when somebody is away, and what is said where nobody is left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeputyReviewTest {
    private ConfigurableApplicationContext platform;
    private int port;

    @BeforeAll
    void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        platform.getBean(SampleData.class).fill();
        port = platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    @DisplayName("代理人以被代理人的名义审核、签发，审批单和决定上写明“代”")
    void aDeputySignsInTheNameOfTheAbsent() {
        var organ = "demo-d03";
        var number = submitted(organ, "officer");
        try (var absent = Officer.signIn(port, "leader@" + organ);
                var deputy = Officer.signIn(port, "legal@" + organ)) {
            var today = requests().today().toString();
            var appointed = absent.post(
                    "/office/me/deputies",
                    Map.of("deputy", "legal@" + organ, "roles", "LEADER", "first", today, "last", today));
            assertThat(appointed.statusCode()).as(Officer.said(appointed)).isEqualTo(303);
            approve("head@" + organ, number);
            approve("secrecy@" + organ, number);
            approve(deputy, number);
            assertThat(deputy.get("/office").body()).contains(number);
            approve(deputy, number);
        }
        var verdicts = platform.getBean(Reviews.class)
                .of(requests().byNumber(number).orElseThrow())
                .getFirst()
                .verdicts();
        var own = name("legal@" + organ);
        var absent = name("leader@" + organ);
        assertThat(verdicts.get(2).who()).isEqualTo(own);
        assertThat(verdicts.get(3).who()).isEqualTo(own + "（代" + absent + "）");
        var decision = (Step.Decide) requests()
                .steps(requests().byNumber(number).orElseThrow())
                .getLast()
                .step();
        assertThat(decision.approvedBy()).isEqualTo(own + "（代" + absent + "）");
    }

    @Test
    @DisplayName("代理人不能代拟稿人审核其本人的稿件")
    void aDeputyDoesNotReviewWhatTheAbsentWrote() {
        var organ = "demo-d04";
        var number = submitted(organ, "head");
        try (var absent = Officer.signIn(port, "head@" + organ);
                var deputy = Officer.signIn(port, "legal@" + organ)) {
            var today = requests().today().toString();
            absent.post(
                    "/office/me/deputies",
                    Map.of("deputy", "legal@" + organ, "roles", "DIVISION_HEAD", "first", today, "last", today));
            var round = round(number);
            var refused = deputy.post("/office/reviews/" + round.id() + "/approval", Map.of("stage", "0"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("不能代其审核自己的稿件");
        }
    }

    @Test
    @DisplayName("审核环节没有人能办的，在设置页和送审页写明怎样补救")
    void aStageWithoutAnybodyIsTold() {
        var organ = "demo-d05";
        var number = received(organ);
        try (var office = Officer.signIn(port, "office@" + organ);
                var officer = Officer.signIn(port, "officer@" + organ)) {
            assertThat(office.get("/office/reviews/chain").body()).doesNotContain("没有人能办");
            platform.getBean(JdbcClient.class)
                    .sql("update access.person set disabled_at = now() where login = :login")
                    .param("login", "secrecy@" + organ)
                    .update();
            assertThat(office.get("/office/reviews/chain").body()).contains("“保密审查”没有人能办", "保密审查员");
            assertThat(officer.get(answer(number)).body()).contains("“保密审查”没有人能办");
            var people = platform.getBean(People.class);
            people.grant(
                    person("officer@" + organ),
                    Role.SECRECY_REVIEWER,
                    platform.getBean(Organs.class).byCode(organ).orElseThrow().id(),
                    false);
            draft(officer, number);
            assertThat(officer.get(answer(number)).body())
                    .contains("“保密审查”只有拟稿人、送审人自己能办")
                    .doesNotContain("没有人能办");
            assertThat(office.get("/office/reviews/chain").body()).doesNotContain("没有人能办");
        }
    }

    private String submitted(String organ, String writer) {
        var number = received(organ);
        try (var officer = Officer.signIn(port, writer + "@" + organ)) {
            draft(officer, number);
            var sent = officer.post(answer(number) + "/submission", Map.of("version", "1", "steps", "0"));
            assertThat(sent.statusCode()).as(Officer.said(sent)).isEqualTo(303);
        }
        return number;
    }

    private static void draft(Officer officer, String number) {
        officer.post(
                answer(number) + "/edit?decision=DENIED_INTERNAL",
                Map.of(
                        "seen", "0",
                        "fact-which", "内部工作流程",
                        "reasons", "该信息属于内部工作流程，没有外部效力。",
                        "basis", "《中华人民共和国政府信息公开条例》第十六条第一款"));
    }

    private void approve(String login, String number) {
        try (var reviewer = Officer.signIn(port, login)) {
            approve(reviewer, number);
        }
    }

    private void approve(Officer reviewer, String number) {
        var round = round(number);
        var answer = reviewer.post(
                "/office/reviews/" + round.id() + "/approval",
                Map.of("stage", String.valueOf(round.stage()), "remark", "经审查不涉及国家秘密"));
        assertThat(answer.statusCode()).as(Officer.said(answer)).isEqualTo(303);
    }

    private Round round(String number) {
        return platform.getBean(Reviews.class)
                .of(requests().byNumber(number).orElseThrow())
                .getFirst();
    }

    private String name(String login) {
        return platform.getBean(JdbcClient.class)
                .sql("select name from access.person where login = :login")
                .param("login", login)
                .query(String.class)
                .single();
    }

    private long person(String login) {
        return platform.getBean(JdbcClient.class)
                .sql("select id from access.person where login = :login")
                .param("login", login)
                .query(Long.class)
                .single();
    }

    private static String answer(String number) {
        return "/office/requests/" + number + "/answer";
    }

    private Requests requests() {
        return platform.getBean(Requests.class);
    }

    private String received(String organ) {
        return HandedIn.by(platform, organ, "李大海", "示例项目的内部审批流程");
    }
}
