package gongkai.platform.review;

import static gongkai.platform.review.ReviewOffice.answer;
import static gongkai.platform.review.ReviewOffice.requests;
import static gongkai.platform.review.ReviewOffice.round;
import static gongkai.platform.review.ReviewOffice.stored;
import static gongkai.platform.review.ReviewOffice.take;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import gongkai.platform.access.SignedInAs;
import gongkai.platform.disclosures.Disclosures;
import gongkai.platform.letter.Letter;
import gongkai.platform.letter.Letters;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Two at once, an answer taken back after it was published: what goes wrong between officers. */
class ReviewAttackTest {
    private static final String ORGAN = "demo-d06";

    @RegisterExtension
    static final ReviewOffice OFFICE = new ReviewOffice(ORGAN);

    @BeforeEach
    void signIn() {
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(ReviewOffice.platform(), "office@" + ORGAN));
    }

    @RepeatedTest(5)
    void whoApprovesAndWhoWithdrawsAtTheSameMomentDoNotBlockEachOther() throws Exception {
        var number = request();
        OFFICE.draft("officer", number);
        OFFICE.submit("officer", number, 303);
        var round =
                ReviewOffice.bean(Reviews.class).of(stored(number)).getFirst().id();
        var codes = atOnce(List.of(
                () -> OFFICE.as("head")
                        .post("/office/reviews/" + round + "/approval", Map.of("stage", "0"))
                        .statusCode(),
                () -> OFFICE.as("officer")
                        .post("/office/requests/" + number + "/answer/recall", Map.of())
                        .statusCode(),
                () -> requests().take(number, new Step.Withdraw(requests().today(), "不需要了"), false, null)
                                instanceof Requests.Outcome.Taken
                        ? 200
                        : 409));
        assertThat(codes).allMatch(code -> code == 303 || code == 422 || code == 200 || code == 409);
    }

    @Test
    @DisplayName("分管领导点了两次，公开工作机构负责人同时签发或者退回：只有一个办成，只有一份答复书")
    void whoSignAtTheSameMomentSignOnce() throws Exception {
        for (var other : List.of("approval", "return")) {
            var number = request();
            var round = atTheLeader(number);
            Callable<Integer> sign = () -> OFFICE.as("leader")
                    .post(round + "/approval", Map.of("stage", "3"))
                    .statusCode();
            var codes = atOnce(List.of(
                    sign,
                    sign,
                    () -> OFFICE.as("office")
                            .post(round + "/" + other, Map.of("stage", "3", "remark", "请再核对"))
                            .statusCode()));
            assertThat(codes).as(other).containsExactlyInAnyOrder(303, 422, 422);
            var request = stored(number);
            long decisions = requests().steps(request).stream()
                    .filter(recorded -> recorded.step() instanceof Step.Decide)
                    .count();
            assertThat(decisions).isEqualTo(request.state() == RequestState.DECIDED ? 1 : 0);
            assertThat(answers(number)).hasSize((int) decisions);
        }
    }

    @Test
    @DisplayName("批量延期与签发同时进行：不论谁先，决定作出一次，决定以后不再延期")
    void aBulkExtensionDoesNotOverlapADecision() throws Exception {
        for (int i = 0; i < 3; i++) {
            var number = request();
            var round = atTheLeader(number);
            var codes = atOnce(List.of(
                    () -> OFFICE.as("leader")
                            .post(round + "/approval", Map.of("stage", "3"))
                            .statusCode(),
                    () -> OFFICE.as("office")
                            .post(
                                    "/office/requests/bulk",
                                    Map.of(
                                            "act",
                                            "EXTEND",
                                            "chosen",
                                            number,
                                            "workingDays",
                                            "20",
                                            "approvedBy",
                                            "王五",
                                            "reason",
                                            "情况复杂"))
                            .statusCode()));
            assertThat(codes.getFirst()).isEqualTo(303);
            finishedJobs();
            var steps = requests().steps(stored(number)).stream()
                    .map(recorded -> StepType.of(recorded.step()))
                    .toList();
            assertThat(stored(number).state()).isEqualTo(RequestState.DECIDED);
            assertThat(steps).filteredOn(StepType.DECIDE::equals).hasSize(1);
            assertThat(steps).last().isEqualTo(StepType.DECIDE);
        }
    }

    /** @return the address of its review, before the last stage */
    private static String atTheLeader(String number) {
        OFFICE.draft("officer", number);
        OFFICE.submit("officer", number, 303);
        OFFICE.approveAllButTheLast(number);
        return "/office/reviews/" + round(number).id();
    }

    private static List<Letter> answers(String number) {
        return ReviewOffice.bean(Letters.class).of(stored(number)).stream()
                .filter(letter -> letter.decision() != null)
                .toList();
    }

    private static void finishedJobs() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (ReviewOffice.bean(JdbcClient.class)
                        .sql("select count(*) from jobs.job where finished_at is null")
                        .query(Long.class)
                        .single()
                > 0) {
            assertThat(System.nanoTime()).as("time to finish the job").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Test
    void anAnswerIsPublishedOnceAndGoesWhenItsDecisionIsTakenBack() throws Exception {
        var number = ReviewOffice.granted(request());
        var today = requests().today();
        var form = Map.of("request", number, "title", "补偿方案", "question", "补偿方案", "answer", "见附件", "checked", "true");
        Callable<Integer> publish =
                () -> OFFICE.as("office").post("/office/disclosures", form).statusCode();
        assertThat(atOnce(List.of(publish, publish, publish))).containsExactlyInAnyOrder(303, 422, 422);
        var entry = ReviewOffice.bean(Disclosures.class).current(number).orElseThrow();
        take(number, new Step.Undo(today, "没有寄出"));
        take(number, new Step.Undo(today, "决定有误"));
        assertThat(ReviewOffice.bean(Disclosures.class).current(number)).isEmpty();
        assertThat(OFFICE.as("office").get(entry.link()).statusCode()).isEqualTo(410);
    }

    @Test
    void pagesOfManyRowsNeedOneConnectionOnly() throws Exception {
        var number = ReviewOffice.granted(request());
        OFFICE.as("office")
                .post(
                        "/office/disclosures",
                        Map.of("request", number, "title", "水质", "question", "水质", "answer", "合格", "checked", "true"));
        var reviewed = request();
        OFFICE.draft("officer", reviewed);
        OFFICE.submit(reviewed);
        requestOf("王小兰");
        var waiting = ReviewOffice.granted(request());
        assertThat(OFFICE.as("office").get("/office/disclosures/suggestions").body())
                .as("the same matter asked for by somebody else, and an answer that is not published")
                .contains(waiting)
                .doesNotContain(">" + number + "<");
        var pool = ReviewOffice.bean(HikariDataSource.class);
        var taken = new ArrayList<Connection>();
        try {
            while (taken.size() < pool.getMaximumPoolSize() - 1) {
                taken.add(pool.getConnection());
            }
            for (var page :
                    List.of("/disclosures", "/office/disclosures", "/office/requests/" + reviewed + "/answer")) {
                assertThat(OFFICE.as("office").get(page).statusCode()).as(page).isEqualTo(200);
            }
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void aCaseIsEnteredOnce() throws Exception {
        var form = Map.of(
                "kind",
                "RECONSIDERATION",
                "caseNo",
                "示复〔2026〕9号",
                "acceptedOn",
                requests().today().toString(),
                "hearing",
                "ORDINARY",
                "decider",
                "示例市人民政府",
                "about",
                "主动公开");
        Callable<Integer> enter =
                () -> OFFICE.as("office").post("/office/remedies", form).statusCode();
        assertThat(atOnce(List.of(enter, enter, enter))).containsExactlyInAnyOrder(303, 422, 422);
    }

    private static List<Integer> atOnce(List<Callable<Integer>> acts) throws Exception {
        var codes = new ArrayList<Integer>();
        try (var pool = Executors.newFixedThreadPool(acts.size())) {
            for (var answer : pool.invokeAll(acts)) {
                codes.add(answer.get());
            }
        }
        return codes;
    }

    private static String request() {
        return requestOf("李大海");
    }

    private static String requestOf(String applicant) {
        return OFFICE.request(applicant, "示例路2025年补偿方案");
    }
}
