package gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.People;
import gongkai.platform.access.Role;
import gongkai.platform.access.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is entered, on a real database, and what other systems are answered. */
@NullMarked
class CalendarsTest {
    private static final String NOTICE_2028 = """
            {"year": 2028, "source": "示例〔2027〕1号", "days": [
              {"name": "元旦", "date": "2028-01-01", "isOffDay": true},
              {"name": "春节", "date": "2028-01-26", "isOffDay": true},
              {"name": "清明节", "date": "2028-04-04", "isOffDay": true},
              {"name": "劳动节", "date": "2028-05-01", "isOffDay": true},
              {"name": "端午节", "date": "2028-05-28", "isOffDay": true},
              {"name": "国庆节、中秋节", "date": "2028-10-03", "isOffDay": true}]}""";

    private static ConfigurableApplicationContext platform;
    private static Calendars calendars;
    private static String reader;
    private static String administrator;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        calendars = platform.getBean(Calendars.class);
        administrator = token("sys", Role.SYSTEM_ADMIN);
        reader = token("sec", Role.SECURITY_ADMIN);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static String token(String login, Role role) {
        var people = platform.getBean(People.class);
        people.grant(people.add(login, "示例人员", "Gongkai-2026-x"), role, null, false);
        return platform.getBean(Tokens.class)
                .create(login, "测试", Tokens.Scope.WRITE, 1)
                .token();
    }

    private static HttpResponse<String> call(String token, String path, @Nullable String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + platform.getEnvironment().getRequiredProperty("local.server.port") + "/api/v1/calendar/"
                        + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    @DisplayName("E3 推算工作日期限，逐日说明")
    void answersATermInWorkingDays() throws Exception {
        var answer = call(reader, "deadline?from=2025-04-21&workingDays=20", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"from\":\"2025-04-21\",\"workingDays\":20,\"due\":\"2025-05-21\",\"ledger\":[")
                .contains("{\"day\":\"2025-04-27\",\"counted\":true,\"reason\":\"周日，劳动节调休上班（国办发明电〔2024〕12号）\"}")
                .contains("{\"day\":\"2025-05-01\",\"counted\":false,\"reason\":\"劳动节放假（国办发明电〔2024〕12号）\"}")
                .contains("{\"day\":\"2025-05-10\",\"counted\":false,\"reason\":\"周六，休息日\"}")
                .endsWith("{\"day\":\"2025-05-21\",\"counted\":true,\"reason\":\"工作日\"}]}");
    }

    @Test
    @DisplayName("E15、E16、E17、E18 推算自然日和月的期限")
    void answersTermsInNaturalDaysAndMonths() throws Exception {
        assertThat(call(reader, "deadline?from=2025-08-04&days=60", null).body())
                .contains("\"days\":60", "\"due\":\"2025-10-09\"");
        assertThat(call(reader, "deadline?from=2025-12-16&days=60", null).body())
                .contains("\"due\":\"2026-02-14\"");
        assertThat(call(reader, "deadline?from=2025-12-16&months=6", null).body())
                .contains("\"months\":6", "\"due\":\"2026-06-16\"");
        assertThat(call(reader, "deadline?from=2026-09-18&days=15", null).body())
                .contains("\"due\":\"2026-10-08\"");
    }

    @Test
    void refusesWhatCannotBeCounted() throws Exception {
        var missing = call(reader, "deadline?from=2018-11-01&workingDays=20", null);
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(missing.body()).contains("缺少2018年的工作日历");
        for (var query : List.of(
                "from=2026-02-30&workingDays=20",
                "from=2026-03-02",
                "from=2026-03-02&workingDays=x",
                "from=2026-03-02&workingDays=-1",
                "from=2026-03-02&workingDays=5000",
                "from=2026-03-02&workingDays=99999999999",
                "from=2026-03-02&workingDays=1&days=1",
                "workingDays=20",
                "from=2026-03-02&workingDays=1&region=53",
                "from=-999999999-01-01&days=3",
                "from=9999-12-31&days=3",
                "from=%2B999999999-12-31&months=1")) {
            var answer = call(reader, "deadline?" + query, null);
            assertThat(answer.statusCode()).as(query).isIn(400, 422);
            assertThat(answer.body()).as(query).matches("(?s).*\"detail\":\"[^\"]*[\\u4e00-\\u9fa5].*");
        }
    }

    @Test
    void takesANoticeFromWhoeverRunsTheSystemOnly() throws Exception {
        assertThat(call(reader, "notices", NOTICE_2028).statusCode()).isEqualTo(403);
        var broken = call(administrator, "notices", NOTICE_2028.replace("清明节", "某节"));
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("清明节");
        assertThat(calendars.now().years()).doesNotContain(2028);

        var taken = call(administrator, "notices", NOTICE_2028);
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(taken.body()).contains("\"year\":2028", "\"workingDays\":");
        assertThat(calendars.now().national().plus(LocalDate.of(2028, 1, 25), 1))
                .isEqualTo("2028-01-27");
        assertThat(call(reader, "deadline?from=2028-01-25&workingDays=1", null).body())
                .contains("\"due\":\"2028-01-27\"");
        assertThat(call(reader, "notices", null).body()).contains("\"year\":2019", "示例〔2027〕1号");
    }

    @Test
    void aWithdrawnNoticeNoLongerHoldsButStaysOnRecord() {
        var amended =
                new java.util.ArrayList<>(WorkCalendar.shippedNotices().get(1).days());
        amended.add(new NoticeDay(LocalDate.of(2020, 3, 3), "临时放假", true));
        assertThat(calendars.enter(new HolidayNotice(2020, "示例〔2020〕9号", amended)))
                .isEmpty();
        assertThat(calendars.now().national().counts(LocalDate.of(2020, 3, 3))).isFalse();
        var entered = calendars.entered().stream()
                .filter(decision -> decision.source().equals("示例〔2020〕9号"))
                .findFirst()
                .orElseThrow();
        assertThat(calendars.withdraw(entered.id(), "录错了年份")).isTrue();
        assertThat(calendars.withdraw(entered.id(), "再来一次")).isFalse();
        assertThat(calendars.now().national().counts(LocalDate.of(2020, 3, 3))).isTrue();
        assertThat(calendars.entered())
                .anySatisfy(decision -> assertThat(decision.withdrawn()).isEqualTo("录错了年份"));
    }

    @Test
    @DisplayName("放假办法第四条 地方放假日只在该行政区划内有效")
    void aRegionsDaysHoldThere() throws Exception {
        var regional =
                "{\"region\": \"530000\", \"source\": \"示例〔2026〕3号\", \"days\": [{\"name\": \"示例节\", \"date\": \"2026-03-03\", \"isOffDay\": true}]}";
        assertThat(call(administrator, "regional-days", regional).statusCode()).isEqualTo(201);
        assertThat(call(administrator, "regional-days", regional.replace("530000", "5"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(call(administrator, "regional-days", "{}").statusCode()).isEqualTo(422);
        assertThat(calendars.in("532901").counts(LocalDate.of(2026, 3, 3))).isFalse();
        assertThat(calendars.in("440100").counts(LocalDate.of(2026, 3, 3))).isTrue();
        assertThat(calendars.in(null).counts(LocalDate.of(2026, 3, 3))).isTrue();
        assertThat(call(reader, "deadline?from=2026-03-02&workingDays=1&region=530102", null)
                        .body())
                .contains("\"due\":\"2026-03-04\"", "示例节放假（示例〔2026〕3号）");
    }

    @Test
    void readingHoldsNoConnection() {
        for (int i = 0; i < 50; i++) {
            assertThat(calendars.entered()).isNotNull();
        }
    }

    @Test
    void everyChangeIsLogged() {
        var database = platform.getBean(JdbcClient.class);
        calendars.enter(new RegionalDays(
                "640000", "示例〔2026〕4号", List.of(new NoticeDay(LocalDate.of(2026, 3, 4), "示例节", true))));
        assertThat(database.sql("select detail from audit.entry where action = '录入工作日历'")
                        .query(String.class)
                        .list())
                .anySatisfy(detail -> assertThat(detail).contains("640000", "示例〔2026〕4号"));
    }

    @Test
    void nothingHoldsOfAChangeThatWasRolledBack() {
        var transaction = new org.springframework.transaction.support.TransactionTemplate(
                platform.getBean(org.springframework.transaction.PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            calendars.enter(new RegionalDays(
                    "150000", "示例〔2026〕5号", List.of(new NoticeDay(LocalDate.of(2026, 3, 5), "示例节", true))));
            assertThat(calendars.in("150100").counts(LocalDate.of(2026, 3, 5))).isFalse();
            status.setRollbackOnly();
        });
        assertThat(calendars.in("150100").counts(LocalDate.of(2026, 3, 5))).isTrue();
    }

    @Test
    void aYearWithoutNoticeCannotBeCounted() {
        assertThatExceptionOfType(MissingYearException.class)
                .isThrownBy(() -> calendars.in(null).counts(LocalDate.of(2099, 1, 4)));
    }
}
