package gongkai.platform.calendar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class NoticeFormTest {
    private static Map<String, String> typed() {
        var typed = new HashMap<String, String>();
        typed.put("year", "2026");
        typed.put("source", "国办发明电〔2025〕7号");
        var ranges = new String[][] {
            {"2026-01-01", "2026-01-03", "2026-01-04"},
            {"2026-02-15", "2026-02-23", "2026-02-14、2026-02-28"},
            {"2026-04-04", "2026-04-06", ""},
            {"2026-05-01", "2026-05-05", "2026-05-09"},
            {"2026-06-19", "2026-06-21", ""},
            {"2026-09-25", "2026-09-27", ""},
            {"2026-10-01", "2026-10-07", "2026-09-20，2026-10-10"}
        };
        for (int row = 0; row < ranges.length; row++) {
            typed.put("from-" + row, ranges[row][0]);
            typed.put("to-" + row, ranges[row][1]);
            typed.put("work-" + row, ranges[row][2]);
        }
        return typed;
    }

    private static String wrong(String field, String value, String errorAt) {
        var typed = typed();
        typed.put(field, value);
        var sent = NoticeForm.read(typed);
        assertThat(sent.notice()).isNull();
        return errorAt.isEmpty()
                ? String.join("；", sent.form().errors())
                : sent.form().error(errorAt);
    }

    @Test
    void typedByFestivalItIsTheSameNotice() {
        var sent = NoticeForm.read(typed());
        assertThat(sent.form().rejected()).isFalse();
        var shipped = WorkCalendar.shippedNotices().getLast();
        assertThat(requireNonNull(sent.notice()).days()).containsExactlyInAnyOrderElementsOf(shipped.days());
    }

    @Test
    void aDayOfTwoFestivalsIsOffInTheNameOfBoth() {
        var typed = typed();
        typed.put("from-5", "2026-10-01");
        typed.put("to-5", "2026-10-07");
        assertThat(requireNonNull(NoticeForm.read(typed).notice()).days())
                .contains(new NoticeDay(LocalDate.of(2026, 10, 1), "中秋节、国庆节", true));
    }

    @Test
    void namesTheFieldAndTheMend() {
        assertThat(wrong("year", "今年", "year")).contains("四位年份");
        assertThat(wrong("source", " ", "source")).contains("发文字号");
        assertThat(wrong("from-2", "", "from-2")).contains("清明节");
        assertThat(wrong("to-2", "2027-04-06", "to-2")).contains("起止日期");
        assertThat(wrong("from-2", "2026-02-30", "from-2")).contains("2026-02-30");
        assertThat(wrong("work-0", "2026-01-02", "work-0")).contains("既列为放假又列为调休上班");
        assertThat(wrong("work-0", "2026-01-05", "")).contains("周一");
        assertThat(wrong("year", "2028", "")).contains("不属于2028年");
    }

    @Test
    void aRegionTypesADayALine() {
        var sent = RegionalForm.read(
                Map.of("region", "530000", "source", "示例〔2026〕1号", "days", "2026-03-03 示例节 放假\n\n2026-03-07 示例节 上班"));
        assertThat(sent.form().rejected()).isFalse();
        assertThat(requireNonNull(sent.regional()).days())
                .containsExactly(
                        new NoticeDay(LocalDate.of(2026, 3, 3), "示例节", true),
                        new NoticeDay(LocalDate.of(2026, 3, 7), "示例节", false));
        var bad = RegionalForm.read(Map.of("region", "53", "source", "", "days", "3月3日放假"));
        assertThat(bad.regional()).isNull();
        assertThat(bad.form().error("days")).contains("第1行");
    }
}
