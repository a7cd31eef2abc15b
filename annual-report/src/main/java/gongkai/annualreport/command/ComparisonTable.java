package gongkai.annualreport.command;

import gongkai.annualreport.merging.Comparison;
import java.util.List;

/**
 * One table of a comparison, whatever kind of file it is written to.
 *
 * @param figures the columns that hold figures
 * @param ifEmpty what is said where there are no rows
 */
record ComparisonTable(
        String title, List<String> header, List<Integer> figures, List<List<String>> rows, String ifEmpty) {

    static List<ComparisonTable> of(Comparison comparison) {
        return List.of(
                new ComparisonTable(
                        "变动的数据格",
                        List.of("数据格", "旧", "新", "增减"),
                        List.of(1, 2, 3),
                        comparison.cells().stream()
                                .map(change -> List.of(
                                        change.name(),
                                        ReportPage.shown(change.old()),
                                        ReportPage.shown(change.current()),
                                        ComparisonPage.signed(change.difference())))
                                .toList(),
                        "数据格没有变动"),
                new ComparisonTable(
                        "变动的部分",
                        List.of("部分", "变动"),
                        List.of(),
                        comparison.sections().stream()
                                .map(change -> List.of(
                                        change.heading(), change.change().title()))
                                .toList(),
                        "各部分文字没有变动"),
                new ComparisonTable(
                        "跨年规则",
                        List.of("规则", "级别", "说明"),
                        List.of(),
                        comparison.findings().stream()
                                .map(finding -> List.of(
                                        finding.rule(), FindingTable.title(finding.severity()), finding.message()))
                                .toList(),
                        comparison.kind() == Comparison.Kind.CONSECUTIVE_YEARS ? "没有发现问题" : "不适用"),
                new ComparisonTable(
                        "无法判断",
                        List.of("规则", "原因"),
                        List.of(),
                        comparison.unjudged().stream()
                                .map(one -> List.of(one.rule(), one.reason()))
                                .toList(),
                        "无"));
    }
}
