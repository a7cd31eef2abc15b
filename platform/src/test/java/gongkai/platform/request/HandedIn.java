package gongkai.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.procedure.Channel;
import org.springframework.context.ApplicationContext;

/** Requests handed in at the counter today. */
public final class HandedIn {
    private HandedIn() {}

    /** Takes a person's request there; answers its number. */
    public static String by(ApplicationContext platform, String organ, String name, String description) {
        var requests = platform.getBean(Requests.class);
        var outcome = requests.receive(new NewRequest(
                platform.getBean(Organs.class).byCode(organ).orElseThrow().id(),
                Channel.IN_PERSON,
                requests.today(),
                null,
                new Applicant(ApplicantKind.NATURAL_PERSON, name, null, null, null, null),
                description,
                "纸质",
                "邮寄",
                false));
        assertThat(outcome).isInstanceOf(Requests.Outcome.Taken.class);
        return ((Requests.Outcome.Taken) outcome).request().number();
    }
}
