package gongkai.annualreport.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.Finding;
import gongkai.annualreport.ReportFormats;
import gongkai.annualreport.Severity;
import gongkai.annualreport.checking.Checkup;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MergerTest {
    private static final String RECEIVED = "t3.new_received.natural";
    private static final String FEE = "t2.fee.amount";

    @Test
    @DisplayName("每格为成员同格之和，并记下各成员的数")
    void addsUpEveryCell() {
        var merged = merged(member("甲局", Map.of(RECEIVED, Cell.of(3))), member("乙局", Map.of(RECEIVED, Cell.of(4))));
        assertThat(merged.report().cell(CellKey.of(RECEIVED))).isEqualTo(Cell.of(7));
        assertThat(merged.report().title()).isEqualTo("甲县人民政府2023年政府信息公开工作年度报告");
        assertThat(merged.report().cells()).hasSize(200);
        assertThat(merged.contributions(CellKey.of(RECEIVED)))
                .extracting(Contribution::organ, Contribution::value)
                .containsExactly(tuple("甲局", new BigDecimal(3)), tuple("乙局", new BigDecimal(4)));
    }

    @Test
    @DisplayName("未填按0计并列出；全部未填仍为空")
    void countsBlankAsNothingButSaysSo() {
        var merged = merged(
                member("甲局", Map.of(RECEIVED, Cell.BLANK, "t3.granted.natural", Cell.BLANK)),
                member("乙局", Map.of(RECEIVED, Cell.of(4), "t3.granted.natural", new Cell.Words("/"))));
        assertThat(merged.report().cell(CellKey.of(RECEIVED))).isEqualTo(Cell.of(4));
        assertThat(merged.report().cell(CellKey.of("t3.granted.natural"))).isEqualTo(Cell.BLANK);
        assertThat(merged.contributions(CellKey.of(RECEIVED)).getFirst().note()).isEqualTo("未填，按0计");
        assertThat(merged.findings())
                .filteredOn(finding -> finding.severity() == Severity.INFO)
                .first()
                .satisfies(finding ->
                        assertThat(finding.message()).startsWith("甲局有").endsWith("个数据格没有数字，汇总时按0计"));
    }

    @Test
    @DisplayName("元与万元不相加")
    void neverAddsDifferentUnits() {
        var merged = merged(
                member("甲局", Map.of(FEE, new Cell.Figure(new BigDecimal("251000"), "251000元"))),
                member("乙局", Map.of(FEE, new Cell.Figure(new BigDecimal("0.37"), null))),
                member("丙局", Map.of(FEE, Cell.ZERO)));
        assertThat(merged.report().cell(CellKey.of(FEE))).isEqualTo(Cell.BLANK);
        assertThat(merged.findings())
                .filteredOn(finding -> finding.cells().equals(List.of(CellKey.of(FEE))))
                .extracting(Finding::severity, Finding::message)
                .containsExactly(tuple(Severity.ERROR, "表二“行政事业性收费”“本年收费金额（单位：万元）”：成员所用单位不一致，未合计（甲局 251000元；乙局 0.37）"));
    }

    @Test
    void keepsTheUnitAllMembersWrote() {
        var merged = merged(
                member("甲局", Map.of(FEE, new Cell.Figure(new BigDecimal("0.37"), "0.37万元"))),
                member("乙局", Map.of(FEE, new Cell.Figure(new BigDecimal("1.2"), null))));
        assertThat(merged.report().figure(CellKey.of(FEE))).isEqualByComparingTo("1.57");
        var yuan = merged(
                member("甲局", Map.of(FEE, new Cell.Figure(new BigDecimal("100"), "100元"))),
                member("乙局", Map.of(FEE, new Cell.Figure(new BigDecimal("200"), "200元"))));
        assertThat(yuan.report().cell(CellKey.of(FEE))).isEqualTo(new Cell.Figure(new BigDecimal("300"), "300元"));
    }

    @Test
    @DisplayName("有成员只有单独一行（六）其他处理时，三行的成员合为一行")
    void addsThreeRowsToASingleOne() {
        var merged = merged(
                member("甲局", Map.of("t3.other_total.natural", Cell.of(5))),
                member(
                        "乙局",
                        Map.of(
                                "t3.other_no_correction.natural", Cell.of(1),
                                "t3.other_no_payment.natural", Cell.of(2),
                                "t3.other_misc.natural", Cell.BLANK)));
        assertThat(merged.report().cell(CellKey.of("t3.other_total.natural"))).isEqualTo(Cell.of(8));
        assertThat(merged.report().cell(CellKey.of("t3.other_misc.natural"))).isNull();
        assertThat(merged.contributions(CellKey.of("t3.other_total.natural"))
                        .getLast()
                        .note())
                .isEqualTo("所含3行之和，其中未填的按0计");
    }

    @Test
    @DisplayName("CON-YEAR 年度不一致不汇总，并指名")
    void refusesSeveralYears() {
        var merge = Merger.merge(
                List.of(
                        member("甲局", 2023, "2021", Map.of()),
                        member("乙局", 2023, "2021", Map.of()),
                        member("丙局", 2020, "2019", Map.of())),
                "甲县人民政府");
        assertThat(merge).isInstanceOf(Merge.Refused.class);
        assertThat(merge.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("CON-YEAR");
            assertThat(finding.message()).contains("丙局", "2020年度", "2023年度");
        });
    }

    @Test
    @DisplayName("CON-DUP 同一机关重复计入")
    void findsAnOrganCountedTwice() {
        var merged = merged(member("甲局", Map.of()), member("甲局", Map.of()));
        assertThat(merged.findings()).extracting(Finding::rule).contains("CON-DUP");
        assertThat(merged.hasErrors()).isTrue();
    }

    @Test
    void namesTheSourcesInTheJson() {
        var merged = merged(member("甲局", Map.of(RECEIVED, Cell.of(3))), member("乙局", Map.of()));
        var json = new String(AnnualReports.write(merged, FileKind.JSON), StandardCharsets.UTF_8);
        assertThat(json).contains("\"contributions\"", "\"organ\" : \"甲局\"", "\"file\" : \"甲局.docx\"", "\"value\" : 3");
    }

    private static Merge.Merged merged(Member... members) {
        return (Merge.Merged) Merger.merge(Arrays.asList(members), "甲县人民政府");
    }

    private static Member member(String organ, Map<String, Cell> cells) {
        return member(organ, 2023, "2021", cells);
    }

    private static Member member(String organ, int year, String format, Map<String, Cell> given) {
        var cells = new LinkedHashMap<CellKey, Cell>();
        given.forEach((key, cell) -> cells.put(CellKey.of(key), cell));
        var report = new AnnualReport(
                ReportFormats.official().byKey(format).orElseThrow(),
                year,
                organ,
                organ + year + "年政府信息公开工作年度报告",
                null,
                null,
                null,
                "",
                List.of(),
                "",
                cells);
        return new Member(organ + ".docx", report, new Checkup(List.of(), List.of()));
    }
}
