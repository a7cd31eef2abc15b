package gongkai.platform.access;

import static gongkai.platform.access.RunningPlatform.PASSWORD;
import static gongkai.platform.access.RunningPlatform.bean;
import static gongkai.platform.access.RunningPlatform.browser;
import static gongkai.platform.access.RunningPlatform.database;
import static gongkai.platform.access.RunningPlatform.newLogin;
import static gongkai.platform.access.RunningPlatform.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningPlatform.class)
class SignInTest {
    @Test
    void letsInWhoKnowsThePassword() {
        var browser = browser();
        var answer = browser.signIn(person(), PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(place(answer)).isEqualTo("/office");
        assertThat(browser.get("/office/me").body()).contains("我的账号", "张三");
    }

    @Test
    @DisplayName("登录页提示严禁上传涉密信息")
    void warnsAboutStateSecrets() {
        assertThat(browser().get("/login").body()).contains("严禁", "国家秘密");
    }

    @Test
    void leadsBackToWhereOneWanted() {
        var browser = browser();
        assertThat(place(browser.get("/office/me/tokens?a=1"))).isEqualTo("/login?to=%2Foffice%2Fme%2Ftokens%3Fa%3D1");
        browser.get("/login?to=/office/me/tokens");
        assertThat(place(browser.post("/login", "username", person(), "password", PASSWORD, "to", "/office/me/tokens")))
                .isEqualTo("/office/me/tokens");
    }

    @Test
    void leadsNowhereElse() {
        for (var to : new String[] {"https://example.org/office", "//example.org/office", "/\\example.org", "/login"}) {
            var browser = browser();
            browser.get("/login");
            assertThat(place(browser.post("/login", "username", person(), "password", PASSWORD, "to", to)))
                    .isEqualTo("/office");
        }
    }

    @Test
    void answersTheSameToAWrongPasswordAnUnknownNameAndADisabledAccount() {
        var disabled = person();
        database()
                .sql("update access.person set disabled_at = now() where login = :login")
                .param("login", disabled)
                .update();
        var wrong = refusal(person(), "Falsch-2026-x");
        assertThat(wrong).contains("登录名或口令不正确");
        assertThat(refusal(newLogin(), "Falsch-2026-x")).isEqualTo(wrong);
        assertThat(refusal(disabled, PASSWORD)).isEqualTo(wrong);
    }

    @Test
    void takesAsLongForAnUnknownNameAsForAWrongPassword() {
        var signIn = bean(SignIn.class);
        var known = person();
        signIn.byPassword(known, "Falsch-2026-x", "192.0.2.7");
        long forKnown = Long.MAX_VALUE;
        long forUnknown = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            forKnown = Math.min(forKnown, nanos(() -> signIn.byPassword(known, "Falsch-2026-x", "192.0.2.7")));
            forUnknown = Math.min(forUnknown, nanos(() -> signIn.byPassword(newLogin(), "x", "192.0.2.7")));
        }
        assertThat((double) forUnknown / forKnown).isBetween(0.3, 3.0);
    }

    @Test
    void locksANameAfterFiveFailuresHoweverItIsWritten() {
        var login = person();
        var browser = browser();
        for (var typed :
                new String[] {login, login.toUpperCase(java.util.Locale.ROOT), " " + login, wide(login), login + " "}) {
            assertThat(browser.signIn(typed, "Falsch-2026-x").body()).contains("不正确");
        }
        assertThat(browser.signIn(login, PASSWORD).body()).contains("尝试次数过多");
        assertThat(browser.signIn(wide(login), PASSWORD).body()).contains("尝试次数过多");
        bean(Attempts.class).forget(login);
        assertThat(browser.signIn(login, PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void locksANameNobodyHasJustTheSame() {
        var login = newLogin();
        var browser = browser();
        for (int i = 0; i < 5; i++) {
            browser.signIn(login, "x");
        }
        assertThat(browser.signIn(login, "x").body()).contains("尝试次数过多");
    }

    @Test
    void locksForTwiceAsLongAfterEachFurtherFailure() {
        var attempts = bean(Attempts.class);
        var login = newLogin();
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.begin(login)).isEmpty();
        }
        assertThat(minutesLocked(login)).isEqualTo(10);
        passTime(login);
        assertThat(attempts.begin(login)).isEmpty();
        assertThat(minutesLocked(login)).isEqualTo(20);
        passTime(login);
        assertThat(attempts.begin(login)).isEmpty();
        assertThat(minutesLocked(login)).isEqualTo(40);
        assertThat(attempts.begin(login)).isPresent();
    }

    @Test
    void countsAttemptsAtTheSameMoment() throws Exception {
        var login = person();
        var attempts = new ArrayList<Callable<SignIn.Outcome>>();
        for (int i = 0; i < 20; i++) {
            attempts.add(() -> bean(SignIn.class).byPassword(login, "Falsch-2026-x", "192.0.2.8"));
        }
        try (var threads = Executors.newFixedThreadPool(20)) {
            int looked = 0;
            for (var outcome : threads.invokeAll(attempts)) {
                if (outcome.get() instanceof SignIn.Outcome.Refused refused
                        && refused.sentence().contains("不正确")) {
                    looked++;
                }
            }
            assertThat(looked).isEqualTo(5);
        }
    }

    @Test
    void slowsAnAddressDown() {
        var attempts = bean(Attempts.class);
        int let = 0;
        while (let < 1000 && !attempts.hasty("192.0.2.9")) {
            let++;
        }
        assertThat(let).isBetween(600, 700);
        for (int i = 0; i < 100; i++) {
            assertThat(attempts.beginFrom("192.0.2.10")).isEmpty();
        }
        assertThat(attempts.beginFrom("192.0.2.10")).isPresent();
        assertThat(attempts.beginFrom("192.0.2.11")).isEmpty();
    }

    @Test
    void makesANewSessionWithEachSignIn() {
        var login = person();
        var browser = browser();
        browser.signIn(login, PASSWORD);
        var first = browser.cookie("GONGKAI").orElseThrow();
        assertThat(first.isHttpOnly()).isTrue();
        browser.get("/office/me");
        browser.post("/logout");
        assertThat(place(browser.get("/office"))).isEqualTo("/login");
        browser.signIn(login, PASSWORD);
        assertThat(browser.cookie("GONGKAI").orElseThrow().getValue()).isNotEqualTo(first.getValue());
        assertThat(bean(SessionStore.class).findByPrincipalName(login)).hasSize(1);
    }

    @Test
    void keepsNoSessionForTheUnknown() {
        var browser = browser();
        browser.get("/");
        browser.get("/login");
        browser.get("/office/organs");
        browser.signIn(newLogin(), "x");
        assertThat(browser.cookie("GONGKAI")).isEmpty();
    }

    @Test
    void takesNoFormWithoutTheTokenOfThePage() {
        var browser = browser();
        browser.get("/login");
        assertThat(browser.postBare("/login", "username", person(), "password", PASSWORD)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void writesDownSignInsFailuresAndSignOutsButNoPasswordTypedInTheWrongPlace() {
        var login = person();
        var browser = browser();
        browser.signIn("My Secret-Word 1!", "x");
        browser.signIn(login, "Falsch-2026-x");
        browser.signIn(login, PASSWORD);
        browser.get("/office/me");
        browser.post("/logout");
        assertThat(database()
                        .sql(
                                "select action || ' ' || coalesce(login, '') || ' ' || coalesce(address, '') from audit.entry where subject = :login order by id")
                        .param("login", login)
                        .query(String.class)
                        .list())
                .contains("登录失败 " + login + " 127.0.0.1", "登录 " + login + " 127.0.0.1", "退出登录 " + login + " 127.0.0.1");
        assertThat(database()
                        .sql(
                                "select count(*) from audit.entry where subject ilike '%secret-word%' or login ilike '%secret-word%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String refusal(String login, String password) {
        var answer = browser().signIn(login, password);
        assertThat(answer.statusCode()).isEqualTo(422);
        var body = answer.body();
        int from = body.indexOf("role=\"alert\"");
        return body.substring(from, body.indexOf("</div>", from));
    }

    static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]*", "");
    }

    private static String wide(String login) {
        return login.chars().mapToObj(c -> String.valueOf((char) (c + 0xfee0))).reduce("", String::concat);
    }

    private static long nanos(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return System.nanoTime() - before;
    }

    private static long minutesLocked(String login) {
        return database()
                .sql(
                        "select round(extract(epoch from blocked_until - last_at) / 60) from access.failure where subject = 'name:' || :login")
                .param("login", login)
                .query(Long.class)
                .single();
    }

    private static void passTime(String login) {
        database()
                .sql(
                        "update access.failure set blocked_until = now() - interval '1 second' where subject = 'name:' || :login")
                .param("login", login)
                .update();
    }
}
