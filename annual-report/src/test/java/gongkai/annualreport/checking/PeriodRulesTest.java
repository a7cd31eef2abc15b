package gongkai.annualreport.checking;

import static gongkai.annualreport.checking.TableThreeRulesTest.findings;
import static gongkai.annualreport.checking.TableThreeRulesTest.passes;
import static gongkai.annualreport.checking.TableThreeRulesTest.unjudged;
import static gongkai.annualreport.checking.Traces.period;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.Finding;
import gongkai.annualreport.OrganLevel;
import gongkai.annualreport.Period;
import gongkai.annualreport.Reports;
import gongkai.annualreport.Severity;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodRulesTest {
    @Nested
    @DisplayName("统计期限：1月1日至12月31日")
    class Statistical {
        @Test
        @DisplayName("没有写的提示")
        void isMissing() {
            var checkup = Reports.sound("2021").period(null).check();

            assertThat(findings(checkup, "PER-MISSING"))
                    .singleElement()
                    .extracting(Finding::severity)
                    .isEqualTo(Severity.INFO);
            assertThat(passes(checkup, "PER-RANGE")).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"2022-01-01,2022-11-30", "2022-02-01,2022-12-31", "2021-01-01,2021-12-31", "2022-01-01,2023-12-31"})
        @DisplayName("不是报告年度全年的")
        void isNotTheYear(LocalDate from, LocalDate to) {
            var checkup = Reports.sound("2021").period(new Period(from, to)).check();

            assertThat(findings(checkup, "PER-RANGE")).hasSize(1);
        }

        @Test
        @DisplayName("消息写明期限和年度")
        void namesBoth() {
            var checkup = Reports.sound("2021")
                    .period(new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 11, 30)))
                    .check();

            assertThat(findings(checkup, "PER-RANGE").getFirst().message())
                    .isEqualTo("统计期限2022年1月1日至2022年11月30日与2022年度不符");
        }

        @Test
        @DisplayName("别的统计数字的起止日不是统计期限")
        void anotherSpanOfDays() {
            var checkup = Reports.sound("2021")
                    .trace(Traces.with(
                            period("本报告所列数据的统计期限自2022年1月1日至2022年12月31日", "2022-01-01", "2022-12-31"),
                            period("据网站数据统计，2022年3月1日至4月30日", "2022-03-01", "2022-04-30")))
                    .check();

            assertThat(passes(checkup, "PER-RANGE")).isTrue();
            assertThat(passes(checkup, "PER-DUP")).isTrue();
        }

        @Test
        @DisplayName("写两遍的提示")
        void isRepeated() {
            var stated = period("统计期限为2022年1月1日至2022年12月31日", "2022-01-01", "2022-12-31");
            var checkup =
                    Reports.sound("2021").trace(Traces.with(stated, stated)).check();

            assertThat(findings(checkup, "PER-DUP"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("统计期限重复出现2次");
            assertThat(passes(checkup, "PER-RANGE")).isTrue();
        }
    }

    @Nested
    @DisplayName("条例第四十九条：按期公布")
    class Published {
        @ParameterizedTest
        @ValueSource(strings = {"2019", "2021"})
        @DisplayName("部门：次年1月31日前")
        void departments(String format) {
            var report = Reports.sound(format);
            int next = report.year() + 1;

            assertThat(passes(report.publishedOn(LocalDate.of(next, 1, 31)).check(), "PUB-LATE"))
                    .isTrue();
            assertThat(findings(report.publishedOn(LocalDate.of(next, 2, 1)).check(), "PUB-LATE"))
                    .singleElement()
                    .extracting(Finding::severity, Finding::message)
                    .containsExactly(Severity.ERROR, "应于" + next + "年1月31日前公布，实际" + next + "年2月1日");
        }

        @Test
        @DisplayName("政府：次年3月31日前")
        void governments() {
            var report = Reports.sound("2021").organ("云河市人民政府");

            assertThat(passes(report.publishedOn(LocalDate.of(2023, 3, 31)).check(), "PUB-LATE"))
                    .isTrue();
            assertThat(findings(report.publishedOn(LocalDate.of(2023, 4, 1)).check(), "PUB-LATE"))
                    .hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"云河市青山镇人民政府", "云河市青山区人民政府东门街道办事处"})
        @DisplayName("乡镇、街道：条例未写，只作警告")
        void townships(String organ) {
            var checkup = Reports.sound("2021")
                    .organ(organ)
                    .publishedOn(LocalDate.of(2023, 2, 20))
                    .check();

            assertThat(findings(checkup, "PUB-LATE"))
                    .singleElement()
                    .extracting(Finding::severity)
                    .isEqualTo(Severity.WARN);
        }

        @Test
        @DisplayName("调用者说是乡镇一级的，也只作警告")
        void townshipByLevel() {
            var checkup = Reports.sound("2021")
                    .level(OrganLevel.TOWNSHIP)
                    .publishedOn(LocalDate.of(2023, 2, 20))
                    .check();

            assertThat(findings(checkup, "PUB-LATE"))
                    .singleElement()
                    .extracting(Finding::severity)
                    .isEqualTo(Severity.WARN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"云河市高新技术产业开发区管理委员会", "云河大学"})
        @DisplayName("不知是政府还是部门的，3月31日前无法判断")
        void unknownKind(String organ) {
            var checkup = Reports.sound("2021")
                    .organ(organ)
                    .publishedOn(LocalDate.of(2023, 3, 1))
                    .check();

            assertThat(findings(checkup, "PUB-LATE")).isEmpty();
            assertThat(unjudged(checkup, "PUB-LATE")).hasSize(1);
        }

        @Test
        @DisplayName("政府办公室落款而标题没有写机关的，可能是政府的报告")
        void signedByTheOfficeOfAGovernment() {
            var unnamed = Reports.sound("2021")
                    .organ("云河市人民政府办公室")
                    .title("2022年政府信息公开工作年度报告")
                    .publishedOn(LocalDate.of(2023, 3, 1));
            assertThat(findings(unnamed.check(), "PUB-LATE")).isEmpty();
            assertThat(unjudged(unnamed.check(), "PUB-LATE")).hasSize(1);

            var named = unnamed.organ("云河市人民政府办公室");
            assertThat(findings(named.check(), "PUB-LATE")).hasSize(1);
        }

        @Test
        @DisplayName("没有日期的警告，按期与否无法判断")
        void withoutADate() {
            var checkup = Reports.sound("2021").publishedOn(null).check();

            assertThat(findings(checkup, "PUB-DATE-MISSING")).hasSize(1);
            assertThat(unjudged(checkup, "PUB-LATE")).containsExactly("没有发布日期");
            assertThat(unjudged(checkup, "PUB-EARLY")).containsExactly("没有发布日期");
        }

        @Test
        @DisplayName("年度未结束即发布的警告")
        void early() {
            var report = Reports.sound("2021");

            assertThat(findings(report.publishedOn(LocalDate.of(2022, 12, 31)).check(), "PUB-EARLY"))
                    .hasSize(1);
            assertThat(passes(report.publishedOn(LocalDate.of(2023, 1, 1)).check(), "PUB-EARLY"))
                    .isTrue();
        }
    }
}
