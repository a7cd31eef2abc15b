package gongkai.platform.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.SignedInAs;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.reminder.Reminder.Occasion;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.Deadlines;
import gongkai.platform.sample.SampleData;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemindersTest {
    private ConfigurableApplicationContext platform;

    @BeforeAll
    void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        platform.getBean(SampleData.class).fill();
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(platform, "office@demo-d01"));
    }

    @AfterAll
    void stop() {
        SecurityContextHolder.clearContext();
        platform.close();
    }

    @Test
    void eachTermIsToldOnceAndTheLeaderSeesWhatIsOverdue() {
        var organ =
                platform.getBean(Organs.class).byCode("demo-d01").orElseThrow().id();
        var today = platform.getBean(Requests.class).today();
        var late = received(organ, Channel.IN_PERSON, LocalDate.of(2026, 3, 2), true);
        var unconfirmed = received(organ, Channel.ONLINE, today, false);
        var reminders = platform.getBean(Reminders.class);
        assertThat(reminders.organs()).contains(organ);
        var told = reminders.remind(organ);
        assertThat(told)
                .anySatisfy(reminder -> {
                    assertThat(reminder.request()).isEqualTo(late);
                    assertThat(reminder.term()).isEqualTo(Deadlines.Kind.REPLY);
                    assertThat(reminder.occasion()).isEqualTo(Occasion.OVERDUE);
                    assertThat(reminder.text()).contains(late, "2026-03-30", "已过");
                })
                .anySatisfy(reminder -> {
                    assertThat(reminder.request()).isEqualTo(unconfirmed);
                    assertThat(reminder.text()).contains("当日与申请人确认");
                })
                .noneMatch(reminder -> reminder.term() == Deadlines.Kind.CORRECTION_NOTICE);
        assertThat(reminders.remind(organ)).as("each once").isEmpty();
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(platform, "leader@demo-d01"));
        assertThat(platform.getBean(ReminderDesk.class).notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.link()).endsWith(late));
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(platform, "officer@demo-d01"));
        assertThat(platform.getBean(ReminderDesk.class).notices()).isEmpty();
    }

    private String received(OrganId organ, Channel channel, LocalDate on, boolean backfilled) {
        var outcome = platform.getBean(Requests.class)
                .receive(new NewRequest(
                        organ,
                        channel,
                        on,
                        null,
                        new Applicant(ApplicantKind.NATURAL_PERSON, "张三", null, "13800000000", null, null),
                        "示例信息",
                        "",
                        "",
                        backfilled));
        return ((Requests.Outcome.Taken) outcome).request().number();
    }
}
