package gongkai.platform.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What makes a notice unusable. An incomplete one is worse than none: it would move legal dates without a word. */
final class NoticeRules {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_TEXT = 200;
    /** The festivals a year's notice speaks of, in the order of the year. */
    static final List<String> FESTIVALS = List.of("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节");

    private NoticeRules() {}

    /** All that is wrong with a national notice, in Chinese; empty if it may be used. */
    static List<String> problems(HolidayNotice notice) {
        var problems = new ArrayList<String>();
        int year = notice.year();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            problems.add("年份" + year + "不对，应在" + FIRST_YEAR + "年至" + LAST_YEAR + "年之间");
            return problems;
        }
        checkSource(notice.source(), problems);
        for (var day : notice.days()) {
            if (!nearYear(day.day(), year)) {
                problems.add(day.day() + "不属于" + year + "年的放假安排（上年12月、下年1月的连休日可以列入）");
            }
        }
        checkDays(notice.days(), problems);
        for (var festival : FESTIVALS) {
            if (notice.days().stream().noneMatch(day -> day.off() && day.name().contains(festival))) {
                problems.add("没有列出" + festival + "的放假日，安排不完整");
            }
        }
        return problems;
    }

    /** The same for what a region decides; such a decision need not be complete. */
    static List<String> problems(RegionalDays regional) {
        var problems = new ArrayList<String>();
        if (!regional.region().matches("\\d{6}|\\d{9}|\\d{12}")) {
            problems.add("行政区划代码“" + regional.region() + "”不对，应为6位、9位或12位数字");
        }
        checkSource(regional.source(), problems);
        if (regional.days().isEmpty()) {
            problems.add("没有列出任何日子");
        }
        checkDays(regional.days(), problems);
        return problems;
    }

    private static void checkSource(String source, List<String> problems) {
        if (source.isBlank()) {
            problems.add("缺少发文字号");
        } else if (source.length() > LONGEST_TEXT) {
            problems.add("发文字号太长，最多" + LONGEST_TEXT + "字");
        }
    }

    private static boolean nearYear(LocalDate day, int year) {
        return day.getYear() == year
                || (day.getYear() == year - 1 && day.getMonthValue() == 12)
                || (day.getYear() == year + 1 && day.getMonthValue() == 1);
    }

    private static void checkDays(List<NoticeDay> days, List<String> problems) {
        Map<LocalDate, NoticeDay> seen = new HashMap<>();
        for (var day : days) {
            if (day.name().isBlank() || day.name().length() > LONGEST_TEXT) {
                problems.add(day.day() + "的节日名称为空或太长");
            }
            var other = seen.putIfAbsent(day.day(), day);
            if (other != null) {
                problems.add(
                        other.off() == day.off()
                                ? day.day() + "重复列出（" + other.name() + "、" + day.name() + "）"
                                : day.day() + "既列为放假又列为调休上班");
            }
            if (!day.off() && !YearOfDays.isWeekend(day.day())) {
                problems.add(day.day() + "是" + YearOfDays.weekday(day.day()) + "，本来就是工作日，不能列为调休上班");
            }
        }
    }
}
