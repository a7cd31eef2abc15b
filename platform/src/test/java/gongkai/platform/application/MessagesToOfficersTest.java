package gongkai.platform.application;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.database.Address;
import gongkai.platform.request.Requests;
import gongkai.platform.sample.SampleData;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** What applicants send reaches the officers of the organ and nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesToOfficersTest {
    private static final Pattern READ = Pattern.compile("/office/messages/([0-9a-f-]{36})/read");

    private ConfigurableApplicationContext platform;
    private int port;

    @BeforeAll
    void start() throws Exception {
        platform = Platform.start(
                0,
                Address.of(TestDatabase.fresh()),
                Map.of(
                        "gongkai.data",
                        Files.createTempDirectory("gongkai-messages-test").toString()));
        platform.getBean(SampleData.class).fill();
        port = platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void anOfficerSeesThemOnTheWorkbenchAndOnTheCaseAndMarksThemAsRead() {
        var citizen = new Citizen(port);
        citizen.get("/apply/demo-d01/who");
        citizen.post(
                "/apply/demo-d01/who",
                "kind",
                "NATURAL_PERSON",
                "name",
                "张三",
                "phone",
                "13800000000",
                "agent",
                "李四代办",
                "assistance",
                "yes");
        citizen.post("/apply/demo-d01/what", "description", "来信测试");
        citizen.post("/apply/demo-d01/how", "form", "PAPER", "delivery", "COLLECT");
        citizen.get("/apply/demo-d01/check");
        citizen.sendDraft("demo-d01", citizen.draft);
        var receipt = citizen.receipt("demo-d01");
        citizen.get("/applications/case/confirmation");
        assertThat(citizen.post("/applications/case/confirmation").statusCode()).isEqualTo(303);
        citizen.get("/applications/case/consent");
        assertThat(citizen.post("/applications/case/consent", "consent", "no").statusCode())
                .isEqualTo(303);

        var officer = signedIn("officer@demo-d01");
        assertThat(officer.get("/office").body()).contains("申请人来信：确认提交了申请", receipt.number());
        var panel = officer.get("/office/requests/" + receipt.number() + "?tab=messages")
                .body();
        assertThat(panel).contains("确认提交了申请", "不同意电子送达", "李四代办", "第四十三条", "未读");
        var found = READ.matcher(panel);
        assertThat(found.find()).isTrue();
        var message = found.group(1);
        var request =
                platform.getBean(Requests.class).byNumber(receipt.number()).orElseThrow();
        assertThat(platform.getBean(ConsentMessages.class)
                        .of(request)
                        .orElseThrow()
                        .agrees())
                .isFalse();
        citizen.get("/applications/case/consent");
        citizen.post("/applications/case/consent", "consent", "yes");
        assertThat(platform.getBean(ConsentMessages.class)
                        .of(request)
                        .orElseThrow()
                        .agrees())
                .as("what was said last counts")
                .isTrue();

        var stranger = signedIn("officer@demo-d02");
        assertThat(stranger.get("/office").body()).doesNotContain(receipt.number());
        stranger.get("/office/me");
        assertThat(stranger.post("/office/messages/" + message + "/read").statusCode())
                .isEqualTo(404);
        var secrecy = signedIn("secrecy@demo-d01");
        secrecy.get("/office/me");
        assertThat(secrecy.post("/office/messages/" + message + "/read").statusCode())
                .isEqualTo(403);

        assertThat(officer.post("/office/messages/" + message + "/read").statusCode())
                .isEqualTo(303);
        var stored = platform.getBean(Requests.class).byNumber(receipt.number()).orElseThrow();
        assertThat(platform.getBean(Messages.class).of(stored))
                .filteredOn(one -> one.readAt() != null)
                .hasSize(1);
        assertThat(citizen.get("/applications/case").body()).contains("单位已看", "单位还没有看");
    }

    private Citizen signedIn(String login) {
        var person = new Citizen(port);
        person.get("/login");
        assertThat(person.post("/login", "username", login, "password", SampleData.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        return person;
    }
}
