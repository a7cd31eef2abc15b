package gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class NoticeReadingTest {
    private static final String SOUND = """
            {"year": 2027, "source": "示例〔2026〕1号", "remark": "passed over", "days": [
              {"name": "元旦", "date": "2026-12-31", "isOffDay": true},
              {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
              {"name": "春节", "date": "2027-02-06", "isOffDay": true},
              {"name": "春节", "date": "2027-02-14", "isOffDay": false},
              {"name": "清明节", "date": "2027-04-05", "isOffDay": true},
              {"name": "劳动节", "date": "2027-05-01", "isOffDay": true},
              {"name": "端午节", "date": "2027-06-09", "isOffDay": true},
              {"name": "国庆节、中秋节", "date": "2027-10-01", "isOffDay": true}]}""";

    private static NoticeReading read(String json) {
        return NoticeReading.of(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String json) {
        return switch (read(json)) {
            case NoticeReading.Read read -> List.of();
            case NoticeReading.Unusable unusable -> unusable.problems();
        };
    }

    @Test
    void readsASoundNotice() {
        assertThat(read(SOUND)).isInstanceOfSatisfying(NoticeReading.Read.class, read -> {
            assertThat(read.notice().year()).isEqualTo(2027);
            assertThat(read.notice().source()).isEqualTo("示例〔2026〕1号");
            assertThat(read.notice().days()).hasSize(8).contains(new NoticeDay(LocalDate.of(2027, 2, 14), "春节", false));
        });
        assertThat(problems("\uFEFF" + SOUND)).isEmpty();
    }

    @Test
    void namesADayOfAnotherYear() {
        assertThat(problems(SOUND.replace("2027-04-05", "2028-04-05")))
                .singleElement()
                .asString()
                .contains("2028-04-05")
                .contains("2027年");
    }

    @Test
    void namesADayThatDoesNotExist() {
        assertThat(problems(SOUND.replace("2027-04-05", "2027-02-30")))
                .singleElement()
                .asString()
                .startsWith("days 第5条")
                .contains("2027-02-30");
    }

    @Test
    void aWeekdayCannotBeMadeUpFor() {
        assertThat(problems(SOUND.replace("2027-02-14", "2027-02-15")))
                .containsExactly("2027-02-15是周一，本来就是工作日，不能列为调休上班");
    }

    @Test
    void namesDaysListedTwice() {
        assertThat(problems(SOUND.replace("2027-02-14", "2027-02-06"))).containsExactly("2027-02-06既列为放假又列为调休上班");
        assertThat(problems(SOUND.replace("2026-12-31", "2027-01-01"))).containsExactly("2027-01-01重复列出（元旦、元旦）");
    }

    @Test
    void anIncompleteNoticeIsNotUsed() {
        assertThat(problems(SOUND.replace("端午节", "某节"))).containsExactly("没有列出端午节的放假日，安排不完整");
    }

    @Test
    void listsEveryProblemAtOnce() {
        assertThat(problems("{\"year\": \"x\", \"days\": [{\"name\": 1}, 2]}")).hasSizeGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"year\": 2027} x",
                "不是 JSON",
                "{\"year\": 99999999999, \"source\": \"a\", \"days\": []}",
                "{\"year\": 2027, \"source\": \"\", \"days\": {}}"
            })
    void saysInChineseWhatIsWrong(String json) {
        assertThat(problems(json))
                .isNotEmpty()
                .allSatisfy(problem ->
                        assertThat(problem).matches("(?s).*[\\u4e00-\\u9fa5].*").doesNotContain("tools.jackson"));
    }

    @Test
    void aRegionsDecisionNeedsACodeAndDays() {
        var bad = new RegionalDays("53", " ", List.of());
        assertThat(NoticeRules.problems(bad)).hasSize(3);
        var good =
                new RegionalDays("530000", "示例〔2026〕1号", List.of(new NoticeDay(LocalDate.of(2026, 3, 3), "示例节", true)));
        assertThat(NoticeRules.problems(good)).isEmpty();
    }
}
