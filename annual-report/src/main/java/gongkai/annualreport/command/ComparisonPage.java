package gongkai.annualreport.command;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.merging.Comparison;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A comparison as text for a person at a terminal. */
record ComparisonPage(Comparison comparison, Ink ink) {

    String text() {
        return "旧：" + named(comparison.old()) + "\n新：" + named(comparison.current()) + "\n"
                + comparison.kind().title() + "\n"
                + (comparison.organsDiffer() ? ink.bold("两份报告的机关名称不同，请确认是同一机关") + "\n" : "")
                + cells() + sections() + findings();
    }

    static String named(AnnualReport report) {
        return Objects.requireNonNullElse(report.title(), "（未找到标题）")
                + (report.year() == null ? "（未写明年度）" : "（" + report.year() + "年度）");
    }

    private String cells() {
        if (comparison.cells().isEmpty()) {
            return ink.bold("数据格没有变动") + "\n";
        }
        var table = new TextTable(List.of(false, true, true, true));
        table.row(List.of("数据格", "旧", "新", "增减"));
        for (var change : comparison.cells()) {
            table.row(List.of(
                    change.name(),
                    ReportPage.shown(change.old()),
                    ReportPage.shown(change.current()),
                    signed(change.difference())));
        }
        return ink.bold("变动的数据格（" + comparison.cells().size() + "）") + "\n" + table.text("  ");
    }

    static String signed(@Nullable BigDecimal difference) {
        return difference == null ? "" : (difference.signum() > 0 ? "+" : "") + difference.toPlainString();
    }

    private String sections() {
        if (comparison.sections().isEmpty()) {
            return ink.bold("各部分文字没有变动") + "\n";
        }
        var table = new TextTable(List.of(false, false));
        comparison
                .sections()
                .forEach(change ->
                        table.row(List.of(change.heading(), change.change().title())));
        return ink.bold("变动的部分（" + comparison.sections().size() + "）") + "\n" + table.text("  ");
    }

    private String findings() {
        return comparison.kind() == Comparison.Kind.CONSECUTIVE_YEARS
                        || !comparison.findings().isEmpty()
                ? ink.bold("跨年规则") + "\n" + new FindingTable(ink).text(comparison.findings(), comparison.unjudged())
                : "跨年规则不适用\n";
    }
}
