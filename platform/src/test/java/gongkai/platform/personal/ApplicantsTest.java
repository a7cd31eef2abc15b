package gongkai.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.NotAllowedException;
import gongkai.platform.access.People;
import gongkai.platform.access.Role;
import gongkai.platform.access.SignedInAs;
import gongkai.platform.keys.KeyRotation;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.KeysException;
import gongkai.platform.organ.OrganId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

class ApplicantsTest {
    private static final Applicant ZHANG_SAN = new Applicant(
            ApplicantKind.NATURAL_PERSON,
            "张三𠮷",
            "11010519491231002X",
            "138 0000 1234",
            "Zhang.San@example.cn",
            "示例省示例市甲区幸福路1号");

    private static ConfigurableApplicationContext platform;
    private static Applicants applicants;
    private static JdbcClient database;
    private static OrganId organ;
    private static OrganId other;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        applicants = platform.getBean(Applicants.class);
        database = platform.getBean(JdbcClient.class);
        organ = organ("guard-1");
        other = organ("guard-2");
        var people = platform.getBean(People.class);
        long officer = people.add("officer-guard", "王办", "A-long-password-2026");
        people.grant(officer, Role.OFFICE_CLERK, organ, false);
        long auditor = people.add("auditor-guard", "李审", "A-long-password-2026");
        people.grant(auditor, Role.AUDITOR, null, false);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @DisplayName("数据库各表中没有任何一段个人信息原文")
    void storesNothingInTheClear() {
        signIn("officer-guard");
        var id = applicants.add(organ, ZHANG_SAN);
        applicants.find(organ, PersonalField.NAME, ZHANG_SAN.name());
        applicants.reveal(id, "核对通信地址");
        var dump = dump();
        assertThat(dump).contains(id.value().toString(), "核对通信地址");
        for (var secret : List.of("张三", "11010519491231002X", "13800001234", "0000 1234", "ang.San@", "幸福路")) {
            assertThat(dump).doesNotContainIgnoringCase(secret);
        }
    }

    @Test
    void findsByWhatIsExactlyTheSame() {
        var id = applicants.add(organ, ZHANG_SAN);
        assertThat(applicants.find(organ, PersonalField.NAME, " 张三 𠮷")).contains(id);
        assertThat(applicants.find(organ, PersonalField.ID_NUMBER, "11010519491231002x"))
                .contains(id);
        assertThat(applicants.find(organ, PersonalField.PHONE, "+86 138-0000-1234"))
                .contains(id);
        assertThat(applicants.find(organ, PersonalField.EMAIL, "ZHANG.SAN@EXAMPLE.CN"))
                .contains(id);
        assertThat(applicants.find(organ, PersonalField.NAME, "张三")).doesNotContain(id);
        assertThat(applicants.find(organ, PersonalField.NAME, "  ")).isEmpty();
        assertThat(applicants.find(other, PersonalField.NAME, ZHANG_SAN.name())).doesNotContain(id);
    }

    @Test
    void showsItMasked() {
        var masked = applicants.masked(applicants.add(organ, ZHANG_SAN));
        assertThat(masked)
                .isEqualTo(new MaskedApplicant(
                        masked.id(),
                        ApplicantKind.NATURAL_PERSON,
                        "张*",
                        "110****002X",
                        "138****1234",
                        "Z****@example.cn",
                        "示例省示例市甲区****",
                        false));
        assertThat(ZHANG_SAN.toString()).isEqualTo("自然人 张*");
    }

    @Test
    @DisplayName("查看原文须有权限和理由，并记入审计日志")
    void revealsForAReasonThatIsLogged() {
        var id = applicants.add(organ, ZHANG_SAN);
        signIn("officer-guard");
        assertThatThrownBy(() -> applicants.reveal(id, " ")).isInstanceOf(ReasonMissingException.class);
        assertThat(looks(id)).isEmpty();
        assertThat(applicants.reveal(id, "电话通知补正")).isEqualTo(ZHANG_SAN);
        assertThat(looks(id)).containsExactly("officer-guard 查看个人信息 理由：电话通知补正");
        signIn("auditor-guard");
        assertThatThrownBy(() -> applicants.reveal(id, "想看看")).isInstanceOf(NotAllowedException.class);
        var elsewhere = applicants.add(other, ZHANG_SAN);
        signIn("officer-guard");
        assertThatThrownBy(() -> applicants.reveal(elsewhere, "想看看")).isInstanceOf(NotAllowedException.class);
    }

    @Test
    @DisplayName("期满次日清除，种类留作统计")
    void erasesWhenTheTermHasEnded() {
        var ends = applicants.add(organ, ZHANG_SAN);
        var stays = applicants.add(organ, ZHANG_SAN);
        var today = LocalDate.now(platform.getBean(Clock.class));
        applicants.keepUntil(ends, today.minusDays(1));
        applicants.keepUntil(stays, today);
        assertThat(applicants.anonymiseEnded(100)).isEqualTo(1);
        assertThat(applicants.masked(ends))
                .isEqualTo(new MaskedApplicant(ends, ApplicantKind.NATURAL_PERSON, "", "", "", "", "", true));
        assertThat(applicants.masked(stays).name()).isEqualTo("张*");
        assertThat(applicants.find(organ, PersonalField.NAME, ZHANG_SAN.name()))
                .contains(stays)
                .doesNotContain(ends);
        assertThat(applicants.anonymiseEnded(100)).isZero();
    }

    @Test
    void refusesCipherTextThatWasTamperedWithOrSwapped() {
        var one = applicants.add(organ, ZHANG_SAN);
        var two = applicants.add(organ, ZHANG_SAN);
        database.sql("""
                        update personal.applicant set phone = (select phone from personal.applicant where id = :two) where id = :one
                        """).param("one", one.value()).param("two", two.value()).update();
        assertThatThrownBy(() -> applicants.masked(one)).isInstanceOf(KeysException.class);
        database.sql("delete from personal.applicant where id = :one")
                .param("one", one.value())
                .update();
    }

    @Test
    @DisplayName("轮换密钥时照常读写，轮换后没有旧密钥的密文")
    void rotatesKeysWhileTheWorkGoesOn() throws Exception {
        var before = new ArrayList<ApplicantId>();
        for (int i = 0; i < 300; i++) {
            before.add(applicants.add(organ, ZHANG_SAN));
        }
        // Someone else with the same telephone: a search tells the newest thousand, and there may be more of these.
        var another =
                new Applicant(ZHANG_SAN.kind(), "张四", null, ZHANG_SAN.phone(), ZHANG_SAN.email(), ZHANG_SAN.address());
        var stop = new AtomicBoolean();
        var during = new ArrayList<ApplicantId>();
        try (var pool = Executors.newSingleThreadExecutor()) {
            var work = pool.submit(() -> {
                while (!stop.get()) {
                    var id = applicants.add(organ, another);
                    during.add(id);
                    assertThat(applicants.masked(id).name()).isEqualTo("张*");
                    assertThat(applicants.find(organ, PersonalField.PHONE, "13800001234"))
                            .contains(id);
                }
            });
            var rotation = new KeyRotation(
                    platform.getBean(DataSource.class),
                    Keys.in(platform.getBean(Keys.class).directory()),
                    ApplicantRows.COLUMNS);
            assertThat(rotation.rotate(Clock.systemUTC())).isGreaterThanOrEqualTo(300 * 5);
            stop.set(true);
            work.get();
        }
        assertThat(during).isNotEmpty();
        for (var column : List.of("name", "id_number", "phone", "email", "address")) {
            assertThat(database.sql("select distinct split_part(" + column + ", ':', 2) from personal.applicant where "
                                    + column + " is not null")
                            .query(String.class)
                            .list())
                    .as(column)
                    .containsExactly("field-2");
        }
        assertThat(database.sql(
                                "select distinct split_part(name_index, ':', 1) from personal.applicant where name is not null")
                        .query(String.class)
                        .list())
                .containsExactly("index-2");
        assertThat(applicants.masked(before.getFirst()).idNumber()).isEqualTo("110****002X");
        assertThat(applicants.find(organ, PersonalField.ID_NUMBER, "11010519491231002X"))
                .containsAnyElementsOf(before);
    }

    private static List<@Nullable String> looks(ApplicantId id) {
        return database.sql(
                        "select concat_ws(' ', login, action, detail) from audit.entry where subject = :id order by id")
                .param("id", id.value().toString())
                .query(String.class)
                .list();
    }

    private static String dump() {
        var dump = new StringBuilder();
        for (var table : database.sql("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list()) {
            database.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(dump::append);
        }
        return dump.toString();
    }

    private static OrganId organ(String code) {
        return new OrganId(database.sql("insert into organ.organ (code) values (:code) returning id")
                .param("code", code)
                .query(Long.class)
                .single());
    }

    private static void signIn(String login) {
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(platform, login));
    }
}
