package gongkai.annualreport.checking;

import static gongkai.annualreport.checking.TableThreeRulesTest.findings;
import static gongkai.annualreport.checking.TableThreeRulesTest.passes;
import static gongkai.annualreport.checking.TableThreeRulesTest.unjudged;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.Cell;
import gongkai.annualreport.Finding;
import gongkai.annualreport.Place;
import gongkai.annualreport.Reports;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.Severity;
import gongkai.annualreport.reading.Reading.Label;
import gongkai.annualreport.reading.Reading.OddRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("条例第五十条：六个部分和三张表")
class StructureRulesTest {
    @Nested
    @DisplayName("六个部分")
    class Sections {
        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        @DisplayName("缺一部分的，指出是哪一部分")
        void oneIsMissing(String format) {
            var checkup = Reports.sound(format).without(SectionKey.PROBLEMS).check();

            assertThat(findings(checkup, "STR-SECTION-MISSING"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("缺少“五、存在的主要问题及改进情况”部分");
            assertThat(passes(checkup, "STR-SECTION-ORDER")).isTrue();
        }

        @Test
        @DisplayName("只有图片、没有文字的文件，无法判断")
        void aScanIsNotJudged() {
            var scan = Reports.sound("2021").withoutFormat();
            for (var key : SectionKey.values()) {
                scan.without(key);
            }
            var checkup = scan.trace(Traces.ofPictures()).check();

            assertThat(findings(checkup, "STR-SECTION-MISSING")).isEmpty();
            assertThat(unjudged(checkup, "STR-SECTION-MISSING")).hasSize(1);
            assertThat(findings(checkup, "STR-TABLE-MISSING")).isEmpty();
            assertThat(unjudged(checkup, "STR-TABLE-MISSING")).hasSize(3);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        @DisplayName("顺序错的，只指出放错的那一部分")
        void oneIsOutOfPlace(String format) {
            var checkup = Reports.sound(format).last(SectionKey.PROACTIVE).check();

            assertThat(findings(checkup, "STR-SECTION-ORDER"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("“主动公开政府信息情况”位置不对，应为第二部分");
        }

        @Test
        @DisplayName("标题与标准不一致的提示，可接受的变体不提示")
        void titles() {
            var own = Reports.sound("2021")
                    .section(SectionKey.PROBLEMS, "五、问题和改进", "存在的问题：内容不够丰富。改进措施：加强培训。")
                    .check();
            var variant = Reports.sound("2021")
                    .section(SectionKey.PROBLEMS, "第五部分 政府信息公开工作存在的主要问题及改进情况", "存在的问题：内容不够丰富。改进措施：加强培训。")
                    .section(SectionKey.PROACTIVE, "(二)行政机关主动公开政府信息情况：", "")
                    .check();

            assertThat(findings(own, "STR-SECTION-TITLE"))
                    .singleElement()
                    .extracting(Finding::message, Finding::severity)
                    .containsExactly("标题“五、问题和改进”建议改为“五、存在的主要问题及改进情况”", Severity.INFO);
            assertThat(passes(variant, "STR-SECTION-TITLE")).isTrue();
        }
    }

    @Nested
    @DisplayName("三张表")
    class Tables {
        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        @DisplayName("缺整张表的，只说缺表，不逐行说")
        void aTableIsMissing(String format) {
            var checkup = Reports.sound(format).each("t4.", Cell.MISSING).check();

            assertThat(findings(checkup, "STR-TABLE-MISSING"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("缺少表四");
            assertThat(findings(checkup, "STR-ROW-MISSING")).isEmpty();
            assertThat(findings(checkup, "CELL-SHIFT")).isEmpty();
        }

        @Test
        @DisplayName("表格是图片的，无法判断")
        void aPictureIsNotJudged() {
            var checkup = Reports.sound("2021")
                    .each("t4.", Cell.MISSING)
                    .trace(Traces.ofPictures())
                    .check();

            assertThat(findings(checkup, "STR-TABLE-MISSING")).isEmpty();
            assertThat(unjudged(checkup, "STR-TABLE-MISSING")).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        @DisplayName("缺一行的，写明行名和格")
        void aRowIsMissing(String format) {
            var checkup = Reports.sound(format)
                    .each("t3.refused_petition.", Cell.MISSING)
                    .check();

            var finding = findings(checkup, "STR-ROW-MISSING");
            assertThat(finding).hasSize(1);
            assertThat(finding.getFirst().message()).isEqualTo("表三缺少“（五）不予处理／1.信访举报投诉类申请”行");
            assertThat(finding.getFirst().cells()).hasSize(7);
            assertThat(findings(checkup, "CELL-BLANK")).isEmpty();
        }

        @Test
        @DisplayName("多出别的格式的行")
        void aRowTooMany() {
            var checkup =
                    Reports.sound("2021").with("t2.procurement.projects", 3).check();

            assertThat(findings(checkup, "STR-ROW-MISSING"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("表二多出“政府集中采购”行");
        }

        @Test
        @DisplayName("30号式单列一行（六）其他处理的，不算缺行")
        void theSingleRowStandsForItsThree() {
            assertThat(passes(Reports.sound("2021").singleOtherRow().check(), "STR-ROW-MISSING"))
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("数与列对不上的行")
    class OddRows {
        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        @DisplayName("只报疑似错列，不报缺行、空白，合计无法判断")
        void isThereThoughItsCellsAreNot(String format) {
            var checkup = Reports.sound(format)
                    .each("t3.granted.", Cell.MISSING)
                    .trace(Traces.with(new OddRow("t3", "granted", 6, 7, Place.NONE)))
                    .check();

            var shift = findings(checkup, "CELL-SHIFT");
            assertThat(shift).hasSize(1);
            assertThat(shift.getFirst().message()).isEqualTo("“（一）予以公开”有6个数，应为7个，疑似错列");
            assertThat(shift.getFirst().cells()).hasSize(7);
            assertThat(shift.getFirst().severity()).isEqualTo(Severity.WARN);
            assertThat(checkup.hasErrors()).isFalse();
            assertThat(unjudged(checkup, "T3-RESULT-SUM")).hasSize(1);
            assertThat(unjudged(checkup, "T3-ROW-TOTAL")).hasSize(1);
        }

        @Test
        @DisplayName("表四一行对不上的，不算缺表四")
        void theOnlyRowOfTableFour() {
            var checkup = Reports.sound("2021")
                    .each("t4.", Cell.MISSING)
                    .trace(Traces.with(new OddRow("t4", "", 14, 15, Place.NONE)))
                    .check();

            assertThat(findings(checkup, "CELL-SHIFT"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("“表四”有14个数，应为15个，疑似错列");
            assertThat(checkup.hasErrors()).isFalse();
            assertThat(unjudged(checkup, "T4-SUM-RC")).hasSize(1);
        }

        @Test
        @DisplayName("单列的（六）其他处理对不上的，不算缺它的三行")
        void theSingleRow() {
            var checkup = Reports.sound("2021")
                    .each("t3.other_", Cell.MISSING)
                    .trace(Traces.with(new OddRow("t3", "other_total", 6, 7, Place.NONE)))
                    .check();

            assertThat(findings(checkup, "STR-ROW-MISSING")).isEmpty();
            assertThat(findings(checkup, "CELL-SHIFT"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("“（六）其他处理”有6个数，应为7个，疑似错列");
        }

        @Test
        @DisplayName("少一列的，各行并作一条")
        void aColumnIsLost() {
            var lost = Reports.sound("2021");
            lost.report().cells().keySet().stream()
                    .filter(key -> key.table().equals("t3") && key.column().equals("research"))
                    .forEach(key -> lost.missing(key.toString()));
            var checkup = lost.check();

            var shift = findings(checkup, "CELL-SHIFT");
            assertThat(shift).hasSize(1);
            assertThat(shift.getFirst().message()).endsWith("等25行”有6个数，应为7个，疑似错列");
            assertThat(shift.getFirst().cells()).hasSize(25);
            assertThat(checkup.hasErrors()).isFalse();
        }
    }

    @Nested
    @DisplayName("行名、列名")
    class Labels {
        private final Label variant = new Label("t3", "其他法律法规禁止公开", "2.其他法律行政法规禁止公开", Place.line(41));

        @Test
        @DisplayName("与标准不同的警告；重复的表头只说一次；读取时的认定另作提示")
        void areToldOnce() {
            var checkup =
                    Reports.sound("2021").trace(Traces.with(variant, variant)).check();

            var finding = findings(checkup, "STR-LABEL");
            assertThat(finding).hasSize(1);
            assertThat(finding.getFirst().message()).isEqualTo("表三“其他法律法规禁止公开”应为“2.其他法律行政法规禁止公开”");
            assertThat(finding.getFirst().place()).isEqualTo(Place.line(41));
            assertThat(findings(checkup, "READ-LABEL"))
                    .singleElement()
                    .extracting(Finding::severity, Finding::message)
                    .containsExactly(Severity.INFO, "“其他法律法规禁止公开”按“2.其他法律行政法规禁止公开”读取");
        }

        @Test
        @DisplayName("一致的不说")
        void official() {
            assertThat(passes(Reports.sound("2021").check(), "STR-LABEL")).isTrue();
            assertThat(findings(Reports.sound("2021").check(), "READ-LABEL")).isEmpty();
        }
    }

    @Nested
    @DisplayName("按报告年度选格式")
    class FormatOfYear {
        @ParameterizedTest
        @ValueSource(ints = {2021, 2022, 2025})
        @DisplayName("2021年度起用30号式")
        void theNewerFormat(int year) {
            assertThat(passes(Reports.sound("2021").year(year).check(), "STR-FORMAT-YEAR"))
                    .isTrue();
            assertThat(findings(Reports.sound("2019").year(year).check(), "STR-FORMAT-YEAR"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo(year + "年度应使用国办公开办函〔2021〕30号格式，现为国办公开办函〔2019〕60号格式");
        }

        @ParameterizedTest
        @ValueSource(ints = {2019, 2020})
        @DisplayName("2019、2020年度用60号式")
        void theOlderFormat(int year) {
            assertThat(passes(Reports.sound("2019").year(year).check(), "STR-FORMAT-YEAR"))
                    .isTrue();
            assertThat(findings(Reports.sound("2021").year(year).check(), "STR-FORMAT-YEAR"))
                    .hasSize(1);
        }

        @Test
        @DisplayName("没有表格或者没有统一格式的年度，无法判断")
        void isNotJudged() {
            assertThat(unjudged(Reports.sound("2021").withoutFormat().check(), "STR-FORMAT-YEAR"))
                    .hasSize(1);
            assertThat(unjudged(Reports.sound("2019").year(2018).check(), "STR-FORMAT-YEAR"))
                    .containsExactly("2018年度没有统一格式");
        }
    }
}
