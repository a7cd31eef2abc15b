package gongkai.platform.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.SignedInAs;
import gongkai.platform.casework.Dockets;
import gongkai.platform.database.Address;
import gongkai.platform.organ.DisclosureOffices;
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
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemindersTest {
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private ConfigurableApplicationContext platform;

    @BeforeAll
    void start() throws Exception {
        server.start();
        platform = Platform.start(
                0,
                Address.of(TestDatabase.fresh()),
                Map.of(
                        "gongkai.data",
                                Files.createTempDirectory("gongkai-reminders-test")
                                        .toString(),
                        "gongkai.mail.host", "127.0.0.1",
                        "gongkai.mail.port", String.valueOf(server.getSmtp().getPort()),
                        "gongkai.mail.security", "none",
                        "gongkai.mail.from", "gongkai@example.invalid"));
        platform.getBean(SampleData.class).fill();
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(platform, "office@demo-d01"));
    }

    @AfterAll
    void stop() {
        SecurityContextHolder.clearContext();
        platform.close();
        server.stop();
    }

    @Test
    void mailGoesToWhoeverIsResponsibleAndWhatIsOverdueToTheLeader() throws Exception {
        var organ =
                platform.getBean(Organs.class).byCode("demo-d02").orElseThrow().id();
        var requests = platform.getBean(Requests.class);
        mailBox("officer@demo-d02", "officer@bureau.invalid");
        mailBox("leader@demo-d02", "leader@bureau.invalid");
        var charged = received(organ, Channel.IN_PERSON, LocalDate.of(2026, 3, 2), true);
        platform.getBean(Dockets.class)
                .charge(
                        requests.byNumber(charged).orElseThrow(),
                        new Dockets.Charge(Dockets.Kind.ASSIGN, null, person("officer@demo-d02"), null, ""),
                        null);
        var unconfirmed = received(organ, Channel.ONLINE, requests.today(), false);
        platform.getBean(Reminders.class).remind(organ);
        var office = platform.getBean(DisclosureOffices.class)
                .of(organ)
                .orElseThrow()
                .email();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        addressed().containsAll(List.of("officer@bureau.invalid", "leader@bureau.invalid", office)));
        assertThat(text(server, "officer@bureau.invalid")).contains(charged).doesNotContain(unconfirmed);
        assertThat(text(server, "leader@bureau.invalid")).contains(charged).doesNotContain(unconfirmed);
        assertThat(text(server, office)).contains(unconfirmed).doesNotContain(charged);
    }

    private List<String> addressed() throws Exception {
        var addressed = new ArrayList<String>();
        for (var mail : server.getReceivedMessages()) {
            addressed.add(mail.getAllRecipients()[0].toString());
        }
        return addressed;
    }

    private static String text(GreenMail server, String to) throws Exception {
        for (var mail : server.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(to)) {
                return String.valueOf(mail.getContent());
            }
        }
        throw new AssertionError("no mail to " + to);
    }

    private void mailBox(String login, String address) {
        platform.getBean(JdbcClient.class)
                .sql("update access.person set email = :address where login = :login")
                .param("address", address)
                .param("login", login)
                .update();
    }

    private long person(String login) {
        return platform.getBean(JdbcClient.class)
                .sql("select id from access.person where login = :login")
                .param("login", login)
                .query(Long.class)
                .single();
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
