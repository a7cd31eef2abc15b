package gongkai.annualreport.checking;

import static gongkai.annualreport.Severity.ERROR;
import static gongkai.annualreport.Severity.WARN;
import static gongkai.annualreport.checking.Rule.Chapter.STRUCTURE;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The title names organ, year and report in the words of the official format. */
final class TitleRules {
    private static final String WORDS = "政府信息公开工作年度报告";
    private static final String NO_TITLE = "没有读出报告标题";

    private static final Pattern CHINESE_YEAR = Pattern.compile("二[〇○零一二三四五六七八九]{3}(?=年)");
    private static final Pattern GENERIC = Pattern.compile("(?:政府|政务|信息|公开|工作|年度|年|报告|报|情况|的)*");

    private TitleRules() {}

    static final List<Rule> ALL = List.of(
            new Rule(
                    "TTL-ORGAN",
                    WARN,
                    STRUCTURE,
                    List.of(),
                    "标题写明机关全称，含行政区划名",
                    "标题未写机关全称：{title}",
                    "通行做法：机关全称＋年度＋政府信息公开工作年度报告",
                    TitleRules::organ),
            new Rule(
                    "TTL-WORD",
                    WARN,
                    STRUCTURE,
                    List.of(),
                    "标题使用“政府信息公开工作年度报告”",
                    "标题用语不规范：{title}",
                    "条例第四十九条、第五十条",
                    TitleRules::words),
            new Rule(
                    "TTL-YEAR",
                    ERROR,
                    STRUCTURE,
                    List.of(),
                    "标题年度与报告年度一致",
                    "标题年度{y1}与报告年度{y2}不一致",
                    "条例第四十九条、第五十条",
                    TitleRules::year),
            new Rule(
                    "TTL-INNER",
                    WARN,
                    STRUCTURE,
                    List.of(),
                    "页面标题与正文标题一致",
                    "页面标题与正文标题不一致：{a}／{b}",
                    "通行做法",
                    TitleRules::inner));

    private static void organ(Subject subject, Verdict verdict) {
        var title = subject.report().title();
        if (title == null) {
            verdict.cannotJudge(NO_TITLE);
            return;
        }
        var organ = subject.report().organ();
        if (organ == null || !Organ.named(organ).isFullName()) {
            verdict.find(List.of(), subject.trace().title(), Map.of("title", title), null, organ);
        }
    }

    private static void words(Subject subject, Verdict verdict) {
        var report = subject.report();
        if (report.title() == null) {
            verdict.cannotJudge(NO_TITLE);
        }
        Stream.of(report.title(), inner(subject))
                .filter(Objects::nonNull)
                .filter(title -> !Letters.withoutSpace(title).contains(WORDS))
                .forEach(title ->
                        verdict.find(List.of(), subject.trace().title(), Map.of("title", title), WORDS, title));
    }

    private static void year(Subject subject, Verdict verdict) {
        var report = subject.report();
        var year = ReportYear.of(subject);
        if (report.title() == null || year == null) {
            verdict.cannotJudge(report.title() == null ? NO_TITLE : ReportYear.UNKNOWN);
            return;
        }
        if (ReportYear.in(report.title()).isEmpty()) {
            verdict.cannotJudge("标题没有写年度");
        }
        for (var title : new String[] {report.title(), Objects.requireNonNullElse(inner(subject), "")}) {
            var years = ReportYear.in(title);
            if (!years.isEmpty() && !years.contains(year)) {
                verdict.find(
                        List.of(),
                        subject.trace().title(),
                        Map.of("y1", years.getFirst(), "y2", year),
                        year,
                        years.getFirst());
            }
        }
    }

    private static void inner(Subject subject, Verdict verdict) {
        var title = subject.report().title();
        var inner = inner(subject);
        if (title != null && inner != null && !bare(title).equals(bare(inner))) {
            verdict.find(List.of(), subject.trace().title(), Map.of("a", title, "b", inner), title, inner);
        }
    }

    /** The letters of a title with its year in digits: 二〇二三年 is 2023年. */
    private static String bare(String title) {
        return Letters.letters(CHINESE_YEAR
                .matcher(title)
                .replaceAll(year -> year.group()
                        .chars()
                        .mapToObj(numeral -> String.valueOf(Math.max(0, "〇一二三四五六七八九".indexOf(numeral))))
                        .collect(Collectors.joining())));
    }

    /** The second title, if it names an organ or a year: 政府信息公开年报 alone is a column of the site. */
    private static @Nullable String inner(Subject subject) {
        var inner = subject.report().innerTitle();
        return inner == null || GENERIC.matcher(Letters.letters(inner)).matches() ? null : inner;
    }
}
