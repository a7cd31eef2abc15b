package gongkai.annualreport.checking;

import gongkai.annualreport.Period;
import gongkai.annualreport.SectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which year a report is about, also where its title has the year wrong. */
final class ReportYear {
    static final String UNKNOWN = "不知道是哪一年度的报告";

    private ReportYear() {}

    /**
     * The year of the report; null where nothing tells. Where the statistical period names another year than the title and the prose
     * speaks of that other year only, the title is wrong, not everything else.
     */
    static @Nullable Integer of(Subject subject) {
        var stated = subject.report().year();
        var period = subject.report().period();
        if (stated == null || period == null || !isWholeYear(period)) {
            return stated;
        }
        int other = period.from().getYear();
        return other != stated && proseSpeaksOfOnly(subject, other, stated) ? Integer.valueOf(other) : stated;
    }

    private static boolean proseSpeaksOfOnly(Subject subject, int year, int not) {
        var report = subject.report();
        var prose = report.preamble()
                + report.section(SectionKey.OVERVIEW)
                        .map(section -> "\n" + section.text())
                        .orElse("");
        for (var period : subject.trace().periods()) {
            prose = prose.replace(period.text(), "");
        }
        var years = in(prose);
        return years.contains(year) && !years.contains(not);
    }

    static boolean isWholeYear(Period period) {
        return isFirstDay(period)
                && period.to().equals(period.from().withMonth(12).withDayOfMonth(31));
    }

    private static boolean isFirstDay(Period period) {
        return period.from().getDayOfYear() == 1;
    }

    /** The years a text names, as in 2021年, ２０２１ 年 or 二〇二一年. */
    static List<Integer> in(@Nullable String text) {
        var years = new ArrayList<Integer>();
        var dense = Letters.withoutSpace(Objects.requireNonNullElse(text, ""));
        for (int at = dense.indexOf('年'); at >= 0; at = dense.indexOf('年', at + 1)) {
            if (at >= 4) {
                int year = 0;
                for (int i = at - 4; i < at && year >= 0; i++) {
                    int digit = digit(dense.charAt(i));
                    year = digit < 0 ? -1 : year * 10 + digit;
                }
                if (year >= 1900 && year <= 2200) {
                    years.add(year);
                }
            }
        }
        return years;
    }

    private static int digit(char c) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return digit;
        }
        return c == '零' || c == '○' ? 0 : "〇一二三四五六七八九".indexOf(c);
    }
}
