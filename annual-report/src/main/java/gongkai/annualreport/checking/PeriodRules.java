package gongkai.annualreport.checking;

import static gongkai.annualreport.Severity.ERROR;
import static gongkai.annualreport.Severity.INFO;
import static gongkai.annualreport.Severity.WARN;
import static gongkai.annualreport.checking.Rule.Chapter.STRUCTURE;

import gongkai.annualreport.OrganLevel;
import gongkai.annualreport.Period;
import gongkai.annualreport.Place;
import gongkai.annualreport.Severity;
import gongkai.annualreport.reading.Reading.StatedPeriod;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The statistical period is the whole year, and the report appears in time. */
final class PeriodRules {
    private static final String PRACTICE = "通行做法：统计期限为报告年度1月1日至12月31日";
    private static final String ARTICLE_49 = "条例第四十九条";
    private static final Pattern REPORTING =
            Pattern.compile("期限|时限|统限|限[自从]|统计(?:的)?(?:时间|周期|区间|范围)|本报告|报告中|报告所|年度报告|年报|所列");
    private static final int NEARLY_A_YEAR = 300;

    private PeriodRules() {}

    static final List<Rule> ALL = List.of(
            new Rule("PER-MISSING", INFO, STRUCTURE, List.of(), "正文说明统计期限", "未说明统计期限", PRACTICE, PeriodRules::missing),
            new Rule(
                    "PER-RANGE",
                    ERROR,
                    STRUCTURE,
                    List.of(),
                    "统计期限为报告年度1月1日至12月31日",
                    "统计期限{a}至{b}与{year}年度不符",
                    PRACTICE,
                    PeriodRules::range),
            new Rule(
                    "PER-DUP",
                    INFO,
                    STRUCTURE,
                    List.of(),
                    "统计期限只说明一次",
                    "统计期限重复出现{n}次",
                    PRACTICE,
                    PeriodRules::repeated),
            new Rule(
                    "PUB-LATE",
                    ERROR,
                    STRUCTURE,
                    List.of(),
                    "部门在次年1月31日前、政府在次年3月31日前公布；乡镇、街道条例未写，随部门，只作警告",
                    "应于{due}前公布，实际{actual}",
                    ARTICLE_49,
                    PeriodRules::late),
            new Rule(
                    "PUB-DATE-MISSING",
                    WARN,
                    STRUCTURE,
                    List.of(),
                    "记录发布日期",
                    "未记录发布日期",
                    ARTICLE_49,
                    PeriodRules::dateMissing),
            new Rule(
                    "PUB-EARLY",
                    WARN,
                    STRUCTURE,
                    List.of(),
                    "年度结束后才发布",
                    "年度未结束即发布（{actual}）",
                    ARTICLE_49,
                    PeriodRules::early));

    private static List<StatedPeriod> stated(Subject subject) {
        var periods = subject.trace().periods();
        var period = subject.report().period();
        return periods.isEmpty() && period != null
                ? List.of(new StatedPeriod(period.from(), period.to(), "", Place.NONE))
                : periods.stream().filter(PeriodRules::isOfReport).toList();
    }

    /** 据统计，3月1日至4月30日… is about something else: without the words of a reporting period it must be nearly a year. */
    private static boolean isOfReport(StatedPeriod stated) {
        return stated.text().isEmpty()
                || stated.from() == null
                || stated.to() == null
                || REPORTING.matcher(stated.text()).find()
                || ChronoUnit.DAYS.between(stated.from(), stated.to()) >= NEARLY_A_YEAR;
    }

    private static void missing(Subject subject, Verdict verdict) {
        if (stated(subject).isEmpty()) {
            verdict.find(List.of(), Place.NONE, Map.of(), null, null);
        }
    }

    private static void range(Subject subject, Verdict verdict) {
        var year = ReportYear.of(subject);
        if (year == null) {
            verdict.cannotJudge(ReportYear.UNKNOWN);
            return;
        }
        var wrong = new HashSet<Period>();
        for (var stated : stated(subject)) {
            if (stated.from() == null || stated.to() == null) {
                verdict.cannotJudge("统计期限没有写全");
                continue;
            }
            var period = new Period(stated.from(), stated.to());
            boolean right = ReportYear.isWholeYear(period) && period.from().getYear() == year;
            if (!right && wrong.add(period)) {
                verdict.find(
                        List.of(),
                        stated.place(),
                        Map.of("a", chinese(period.from()), "b", chinese(period.to()), "year", year),
                        year + "-01-01/" + year + "-12-31",
                        period.from() + "/" + period.to());
            }
        }
    }

    private static void repeated(Subject subject, Verdict verdict) {
        var periods = stated(subject);
        if (periods.size() > 1) {
            verdict.find(List.of(), periods.get(1).place(), Map.of("n", periods.size()), 1, periods.size());
        }
    }

    private static void late(Subject subject, Verdict verdict) {
        var day = subject.report().publishedOn();
        var year = ReportYear.of(subject);
        var terms = year == null ? null : PublicationTerms.forYear(year).orElse(null);
        if (day == null || year == null || terms == null) {
            verdict.cannotJudge(day == null ? "没有发布日期" : ReportYear.UNKNOWN);
            return;
        }
        var departments = PublicationTerms.due(year, terms.departments());
        if (!day.isAfter(departments)) {
            return;
        }
        var organ = Organ.named(subject.organName());
        if (subject.level() == OrganLevel.TOWNSHIP
                || organ.kind() == Organ.Kind.TOWNSHIP_GOVERNMENT
                || organ.kind() == Organ.Kind.SUBDISTRICT_OFFICE) {
            lateAfter(PublicationTerms.due(year, subject.settings().townshipDue()), day, WARN, verdict);
            return;
        }
        if (organ.governsZone() || subject.maySpeakForGovernment()) {
            lateInAnyCase(organ, PublicationTerms.due(year, terms.governments()), day, verdict);
            return;
        }
        switch (organ.kind()) {
            case DEPARTMENT -> lateAfter(departments, day, ERROR, verdict);
            case GOVERNMENT -> lateAfter(PublicationTerms.due(year, terms.governments()), day, ERROR, verdict);
            default -> lateInAnyCase(organ, PublicationTerms.due(year, terms.governments()), day, verdict);
        }
    }

    /** Whatever it is, no organ of a region above the townships has longer than its government. */
    private static void lateInAnyCase(Organ organ, LocalDate longest, LocalDate day, Verdict verdict) {
        if (!organ.regions().isEmpty() && day.isAfter(longest)) {
            lateAfter(longest, day, ERROR, verdict);
        } else {
            verdict.cannotJudge("不知道是政府还是部门，公布期限不定");
        }
    }

    private static void lateAfter(LocalDate due, LocalDate day, Severity severity, Verdict verdict) {
        if (day.isAfter(due)) {
            verdict.find(
                    severity,
                    List.of(),
                    Place.NONE,
                    Map.of("due", chinese(due), "actual", chinese(day)),
                    due.toString(),
                    day.toString());
        }
    }

    private static void dateMissing(Subject subject, Verdict verdict) {
        if (subject.report().publishedOn() == null) {
            verdict.find(List.of(), Place.NONE, Map.of(), null, null);
        }
    }

    private static void early(Subject subject, Verdict verdict) {
        var day = subject.report().publishedOn();
        var year = ReportYear.of(subject);
        if (day == null || year == null) {
            verdict.cannotJudge(day == null ? "没有发布日期" : ReportYear.UNKNOWN);
        } else if (day.getYear() <= year) {
            verdict.find(List.of(), Place.NONE, Map.of("actual", chinese(day)), null, day.toString());
        }
    }

    private static String chinese(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
