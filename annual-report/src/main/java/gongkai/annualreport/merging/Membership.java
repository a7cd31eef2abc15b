package gongkai.annualreport.merging;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Finding;
import gongkai.annualreport.Place;
import gongkai.annualreport.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether reports can be merged at all: one year, one format. */
final class Membership {
    private Membership() {}

    /** Why members of several years or formats, or of none, cannot be merged: those that differ from most are named. */
    static List<Finding> disagreements(List<Member> members) {
        var findings = new ArrayList<Finding>();
        var year = mostCommon(members, member -> member.report().year());
        var format = mostCommon(members, member -> member.report().format());
        if (year == null || format == null) {
            findings.add(finding("没有一份报告写明" + (year == null ? "年度" : "可以识别的表格") + "，无法汇总", null, null));
        }
        for (var member : members) {
            var report = member.report();
            boolean otherYear =
                    year != null && report.year() != null && !report.year().equals(year);
            boolean otherFormat = format != null
                    && report.format() != null
                    && !report.format().equals(format);
            if (otherYear || otherFormat) {
                findings.add(finding(
                        "%s（%s）报告年度或格式不符：为%s，其他成员为%s"
                                .formatted(
                                        member.name(),
                                        member.file(),
                                        describe(report),
                                        describe(year, format == null ? null : format.name())),
                        describe(year, format == null ? null : format.name()),
                        describe(report)));
            }
        }
        return findings;
    }

    private static <T> @Nullable T mostCommon(List<Member> members, Function<Member, @Nullable T> property) {
        Map<T, Long> counts = members.stream()
                .map(property)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static String describe(AnnualReport report) {
        return describe(
                report.year(), report.format() == null ? null : report.format().name());
    }

    private static String describe(@Nullable Integer year, @Nullable String format) {
        return (year == null ? "年度不明" : year + "年度") + "、" + (format == null ? "格式不明" : format);
    }

    private static Finding finding(String message, @Nullable Object expected, @Nullable Object actual) {
        return new Finding("CON-YEAR", Severity.ERROR, List.of(), Place.NONE, message, expected, actual);
    }
}
