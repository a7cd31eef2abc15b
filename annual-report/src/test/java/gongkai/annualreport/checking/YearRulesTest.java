package gongkai.annualreport.checking;

import static gongkai.annualreport.checking.TableThreeRulesTest.findings;
import static gongkai.annualreport.checking.TableThreeRulesTest.passes;
import static gongkai.annualreport.checking.TableThreeRulesTest.unjudged;
import static org.assertj.core.api.Assertions.assertThat;

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

@DisplayName("与上年报告衔接")
class YearRulesTest {
    private static final List<String> NEED_THE_YEAR_BEFORE =
            List.of("XY-CARRY", "XY-EFFECTIVE", "XY-PENDING", "XY-SIMILAR");

    private static Reports before() {
        return Reports.sound("2021").year(2021);
    }

    @Test
    @DisplayName("没有上年报告的无法判断")
    void withoutTheYearBefore() {
        var checkup = Reports.sound("2021").check();

        for (var rule : NEED_THE_YEAR_BEFORE) {
            assertThat(findings(checkup, rule)).isEmpty();
            assertThat(unjudged(checkup, rule)).containsExactly("没有上年报告");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2020, 2022, 2023})
    @DisplayName("不是上一年度的报告，无法判断")
    void ofAnotherYear(int year) {
        var checkup = Reports.sound("2021")
                .previous(before().year(year).with("t3.carried_out.total", 9))
                .check();

        for (var rule : NEED_THE_YEAR_BEFORE) {
            assertThat(findings(checkup, rule)).isEmpty();
            assertThat(unjudged(checkup, rule)).containsExactly("对照的是" + year + "年度的报告，不是2022年度的上年");
        }
    }

    @Nested
    @DisplayName("上年结转＝上年的结转下年度")
    class Carried {
        @Test
        @DisplayName("七列逐列核对，总计在内")
        void eachColumn() {
            var checkup = Reports.sound("2021")
                    .previous(before().with("t3.carried_out.natural", 2)
                            .with("t3.carried_out.legal", 1)
                            .with("t3.carried_out.total", 3))
                    .check();

            assertThat(findings(checkup, "XY-CARRY"))
                    .map(Finding::message)
                    .containsExactlyInAnyOrder("自然人：上年结转应为2，现填1", "法律服务机构：上年结转应为1，现填0", "总计：上年结转应为3，现填1");
            assertThat(findings(checkup, "XY-CARRY"))
                    .allSatisfy(finding -> assertThat(finding.cells()).hasSize(1));
        }

        @Test
        @DisplayName("相等的通过；60号式与30号式之间也核对")
        void equal() {
            assertThat(passes(Reports.sound("2021").previous(before()).check(), "XY-CARRY"))
                    .isTrue();
            var older = Reports.sound("2019").year(2020);
            assertThat(passes(Reports.sound("2021").year(2021).previous(older).check(), "XY-CARRY"))
                    .isTrue();
            assertThat(findings(
                            Reports.sound("2021")
                                    .year(2021)
                                    .previous(older.with("t3.carried_out.total", 4))
                                    .check(),
                            "XY-CARRY"))
                    .hasSize(1);
        }

        @Test
        @DisplayName("上年空白、本年总计空白的无法判断；本年分项空白按0计")
        void blanks() {
            var lastYearBlank = Reports.sound("2021")
                    .previous(before().blank("t3.carried_out.natural"))
                    .check();
            assertThat(findings(lastYearBlank, "XY-CARRY")).isEmpty();
            assertThat(unjudged(lastYearBlank, "XY-CARRY")).hasSize(1);

            var totalBlank = Reports.sound("2021")
                    .blank("t3.carried_in.total")
                    .previous(before())
                    .check();
            assertThat(findings(totalBlank, "XY-CARRY")).isEmpty();
            assertThat(unjudged(totalBlank, "XY-CARRY")).hasSize(1);

            var itemBlank = Reports.sound("2021")
                    .blank("t3.carried_in.natural", "t3.carried_in.legal")
                    .previous(before())
                    .check();
            assertThat(findings(itemBlank, "XY-CARRY"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("自然人：上年结转应为1，现填0");
        }
    }

    @Nested
    @DisplayName("上年现行有效＋制发−废止＝现行有效")
    class Effective {
        private final Reports report = Reports.sound("2021")
                .with("t2.normative.issued", 3)
                .with("t2.normative.repealed", 1)
                .with("t2.normative.effective", 12);

        @ParameterizedTest
        @CsvSource({"10,false", "9,true", "11,true"})
        @DisplayName("不成立的警告")
        void equation(int lastYear, boolean warned) {
            var checkup = report.previous(before().with("t2.normative.effective", lastYear))
                    .check();

            assertThat(findings(checkup, "XY-EFFECTIVE")).hasSize(warned ? 1 : 0);
            assertThat(findings(checkup, "XY-EFFECTIVE-NOPREV")).isEmpty();
        }

        @Test
        @DisplayName("消息写明算式")
        void message() {
            var checkup =
                    report.previous(before().with("t2.normative.effective", 9)).check();

            assertThat(findings(checkup, "XY-EFFECTIVE").getFirst().message())
                    .isEqualTo("行政规范性文件：上年有效9+制发3−废止1=11，现填12");
        }

        @Test
        @DisplayName("上年是60号式的，没有现行有效，无法判断")
        void afterTheOlderFormat() {
            var checkup =
                    report.year(2021).previous(Reports.sound("2019").year(2020)).check();

            assertThat(findings(checkup, "XY-EFFECTIVE")).isEmpty();
            assertThat(unjudged(checkup, "XY-EFFECTIVE")).hasSize(2);
        }

        @Test
        @DisplayName("没有上年报告的，反推上年数供核对；都是0的不推")
        void workedBack() {
            assertThat(findings(report.check(), "XY-EFFECTIVE-NOPREV"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("行政规范性文件：按本年数反推上年现行有效为10，请核对");
            assertThat(passes(Reports.sound("2021").check(), "XY-EFFECTIVE-NOPREV"))
                    .isTrue();
            assertThat(unjudged(report.blank("t2.normative.effective").check(), "XY-EFFECTIVE-NOPREV"))
                    .hasSize(1);
        }

        @Test
        @DisplayName("对照的不是上一年度的，也反推")
        void workedBackWithAnotherYear() {
            assertThat(findings(report.previous(before().year(2019)).check(), "XY-EFFECTIVE-NOPREV"))
                    .hasSize(1);
        }
    }

    @Nested
    @DisplayName("上年尚未审结的案件本年继续出现")
    class Pending {
        @ParameterizedTest
        @CsvSource({"2019", "2021"})
        @DisplayName("多于本年同组总计的警告")
        void moreThanAllOfThisYear(String format) {
            var last = Reports.sound(format).year(format.equals("2019") ? 2019 : 2021);
            var report = Reports.sound(format).year(format.equals("2019") ? 2020 : 2022);
            var checkup = report.previous(last.with("t4.ld.pending", 2).with("t4.ld.total", 3))
                    .check();

            assertThat(findings(checkup, "XY-PENDING"))
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("未经复议直接起诉：上年未审结2，本年总计仅1");
            assertThat(passes(report.previous(last.with("t4.ld.pending", 1)).check(), "XY-PENDING"))
                    .isTrue();
            assertThat(unjudged(report.blank("t4.ld.total").check(), "XY-PENDING"))
                    .hasSize(1);
        }
    }

    @Nested
    @DisplayName("国办公开办函〔2021〕30号（四）：避免雷同")
    class Similar {
        private static final String TEXT =
                "存在的问题：一是主动公开的内容还不够丰富，重点领域信息更新不够及时；二是业务人员流动频繁，办理能力有待提升。改进措施：一是梳理公开目录，逐项明确责任科室和时限；二是每季度组织一次培训。";

        @Test
        @DisplayName("只改了数字和年份的，是雷同")
        void copied() {
            var checkup = Reports.sound("2021")
                    .section(SectionKey.PROBLEMS, TEXT + "2022年共培训4次。")
                    .previous(before().section(SectionKey.PROBLEMS, TEXT + "2021年共培训3次。"))
                    .check();

            assertThat(findings(checkup, "XY-SIMILAR")).map(Finding::message).contains("第五部分与上年相似100%，疑似雷同");
        }

        @Test
        @DisplayName("另写的不是；文字过少的无法判断")
        void writtenAnew() {
            var checkup = Reports.sound("2021")
                    .section(SectionKey.OVERVIEW, "无。")
                    .section(SectionKey.PROBLEMS, TEXT)
                    .previous(
                            before().section(
                                            SectionKey.PROBLEMS,
                                            "存在的主要问题是政策解读形式单一，图解和视频较少，群众看不懂、不愿看。下一步将结合民生热点制作动漫、短视频，邀请业务骨干走进直播间答疑，并把办理时限压缩三分之一。"))
                    .check();

            assertThat(findings(checkup, "XY-SIMILAR")).isEmpty();
            assertThat(unjudged(checkup, "XY-SIMILAR")).containsExactly("第一部分文字过少");
        }
    }

    @Test
    @DisplayName("相似度：换了段落次序的仍是相同的话")
    void similarity() {
        var one = "主动公开政府信息的内容还不够丰富";
        var other = "业务人员办理申请的能力有待提升";

        assertThat(Similarity.of(one + other, one + other)).isEqualTo(1);
        assertThat(Similarity.of(one + other, other + one)).isGreaterThan(0.85);
        assertThat(Similarity.of(one, other)).isLessThan(0.5);
        assertThat(Similarity.of(one.repeat(20), one.repeat(20) + other)).isGreaterThan(0.95);
        assertThat(Similarity.of("", one)).isZero();
    }
}
