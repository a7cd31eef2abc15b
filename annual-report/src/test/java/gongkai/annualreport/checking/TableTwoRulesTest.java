package gongkai.annualreport.checking;

import static gongkai.annualreport.checking.TableThreeRulesTest.findings;
import static gongkai.annualreport.checking.TableThreeRulesTest.passes;
import static gongkai.annualreport.checking.TableThreeRulesTest.unjudged;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.Finding;
import gongkai.annualreport.OrganLevel;
import gongkai.annualreport.Reports;
import gongkai.annualreport.SectionKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("表二")
class TableTwoRulesTest {
    @Nested
    @DisplayName("立法法第九十一条、第九十三条：规章制定权")
    class RegulatingPower {
        @ParameterizedTest
        @ValueSource(strings = {"天津市红桥区司法局", "洛阳市司法局", "河南省财政厅", "云河县人民政府", "洛阳市洛龙区人民政府", "洛阳市洛龙区古城街道办事处"})
        @DisplayName("部门和县级以下政府没有")
        void isNotTheirs(String organ) {
            var checkup = Reports.sound("2021")
                    .organ(organ)
                    .with("t2.regulation.issued", 1)
                    .with("t2.regulation.effective", 2)
                    .check();

            var finding = findings(checkup, "T2-REG-POWER");
            assertThat(finding).hasSize(1);
            assertThat(finding.getFirst().message()).isEqualTo(organ + "无规章制定权，规章应填0，现为本年制发件数1、现行有效件数2");
            assertThat(finding.getFirst().cells()).hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"河南省人民政府", "洛阳市人民政府", "延边朝鲜族自治州人民政府", "天津市人民政府", "财政部"})
        @DisplayName("国务院部门、省级政府、设区的市和自治州政府有")
        void isTheirs(String organ) {
            assertThat(passes(
                            Reports.sound("2021")
                                    .organ(organ)
                                    .with("t2.regulation.effective", 20)
                                    .check(),
                            "T2-REG-POWER"))
                    .isTrue();
        }

        @Test
        @DisplayName("60号式的三格也是")
        void inTheOlderFormat() {
            assertThat(findings(
                            Reports.sound("2019")
                                    .with("t2.regulation.total_public", 3)
                                    .check(),
                            "T2-REG-POWER"))
                    .hasSize(1);
        }

        @Test
        @DisplayName("不知道市是哪一级的，无法判断；说明了的，可以")
        void anUnknownCity() {
            var report = Reports.sound("2021").organ("云河市人民政府").with("t2.regulation.effective", 5);

            assertThat(findings(report.check(), "T2-REG-POWER")).isEmpty();
            assertThat(unjudged(report.check(), "T2-REG-POWER")).hasSize(1);
            assertThat(findings(report.level(OrganLevel.COUNTY).check(), "T2-REG-POWER"))
                    .hasSize(1);
            assertThat(passes(report.level(OrganLevel.CITY).check(), "T2-REG-POWER"))
                    .isTrue();
        }

        @Test
        @DisplayName("政府办公厅落款而标题没有写机关的，可能是政府的报告")
        void signedByTheOfficeOfAGovernment() {
            var report = Reports.sound("2021")
                    .organ("洛阳市人民政府办公室")
                    .title("2022年政府信息公开工作年度报告")
                    .with("t2.regulation.effective", 48);

            assertThat(findings(report.check(), "T2-REG-POWER")).isEmpty();
            assertThat(unjudged(report.check(), "T2-REG-POWER")).hasSize(1);
            assertThat(findings(report.organ("洛阳市人民政府办公室").check(), "T2-REG-POWER"))
                    .hasSize(1);
        }

        @Test
        @DisplayName("都填0的，谁都通过")
        void zeros() {
            assertThat(passes(Reports.sound("2021").organ("云河").check(), "T2-REG-POWER"))
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("现行有效是年末存量")
    class Stock {
        @ParameterizedTest
        @CsvSource({"5,0,4,true", "5,1,4,false", "5,2,3,false", "0,0,9,false"})
        @DisplayName("现行有效＋本年废止不小于本年制发")
        void lessThanIssued(int issued, int repealed, int effective, boolean wrong) {
            var checkup = Reports.sound("2021")
                    .with("t2.normative.issued", issued)
                    .with("t2.normative.repealed", repealed)
                    .with("t2.normative.effective", effective)
                    .check();

            assertThat(findings(checkup, "T2-EFF-LT-ISSUED")).hasSize(wrong ? 1 : 0);
        }

        @Test
        @DisplayName("消息写明三个数")
        void message() {
            var checkup = Reports.sound("2021")
                    .with("t2.normative.issued", 5)
                    .with("t2.normative.effective", 4)
                    .check();

            assertThat(findings(checkup, "T2-EFF-LT-ISSUED").getFirst().message())
                    .isEqualTo("行政规范性文件现行有效4＋废止0小于本年制发5");
        }

        @Test
        @DisplayName("现行有效未填的无法判断，制发、废止空白按0计")
        void blanks() {
            var report = Reports.sound("2021").with("t2.normative.issued", 5);

            assertThat(unjudged(report.blank("t2.normative.effective").check(), "T2-EFF-LT-ISSUED"))
                    .hasSize(1);
            assertThat(findings(
                            report.with("t2.normative.effective", 4)
                                    .blank("t2.normative.repealed")
                                    .check(),
                            "T2-EFF-LT-ISSUED"))
                    .hasSize(1);
        }

        @Test
        @DisplayName("等于本年制发的疑似把存量填成当年数；上年确为0的除外")
        void equalToIssued() {
            var report = Reports.sound("2021").with("t2.normative.issued", 2).with("t2.normative.effective", 2);

            assertThat(findings(report.check(), "T2-EFF-EQ-ISSUED"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("行政规范性文件现行有效等于本年制发（2），疑似把存量填成当年数");
            assertThat(findings(report.blank("t2.normative.repealed").check(), "T2-EFF-EQ-ISSUED"))
                    .hasSize(1);
            assertThat(passes(report.previous(Reports.sound("2021").year(2021)).check(), "T2-EFF-EQ-ISSUED"))
                    .isTrue();
            assertThat(passes(Reports.sound("2021").check(), "T2-EFF-EQ-ISSUED"))
                    .isTrue();
            assertThat(unjudged(
                            Reports.sound("2021")
                                    .missing("t2.normative.effective")
                                    .check(),
                            "T2-EFF-EQ-ISSUED"))
                    .hasSize(1);
        }

        @Test
        @DisplayName("60号式：新公开不大于对外公开总数")
        void moreNewThanAll() {
            var report =
                    Reports.sound("2019").with("t2.normative.new_public", 3).with("t2.normative.total_public", 2);

            assertThat(findings(report.check(), "T2-NEW-GT-TOTAL"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("规范性文件新公开3大于对外公开总数2");
            assertThat(passes(report.with("t2.normative.total_public", 3).check(), "T2-NEW-GT-TOTAL"))
                    .isTrue();
            assertThat(unjudged(report.blank("t2.normative.total_public").check(), "T2-NEW-GT-TOTAL"))
                    .hasSize(1);
            assertThat(passes(Reports.sound("2021").check(), "T2-NEW-GT-TOTAL")).isTrue();
        }
    }

    @Nested
    @DisplayName("有许可、处罚职权而决定数为0的，请确认")
    class IdleDuty {
        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        @DisplayName("司法局")
        void justiceBureau(String format) {
            var report = Reports.sound(format)
                    .organ("洛阳市司法局")
                    .with("t2.license.decisions", 0)
                    .with("t2.penalty.decisions", 0);

            assertThat(findings(report.check(), "T2-ZERO-DUTY"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("洛阳市司法局有行政许可、行政处罚职权，本年决定数为0，请确认");
            assertThat(unjudged(report.blank("t2.license.decisions").check(), "T2-ZERO-DUTY"))
                    .hasSize(1);
        }

        @Test
        @DisplayName("没有这些职权的机关、有决定的机关不问")
        void others() {
            assertThat(passes(
                            Reports.sound("2021")
                                    .organ("洛阳市档案局")
                                    .with("t2.license.decisions", 0)
                                    .check(),
                            "T2-ZERO-DUTY"))
                    .isTrue();
            assertThat(passes(Reports.sound("2021").organ("洛阳市司法局").check(), "T2-ZERO-DUTY"))
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("第六部分所写信息处理费")
    class InformationFee {
        private final Reports report = Reports.sound("2021").section(SectionKey.OTHER, "本年度收取信息处理费380元。");

        @Test
        @DisplayName("多于表二收费金额的警告")
        void moreThanTableTwo() {
            assertThat(findings(report.check(), "T2-FEE-S6"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("正文收取信息处理费380元，表二收费金额为0万元");
        }

        @Test
        @DisplayName("不多于的通过；表二没有填的无法判断；没有写金额的通过")
        void within() {
            assertThat(passes(report.amount("t2.fee.amount", "0.0380", null).check(), "T2-FEE-S6"))
                    .isTrue();
            assertThat(unjudged(report.blank("t2.fee.amount").check(), "T2-FEE-S6"))
                    .hasSize(1);
            assertThat(passes(Reports.sound("2021").check(), "T2-FEE-S6")).isTrue();
            assertThat(passes(
                            report.with("t2.fee.amount", 0)
                                    .section(SectionKey.OTHER, "信息处理费按每件100元的标准收取，本年未收取。")
                                    .check(),
                            "T2-FEE-S6"))
                    .isTrue();
        }
    }
}
