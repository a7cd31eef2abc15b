package gongkai.annualreport.reading;

import gongkai.annualreport.Place;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates, publication lines and statements of the statistical period. */
final class Dates {
    private static final String DAY = "(\\d{4})\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*日?";
    private static final Pattern DATE = Pattern.compile(DAY);
    private static final Pattern ONLY_DATE =
            Pattern.compile("(?:日期|时间|发布日期|发布时间|公布日期)?[:：]?\\s*[\\[(（]?" + DAY + "[\\])）]?");
    private static final Pattern PUBLISHED =
            Pattern.compile("(?:发布|发文|公布|公开|更新|成文|发稿|信息)?(?:日期|时间)\\s*[:：]\\s*[\\[]?" + DAY);
    private static final Pattern RANGE =
            Pattern.compile(DAY + "\\s*起?[,，]?\\s*(?:至|到|—+|－+|-+|~|～|–+)\\s*(?:(\\d{4})\\s*[年./-]\\s*)?"
                    + "(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern CHINESE_DATE =
            Pattern.compile("([二一〇○零O0三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日");

    private Dates() {}

    /** A range of days stated in a text. */
    record Range(@Nullable LocalDate from, @Nullable LocalDate to, String text) {}

    /** The date a line that is nothing but a date gives. */
    static @Nullable LocalDate only(String line) {
        var plain = Wording.plain(line);
        if (plain.length() < 8 || plain.length() > 30) {
            return null;
        }
        var match = ONLY_DATE.matcher(plain);
        if (match.matches()) {
            return day(match, 1);
        }
        var chinese = CHINESE_DATE.matcher(plain);
        return chinese.matches() ? chineseDay(chinese) : null;
    }

    /** The date at the end of a short line, such as {@code 示例市司法局2022年1月20日}. */
    static @Nullable LocalDate last(String line) {
        var plain = Wording.plain(line);
        var match = DATE.matcher(plain);
        LocalDate found = null;
        while (match.find()) {
            found = match.end() == plain.length() ? day(match, 1) : found;
        }
        return found;
    }

    /** The date of a publication line such as {@code 发布时间：2021-01-27 16:00}; null if the line is none. */
    static @Nullable LocalDate published(String line) {
        if (line.length() > 200 || (!line.contains("日期") && !line.contains("时间"))) {
            return null;
        }
        var match =
                PUBLISHED.matcher(Wording.halfWidth(line.replace('\u00a0', ' ').replace('\u3000', ' ')));
        return match.find() ? day(match, 1) : null;
    }

    /** Any date in a short text, such as a page's date property. */
    static @Nullable LocalDate anywhere(String text) {
        var match = DATE.matcher(Wording.halfWidth(text));
        return match.find() ? day(match, 1) : null;
    }

    /** The ranges of days in a text whose sentence speaks of a statistical period. */
    static List<Range> periods(String text) {
        var found = new ArrayList<Range>();
        if (text.indexOf('至') < 0 && text.indexOf('到') < 0 && !text.contains("统计")) {
            return found;
        }
        var plain = Wording.plain(text);
        if (!speaksOfPeriod(plain)) {
            return found;
        }
        var match = RANGE.matcher(plain);
        while (match.find()) {
            int from = Math.max(0, lastStop(plain, match.start()));
            var lead = plain.substring(from, match.start());
            if (!speaksOfPeriod(lead)) {
                continue;
            }
            var first = day(match, 1);
            var year = match.group(4) == null ? match.group(1) : match.group(4);
            found.add(new Range(first, day(year, match.group(5), match.group(6)), plain.substring(from, match.end())));
        }
        return found;
    }

    private static boolean speaksOfPeriod(String text) {
        return text.contains("统计")
                || text.contains("期限")
                || text.contains("数据")
                || text.contains("时限")
                || text.contains("统限");
    }

    private static int lastStop(String text, int before) {
        int stop = -1;
        for (int i = before - 1; i >= 0 && stop < 0; i--) {
            char c = text.charAt(i);
            stop = c == '。' || c == '；' || c == ';' || c == '！' ? i : stop;
        }
        return stop + 1;
    }

    private static @Nullable LocalDate day(Matcher match, int group) {
        return day(match.group(group), match.group(group + 1), match.group(group + 2));
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate chineseDay(Matcher match) {
        var year = new StringBuilder();
        for (char c : match.group(1).toCharArray()) {
            int digit = "〇一二三四五六七八九".indexOf(c);
            year.append(digit < 0 ? 0 : digit);
        }
        return day(year.toString(), "" + number(match.group(2)), "" + number(match.group(3)));
    }

    private static int number(String numerals) {
        int ten = numerals.indexOf('十');
        if (ten < 0) {
            return digit(numerals.charAt(0));
        }
        int tens = ten == 0 ? 1 : digit(numerals.charAt(0));
        int ones = ten == numerals.length() - 1 ? 0 : digit(numerals.charAt(ten + 1));
        return tens * 10 + ones;
    }

    private static int digit(char c) {
        return "一二三四五六七八九".indexOf(c) + 1;
    }

    static Reading.StatedPeriod stated(Range range, Place place) {
        return new Reading.StatedPeriod(range.from(), range.to(), range.text(), place);
    }
}
