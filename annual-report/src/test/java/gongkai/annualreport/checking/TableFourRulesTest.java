package gongkai.annualreport.checking;

import static gongkai.annualreport.checking.TableThreeRulesTest.findings;
import static gongkai.annualreport.checking.TableThreeRulesTest.passes;
import static gongkai.annualreport.checking.TableThreeRulesTest.unjudged;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.Finding;
import gongkai.annualreport.Reports;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("表四：结果维持＋结果纠正＋其他结果＋尚未审结＝总计")
class TableFourRulesTest {
    @ParameterizedTest
    @CsvSource({
        "2019,rc,T4-SUM-RC,行政复议合计3≠总计5", "2021,rc,T4-SUM-RC,行政复议合计3≠总计5",
        "2019,ld,T4-SUM-LD,直接起诉合计3≠总计5", "2021,ld,T4-SUM-LD,直接起诉合计3≠总计5",
        "2019,la,T4-SUM-LA,复议后起诉合计3≠总计5", "2021,la,T4-SUM-LA,复议后起诉合计3≠总计5"
    })
    @DisplayName("三组各一条规则，互不影响")
    void eachGroup(String format, String group, String rule, String message) {
        var report = Reports.sound(format)
                .with("t4." + group + ".upheld", 2)
                .with("t4." + group + ".pending", 1)
                .with("t4." + group + ".total", 5);
        var checkup = report.check();

        assertThat(findings(checkup, rule))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo(message);
        assertThat(findings(checkup, rule).getFirst().cells())
                .hasSize(5)
                .first()
                .hasToString("t4." + group + ".total");
        assertThat(checkup.findings().stream().filter(finding -> finding.rule().startsWith("T4-")))
                .hasSize(1);
        assertThat(passes(report.with("t4." + group + ".total", 3).check(), rule))
                .isTrue();
        assertThat(unjudged(report.blank("t4." + group + ".total").check(), rule))
                .hasSize(1);
        assertThat(findings(report.check(), rule)).isEmpty();
    }

    @Test
    @DisplayName("分项空白、占位的按0计")
    void blanksCountAsZero() {
        assertThat(findings(Reports.sound("2021").blank("t4.rc.upheld").check(), "T4-SUM-RC"))
                .hasSize(1);
        assertThat(passes(
                        Reports.sound("2021")
                                .blank("t4.rc.corrected")
                                .words("t4.rc.other", "/")
                                .check(),
                        "T4-SUM-RC"))
                .isTrue();
    }

    @Test
    @DisplayName("分项缺失的无法判断")
    void aLostItem() {
        var checkup = Reports.sound("2021").missing("t4.ld.upheld").check();

        assertThat(findings(checkup, "T4-SUM-LD")).isEmpty();
        assertThat(unjudged(checkup, "T4-SUM-LD")).hasSize(1);
    }

    @Test
    @DisplayName("与台账不符的警告；没有台账的无法判断")
    void ledger() {
        var reading = Reports.sound("2021").reading();
        var counted = Map.of(CellKey.of("t4.rc.total"), 2, CellKey.of("t4.ld.total"), 1);
        var checkup = Checks.check(new Subject(reading, null, null, null, counted, CheckSettings.forYear(2022)));

        assertThat(findings(checkup, "T4-LEDGER"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("行政复议“总计”填1，台账为2");
        assertThat(unjudged(Reports.sound("2021").check(), "T4-LEDGER")).containsExactly("没有台账");

        var blank = Reports.sound("2021").blank("t4.rc.total").reading();
        assertThat(unjudged(
                        Checks.check(new Subject(blank, null, null, null, counted, CheckSettings.forYear(2022))),
                        "T4-LEDGER"))
                .hasSize(1);
    }
}
