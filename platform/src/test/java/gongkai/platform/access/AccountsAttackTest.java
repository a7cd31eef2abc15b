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

import gongkai.platform.access.SignIn.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("攻击：账号、登录、三员")
@ExtendWith(RunningPlatform.class)
class AccountsAttackTest {
    private static final String HOME = "192.0.2.21";
    private static final String ELSEWHERE = "198.51.100.7";

    @Test
    void theLastWhoReleasesAccountsIsNotReset() {
        var kept = person(Role.SECURITY_ADMIN, null);
        database()
                .sql("update access.person set password = null where post = 'SECURITY_ADMIN' and login <> :kept")
                .param("kept", kept)
                .update();
        var system = signedIn(person(Role.SYSTEM_ADMIN, null));
        var place = "/office/people/" + id(kept);
        system.get(place);
        assertThat(system.post(place + "/reset").statusCode()).isEqualTo(409);
        assertThat(system.post(place + "/disable").statusCode())
                .as("the others wait for their release and could not release anybody")
                .isEqualTo(409);
        assertThat(browser().signIn(kept, PASSWORD).statusCode()).isEqualTo(303);
        person(Role.SECURITY_ADMIN, null);
        assertThat(system.post(place + "/reset").statusCode()).isEqualTo(303);
    }

    @Test
    void restoringTakesNoPasswordFromAnAccountInUse() {
        var login = person();
        var system = signedIn(person(Role.SYSTEM_ADMIN, null));
        system.get("/office/people/" + id(login));
        assertThat(system.post("/office/people/" + id(login) + "/enable").statusCode())
                .isEqualTo(409);
        assertThat(browser().signIn(login, PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void whatCannotBeIsRefusedInWordsNotByAnIncident() {
        var system = signedIn(person(Role.SYSTEM_ADMIN, null));
        var unit = AdministratorsTest.code(organ(null));
        system.get("/office/people/new");
        assertThat(system.post("/office/people/999999999/places", "organ", unit).statusCode())
                .isEqualTo(404);
        var place = "/office/people/" + id(person());
        assertThat(system.post(place + "/places", "organ", unit, "title", "长".repeat(61))
                        .statusCode())
                .isEqualTo(422);
        var login = RunningPlatform.newLogin();
        assertThat(system.post(
                                "/office/people",
                                "login",
                                login,
                                "name",
                                "李四",
                                "organ",
                                unit,
                                "outside",
                                "x".repeat(9000))
                        .body())
                .contains("统一身份认证标识不超过");
        var officer = signedIn(person(Role.HANDLER, organ(null)));
        officer.get("/office/me/deputies");
        for (var day : new String[] {"+999999999-12-31", "-999999999-01-01", "0000-01-01"}) {
            assertThat(officer.post("/office/me/deputies", "first", day, "last", day, "deputy", "x", "roles", "HANDLER")
                            .statusCode())
                    .as(day)
                    .isEqualTo(422);
        }
    }

    @Test
    void failuresFromElsewhereDoNotKeepTheOwnerOut() {
        var login = person();
        var signIn = bean(SignIn.class);
        signIn.accepted(new SignedIn(id(login), login, null, SignedIn.How.PASSWORD), HOME);
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.byPassword(login, "Falsch-2026-x", ELSEWHERE)).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(signIn.byPassword(login, PASSWORD, ELSEWHERE)).isInstanceOf(Outcome.Refused.class);
        assertThat(signIn.byPassword(login, PASSWORD, HOME)).isInstanceOf(Outcome.Accepted.class);
        assertThat(signIn.byPassword(login, PASSWORD, ELSEWHERE))
                .as("the owner's success gives the stranger no more guesses")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aKnownAddressIsNoPlaceToGuess() {
        var login = person();
        var signIn = bean(SignIn.class);
        signIn.accepted(new SignedIn(id(login), login, null, SignedIn.How.PASSWORD), HOME);
        for (int i = 0; i < 5; i++) {
            signIn.byPassword(login, "Falsch-2026-x", HOME);
        }
        assertThat(signIn.byPassword(login, PASSWORD, HOME)).isInstanceOf(Outcome.Refused.class);
        assertThat(bean(Attempts.class).lockedUntil(login)).isPresent();
        bean(Attempts.class).forget(login);
        assertThat(signIn.byPassword(login, PASSWORD, HOME)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void whoAwaitsTheSecondFactorIsSentBackWhenTheAccountIsReset() {
        var login = person();
        var factors = bean(SecondFactors.class);
        var totp = factors.prepared(id(login));
        factors.confirm(id(login), totp.at(java.time.Instant.now().minusSeconds(30)));
        var stranger = browser();
        assertThat(SignInTest.place(stranger.signIn(login, PASSWORD))).isEqualTo("/login/code");
        var system = signedIn(person(Role.SYSTEM_ADMIN, null));
        system.get("/office/people/" + id(login));
        assertThat(system.post("/office/people/" + id(login) + "/reset").statusCode())
                .isEqualTo(303);
        stranger.get("/login");
        assertThat(SignInTest.place(stranger.post("/login/code", "code", totp.at(java.time.Instant.now()))))
                .isEqualTo("/login");
        assertThat(SignInTest.place(stranger.get("/office/me"))).startsWith("/login");
    }

    @Test
    void aStrangerFillsNoDisk() throws IOException {
        for (var length : List.of("Content-Length: 100000000", "Transfer-Encoding: chunked")) {
            try (var socket = new Socket("127.0.0.1", RunningPlatform.port())) {
                var head =
                        "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                                + length + "\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                assertThat(answer.readLine()).as(length).containsPattern(" 41[13] ");
            }
        }
    }

    @Test
    void thePageOfAnExpiredFormShowsNoPassword() {
        var browser = signedIn(person());
        var page = browser.postBare(
                "/office/me/password",
                "present",
                "Geheim-Jetzt-2026",
                "password",
                "Geheim-Neu-2026",
                "again",
                "Geheim-Neu-2026");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).doesNotContain("Geheim");
    }

    @Test
    void endingASessionIsWrittenDown() {
        var login = person();
        signedIn(login);
        var browser = signedIn(login);
        var keys = new ArrayList<String>();
        var found = java.util.regex.Pattern.compile("name=\"session\" value=\"([0-9a-f]{16})\"")
                .matcher(browser.get("/office/me/sessions").body());
        while (found.find()) {
            keys.add(found.group(1));
        }
        assertThat(browser.post("/office/me/sessions", "session", keys.getFirst())
                        .statusCode())
                .isEqualTo(303);
        assertThat(database()
                        .sql("select count(*) from audit.entry where action = '结束会话' and subject = :login")
                        .param("login", login)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aClaimCountsOnceASecurityAdministratorHasConfirmedIt() {
        var login = person();
        var system = signedIn(person(Role.SYSTEM_ADMIN, null));
        var place = "/office/people/" + id(login);
        system.get(place + "/edit");
        var claim = "sub-" + login;
        assertThat(system.post(place + "/edit", "name", "张三", "version", "0", "outside", claim)
                        .statusCode())
                .isEqualTo(303);
        assertThat(confirmed(claim)).isFalse();
        assertThat(system.get(place).body()).contains("待确认");
        assertThat(system.post(place + "/outside", "claim", claim).statusCode()).isEqualTo(403);

        var security = signedIn(person(Role.SECURITY_ADMIN, null));
        assertThat(security.get(place).body()).contains("确认统一身份认证标识");
        assertThat(security.post(place + "/outside", "claim", "sub-other").statusCode())
                .as("what is confirmed is what was shown")
                .isEqualTo(409);
        assertThat(security.post(place + "/outside", "claim", claim).statusCode())
                .isEqualTo(303);
        assertThat(confirmed(claim)).isTrue();

        system.get(place + "/edit");
        system.post(place + "/edit", "name", "张三", "version", "1", "outside", claim + "2");
        assertThat(confirmed(claim + "2")).as("entered anew").isFalse();
    }

    private static boolean confirmed(String claim) {
        return database()
                .sql("select confirmed_at is not null from access.outside_identity where claim = :claim")
                .param("claim", claim)
                .query(Boolean.class)
                .single();
    }
}
