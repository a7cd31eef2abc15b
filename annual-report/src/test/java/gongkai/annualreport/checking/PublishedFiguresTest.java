package gongkai.annualreport.checking;

import static gongkai.annualreport.checking.TableThreeRulesTest.findings;
import static gongkai.annualreport.checking.TableThreeRulesTest.passes;
import static gongkai.annualreport.checking.TableThreeRulesTest.unjudged;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.Cell;
import gongkai.annualreport.Finding;
import gongkai.annualreport.Reports;
import gongkai.annualreport.SectionKey;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Figures of published reports, known by their column totals: what holds in them and what does not. */
class PublishedFiguresTest {
    private static final List<String> COLUMNS =
            List.of("natural", "enterprise", "research", "welfare", "legal", "other", "total");

    private static void row(Reports report, String row, int... figures) {
        for (int i = 0; i < figures.length; i++) {
            report.with("t3." + row + "." + COLUMNS.get(i), figures[i]);
        }
    }

    private static void group(Reports report, String group, int... figures) {
        var columns = List.of("upheld", "corrected", "other", "pending", "total");
        for (int i = 0; i < figures.length; i++) {
            report.with("t4." + group + "." + columns.get(i), figures[i]);
        }
    }

    @Test
    @DisplayName("杭州市2025：七列平衡，横向、纵向合计和表四都成立")
    void hangzhou() {
        var report = Reports.sound("2021")
                .organ("杭州市人民政府")
                .year(2025)
                .each("t3.", Cell.ZERO)
                .each("t4.", Cell.ZERO);
        row(report, "new_received", 13612, 252, 0, 45, 128, 32, 14069);
        row(report, "carried_in", 535, 6, 0, 1, 18, 0, 560);
        row(report, "granted", 13364, 252, 0, 44, 121, 29, 13810);
        row(report, "result_total", 13364, 252, 0, 44, 121, 29, 13810);
        row(report, "carried_out", 783, 6, 0, 2, 25, 3, 819);
        group(report, "rc", 376, 97, 196, 121, 790);
        group(report, "ld", 16, 1, 12, 27, 56);
        group(report, "la", 74, 1, 30, 51, 156);
        report.section(SectionKey.OVERVIEW, "2025年，全市新收政府信息公开申请14069件，上年结转560件，办结13810件，结转下年度819件。");
        var checkup = report.check();

        for (var rule : List.of(
                "T3-BALANCE",
                "T3-RESULT-SUM",
                "T3-ROW-TOTAL",
                "T3-TOTAL-NO-ITEM",
                "T3-CARRY-GT",
                "T3-NONE-BUT-T4",
                "T4-SUM-RC",
                "T4-SUM-LD",
                "T4-SUM-LA",
                "NAR-NEW",
                "NAR-CARRY",
                "NAR-DONE")) {
            assertThat(passes(checkup, rule)).as(rule).isTrue();
        }
    }

    @Test
    @DisplayName("宿迁市2025：表四成立")
    void suqian() {
        var report = Reports.sound("2021").organ("宿迁市人民政府").year(2025);
        group(report, "rc", 119, 25, 91, 24, 259);
        group(report, "ld", 7, 0, 15, 6, 28);
        group(report, "la", 21, 1, 7, 9, 38);
        var checkup = report.check();

        for (var rule : List.of("T4-SUM-RC", "T4-SUM-LD", "T4-SUM-LA")) {
            assertThat(passes(checkup, rule)).as(rule).isTrue();
        }
    }

    @Test
    @DisplayName("上海市府办2019：各列平衡，而各结果行的总计空白，正文与表不符")
    void shanghai() {
        var report = Reports.sound("2019")
                .organ("上海市人民政府办公厅")
                .year(2019)
                .each("t3.", Cell.ZERO)
                .each("t4.", Cell.ZERO);
        row(report, "new_received", 821, 35, 0, 0, 0, 3, 859);
        row(report, "carried_in", 18, 0, 0, 0, 0, 0, 18);
        row(report, "granted", 258, 12, 0, 1, 0, 1);
        row(report, "partial", 3, 0, 0, 0, 0, 0);
        row(report, "unavail_not_held", 252, 12, 0, 0, 0, 1);
        row(report, "unavail_needs_creation", 47, 0, 0, 0, 0, 0);
        row(report, "unavail_still_unclear", 25, 0, 0, 0, 0, 0);
        row(report, "result_total", 767, 35, 0, 0, 0, 3, 805);
        row(report, "carried_out", 72, 0, 0, 0, 0, 0, 72);
        report.report().cells().keySet().stream()
                .filter(key -> key.table().equals("t3") && key.column().equals("total"))
                .filter(key -> !List.of("new_received", "carried_in", "result_total", "carried_out")
                        .contains(key.line()))
                .forEach(key -> report.blank(key.toString()));
        group(report, "rc", 5, 0, 0, 2, 7);
        group(report, "ld", 8, 0, 0, 1, 9);
        report.section(
                SectionKey.OVERVIEW, "2019年，本机关收到政府信息公开申请859件。予以公开及部分公开258件，无法提供265件。因政府信息公开引发的行政复议7件、行政诉讼9件，均获维持。");
        var checkup = report.check();

        assertThat(passes(checkup, "T3-BALANCE")).isTrue();
        assertThat(findings(checkup, "CELL-BLANK")).hasSize(19);
        assertThat(unjudged(checkup, "T3-RESULT-SUM"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("总计");
        assertThat(unjudged(checkup, "T3-ROW-TOTAL")).hasSize(1);
        assertThat(findings(checkup, "T3-ROW-TOTAL")).isEmpty();
        assertThat(findings(checkup, "NAR-RESULT"))
                .map(Finding::message)
                .contains("正文予以公开及部分公开258件，表三为275", "正文无法提供265件，表三为337");
        assertThat(findings(checkup, "NAR-REMEDY")).isNotEmpty();
        assertThat(passes(checkup, "NAR-NEW")).isTrue();
    }
}
