package gongkai.platform.access;

import static gongkai.platform.access.RunningPlatform.PASSWORD;
import static gongkai.platform.access.RunningPlatform.bean;
import static gongkai.platform.access.RunningPlatform.browser;
import static gongkai.platform.access.RunningPlatform.database;
import static gongkai.platform.access.RunningPlatform.id;
import static gongkai.platform.access.RunningPlatform.organ;
import static gongkai.platform.access.RunningPlatform.person;
import static gongkai.platform.access.RunningPlatform.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningPlatform.class)
class SessionsTest {
    @Test
    void liveOnAnotherNodeAndAreEndedForBoth() throws Exception {
        var login = person(Role.HANDLER, organ(null));
        var browser = signedIn(login);
        try (var second = RunningPlatform.another()) {
            var there = new Browser(RunningPlatform.port(second));
            browser.cookies
                    .getCookieStore()
                    .getCookies()
                    .forEach(cookie ->
                            there.cookies.getCookieStore().add(java.net.URI.create("http://127.0.0.1/"), cookie));
            assertThat(there.get("/office/me").body()).contains("张三");
            assertThat(second.getBean(Attempts.class).begin(login)).isEmpty();
            for (int i = 0; i < 4; i++) {
                bean(Attempts.class).begin(login);
            }
            assertThat(second.getBean(Attempts.class).begin(login))
                    .as("both nodes count together")
                    .isPresent();
            there.post("/logout");
            long patience = System.nanoTime() + 5_000_000_000L;
            while (browser.get("/office").statusCode() == 200 && System.nanoTime() < patience) {
                Thread.onSpinWait();
            }
            assertThat(SignInTest.place(browser.get("/office"))).isEqualTo("/login");
        }
    }

    @Test
    void costNoWriteForEachRequest() {
        var login = person(Role.HANDLER, organ(null));
        var browser = signedIn(login);
        browser.get("/office/me");
        var before = session(login);
        for (int i = 0; i < 20; i++) {
            browser.get("/office/me");
        }
        assertThat(session(login)).isEqualTo(before);
        database()
                .sql(
                        "update access.session set last_access_time = last_access_time - 61000 where principal_name = :login")
                .param("login", login)
                .update();
        long touched = lastAccess(login);
        long patience = System.nanoTime() + 10_000_000_000L;
        while (lastAccess(login) == touched && System.nanoTime() < patience) {
            browser.get("/office/me");
        }
        assertThat(lastAccess(login)).isGreaterThan(touched + 30_000);
    }

    @Test
    void endWhenIdleOrTooOld() {
        var login = person(Role.HANDLER, organ(null));
        var idle = signedIn(login);
        var old = signedIn(login);
        var session = bean(SessionStore.class).findByPrincipalName(login);
        assertThat(session).hasSize(2);
        database()
                .sql(
                        "update access.session set last_access_time = last_access_time - 1801000, expiry_time = expiry_time - 1801000 where session_id = :id")
                .param("id", sessionOf(idle))
                .update();
        var store = bean(SessionStore.class);
        var stored = (KeptSession) java.util.Objects.requireNonNull(store.findById(sessionOf(old)));
        stored.setAttribute("since", System.currentTimeMillis() - 10 * 3600_000L - 1000);
        store.save(stored);
        long patience = System.nanoTime() + 5_000_000_000L;
        while (idle.get("/office").statusCode() == 200 && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        assertThat(SignInTest.place(idle.get("/office"))).isEqualTo("/login");
        assertThat(SignInTest.place(old.get("/office"))).isEqualTo("/login");
    }

    @Test
    void areListedAndEndedByTheirOwnerAlone() {
        var login = person(Role.HANDLER, organ(null));
        var here = signedIn(login);
        var there = signedIn(login);
        var page = here.get("/office/me/sessions").body();
        assertThat(page).contains("本次登录").doesNotContain(sessionOf(here), sessionOf(there));
        var key = Pattern.compile("name=\"session\" value=\"([0-9a-f]+)\"").matcher(page);
        assertThat(key.find()).isTrue();
        var stranger = signedIn(person());
        stranger.get("/office/me/sessions");
        stranger.post("/office/me/sessions", "session", key.group(1));
        assertThat(there.get("/office").statusCode()).isEqualTo(200);
        here.post("/office/me/sessions", "session", key.group(1));
        assertThat(SignInTest.place(there.get("/office"))).isEqualTo("/login");
        assertThat(here.get("/office").statusCode()).isEqualTo(200);
    }

    @Test
    void endElsewhereWhenThePasswordIsChanged() {
        var login = person(Role.HANDLER, organ(null));
        var here = signedIn(login);
        var there = signedIn(login);
        here.get("/office/me/password");
        assertThat(here.post(
                                "/office/me/password",
                                "present",
                                "falsch",
                                "password",
                                "Neu-Kennwort-77",
                                "again",
                                "Neu-Kennwort-77")
                        .body())
                .contains("现在的口令不正确");
        assertThat(here.post("/office/me/password", "present", PASSWORD, "password", PASSWORD, "again", PASSWORD)
                        .body())
                .contains("最近 5 次");
        assertThat(here.post(
                                "/office/me/password",
                                "present",
                                PASSWORD,
                                "password",
                                "Neu-Kennwort-77",
                                "again",
                                "Neu-Kennwort-77")
                        .statusCode())
                .isEqualTo(303);
        assertThat(SignInTest.place(there.get("/office"))).isEqualTo("/login");
        assertThat(here.get("/office").statusCode()).isEqualTo(200);
        assertThat(browser().signIn(login, PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void keepTheChosenOrganButOnlyOneInWhichARoleIsHeld() {
        var first = organ(null);
        var second = organ(null);
        var foreign = organ(null);
        var login = person(Role.HANDLER, first);
        bean(People.class).grant(id(login), Role.LEADER, second, false);
        var browser = signedIn(login);
        browser.get("/office");
        assertThat(browser.post("/office/organ", "organ", code(second), "to", "/office")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/office").body()).contains("value=\"" + code(second) + "\" selected");
        assertThat(browser.post("/office/organ", "organ", code(foreign)).statusCode())
                .isEqualTo(404);
        assertThat(browser.post("/office/organ", "organ", code(first), "to", "//example.org")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/");
    }

    @Test
    void anExpiredPasswordMustBeChangedFirst() {
        var login = person(Role.HANDLER, organ(null));
        database()
                .sql("update access.person set password_at = now() - interval '91 days' where login = :login")
                .param("login", login)
                .update();
        var browser = signedIn(login);
        assertThat(SignInTest.place(browser.get("/office"))).isEqualTo("/office/me/password");
        assertThat(browser.get("/office/me/password").body()).contains("超过 90 天");
    }

    private static String session(String login) {
        return database()
                .sql("select xmin::text || ' ' || last_access_time from access.session where principal_name = :login")
                .param("login", login)
                .query(String.class)
                .single();
    }

    private static long lastAccess(String login) {
        return database()
                .sql("select last_access_time from access.session where principal_name = :login")
                .param("login", login)
                .query(Long.class)
                .single();
    }

    private static String sessionOf(Browser browser) {
        return new String(
                java.util.Base64.getDecoder()
                        .decode(browser.cookie("GONGKAI").orElseThrow().getValue()),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String code(OrganId organ) {
        return bean(Organs.class).byId(organ).map(Organ::code).orElseThrow();
    }
}
