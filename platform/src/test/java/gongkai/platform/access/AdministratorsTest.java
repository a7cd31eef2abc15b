package gongkai.platform.access;

import static gongkai.platform.access.RunningPlatform.PASSWORD;
import static gongkai.platform.access.RunningPlatform.bean;
import static gongkai.platform.access.RunningPlatform.browser;
import static gongkai.platform.access.RunningPlatform.database;
import static gongkai.platform.access.RunningPlatform.id;
import static gongkai.platform.access.RunningPlatform.newLogin;
import static gongkai.platform.access.RunningPlatform.organ;
import static gongkai.platform.access.RunningPlatform.person;
import static gongkai.platform.access.RunningPlatform.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataIntegrityViolationException;

@DisplayName("三员分立")
@ExtendWith(RunningPlatform.class)
class AdministratorsTest {
    private static final Pattern ONE_TIME = Pattern.compile("<code>([A-Za-z0-9-]{19})</code>");

    @Test
    void areMadeByANewInstallationOnce() throws Exception {
        try (var fresh = gongkai.platform.Platform.start(0, gongkai.platform.TestDatabase.fresh())) {
            var told = fresh.getBean(FirstAdministrators.class).install();
            assertThat(told.keySet()).containsExactly("sysadmin", "secadmin", "auditor");
            assertThat(fresh.getBean(FirstAdministrators.class).install()).isEmpty();
            var browser = new Browser(RunningPlatform.port(fresh));
            assertThat(browser.signIn("secadmin", java.util.Objects.requireNonNull(told.get("secadmin")))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(SignInTest.place(browser.get("/office"))).isEqualTo("/office/me/password");
        }
    }

    @Test
    void holdNoSecondRole() {
        var people = bean(People.class);
        var organ = organ(null);
        long administrator = id(person(Role.SYSTEM_ADMIN, null));
        long officer = id(person(Role.HANDLER, organ));
        for (var role : List.of(Role.SECURITY_ADMIN, Role.AUDITOR)) {
            assertThatThrownBy(() -> people.grant(administrator, role, null, false))
                    .hasMessageContaining("不能互相兼任");
        }
        assertThatThrownBy(() -> people.grant(administrator, Role.HANDLER, organ, false))
                .hasMessageContaining("业务角色");
        assertThatThrownBy(() -> people.grant(officer, Role.AUDITOR, null, false))
                .hasMessageContaining("业务角色");
    }

    @Test
    void holdNoSecondRoleInTheDatabaseEither() {
        long administrator = id(person(Role.SYSTEM_ADMIN, null));
        var organ = organ(null);
        for (var values : List.of(
                "'SYSTEM_ADMIN', 'HANDLER', " + organ.value(),
                "'STAFF', 'HANDLER', " + organ.value(),
                "'AUDITOR', 'AUDITOR', null",
                "'SYSTEM_ADMIN', 'AUDITOR', null")) {
            assertThatThrownBy(() -> database()
                            .sql("insert into access.role_grant (person, post, role, organ, granted_at) values ("
                                    + administrator + ", " + values + ", now())")
                            .update())
                    .as(values)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> database()
                        .sql("update access.person set post = 'STAFF' where id = " + administrator)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void holdNoSecondRoleWhenTwoGrantAtTheSameMoment() throws Exception {
        var people = bean(People.class);
        var organ = organ(null);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 20; i++) {
                long person = id(person());
                threads.invokeAll(List.<Callable<Boolean>>of(
                        () -> tried(() -> people.grant(person, Role.AUDITOR, null, false)),
                        () -> tried(() -> people.grant(person, Role.HANDLER, organ, false))));
                assertThat(database()
                                .sql("select count(*) from access.role_grant where person = :person")
                                .param("person", person)
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void cannotGrantThemselves() {
        var login = person(Role.SECURITY_ADMIN, null);
        var browser = signedIn(login);
        browser.get("/office/people/" + id(login));
        assertThat(browser.post("/office/people/" + id(login) + "/grants", "role", "SECURITY_ADMIN")
                        .statusCode())
                .isEqualTo(403);
        assertThatThrownBy(() -> database()
                        .sql("update access.role_grant set granted_by = person where person = " + id(login))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName("开立、授权、启用分属系统管理员和安全保密管理员")
    void openAnAccountTogether() {
        var organ = code(organ(null));
        var login = newLogin();
        var system = signedIn(person(Role.SYSTEM_ADMIN, null));
        system.get("/office/people/new");
        var opened = system.post(
                "/office/people",
                "login",
                " " + login.toUpperCase(java.util.Locale.ROOT),
                "name",
                "李四",
                "organ",
                organ,
                "phone",
                "13800000000",
                "post",
                "AUDITOR",
                "mustChange",
                "false");
        assertThat(opened.statusCode()).isEqualTo(303);
        var place = SignInTest.place(opened);
        assertThat(browser().signIn(login, "").statusCode()).isEqualTo(422);

        assertThat(system.get(place).body()).contains("138****0000").doesNotContain("13800000000", "授予角色</h2>");
        assertThat(system.post(place + "/grants", "role", "HANDLER", "organ", organ)
                        .statusCode())
                .isEqualTo(403);
        assertThat(system.post(place + "/release").statusCode()).isEqualTo(403);

        var security = signedIn(person(Role.SECURITY_ADMIN, null));
        security.get(place);
        assertThat(security.post(place + "/grants", "role", "HANDLER", "organ", organ)
                        .statusCode())
                .isEqualTo(303);
        assertThat(security.post(place + "/reset").statusCode()).isEqualTo(403);
        var released = ONE_TIME.matcher(security.post(place + "/release").body());
        assertThat(released.find()).isTrue();
        assertThat(security.post(place + "/release").statusCode())
                .as("only once")
                .isEqualTo(409);

        var newcomer = browser();
        assertThat(newcomer.signIn(login, released.group(1)).statusCode()).isEqualTo(303);
        assertThat(SignInTest.place(newcomer.get("/office"))).isEqualTo("/office/me/password");
        assertThat(SignInTest.place(newcomer.get("/office/me/tokens"))).isEqualTo("/office/me/password");
        assertThat(newcomer.get("/office/me/password").body()).contains("首次登录");
        assertThat(newcomer.post(
                                "/office/me/password",
                                "present",
                                released.group(1),
                                "password",
                                PASSWORD,
                                "again",
                                PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        assertThat(newcomer.get("/office").statusCode()).isEqualTo(200);
        assertThat(bean(People.class).actor(login).orElseThrow().grants())
                .extracting(Actor.Grant::role)
                .containsExactly(Role.HANDLER);
    }

    @Test
    void disablingEndsSessionsAndTokensAtOnce() {
        var organ = organ(null);
        var login = person(Role.HANDLER, organ);
        var browser = signedIn(login);
        var tokens = bean(Tokens.class);
        var token = tokens.create(login, "测试", Tokens.Scope.WRITE, 1).token();
        assertThat(browser.get("/office").statusCode()).isEqualTo(200);
        assertThat(tokens.verify(token)).isPresent();

        var system = signedIn(person(Role.SYSTEM_ADMIN, null));
        system.get("/office/people/" + id(login));
        assertThat(system.post("/office/people/" + id(login) + "/disable").statusCode())
                .isEqualTo(303);
        assertThat(SignInTest.place(browser.get("/office"))).isEqualTo("/login");
        assertThat(tokens.verify(token)).isEmpty();
        assertThat(browser().signIn(login, PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void takingARoleAwayCountsWithTheNextRequest() {
        var login = person(Role.SYSTEM_ADMIN, null);
        person(Role.SYSTEM_ADMIN, null);
        var browser = signedIn(login);
        assertThat(browser.get("/office/people").statusCode()).isEqualTo(200);
        var security = signedIn(person(Role.SECURITY_ADMIN, null));
        security.get("/office/people/" + id(login));
        long grant = database()
                .sql("select id from access.role_grant where person = :person")
                .param("person", id(login))
                .query(Long.class)
                .single();
        security.post("/office/people/" + id(login) + "/grants/" + grant + "/revoke");
        assertThat(browser.get("/office/people").statusCode()).isEqualTo(403);
    }

    @Test
    void theLastOfAKindStays() throws Exception {
        var all = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            all.add(person(Role.AUDITOR, null));
        }
        database()
                .sql(
                        "update access.person set disabled_at = now() where post = 'AUDITOR' and login <> all (string_to_array(:kept, ','))")
                .param("kept", String.join(",", all))
                .update();
        var system = signedIn(person(Role.SYSTEM_ADMIN, null));
        system.get("/office/people/new");
        try (var threads = Executors.newFixedThreadPool(3)) {
            threads.invokeAll(all.stream()
                    .<Callable<Integer>>map(login -> () -> system.post("/office/people/" + id(login) + "/disable")
                            .statusCode())
                    .toList());
        }
        assertThat(database()
                        .sql("select count(*) from access.person where post = 'AUDITOR' and disabled_at is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("安全保密管理员查看和结束他人的会话；系统管理员和审计员不能，自己的在“我的账号”中办")
    void aSecurityAdministratorEndsSessionsOfOthers() {
        var login = RunningPlatform.person();
        var here = "/office/people/" + RunningPlatform.id(login);
        var first = RunningPlatform.signedIn(login);
        var second = RunningPlatform.signedIn(login);
        var guard = RunningPlatform.signedIn(RunningPlatform.person(Role.SECURITY_ADMIN, null));
        var page = guard.get(here).body();
        assertThat(page).contains("登录会话", "127.0.0.1", "结束全部会话");
        var key = java.util.regex.Pattern.compile("name=\"session\" value=\"([0-9a-f]+)\"")
                .matcher(page);
        assertThat(key.find()).isTrue();
        guard.post(here + "/sessions", "session", key.group(1));
        assertThat(java.util.stream.Stream.of(first, second)
                        .filter(browser -> browser.get("/office/me").statusCode() == 200))
                .hasSize(1);
        var other = RunningPlatform.signedIn(RunningPlatform.person(Role.SYSTEM_ADMIN, null));
        assertThat(other.get(here).body()).doesNotContain("登录会话</h2>");
        assertThat(other.post(here + "/sessions").statusCode()).isEqualTo(403);
        guard.get(here);
        guard.post(here + "/sessions");
        assertThat(first.get("/office/me").statusCode()).isEqualTo(302);
        assertThat(second.get("/office/me").statusCode()).isEqualTo(302);
        assertThat(guard.get(here).body()).contains("现在没有登录");
    }

    @Test
    void aListIsExportedWithMaskedTelephonesAndWrittenDown() {
        var login = person();
        bean(People.class).setContact(id(login), new People.Contact("13912345678", ""));
        var system = signedIn(person(Role.SYSTEM_ADMIN, null));
        var list = system.get("/office/people?q=" + login);
        assertThat(list.body()).contains(login, "139****5678").doesNotContain("13912345678");
        var file = system.get("/office/people?q=" + login + "&export=csv");
        assertThat(file.body()).contains(login, "139****5678");
        assertThat(database()
                        .sql("select count(*) from audit.entry where action = '导出人员'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void peopleTellTheMailBoxTheirRemindersGoTo() {
        var login = person();
        var own = signedIn(login);
        own.get("/office/me");
        var refused = own.post("/office/me", "phone", "", "email", "不是邮箱");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("不是邮箱", "完整的电子邮箱");
        assertThat(own.post("/office/me", "phone", "", "email", "zhangsan@bureau.invalid")
                        .statusCode())
                .isEqualTo(303);
        assertThat(own.get("/office/me").body()).contains("zhangsan@bureau.invalid");
        assertThat(bean(Colleagues.class).mailBoxes(List.of(id(login))))
                .containsEntry(id(login), "zhangsan@bureau.invalid");
        var system = signedIn(person(Role.SYSTEM_ADMIN, null));
        var here = "/office/people/" + id(login) + "/edit";
        var form = system.get(here).body();
        assertThat(form).contains("zhangsan@bureau.invalid");
        var version = java.util.regex.Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(form);
        assertThat(version.find()).isTrue();
        assertThat(system.post(here, "name", "张三", "version", version.group(1), "email", "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(bean(Colleagues.class).mailBoxes(List.of(id(login)))).isEmpty();
    }

    static String code(OrganId organ) {
        return bean(Organs.class).byId(organ).map(Organ::code).orElseThrow();
    }

    private static boolean tried(Runnable work) {
        try {
            work.run();
            return true;
        } catch (IllegalArgumentException | DataIntegrityViolationException e) {
            return false;
        }
    }
}
