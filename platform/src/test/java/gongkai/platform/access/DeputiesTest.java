package gongkai.platform.access;

import static gongkai.platform.access.RunningPlatform.bean;
import static gongkai.platform.access.RunningPlatform.database;
import static gongkai.platform.access.RunningPlatform.id;
import static gongkai.platform.access.RunningPlatform.organ;
import static gongkai.platform.access.RunningPlatform.person;
import static gongkai.platform.access.RunningPlatform.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.core.context.SecurityContextHolder;

@DisplayName("代理")
@ExtendWith(RunningPlatform.class)
class DeputiesTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Policy policy = bean(Policy.class);
    private final People people = bean(People.class);

    @Test
    void mayDoWhatTheAbsentPersonMayFromTheFirstToTheLastDay() {
        var organ = organ(null);
        var absent = person(Role.OFFICE_HEAD, organ);
        var deputy = person(Role.SECRECY_REVIEWER, organ);
        assertThat(policy.allows(actor(deputy), Action.SEE_PERSONAL_DATA, organ))
                .isFalse();
        var browser = signedIn(absent);
        browser.get("/office/me/deputies");
        assertThat(browser.post(
                                "/office/me/deputies",
                                "deputy",
                                deputy,
                                "roles",
                                "OFFICE_HEAD",
                                "first",
                                TODAY.toString(),
                                "last",
                                TODAY.toString())
                        .statusCode())
                .isEqualTo(303);
        assertThat(policy.allows(actor(deputy), Action.SEE_PERSONAL_DATA, organ))
                .isTrue();
        assertThat(browser.get("/office/me/deputies").body()).contains("代理中");
        shift(deputy, 1);
        assertThat(policy.allows(actor(deputy), Action.SEE_PERSONAL_DATA, organ))
                .as("before")
                .isFalse();
        shift(deputy, -2);
        assertThat(policy.allows(actor(deputy), Action.SEE_PERSONAL_DATA, organ))
                .as("after")
                .isFalse();
    }

    @Test
    @DisplayName("日志记为乙代甲")
    void isNamedInTheLogWithWhomItStandsFor() throws Exception {
        var organ = organ(null);
        var absent = person(Role.OFFICE_HEAD, organ);
        var deputy = person(Role.SECRECY_REVIEWER, organ);
        bean(Deputies.class).appoint(actor(absent), deputy, Set.of(Role.OFFICE_HEAD), TODAY, TODAY);
        SecurityContextHolder.getContext()
                .setAuthentication(new SignedInToken(new SignedIn(id(deputy), deputy, null, SignedIn.How.PASSWORD)));
        try {
            policy.require(actor(deputy), Action.SEE_WORKBENCH, organ);
            bean(AuditLog.class).write(AuditEntry.of("测试", "测试", deputy + "自己"));
            policy.require(actor(deputy), Action.SEE_PERSONAL_DATA, organ);
            bean(AuditLog.class).write(AuditEntry.of("测试", "测试", deputy + "代理"));
        } finally {
            SecurityContextHolder.clearContext();
            Deputising.forget();
        }
        assertThat(loggedAs(deputy + "自己")).isEqualTo(deputy);
        assertThat(loggedAs(deputy + "代理")).isEqualTo(deputy + "代" + absent);
    }

    @Test
    void cannotBeHandedOnNorReachBeyondTheOrganNorMakeAnAdministrator() throws Exception {
        var organ = organ(null);
        var absent = person(Role.OFFICE_HEAD, organ);
        var deputy = person(Role.HANDLER, organ);
        var third = person(Role.HANDLER, organ);
        var deputies = bean(Deputies.class);
        deputies.appoint(actor(absent), deputy, Set.of(Role.OFFICE_HEAD), TODAY, TODAY);
        assertThatThrownBy(() -> deputies.appoint(actor(deputy), third, Set.of(Role.OFFICE_HEAD), TODAY, TODAY))
                .hasMessageContaining("您自己担任的角色");
        var stranger = person(Role.HANDLER, organ(null));
        assertThatThrownBy(() -> deputies.appoint(actor(absent), stranger, Set.of(Role.OFFICE_HEAD), TODAY, TODAY))
                .hasMessageContaining("没有这样的同事");
        var administrator = person(Role.AUDITOR, null);
        assertThatThrownBy(() -> deputies.appoint(actor(absent), administrator, Set.of(Role.OFFICE_HEAD), TODAY, TODAY))
                .hasMessageContaining("没有这样的同事");
        assertThatThrownBy(() -> deputies.appoint(actor(administrator), absent, Set.of(Role.AUDITOR), TODAY, TODAY))
                .hasMessageContaining("管理员不能由人代理");
        assertThatThrownBy(() -> deputies.appoint(actor(absent), absent, Set.of(Role.OFFICE_HEAD), TODAY, TODAY))
                .hasMessageContaining("没有这样的同事");
        assertThatThrownBy(() -> people.grant(id(deputy), Role.AUDITOR, null, false))
                .hasMessageContaining("兼任");
    }

    @Test
    void nobodyEndsSomebodyElsesDeputising() throws Exception {
        var organ = organ(null);
        var absent = person(Role.OFFICE_HEAD, organ);
        var deputy = person(Role.HANDLER, organ);
        bean(Deputies.class).appoint(actor(absent), deputy, Set.of(Role.OFFICE_HEAD), TODAY, TODAY);
        long id = database()
                .sql("select max(id) from access.deputising")
                .query(Long.class)
                .single();
        var other = signedIn(person(Role.HANDLER, organ));
        other.get("/office/me/deputies");
        other.post("/office/me/deputies/end", "id", String.valueOf(id));
        assertThat(policy.allows(actor(deputy), Action.SEE_PERSONAL_DATA, organ))
                .isTrue();
        var own = signedIn(absent);
        own.get("/office/me/deputies");
        own.post("/office/me/deputies/end", "id", String.valueOf(id));
        assertThat(actor(deputy).grants()).hasSize(1);
    }

    @Test
    void aRoleBelowAnOrganFollowsTheTree() {
        var city = organ(null);
        var bureau = organ(city);
        var other = organ(null);
        var login = person();
        people.grant(id(login), Role.OFFICE_CLERK, city, true);
        assertThat(policy.allows(actor(login), Action.SEE_PERSONAL_DATA, bureau))
                .isTrue();
        assertThat(policy.allows(actor(login), Action.SEE_PERSONAL_DATA, other)).isFalse();
        assertThat(policy.reach(actor(login), Action.SEE_PERSONAL_DATA).organs())
                .containsExactlyInAnyOrder(city, bureau);
        var narrow = person(Role.OFFICE_CLERK, city);
        assertThat(policy.allows(actor(narrow), Action.SEE_PERSONAL_DATA, bureau))
                .isFalse();
    }

    private Actor actor(String login) {
        return people.actor(login).orElseThrow();
    }

    private static void shift(String deputy, int days) {
        database()
                .sql(
                        "update access.deputising set first_day = first_day + :days, last_day = last_day + :days where deputy = :deputy")
                .param("days", days)
                .param("deputy", id(deputy))
                .update();
        bean(Rights.class).changed();
    }

    private static String loggedAs(String subject) {
        return database()
                .sql("select login from audit.entry where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .single();
    }
}
