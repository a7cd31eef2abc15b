package gongkai.platform.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns JSON into a notice and collects every problem on the way, so that one look mends the whole file. */
final class NoticeJson {
    private static final int MAX_BYTES = 200_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final List<String> problems = new ArrayList<>();

    NoticeReading read(byte[] json) {
        if (json.length > MAX_BYTES) {
            return unusable("文件太大：一年的放假安排不会超过200千字节");
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            return unusable("不是有效的JSON：" + place(e));
        }
        if (root == null || !root.isObject()) {
            return unusable("应是一个JSON对象，含 year、source、days 三项");
        }
        var notice = new HolidayNotice(year(root), source(root), days(root));
        if (problems.isEmpty()) {
            problems.addAll(NoticeRules.problems(notice));
        }
        return problems.isEmpty() ? new NoticeReading.Read(notice) : new NoticeReading.Unusable(problems);
    }

    private static NoticeReading unusable(String problem) {
        return new NoticeReading.Unusable(List.of(problem));
    }

    private static String place(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? "内容为空或读不出来"
                : "第" + location.getLineNr() + "行第" + location.getColumnNr() + "列附近读不下去";
    }

    private int year(JsonNode root) {
        var year = root.get("year");
        if (year == null || !year.isIntegralNumber() || !year.canConvertToInt()) {
            problems.add("缺少 year，应为四位年份的数字");
            return 0;
        }
        return year.intValue();
    }

    private String source(JsonNode root) {
        var source = text(root, "source");
        if (source == null) {
            problems.add("缺少 source，应写明通知的发文字号");
            return "";
        }
        return source;
    }

    private List<NoticeDay> days(JsonNode root) {
        var days = new ArrayList<NoticeDay>();
        var list = root.get("days");
        if (list == null || !list.isArray() || list.isEmpty()) {
            problems.add("缺少 days，应逐日列出放假和调休上班的日子");
            return days;
        }
        int number = 0;
        for (var item : list) {
            var day = day(++number, item);
            if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    private @Nullable NoticeDay day(int number, JsonNode item) {
        var where = "days 第" + number + "条：";
        int before = problems.size();
        var name = text(item, "name");
        if (name == null) {
            problems.add(where + "缺少 name（节日名称）");
        }
        var off = item.get("isOffDay");
        if (off == null || !off.isBoolean()) {
            problems.add(where + "缺少 isOffDay，放假写 true，调休上班写 false");
        }
        var date = date(where, text(item, "date"));
        return problems.size() == before && name != null && off != null && date != null
                ? new NoticeDay(date, name, off.booleanValue())
                : null;
    }

    private @Nullable LocalDate date(String where, @Nullable String written) {
        if (written == null) {
            problems.add(where + "缺少 date，写法如 2026-10-01");
            return null;
        }
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            problems.add(where + "日期“" + shortened(written) + "”不存在或写法不对，应如 2026-10-01");
            return null;
        }
    }

    private static @Nullable String text(JsonNode object, String field) {
        var value = object.get(field);
        return value == null || !value.isString() || value.stringValue().isBlank()
                ? null
                : value.stringValue().strip();
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }
}
