package gongkai.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.database.Address;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("按单位要求收紧的设置")
class StricterSettingsTest {
    private static final String PASSWORD = "Kaiping-2026-dong";

    @TempDir
    private static Path data;

    private static ConfigurableApplicationContext platform;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(
                0,
                Address.of(TestDatabase.fresh()),
                Map.of(
                        "gongkai.data", data.toString(),
                        "gongkai.access.session.only-one", "true",
                        "gongkai.access.second-factor.required-for", "SECURITY_ADMIN,AUDITOR"));
        port = RunningPlatform.port(platform);
        var people = platform.getBean(People.class);
        people.grant(people.add("guan", "王管", PASSWORD), Role.SYSTEM_ADMIN, null, false);
        people.grant(people.add("shen", "李审", PASSWORD), Role.AUDITOR, null, false);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @DisplayName("同一账号只能有一处登录：后登录的使先登录的失效")
    void onlyOneSession() {
        var first = new Browser(port);
        first.signIn("guan", PASSWORD);
        assertThat(first.get("/office").statusCode()).isEqualTo(200);
        var second = new Browser(port);
        second.signIn("guan", PASSWORD);
        assertThat(second.get("/office").statusCode()).isEqualTo(200);
        assertThat(first.get("/office").statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("须用动态口令的角色，没有启用之前什么也做不了")
    void roleThatNeedsASecondFactor() {
        var auditor = new Browser(port);
        auditor.signIn("shen", PASSWORD);
        for (var page : new String[] {"/office", "/office/audit", "/office/me/tokens"}) {
            assertThat(auditor.get(page).headers().firstValue("Location"))
                    .as(page)
                    .hasValueSatisfying(place -> assertThat(place).endsWith("/office/me/second-factor"));
        }
        assertThat(auditor.get("/office/me/second-factor").body()).contains("动态口令");
        var refused = auditor.post("/office/audit/verification");
        assertThat(refused.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/office/me/second-factor"));
    }

    @ParameterizedTest
    @CsvSource({
        "gongkai.site.id-code, 41030000, 网站标识码",
        "gongkai.site.icp, 12345678, ICP备案号",
        "gongkai.site.police, 京公网安备, 公安备案号",
        "gongkai.site.party-mark, javascript:alert(1), 党政机关网站标识",
        "gongkai.site.error-report, //example.gov.cn, 找错",
        "gongkai.site.domain, https://example.gov.cn/, 域名"
    })
    @DisplayName("写错的网站标识在启动时说明，不显示给公众")
    void siteMarksAreChecked(String setting, String value, String named) {
        assertThatThrownBy(() -> Platform.start(0, Address.of(TestDatabase.fresh()), Map.of(setting, value)))
                .hasStackTraceContaining(named)
                .hasStackTraceContaining("应为");
    }
}
