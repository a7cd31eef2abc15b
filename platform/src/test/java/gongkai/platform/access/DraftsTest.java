package gongkai.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.workbench.KeptDrafts;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("长表单的草稿")
@ExtendWith(RunningPlatform.class)
class DraftsTest {
    private static final String NEW = "/office/people/new";

    private String login;
    private Browser admin;

    @BeforeEach
    void signIn() {
        login = RunningPlatform.person(Role.SYSTEM_ADMIN, null);
        admin = RunningPlatform.signedIn(login);
    }

    @Test
    void comesBackUntilItIsSent() {
        var organ = RunningPlatform.organ(null);
        assertThat(admin.get(NEW).body()).contains("保存草稿", "name=\"_draft\" value=\"" + NEW + "\"");
        var saved = admin.post("/office/drafts", "_draft", NEW, "name", "李四<甲>", "phone", "13800000000");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).hasValue(NEW);
        var opened = RunningPlatform.signedIn(login).get(NEW).body();
        assertThat(opened).contains("保存的草稿，还没有提交", "value=\"李四&lt;甲>\"", "value=\"13800000000\"", "丢弃草稿");
        var code = RunningPlatform.bean(gongkai.platform.organ.Organs.class)
                .byId(organ)
                .orElseThrow()
                .code();
        assertThat(admin.post("/office/people", "_draft", NEW, "login", "!", "name", "李四", "organ", code)
                        .statusCode())
                .isEqualTo(422);
        assertThat(drafts()).as("a rejected form keeps its draft").isEqualTo(1);
        var sent = admin.post(
                "/office/people", "_draft", NEW, "login", RunningPlatform.newLogin(), "name", "李四", "organ", code);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(drafts()).isZero();
        assertThat(admin.get(NEW).body()).doesNotContain("保存的草稿");
    }

    @Test
    void isThrownAwayOnRequest() {
        admin.get(NEW);
        admin.post("/office/drafts", "_draft", NEW, "name", "李四");
        assertThat(admin.post("/office/drafts/removal", "_draft", NEW).statusCode())
                .isEqualTo(303);
        assertThat(admin.get(NEW).body()).contains("草稿已丢弃").doesNotContain("李四");
    }

    @Test
    void isNobodyElses() {
        admin.get(NEW);
        admin.post("/office/drafts", "_draft", NEW, "name", "只有我看得到");
        var other = RunningPlatform.signedIn(RunningPlatform.person(Role.SYSTEM_ADMIN, null));
        assertThat(other.get(NEW).body()).doesNotContain("只有我看得到");
        other.post("/office/drafts/removal", "_draft", NEW);
        assertThat(drafts()).isEqualTo(1);
    }

    @Test
    void isKeptForTheOrganOneActsFor() {
        var first = RunningPlatform.organ(null);
        var second = RunningPlatform.organ(null);
        var officer = RunningPlatform.person(Role.HANDLER, first);
        RunningPlatform.bean(People.class).grant(RunningPlatform.id(officer), Role.HANDLER, second, false);
        var browser = RunningPlatform.signedIn(officer);
        browser.get("/office");
        browser.post("/office/drafts", "_draft", "/office/me/deputies", "deputy", "甲");
        var organs = RunningPlatform.bean(gongkai.platform.organ.Organs.class);
        var codes = List.of(
                organs.byId(first).orElseThrow().code(),
                organs.byId(second).orElseThrow().code());
        for (var code : codes) {
            browser.post("/office/organ", "organ", code, "to", "/office");
            browser.post("/office/drafts", "_draft", "/office/me/deputies", "deputy", code);
        }
        assertThat(RunningPlatform.database()
                        .sql("select count(*) from workbench.draft where person = :person")
                        .param("person", RunningPlatform.id(officer))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void liesEncryptedAndWithoutPasswordsInTheDatabase() {
        admin.get(NEW);
        admin.post("/office/drafts", "_draft", NEW, "name", "张三丰", "password", "secret-secret");
        var stored = RunningPlatform.database()
                .sql("select fields from workbench.draft where person = :person")
                .param("person", RunningPlatform.id(login))
                .query(String.class)
                .single();
        assertThat(stored).startsWith("sm4:").doesNotContain("张三丰");
        assertThat(KeptDrafts.COLUMN.table()).isEqualTo("workbench.draft");
        assertThat(admin.get(NEW).body()).contains("张三丰").doesNotContain("secret-secret");
    }

    @Test
    void theScriptDoesNotBringBackWhatHasBeenSent() {
        var page = admin.get(NEW).body();
        var number = UUID.randomUUID().toString();
        var organ = RunningPlatform.organ(null);
        var code = RunningPlatform.bean(gongkai.platform.organ.Organs.class)
                .byId(organ)
                .orElseThrow()
                .code();
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(csrf.find()).isTrue();
        assertThat(keep(csrf.group(1), number, "李").statusCode()).isEqualTo(204);
        assertThat(drafts()).isEqualTo(1);
        var sent = admin.postBare(
                "/office/people",
                "_csrf",
                csrf.group(1),
                "_form",
                number,
                "_draft",
                NEW,
                "login",
                RunningPlatform.newLogin(),
                "name",
                "李四",
                "organ",
                code);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(keep(csrf.group(1), number, "李四").statusCode()).isEqualTo(204);
        assertThat(drafts()).isZero();
    }

    @Test
    void leadsNowhereElse() {
        admin.get(NEW);
        for (var page : List.of("", "//evil.example", "https://evil.example/", "/login", "/office/a b", "/office\\x")) {
            assertThat(admin.post("/office/drafts", "_draft", page, "name", "甲").statusCode())
                    .as(page)
                    .isEqualTo(400);
        }
        assertThat(admin.post("/office/drafts", "_draft", NEW, "name", "长".repeat(300_001))
                        .statusCode())
                .isEqualTo(413);
        assertThat(drafts()).isZero();
    }

    private java.net.http.HttpResponse<String> keep(String csrf, String number, String name) {
        return admin.postBare(
                "/office/drafts", "_csrf", csrf, "_form", number, "_draft", NEW, "name", name, "_auto", "1");
    }

    private long drafts() {
        return RunningPlatform.database()
                .sql("select count(*) from workbench.draft where person = :person")
                .param("person", RunningPlatform.id(login))
                .query(Long.class)
                .single();
    }
}
