package gongkai.platform.calendar;

import gongkai.platform.web.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A year's notice as it is typed in: for each festival from when to when is off, and which weekend days are worked for it, the way the
 * notice itself is written. A day under two festivals is off in the name of both.
 */
final class NoticeForm {
    /** Longer holidays have never been; a wrong year in one of two dates would be. */
    private static final int LONGEST_HOLIDAY = 20;

    private final Map<String, String> typed;
    private final Map<LocalDate, NoticeDay> days = new LinkedHashMap<>();
    private Form form;

    private NoticeForm(Map<String, String> typed) {
        this.typed = typed;
        form = Form.of(typed);
    }

    /** A form that was sent: the notice, or null and what is wrong in the form. */
    record Sent(@Nullable HolidayNotice notice, Form form) {}

    static Sent read(Map<String, String> typed) {
        return new NoticeForm(typed).read();
    }

    private Sent read() {
        var source = value("source");
        if (source.isEmpty()) {
            form = form.wrong("source", "请填写通知的发文字号");
        }
        int year = year();
        for (int i = 0; i < NoticeRules.FESTIVALS.size(); i++) {
            festival(i, NoticeRules.FESTIVALS.get(i));
        }
        if (form.rejected()) {
            return new Sent(null, form);
        }
        var notice = new HolidayNotice(year, source, List.copyOf(days.values()));
        for (var problem : NoticeRules.problems(notice)) {
            form = form.wrong(problem);
        }
        return new Sent(form.rejected() ? null : notice, form);
    }

    private int year() {
        try {
            return Integer.parseInt(value("year"));
        } catch (NumberFormatException e) {
            form = form.wrong("year", "请填写四位年份，例如 2027");
            return 0;
        }
    }

    private void festival(int row, String name) {
        var from = date("from-" + row);
        var to = date("to-" + row);
        if (from != null && to != null && !to.isBefore(from) && to.isBefore(from.plusDays(LONGEST_HOLIDAY))) {
            from.datesUntil(to.plusDays(1)).forEach(day -> add(row, new NoticeDay(day, name, true)));
        } else if (from != null && to != null) {
            form = form.wrong("to-" + row, name + "放假的起止日期不对");
        } else if (form.error("from-" + row).isEmpty()
                && form.error("to-" + row).isEmpty()) {
            form = form.wrong("from-" + row, "请填写" + name + "放假的起止日期");
        }
        for (var day : dates("work-" + row)) {
            add(row, new NoticeDay(day, name, false));
        }
    }

    private void add(int row, NoticeDay day) {
        var other = days.get(day.day());
        if (other == null) {
            days.put(day.day(), day);
        } else if (other.off() == day.off()) {
            days.put(day.day(), new NoticeDay(day.day(), other.name() + "、" + day.name(), day.off()));
        } else {
            form = form.wrong((day.off() ? "from-" : "work-") + row, day.day() + "既列为放假又列为调休上班");
        }
    }

    private List<LocalDate> dates(String field) {
        var dates = new ArrayList<LocalDate>();
        for (var written : value(field).split("[\\s,，、;；]+")) {
            if (!written.isEmpty()) {
                var date = parsed(field, written);
                if (date != null) {
                    dates.add(date);
                }
            }
        }
        return dates;
    }

    private @Nullable LocalDate date(String field) {
        var written = value(field);
        return written.isEmpty() ? null : parsed(field, written);
    }

    private @Nullable LocalDate parsed(String field, String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            form = form.wrong(field, "日期“" + written + "”不存在或写法不对，应如 2027-10-01");
            return null;
        }
    }

    private String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }
}
