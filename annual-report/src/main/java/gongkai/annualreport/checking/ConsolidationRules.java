package gongkai.annualreport.checking;

import static gongkai.annualreport.Severity.ERROR;
import static gongkai.annualreport.Severity.INFO;
import static gongkai.annualreport.Severity.WARN;

import gongkai.annualreport.Finding;
import gongkai.annualreport.Place;
import gongkai.annualreport.checking.ConsolidationSubject.Member;
import gongkai.annualreport.checking.ConsolidationSubject.Standing;
import gongkai.annualreport.reading.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report that sums up many takes in every organ once, and every cell is the sum of theirs. */
final class ConsolidationRules {
    private static final Set<Rule.Chapter> OF_SUMS =
            Set.of(Rule.Chapter.TABLE_THREE, Rule.Chapter.TABLE_FOUR, Rule.Chapter.ACROSS_YEARS);
    private static final String SCOPE = "县级以上政府年报涵盖下级政府和本级各部门（通行做法）";

    private ConsolidationRules() {}

    static final List<ConsolidationRule> ALL = List.of(
            new ConsolidationRule(
                    "CON-MISSING", ERROR, "应报单位都已报送", "尚缺{n}个单位：{list}", SCOPE, ConsolidationRules::missing),
            new ConsolidationRule(
                    "CON-STATUS", ERROR, "各单位的报告已定稿并通过校验", "{organ}报告未通过校验", SCOPE, ConsolidationRules::standing),
            new ConsolidationRule(
                    "CON-YEAR", ERROR, "各单位报告的年度、格式与汇总一致", "{organ}报告年度或格式不符", "条例第五十条第二款", ConsolidationRules::year),
            new ConsolidationRule(
                    "CON-SUM",
                    ERROR,
                    "汇总表每格＝各单位同格之和（加留痕的人工调整）",
                    "{cell}：成员合计{s}，汇总填{v}",
                    SCOPE,
                    ConsolidatedCells::judge),
            new ConsolidationRule("CON-DUP", ERROR, "同一机关只计一次", "{organ}重复计入", SCOPE, ConsolidationRules::countedTwice),
            new ConsolidationRule(
                    "CON-JOINT",
                    WARN,
                    "联合发文由牵头机关计一次",
                    "{doc}由{a}、{b}重复计件",
                    "条例第十条第三款",
                    ConsolidationRules::jointDocuments),
            new ConsolidationRule(
                    "CON-CASE",
                    WARN,
                    "共同被告的案件只计一次",
                    "案件{no}重复计入（{a}、{b}）",
                    "行政诉讼法第二十六条第二款",
                    ConsolidationRules::sharedCases),
            new ConsolidationRule(
                    "CON-CARRY",
                    ERROR,
                    "汇总后仍满足表三、表四和跨年的全部规则（原规则为警告的仍为警告）",
                    "汇总表{rule}不成立：{message}",
                    SCOPE,
                    ConsolidationRules::rulesOfSums),
            new ConsolidationRule(
                    "CON-ADJ", WARN, "人工调整留痕并附理由", "{cell}人工调整{d}，缺少理由", SCOPE, ConsolidationRules::adjustments));

    private static void missing(ConsolidationSubject subject, Verdict verdict) {
        var expected = subject.expectedOrgans();
        if (expected == null) {
            verdict.cannotJudge("没有应报单位名单");
            return;
        }
        var here = new HashSet<String>();
        subject.members().forEach(member -> here.add(Letters.withoutSpace(member.organ())));
        var missing = expected.stream()
                .filter(organ -> !here.contains(Letters.withoutSpace(organ)))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            find(verdict, Map.of("n", missing.size(), "list", String.join("、", missing)));
        }
    }

    private static void standing(ConsolidationSubject subject, Verdict verdict) {
        for (var member : subject.members()) {
            if (member.standing() == Standing.UNCHECKED) {
                verdict.cannotJudge(member.shown() + "的报告没有校验");
            } else if (member.standing() != Standing.PASSED) {
                find(verdict, Map.of("organ", member.shown()));
            }
        }
    }

    private static void year(ConsolidationSubject subject, Verdict verdict) {
        for (var member : subject.members()) {
            var year = member.report().year();
            var format = member.report().format();
            var expected = subject.consolidated().format();
            boolean otherYear = year != null && year != subject.year();
            boolean otherFormat =
                    format != null && expected != null && !format.key().equals(expected.key());
            if (otherYear || otherFormat) {
                verdict.find(
                        List.of(),
                        Place.NONE,
                        Map.of("organ", member.shown()),
                        text(subject.year(), expected == null ? null : expected.key()),
                        text(year, format == null ? null : format.key()));
            } else if (year == null || format == null) {
                verdict.cannotJudge(member.shown() + "的报告年度或者格式不明");
            }
        }
    }

    private static String text(@Nullable Integer year, @Nullable String format) {
        return (year == null ? "?" : year) + "/" + (format == null ? "?" : format);
    }

    private static void countedTwice(ConsolidationSubject subject, Verdict verdict) {
        var seen = new LinkedHashMap<String, List<Member>>();
        for (var member : subject.members()) {
            seen.computeIfAbsent(Letters.withoutSpace(member.organ()), organ -> new ArrayList<>())
                    .add(member);
        }
        seen.forEach((organ, members) -> {
            if (members.size() > 1 && !organ.isEmpty()) {
                var shown = organ + sources(members);
                verdict.find(List.of(), Place.NONE, Map.of("organ", shown), 1, members.size());
            }
        });
    }

    private static String sources(List<Member> members) {
        var sources =
                members.stream().map(Member::source).filter(Objects::nonNull).collect(Collectors.joining("、"));
        return sources.isEmpty() ? "" : "（" + sources + "）";
    }

    private static void jointDocuments(ConsolidationSubject subject, Verdict verdict) {
        countedBySeveral(subject.documents(), "没有联合发文清单", "doc", verdict);
    }

    private static void sharedCases(ConsolidationSubject subject, Verdict verdict) {
        countedBySeveral(subject.cases(), "没有案件清单", "no", verdict);
    }

    private static void countedBySeveral(
            @Nullable Map<String, List<String>> counted, String unknown, String name, Verdict verdict) {
        if (counted == null) {
            verdict.cannotJudge(unknown);
            return;
        }
        counted.forEach((what, by) -> {
            if (by.size() > 1) {
                var others = String.join("、", by.subList(1, by.size()));
                verdict.find(List.of(), Place.NONE, Map.of(name, what, "a", by.getFirst(), "b", others), 1, by.size());
            }
        });
    }

    private static void rulesOfSums(ConsolidationSubject subject, Verdict verdict) {
        var sum = new Subject(Reading.of(subject.consolidated()), subject.previous(), null, null);
        var rules = Rules.ALL.stream()
                .filter(rule -> OF_SUMS.contains(rule.chapter()) && !rule.code().equals("XY-SIMILAR"))
                .toList();
        var checkup = Checks.check(sum, rules);
        for (Finding finding : checkup.findings()) {
            if (finding.severity() != INFO) {
                verdict.find(
                        finding.severity(),
                        finding.cells(),
                        finding.place(),
                        Map.of("rule", finding.rule(), "message", finding.message()),
                        finding.expected(),
                        finding.actual());
            }
        }
        checkup.unjudged().forEach(open -> verdict.cannotJudge(open.rule() + "：" + open.reason()));
    }

    private static void adjustments(ConsolidationSubject subject, Verdict verdict) {
        for (var adjustment : subject.adjustments()) {
            if (adjustment.reason() == null || adjustment.reason().isBlank()) {
                var name = Names.of(adjustment.cell());
                verdict.find(
                        List.of(adjustment.cell()),
                        Place.NONE,
                        Map.of("cell", name.inFull(), "d", Names.of(adjustment.difference())),
                        null,
                        adjustment.difference());
            }
        }
    }

    private static void find(Verdict verdict, Map<String, ?> values) {
        verdict.find(List.of(), Place.NONE, values, null, null);
    }
}
