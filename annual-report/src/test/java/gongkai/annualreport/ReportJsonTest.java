package gongkai.annualreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ReportJsonTest {
    private static final String CONTRACT = """
            {
              "file": "a.docx", "format": "2021", "year": 2021, "organ": "乐清市司法局",
              "title": "乐清市司法局2021年政府信息公开工作年度报告",
              "period": {"from": "2021-01-01", "to": "2021-12-31"}, "publishedOn": null,
              "sections": [{"key": "OVERVIEW", "heading": "一、总体情况", "text": "…"}],
              "cells": {"t2.normative.effective": 4, "t2.fee.amount": 251000, "t3.granted.total": 1, "t2.normative.issued": 22, "t4.rc.upheld": 0},
              "blank": ["t3.partial.natural"], "missing": ["t3.new_received.other"],
              "raw": {"t2.fee.amount": "251000元", "t2.normative.issued": "22（其中修订16件）", "t4.rc.total": "/"},
              "findings": [{"rule": "T3-BALANCE", "severity": "ERROR", "cells": ["t3.result_total.total"], "line": 812}],
              "ours": {"is": ["unknown", {"elsewhere": null}]}
            }
            """;

    @Test
    void readsWhatTheContractShows() throws UnreadableFileException {
        var report = parse(CONTRACT);
        assertThat(report.format()).isNotNull().extracting(ReportFormat::key).isEqualTo("2021");
        assertThat(report.cells()).hasSize(200);
        assertThat(report.cell(CellKey.of("t4.rc.upheld"))).isEqualTo(Cell.ZERO);
        assertThat(report.cell(CellKey.of("t2.fee.amount")))
                .isEqualTo(new Cell.Figure(new BigDecimal("251000"), "251000元"));
        assertThat(report.cell(CellKey.of("t4.rc.total"))).isEqualTo(new Cell.Words("/"));
        assertThat(report.cell(CellKey.of("t3.partial.natural"))).isEqualTo(Cell.BLANK);
        assertThat(report.cell(CellKey.of("t3.new_received.other"))).isEqualTo(Cell.MISSING);
        assertThat(report.cell(CellKey.of("t3.partial.other")))
                .as("a cell nobody spoke of")
                .isEqualTo(Cell.MISSING);
        assertThat(report.preamble()).isEmpty();
    }

    @Test
    void keepsTheDecimalsOfAnAmountAndWritesWholeNumbersAsIntegers() throws UnreadableFileException {
        var report = parse("{\"cells\": {\"t2.fee.amount\": 0.3700, \"t2.license.decisions\": 1e3}}");
        assertThat(ReportJson.line("a.json", report, null))
                .contains("\"t2.fee.amount\":0.3700")
                .contains("\"t2.license.decisions\":1000,")
                .doesNotContain("\n");
    }

    @Test
    void aSingleOtherRowTakesThePlaceOfItsParts() throws UnreadableFileException {
        var report = parse("{\"format\": \"2021\", \"cells\": {\"t3.other_total.total\": 3}}");
        assertThat(report.cells())
                .containsKey(CellKey.of("t3.other_total.natural"))
                .doesNotContainKey(CellKey.of("t3.other_misc.total"));
    }

    @Test
    void judgesTheFormatFromTheCellsWhereNoneIsNamed() throws UnreadableFileException {
        assertThat(parse("{\"cells\": {\"t2.regulation.made\": 1}}").format())
                .isEqualTo(ReportFormats.official().byKey("2019").orElseThrow());
        assertThat(parse("{\"year\": 2020, \"cells\": {\"t3.granted.total\": 1}}")
                        .format())
                .isEqualTo(ReportFormats.official().byKey("2019").orElseThrow());
        assertThat(parse("{\"title\": null, \"sections\": []}").format()).isNull();
    }

    @Test
    void writesFindingsWithTheirPlace() {
        var finding = new Finding(
                "T3-BALANCE",
                Severity.ERROR,
                List.of(CellKey.of("t3.result_total.total")),
                Place.page(2, 7),
                "差2",
                0,
                new BigDecimal("2"));
        var report = new AnnualReport(null, null, null, null, null, null, null, "", List.of(), "", Map.of());
        var node = JsonMapper.shared().readTree(ReportJson.line("a.pdf", report, List.of(finding)));
        assertThat(node.required("findings").get(0).toString()).isEqualTo("""
                {"rule":"T3-BALANCE","severity":"ERROR","cells":["t3.result_total.total"],"line":null,"page":2,"paragraph":7,\
                "message":"差2","expected":0,"actual":2}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                         | 不是有效的 JSON",
                "[]                                                        | 最外层应为对象",
                "3                                                         | 最外层应为对象",
                "``                                                        | 最外层应为对象",
                "{\"error\": \"x\"}                                        | 没有年度报告",
                "{\"cells\": {}} {}                                        | 不是有效的 JSON",
                "{\"cells\": []}                                           | cells 应为对象",
                "{\"cells\": {\"t3.granted.natural\": \"1\"}}              | cells.t3.granted.natural 应为数字",
                "{\"cells\": {\"t3.granted.natural\": null}}               | cells.t3.granted.natural 应为数字",
                "{\"cells\": {\"t3.granted.natural\": 1e999999999}}        | cells.t3.granted.natural 的数字过大",
                "{\"cells\": {\"t3.granted.natural\": 1e-999999999}}       | cells.t3.granted.natural 的数字过大",
                "{\"cells\": {\"t3.granted.natural\": 1e30}}                | cells.t3.granted.natural 的数字过大",
                "{\"cells\": {\"t3.granted.natural\": 1e2147483648}}        | 数字过大",
                "{\"cells\": {\"t3.granted.natural\": NaN}}                | 不是有效的 JSON",
                "{\"cells\": {\"t3.grated.natural\": 1}}                   | cells.t3.grated.natural 不是年度报告的数据格",
                "{\"cells\": {\"t2.fee.amount\": 1, \"t2.fee.amount\": 2}} | 不是有效的 JSON",
                "{\"cells\": {\"t2.fee.amount\": 1}, \"blank\": [\"t2.fee.amount\"]} | blank 含有已在别处给出的 t2.fee.amount",
                "{\"cells\": {}, \"year\": \"二〇二一\"}                    | year 应为整数",
                "{\"cells\": {}, \"year\": 1e999999999}                    | year 的数字过大",
                "{\"cells\": {}, \"format\": \"2030\"}                     | format 应为 \"2019\" 或 \"2021\"",
                "{\"cells\": {}, \"publishedOn\": \"去年\"}                 | publishedOn 应为",
                "{\"sections\": [{\"key\": \"SEVENTH\"}]}                  | sections[0].key 应为",
                "{\"sections\": [{\"key\": \"OTHER\", \"text\": 3}]}       | sections[0].text 应为文字",
            })
    void refusesRubbishByTheNameOfItsField(String json, String message) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> parse("{\"cells\": {}, \"x\": " + "[".repeat(1_000_000)))
                .isInstanceOf(UnreadableFileException.class);
    }

    @Property(tries = 100)
    void givesEveryReportBack(@ForAll AnnualReport report) throws UnreadableFileException {
        assertThat(ReportJson.parse(ReportJson.pretty(report))).isEqualTo(report);
        assertThat(parse(ReportJson.line("a.json", report, List.of()))).isEqualTo(report);
    }

    private static AnnualReport parse(String json) throws UnreadableFileException {
        return ReportJson.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
