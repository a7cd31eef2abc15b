package gongkai.annualreport.checking;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.Finding;
import gongkai.annualreport.Reports;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableThreeRulesTest {
    static List<Finding> findings(Checkup checkup, String rule) {
        return checkup.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    static List<String> unjudged(Checkup checkup, String rule) {
        return checkup.unjudged().stream()
                .filter(open -> open.rule().equals(rule))
                .map(Checkup.Unjudged::reason)
                .toList();
    }

    static boolean passes(Checkup checkup, String rule) {
        return findings(checkup, rule).isEmpty() && unjudged(checkup, rule).isEmpty();
    }

    @Nested
    @DisplayName("一＋二＝三（七）＋四")
    class Balance {
        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        void holdsInASoundReport(String format) {
            assertThat(passes(Reports.sound(format).check(), "T3-BALANCE")).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        void namesTheFourCellsAndBothSides(String format) {
            var checkup = Reports.sound(format).with("t3.carried_out.total", 3).check();

            var finding = findings(checkup, "T3-BALANCE").getFirst();
            assertThat(findings(checkup, "T3-BALANCE")).hasSize(1);
            assertThat(finding.message()).isEqualTo("总计：一(6)+二(1)=7，三(七)(6)+四(3)=9，差2");
            assertThat(finding.cells())
                    .map(Object::toString)
                    .containsExactly(
                            "t3.new_received.total",
                            "t3.carried_in.total",
                            "t3.result_total.total",
                            "t3.carried_out.total");
            assertThat(finding.expected()).isEqualTo(BigDecimal.valueOf(7));
            assertThat(finding.actual()).isEqualTo(BigDecimal.valueOf(9));
        }

        @Test
        @DisplayName("空白格按0计")
        void countsABlankAsZero() {
            var checkup = Reports.sound("2021").blank("t3.carried_in.natural").check();

            assertThat(findings(checkup, "T3-BALANCE")).hasSize(1);
        }

        @Test
        @DisplayName("自己的总计格空白时不适用")
        void isNotJudgedWithoutItsTotal() {
            var checkup = Reports.sound("2021").blank("t3.result_total.natural").check();

            assertThat(findings(checkup, "T3-BALANCE")).isEmpty();
            assertThat(unjudged(checkup, "T3-BALANCE"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("自然人");
        }

        @Test
        void isNotJudgedWhereACellIsLost() {
            var checkup = Reports.sound("2021").missing("t3.carried_in.natural").check();

            assertThat(findings(checkup, "T3-BALANCE")).isEmpty();
            assertThat(unjudged(checkup, "T3-BALANCE")).hasSize(1);
        }
    }

    @Nested
    @DisplayName("各项办理结果之和＝总计")
    class ResultSum {
        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        void tellsBothFigures(String format) {
            var checkup = Reports.sound(format).with("t3.granted.natural", 2).check();

            var finding = findings(checkup, "T3-RESULT-SUM").getFirst();
            assertThat(finding.message()).isEqualTo("自然人：各项办理结果合计4，总计填5");
            assertThat(finding.cells().getFirst()).hasToString("t3.result_total.natural");
        }

        @Test
        @DisplayName("单列一行（六）其他处理的，以这一行计")
        void takesTheSingleRowForItsThree() {
            var sound = Reports.sound("2021").singleOtherRow();
            assertThat(passes(sound.check(), "T3-RESULT-SUM")).isTrue();

            var checkup = sound.with("t3.other_total.natural", 1).check();
            assertThat(findings(checkup, "T3-RESULT-SUM")).hasSize(1);
            assertThat(findings(checkup, "T3-ROW-TOTAL")).hasSize(1);
        }

        @Test
        @DisplayName("60号式分列三行的，以三行计")
        void takesThreeRowsForTheSingleOne() {
            var checkup = Reports.sound("2019")
                    .each("t3.other_total.", gongkai.annualreport.Cell.MISSING)
                    .with("t3.other_misc.natural", 0)
                    .with("t3.other_misc.total", 0)
                    .check();

            assertThat(findings(checkup, "T3-RESULT-SUM")).isEmpty();
        }

        @Test
        @DisplayName("总计列有分项总计空白时不适用")
        void isNotJudgedWhereTheTotalOfAnItemIsBlank() {
            var checkup = Reports.sound("2021").blank("t3.granted.total").check();

            assertThat(findings(checkup, "T3-RESULT-SUM")).isEmpty();
            assertThat(unjudged(checkup, "T3-RESULT-SUM")).hasSize(1);
        }

        @Test
        void withAnItemLostStillSeesThatTheOthersAreTooMany() {
            var lost = Reports.sound("2021").each("t3.refused_petition.", gongkai.annualreport.Cell.MISSING);
            assertThat(findings(lost.check(), "T3-RESULT-SUM")).isEmpty();
            assertThat(unjudged(lost.check(), "T3-RESULT-SUM")).hasSize(1);

            assertThat(findings(lost.with("t3.granted.natural", 9).check(), "T3-RESULT-SUM"))
                    .hasSize(1);
        }
    }

    @Nested
    @DisplayName("各类申请人之和＝总计")
    class RowTotal {
        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        void tellsBothFigures(String format) {
            var checkup =
                    Reports.sound(format).with("t3.refused_duplicate.total", 4).check();

            var finding = findings(checkup, "T3-ROW-TOTAL").getFirst();
            assertThat(finding.message()).isEqualTo("“（五）不予处理／2.重复申请”：各类申请人合计0，总计填4");
            assertThat(finding.cells()).hasSize(7).first().hasToString("t3.refused_duplicate.total");
            assertThat(finding.expected()).isEqualTo(BigDecimal.ZERO);
            assertThat(finding.actual()).isEqualTo(BigDecimal.valueOf(4));
        }

        @Test
        void isNotJudgedWithoutItsTotal() {
            var checkup = Reports.sound("2021").blank("t3.granted.total").check();

            assertThat(findings(checkup, "T3-ROW-TOTAL")).isEmpty();
            assertThat(unjudged(checkup, "T3-ROW-TOTAL")).hasSize(1);
        }
    }

    @Nested
    @DisplayName("有总计而各项全为0")
    class TotalWithoutItem {
        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        @DisplayName("附加在横向、纵向合计之外，不代替它们")
        void comesOnTopOfTheSums(String format) {
            var checkup = Reports.sound(format)
                    .each("t3.", gongkai.annualreport.Cell.ZERO)
                    .with("t3.result_total.total", 2)
                    .check();

            assertThat(findings(checkup, "T3-TOTAL-NO-ITEM")).hasSize(1);
            assertThat(findings(checkup, "T3-TOTAL-NO-ITEM").getFirst().message())
                    .isEqualTo("办理结果总计2，但各项均为0");
            assertThat(findings(checkup, "T3-ROW-TOTAL")).hasSize(1);
            assertThat(findings(checkup, "T3-RESULT-SUM")).hasSize(1);
            assertThat(findings(checkup, "T3-BALANCE")).hasSize(1);
        }

        @Test
        void isSilentWhereSomeItemHasAFigure() {
            assertThat(passes(Reports.sound("2021").check(), "T3-TOTAL-NO-ITEM"))
                    .isTrue();
        }

        @Test
        void isNotJudgedWithoutTheTotal() {
            var checkup = Reports.sound("2021").blank("t3.result_total.total").check();

            assertThat(unjudged(checkup, "T3-TOTAL-NO-ITEM")).hasSize(1);
        }
    }

    @Test
    void moreCarriedOutThanWasThere() {
        var checkup = Reports.sound("2021").with("t3.carried_out.research", 1).check();

        assertThat(findings(checkup, "T3-CARRY-GT")).hasSize(1);
        assertThat(findings(checkup, "T3-CARRY-GT").getFirst().message()).isEqualTo("科研机构：结转数1大于应办数0");
    }

    @Test
    void casesWithoutAnyRequestAreAskedAbout() {
        var nothing = Reports.sound("2021").each("t3.", gongkai.annualreport.Cell.ZERO);

        assertThat(findings(nothing.check(), "T3-NONE-BUT-T4")).hasSize(1);
        assertThat(passes(Reports.sound("2021").check(), "T3-NONE-BUT-T4")).isTrue();
        assertThat(unjudged(nothing.blank("t3.new_received.total").check(), "T3-NONE-BUT-T4"))
                .hasSize(1);
    }

    @Test
    void withoutTablesNothingIsJudged() {
        var checkup = Reports.sound("2021").withoutFormat().check();

        assertThat(unjudged(checkup, "T3-BALANCE")).containsExactly("没有读出表格");
        assertThat(unjudged(checkup, "T4-SUM-RC")).containsExactly("没有读出表格");
    }
}
