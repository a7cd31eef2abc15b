package gongkai.platform.calendar;

import gongkai.platform.web.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A region's decision as it is typed in: one day a line, {@code 2027-04-15 示例节 放假}. */
final class RegionalForm {
    private RegionalForm() {}

    /** A form that was sent: the decision, or null and what is wrong in the form. */
    record Sent(@Nullable RegionalDays regional, Form form) {}

    static Sent read(Map<String, String> typed) {
        var form = Form.of(typed);
        var days = new ArrayList<NoticeDay>();
        int number = 0;
        for (var line : typed.getOrDefault("days", "").split("\\R")) {
            number++;
            if (!line.isBlank()) {
                var day = day(line.strip());
                if (day == null) {
                    form = form.wrong("days", "第" + number + "行应如“2027-04-15 示例节 放假”，日期、名称、放假或上班之间空一格");
                } else {
                    days.add(day);
                }
            }
        }
        if (form.rejected()) {
            return new Sent(null, form);
        }
        var regional = new RegionalDays(
                typed.getOrDefault("region", "").strip(),
                typed.getOrDefault("source", "").strip(),
                days);
        for (var problem : NoticeRules.problems(regional)) {
            form = form.wrong(problem);
        }
        return new Sent(form.rejected() ? null : regional, form);
    }

    private static @Nullable NoticeDay day(String line) {
        var words = line.split("\\s+");
        if (words.length != 3 || !(words[2].equals("放假") || words[2].equals("上班"))) {
            return null;
        }
        try {
            return new NoticeDay(LocalDate.parse(words[0]), words[1], words[2].equals("放假"));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
