package gongkai.platform.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.People;
import gongkai.platform.access.Role;
import gongkai.platform.access.SignedInAs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.web.ListQuery;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class AuditorTest {
    private static ConfigurableApplicationContext platform;
    private static AuditLines lines;
    private static MockMvc web;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        lines = platform.getBean(AuditLines.class);
        web = MockMvcBuilders.webAppContextSetup((WebApplicationContext) platform)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .addFilters(platform.getBeansOfType(org.springframework.web.filter.OncePerRequestFilter.class)
                        .values()
                        .toArray(jakarta.servlet.Filter[]::new))
                .build();
        var people = platform.getBean(People.class);
        people.grant(people.add("li-shen", "李审", "A-long-password-2026"), Role.AUDITOR, null, false);
        people.grant(people.add("sys-guan", "王管", "A-long-password-2026"), Role.SYSTEM_ADMIN, null, false);
        var log = platform.getBean(AuditLog.class);
        for (int i = 0; i < 50; i++) {
            log.write(
                    new WhoActs.Acting(1L, "li-shen", "192.0.2." + i % 5),
                    AuditEntry.of("登记申请", "申请", "2026-" + i).with(i == 7 ? "100%_特别 <b>粗</b>" : "第 " + i + " 条"));
        }
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @DisplayName("按时间、人员、操作、对象、地址、文字筛选")
    void filters() {
        assertThat(found("action", "登记申请")).hasSize(50);
        assertThat(found("who", "李审", "action", "登记申请")).hasSize(50);
        assertThat(found("who", "nobody")).isEmpty();
        assertThat(found("subject", "2026-3")).hasSize(1);
        assertThat(found("subject", "申请")).hasSize(50);
        assertThat(found("address", "192.0.2.1")).hasSize(10);
        assertThat(found("text", "100%_特别")).hasSize(1);
        assertThat(found("text", "100_")).isEmpty();
        assertThat(found("from", "2999-01-01")).isEmpty();
        assertThat(found("to", "2999-01-01", "action", "登记申请")).hasSize(50);
        assertThat(found("from", "没有这一天", "action", "登记申请")).hasSize(50);
        assertThat(found("organ", "没有这个机构")).isEmpty();
    }

    @Test
    @DisplayName("文字查找：一个字在最近的记录中找，词语在全部记录中找，不分大小写")
    void looksForWords() {
        assertThat(found("text", "特", "subject", "2026-7")).hasSize(1);
        assertThat(found("text", "特别", "subject", "2026-7")).hasSize(1);
        assertThat(found("text", "<B>粗</b>")).hasSize(1);
        assertThat(found("text", "特别", "action", "登记申请")).hasSize(1);
        assertThat(found("text", "别特")).isEmpty();
        assertThat(found("text", "2026-3")).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    @DisplayName("每夜核验已排定；结果在工作台上告诉安全审计员，别人看不到")
    void verifiesEveryNight() throws Exception {
        assertThat(platform.getBean(JdbcClient.class)
                        .sql("select execution_time from jobs.scheduled_tasks where task_name = :name")
                        .param("name", NightlyVerification.TASK)
                        .query((row, number) -> row.getTimestamp(1).toInstant().atZone(ZoneId.of("Asia/Shanghai")))
                        .single()
                        .toLocalTime())
                .isEqualTo(LocalTime.of(2, 30));
        post("li-shen", "/office/audit/verification");
        assertThat(get("li-shen", "/office")).contains("审计日志完整：");
        assertThat(get("sys-guan", "/office")).doesNotContain("审计日志");
    }

    @Test
    void pagesDoNotOverlap() {
        var all = new ArrayList<Long>();
        for (int page = 1; page <= 3; page++) {
            var listing = lines.list(ListQuery.of(
                    AuditLines.SHAPE, Map.of("action", "登记申请", "size", "20", "page", String.valueOf(page))));
            assertThat(listing.total()).isEqualTo(50);
            listing.rows().forEach(row -> all.add(row.id()));
        }
        assertThat(all).hasSize(50).doesNotHaveDuplicates();
        try (var exported = lines.all(ListQuery.of(AuditLines.SHAPE, Map.of("action", "登记申请")), 45)) {
            assertThat(exported.map(AuditRow::id)).containsExactlyElementsOf(all.subList(0, 45));
        }
    }

    @Test
    void showsTheListAndOneLineToTheAuditor() throws Exception {
        var list = get("li-shen", "/office/audit?action=登记申请&text=特别");
        assertThat(list)
                .contains("审计日志", "李审（li-shen）", "100%_特别 &lt;b&gt;粗&lt;/b&gt;", "现在核验")
                .doesNotContain("<b>粗");
        var id = found("text", "100%_特别").getFirst().id();
        assertThat(post("li-shen", "/office/audit/verification")).isEqualTo("/office/audit");
        assertThat(get("li-shen", "/office/audit/" + id)).contains("内容与校验码、链值一致", "2026-7", "192.0.2.2");
        assertThat(get("li-shen", "/office/audit")).contains("完整");
        assertThat(status("li-shen", "/office/audit/999999999")).isEqualTo(404);
    }

    @Test
    @DisplayName("导出本身也记入审计日志")
    void logsAnExport() throws Exception {
        assertThat(get("li-shen", "/office/audit?text=特别&export=csv"))
                .startsWith("\uFEFF链号,时间")
                .contains("100%_特别");
        assertThat(found("action", "导出审计日志"))
                .anySatisfy(row -> assertThat(row.detail()).isEqualTo("筛选：text=特别"));
        assertThat(status("li-shen", "/office/audit?export=exe")).isEqualTo(400);
    }

    @Test
    @DisplayName("系统管理员看不到审计日志")
    void isForTheAuditorOnly() throws Exception {
        assertThat(status("sys-guan", "/office/audit")).isEqualTo(403);
        assertThat(status("sys-guan", "/office/audit?export=csv")).isEqualTo(403);
    }

    private static List<AuditRow> found(String... filters) {
        var parameters = new java.util.HashMap<String, String>(Map.of("size", "200"));
        for (int i = 0; i < filters.length; i += 2) {
            parameters.put(filters[i], filters[i + 1]);
        }
        return lines.list(ListQuery.of(AuditLines.SHAPE, parameters)).rows();
    }

    private static String get(String login, String path) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(path).with(user(login)))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static int status(String login, String path) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(path).with(user(login)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static @org.jspecify.annotations.Nullable String post(String login, String path) throws Exception {
        return web.perform(MockMvcRequestBuilders.post(path)
                        .with(user(login))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn()
                .getResponse()
                .getHeader("Location");
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor user(String login) {
        SecurityContextHolder.clearContext();
        return SecurityMockMvcRequestPostProcessors.authentication(SignedInAs.of(platform, login));
    }
}
