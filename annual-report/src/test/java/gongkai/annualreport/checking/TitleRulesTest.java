package gongkai.annualreport.checking;

import static gongkai.annualreport.checking.TableThreeRulesTest.findings;
import static gongkai.annualreport.checking.TableThreeRulesTest.passes;
import static gongkai.annualreport.checking.TableThreeRulesTest.unjudged;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.Finding;
import gongkai.annualreport.Period;
import gongkai.annualreport.Reports;
import gongkai.annualreport.SectionKey;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("报告标题")
class TitleRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"市司法局", "司法局", "红桥区司法局", "本局"})
    @DisplayName("没有行政区划全称的警告")
    void withoutTheRegion(String organ) {
        assertThat(findings(Reports.sound("2021").organ(organ).check(), "TTL-ORGAN"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"天津市红桥区司法局", "莱阳市司法局", "三门峡市陕州区司法局", "国家税务总局云河市税务局", "云河县人民政府", "国务院办公厅"})
    @DisplayName("写明行政区划的不警告")
    void withTheRegion(String organ) {
        assertThat(passes(Reports.sound("2021").organ(organ).check(), "TTL-ORGAN"))
                .isTrue();
    }

    @Test
    @DisplayName("标题没有机关的警告，没有标题的无法判断")
    void withoutAnyOrgan() {
        var untold =
                Reports.sound("2021").organ(null).title("2022年政府信息公开工作年度报告").check();
        assertThat(findings(untold, "TTL-ORGAN")).hasSize(1);

        var none = Reports.sound("2021").title(null).check();
        for (var rule : new String[] {"TTL-ORGAN", "TTL-WORD", "TTL-YEAR"}) {
            assertThat(findings(none, rule)).isEmpty();
            assertThat(unjudged(none, rule)).hasSize(1);
        }
    }

    @Test
    @DisplayName("用语：政府信息公开工作年度报告，空格不计")
    void words() {
        assertThat(findings(Reports.sound("2021").title("云河市水务局2022年政府信息公开年度报告").check(), "TTL-WORD"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("标题用语不规范：云河市水务局2022年政府信息公开年度报告");
        assertThat(passes(
                        Reports.sound("2021")
                                .title("云河市水务局 2022年 政府信息公开 工作年度报告")
                                .check(),
                        "TTL-WORD"))
                .isTrue();
    }

    @Test
    @DisplayName("标题年度与统计期限、正文都不同的，是标题错了")
    void anotherYear() {
        var checkup = Reports.sound("2021")
                .title("云河市水务局2021年政府信息公开工作年度报告")
                .section(SectionKey.OVERVIEW, "2022年，全局共收到政府信息公开申请6件。")
                .yearOfTitle(2021)
                .check();

        assertThat(findings(checkup, "TTL-YEAR"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("标题年度2021与报告年度2022不一致");
        assertThat(findings(checkup, "PER-RANGE")).isEmpty();
    }

    @Test
    @DisplayName("标题没有年度的无法判断，一致的通过")
    void year() {
        assertThat(passes(Reports.sound("2021").check(), "TTL-YEAR")).isTrue();
        assertThat(passes(
                        Reports.sound("2021").title("云河市水务局二〇二二年度政府信息公开工作年度报告").check(), "TTL-YEAR"))
                .isTrue();
        assertThat(unjudged(Reports.sound("2021").title("云河市水务局政府信息公开工作年度报告").check(), "TTL-YEAR"))
                .hasSize(1);
    }

    @Test
    @DisplayName("页面标题与正文标题不一致")
    void twoTitles() {
        var checkup = Reports.sound("2021").innerTitle("云河市水务局2022年政府信息公开年度报告").check();

        assertThat(findings(checkup, "TTL-INNER"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("页面标题与正文标题不一致：云河市水务局2022年政府信息公开工作年度报告／云河市水务局2022年政府信息公开年度报告");
        assertThat(findings(checkup, "TTL-WORD")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"政府信息公开年报", "政府信息公开工作年度报告", "政府信息公开年度报告"})
    @DisplayName("网站栏目名不是标题")
    void aColumnOfTheSite(String column) {
        var checkup = Reports.sound("2021").innerTitle(column).check();

        assertThat(passes(checkup, "TTL-INNER")).isTrue();
        assertThat(passes(checkup, "TTL-WORD")).isTrue();
    }

    @Test
    @DisplayName("只差标点、空格的标题是一致的")
    void alike() {
        assertThat(passes(
                        Reports.sound("2021")
                                .innerTitle("云河市水务局 2022年《政府信息公开工作年度报告》")
                                .check(),
                        "TTL-INNER"))
                .isTrue();
    }

    @Test
    @DisplayName("期限是上一年而正文说本年的，是期限错了，标题没有错")
    void anotherPeriod() {
        var checkup = Reports.sound("2021")
                .period(new Period(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31)))
                .preamble("现公布2022年政府信息公开工作年度报告。")
                .check();

        assertThat(passes(checkup, "TTL-YEAR")).isTrue();
        assertThat(findings(checkup, "PER-RANGE")).hasSize(1);
    }
}
