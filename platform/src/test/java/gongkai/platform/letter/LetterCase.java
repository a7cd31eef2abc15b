package gongkai.platform.letter;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.SignedInAs;
import gongkai.platform.database.Address;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.sample.SampleData;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** A running platform with the sample organs, and cases in it that go the way a test wants. */
final class LetterCase implements AutoCloseable {
    final ConfigurableApplicationContext context;
    final Requests requests;
    final Letters letters;

    LetterCase() throws Exception {
        this(Map.of());
    }

    /** With settings of its own. */
    LetterCase(Map<String, String> settings) throws Exception {
        var all = new HashMap<String, Object>(settings);
        all.put("gongkai.data", Files.createTempDirectory("gongkai-letter-test").toString());
        context = Platform.start(0, Address.of(TestDatabase.fresh()), all);
        context.getBean(SampleData.class).fill();
        requests = context.getBean(Requests.class);
        letters = context.getBean(Letters.class);
        as("office@demo-d01");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Acts as that person in this thread from now on. */
    void as(String login) {
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(context, login));
    }

    OrganId organ(String code) {
        return bean(Organs.class).byCode(code).orElseThrow().id();
    }

    /** A request that came over the counter today. */
    DisclosureRequest received(String organ) {
        return received(organ, "邮寄");
    }

    /** The same, with the way the applicant wants it. */
    DisclosureRequest received(String organ, String wantedDelivery) {
        return received(organ, Channel.IN_PERSON, wantedDelivery);
    }

    /** The same, come by that way. */
    DisclosureRequest received(String organ, Channel channel) {
        return received(organ, channel, "邮寄");
    }

    private DisclosureRequest received(String organ, Channel channel, String wantedDelivery) {
        var today = requests.today();
        return taken(requests.receive(new NewRequest(
                organ(organ),
                channel,
                today,
                null,
                new Applicant(
                        ApplicantKind.NATURAL_PERSON,
                        "张三",
                        "990101199001011234",
                        "13800000000",
                        "zhangsan@example.invalid",
                        "示例路9号"),
                "示例市2025年度法律援助经费的支出明细",
                "纸质",
                wantedDelivery,
                false)));
    }

    DisclosureRequest take(DisclosureRequest request, Step step) {
        return taken(requests.take(request.number(), step, false, null));
    }

    Letter letter(DisclosureRequest request, LetterKind kind) {
        return letters.of(request).stream()
                .filter(letter -> letter.kind() == kind)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no " + kind + " among " + letters.of(request)));
    }

    private static DisclosureRequest taken(Requests.Outcome outcome) {
        return switch (outcome) {
            case Requests.Outcome.Taken taken -> taken.request();
            case Requests.Outcome.Barred barred -> throw new AssertionError(barred.toString());
            case Requests.Outcome.Unfit unfit -> throw new AssertionError(unfit.toString());
        };
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
        context.close();
    }
}
