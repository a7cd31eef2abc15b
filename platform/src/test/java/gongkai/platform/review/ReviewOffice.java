package gongkai.platform.review;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.HandedIn;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.sample.SampleData;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * An organ of the sample whose people take answers from the draft to the signature, at their pages. All tests of this package share one running platform,
 * which stops when the last test has ended; each class keeps to organs of its own.
 */
final class ReviewOffice implements BeforeAllCallback, AfterAllCallback {
    private static final ConfigurableApplicationContext PLATFORM = start();

    private final String organ;
    private final Map<String, Officer> officers = new HashMap<>();

    ReviewOffice(String organ) {
        this.organ = organ;
    }

    private static ConfigurableApplicationContext start() {
        try {
            var platform = Platform.start(0, TestDatabase.fresh());
            platform.getBean(SampleData.class).fill();
            return platform;
        } catch (Platform.PortTakenException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        test.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(ReviewOffice.class, key ->
                (AutoCloseable) PLATFORM::close);
    }

    @Override
    public void afterAll(ExtensionContext test) {
        SecurityContextHolder.clearContext();
        officers.values().forEach(Officer::close);
    }

    static ConfigurableApplicationContext platform() {
        return PLATFORM;
    }

    static <T> T bean(Class<T> kind) {
        return PLATFORM.getBean(kind);
    }

    /** Whoever has that duty in this organ, signed in. */
    synchronized Officer as(String duty) {
        return officers.computeIfAbsent(duty, name -> signIn(name + "@" + organ));
    }

    static Officer signIn(String login) {
        var officer = Officer.signIn(
                PLATFORM.getEnvironment().getRequiredProperty("local.server.port", Integer.class), login);
        // Forms sent at once share the proof of origin of the first page.
        officer.get("/office/me");
        return officer;
    }

    /** @return the number of a request handed in today */
    String request(String applicant, String about) {
        return HandedIn.by(PLATFORM, organ, applicant, about);
    }

    static String answer(String number) {
        return "/office/requests/" + number + "/answer";
    }

    static Requests requests() {
        return bean(Requests.class);
    }

    static DisclosureRequest stored(String number) {
        return requests().byNumber(number).orElseThrow();
    }

    static void take(String number, Step step) {
        assertThat(requests().take(number, step, false, null)).isInstanceOf(Requests.Outcome.Taken.class);
    }

    /** Grants what was asked for, without a draft, and hands it over. @return the same number */
    static String granted(String number) {
        var today = requests().today();
        take(
                number,
                new Step.Decide(
                        today,
                        DecisionType.GRANTED,
                        Step.Granting.PROVIDED,
                        "可以公开。",
                        "由本机关制作",
                        List.of("第三十六条第（二）项"),
                        "李四",
                        "",
                        ""));
        take(number, new Step.Dispatch(today, DeliveryMethod.DIRECT, ""));
        return number;
    }

    static Round round(String number) {
        return bean(Reviews.class).of(stored(number)).getFirst();
    }

    /** What one of them is answered, which must have that status. */
    HttpResponse<String> post(String duty, String path, Map<String, ?> form, int status) {
        var answer = as(duty).post(path, form);
        assertThat(answer.statusCode())
                .as(duty + " " + path + Officer.said(answer))
                .isEqualTo(status);
        return answer;
    }

    /** Drafts an answer that needs nothing in the file. */
    void draft(String duty, String number) {
        draft(duty, number, Map.of(), 303);
    }

    HttpResponse<String> draft(String duty, String number, Map<String, ?> more, int status) {
        var latest = bean(AnswerDrafts.class).latest(stored(number));
        var form = new HashMap<String, Object>(Map.of(
                "seen",
                latest.map(AnswerDraft::version).orElse(0),
                "fact-which",
                "内部工作流程",
                "reasons",
                "该信息属于内部工作流程，没有外部效力。",
                "basis",
                "《中华人民共和国政府信息公开条例》第十六条第一款"));
        form.putAll(more);
        return post(duty, answer(number) + "/edit?decision=DENIED_INTERNAL", form, status);
    }

    void submit(String number) {
        submit("officer", number, 303);
    }

    void submit(String duty, String number, int status) {
        var request = stored(number);
        var version = bean(AnswerDrafts.class).latest(request).orElseThrow().version();
        post(duty, answer(number) + "/submission", Map.of("version", version, "steps", request.steps()), status);
    }

    void approve(String duty, String number) {
        approve(as(duty), number);
    }

    static void approve(Officer reviewer, String number) {
        var round = round(number);
        var answer = reviewer.post(
                "/office/reviews/" + round.id() + "/approval", Map.of("stage", round.stage(), "remark", "经审查不涉及国家秘密"));
        assertThat(answer.statusCode()).as(Officer.said(answer)).isEqualTo(303);
    }

    /** Takes a draft through the chain up to whoever signs. */
    void approveAllButTheLast(String number) {
        List.of("head", "secrecy", "legal").forEach(reviewer -> approve(reviewer, number));
    }
}
