package gongkai.annualreport.checking;

import static gongkai.annualreport.checking.TableThreeRulesTest.findings;
import static gongkai.annualreport.checking.TableThreeRulesTest.passes;
import static gongkai.annualreport.checking.TableThreeRulesTest.unjudged;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Finding;
import gongkai.annualreport.Reports;
import gongkai.annualreport.SectionKey;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("数据格")
class CellRulesTest {
    @Nested
    @DisplayName("没有发生的填0，空白是没有填报")
    class Blank {
        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        @DisplayName("每个空白格一条")
        void eachCell(String format) {
            var checkup = Reports.sound(format)
                    .blank("t3.granted.legal", "t4.rc.other")
                    .check();

            assertThat(findings(checkup, "CELL-BLANK"))
                    .map(Finding::message)
                    .containsExactlyInAnyOrder("表三“（一）予以公开”“法律服务机构”未填，没有发生请填0", "表四“行政复议”“其他结果”未填，没有发生请填0");
            assertThat(findings(checkup, "CELL-BLANK-ALL")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"2019,161", "2021,175"})
        @DisplayName("整表空白并成一条，列出全部空白格")
        void theWholeTable(String format, int cells) {
            var checkup = Reports.sound(format).each("t3.", Cell.BLANK).check();

            assertThat(findings(checkup, "CELL-BLANK")).isEmpty();
            var finding = findings(checkup, "CELL-BLANK-ALL");
            assertThat(finding).hasSize(1);
            assertThat(finding.getFirst().message()).isEqualTo("表三" + cells + "个数据格全部空白");
            assertThat(finding.getFirst().cells()).hasSize(cells);
            assertThat(unjudged(checkup, "T3-BALANCE")).hasSize(1);
        }

        @Test
        @DisplayName("缺行的格不是空白格")
        void missingIsNotBlank() {
            var checkup =
                    Reports.sound("2021").each("t3.granted.", Cell.MISSING).check();

            assertThat(passes(checkup, "CELL-BLANK")).isTrue();
        }

        @Test
        @DisplayName("没有表格的，整表空白无法判断")
        void withoutTables() {
            assertThat(unjudged(Reports.sound("2021").withoutFormat().check(), "CELL-BLANK-ALL"))
                    .hasSize(1);
        }
    }

    @Nested
    @DisplayName("占位符")
    class Placeholders {
        @ParameterizedTest
        @ValueSource(strings = {"/", "—", "——", "-", "无", "\\", "N/A"})
        @DisplayName("报占位符，不报非整数，合计时按0计")
        void insteadOfZero(String placeholder) {
            var checkup =
                    Reports.sound("2021").words("t3.granted.legal", placeholder).check();

            assertThat(findings(checkup, "CELL-PLACEHOLDER"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("表三“（一）予以公开”“法律服务机构”含占位符“" + placeholder + "”");
            assertThat(passes(checkup, "CELL-NONINT")).isTrue();
            assertThat(passes(checkup, "T3-ROW-TOTAL")).isTrue();
            assertThat(passes(checkup, "T3-RESULT-SUM")).isTrue();
        }

        @Test
        @DisplayName("占位符不会被当作空白")
        void areNotBlank() {
            var checkup = Reports.sound("2021").words("t4.rc.other", "/").check();

            assertThat(passes(checkup, "CELL-BLANK")).isTrue();
            assertThat(passes(checkup, "T4-SUM-RC")).isTrue();
        }
    }

    @Nested
    @DisplayName("件数是非负整数")
    class Counts {
        @Test
        @DisplayName("小数、文字不是件数；.0 是整数")
        void wholeNumbers() {
            var half = Reports.sound("2021").amount("t3.granted.legal", "0.5", "0.5");
            var words = Reports.sound("2021").words("t3.granted.legal", "若干");
            var whole = Reports.sound("2021").amount("t2.license.decisions", "12.0", "12.0");

            assertThat(findings(half.check(), "CELL-NONINT"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("“（一）予以公开”“法律服务机构”应为非负整数，现为0.5");
            assertThat(findings(words.check(), "CELL-NONINT")).hasSize(1);
            assertThat(unjudged(words.check(), "T3-ROW-TOTAL")).hasSize(1);
            assertThat(passes(whole.check(), "CELL-NONINT")).isTrue();
        }

        @Test
        @DisplayName("带附注的数是数")
        void withANote() {
            var checkup = Reports.sound("2021")
                    .amount("t2.normative.effective", "22", "22（其中修订16件）")
                    .check();

            assertThat(passes(checkup, "CELL-NONINT")).isTrue();
        }

        @Test
        @DisplayName("金额可以有小数")
        void amounts() {
            assertThat(passes(
                            Reports.sound("2021")
                                    .amount("t2.fee.amount", "0.37", null)
                                    .check(),
                            "CELL-NONINT"))
                    .isTrue();
            assertThat(findings(
                            Reports.sound("2021").words("t2.fee.amount", "见附表").check(), "CELL-NONINT"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("“行政事业性收费”“本年收费金额”应为数字，现为见附表");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        @DisplayName("不为负")
        void notNegative(String format) {
            var checkup = Reports.sound(format).with("t3.granted.legal", -1).check();

            assertThat(findings(checkup, "CELL-NEG"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("“（一）予以公开”“法律服务机构”不得为负，现为-1");
        }

        @Test
        @DisplayName("60号式“本年增/减”可以为负")
        void exceptChanges() {
            var checkup =
                    Reports.sound("2019").with("t2.license.items_delta", -3).check();

            assertThat(passes(checkup, "CELL-NEG")).isTrue();
            assertThat(findings(
                            Reports.sound("2019")
                                    .with("t2.license.items_prev", -3)
                                    .check(),
                            "CELL-NEG"))
                    .hasSize(1);
        }
    }

    @Nested
    @DisplayName("收费金额（万元）")
    class Fees {
        @Test
        @DisplayName("最多4位小数，末尾的0不计")
        void decimals() {
            assertThat(findings(
                            Reports.sound("2021")
                                    .amount("t2.fee.amount", "1.23456", null)
                                    .check(),
                            "CELL-DECIMALS"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("收费金额最多4位小数，现为1.23456");
            assertThat(passes(
                            Reports.sound("2021")
                                    .amount("t2.fee.amount", "1.234500", null)
                                    .check(),
                            "CELL-DECIMALS"))
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({"251000,251000元,true", "25.1,25.1万元,false", "25.1,,false", "0,0元,false"})
        @DisplayName("格内写“元”的疑似单位错误")
        void inYuan(String value, String raw, boolean suspicious) {
            var checkup =
                    Reports.sound("2021").amount("t2.fee.amount", value, raw).check();

            assertThat(findings(checkup, "CELL-UNIT")).hasSize(suspicious ? 1 : 0);
        }

        @Test
        @DisplayName("比上年大一千倍的疑似单位错误")
        void thousandFold() {
            var before = Reports.sound("2021").year(2021).amount("t2.fee.amount", "3.5", null);

            assertThat(findings(
                            Reports.sound("2021")
                                    .amount("t2.fee.amount", "35000", null)
                                    .previous(before)
                                    .check(),
                            "CELL-UNIT"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("收费金额35000万元疑似单位错误：上年为3.5万元");
            assertThat(passes(
                            Reports.sound("2021")
                                    .amount("t2.fee.amount", "350", null)
                                    .previous(before)
                                    .check(),
                            "CELL-UNIT"))
                    .isTrue();
        }

        @Test
        @DisplayName("正文写同一个数、单位是元的疑似单位错误")
        void inTheProse() {
            var report = Reports.sound("2021").amount("t2.fee.amount", "380", null);

            assertThat(findings(
                            report.section(SectionKey.OTHER, "本年度收取信息处理费380元。").check(), "CELL-UNIT"))
                    .hasSize(1);
            assertThat(passes(
                            report.section(SectionKey.OTHER, "本年度收取行政事业性收费380万元，没有收取信息处理费。")
                                    .check(),
                            "CELL-UNIT"))
                    .isTrue();
        }
    }

    @Test
    @DisplayName("每条都指明格")
    void everyFindingNamesItsCell() {
        var checkup = Reports.sound("2021")
                .blank("t4.la.upheld")
                .words("t4.la.other", "/")
                .with("t4.la.pending", -1)
                .check();

        for (var rule : List.of("CELL-BLANK", "CELL-PLACEHOLDER", "CELL-NEG")) {
            assertThat(findings(checkup, rule).getFirst().cells())
                    .hasSize(1)
                    .allMatch(key -> key.table().equals("t4"));
        }
        assertThat(findings(checkup, "CELL-NEG").getFirst().cells()).containsExactly(CellKey.of("t4.la.pending"));
    }
}
