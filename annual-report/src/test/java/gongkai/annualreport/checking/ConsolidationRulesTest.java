package gongkai.annualreport.checking;

import static gongkai.annualreport.checking.TableThreeRulesTest.findings;
import static gongkai.annualreport.checking.TableThreeRulesTest.passes;
import static gongkai.annualreport.checking.TableThreeRulesTest.unjudged;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Finding;
import gongkai.annualreport.Reports;
import gongkai.annualreport.Severity;
import gongkai.annualreport.checking.ConsolidationSubject.Adjustment;
import gongkai.annualreport.checking.ConsolidationSubject.Member;
import gongkai.annualreport.checking.ConsolidationSubject.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("汇总")
class ConsolidationRulesTest {
    private static final List<String> ALL =
            Rules.CONSOLIDATION.stream().map(Declaration::code).toList();

    /** Two sound reports and their sum. */
    static final class Sums {
        private final List<Member> members = new ArrayList<>();
        private final List<Adjustment> adjustments = new ArrayList<>();
        private final Reports sum;
        private final int year;
        private @Nullable AnnualReport previous;
        private @Nullable List<String> expected;
        private @Nullable Map<String, List<String>> documents;
        private @Nullable Map<String, List<String>> cases;

        Sums(String format) {
            sum = Reports.sound(format).organ("云河市人民政府");
            year = sum.year();
            sum.report().cells().keySet().forEach(key -> {
                if (sum.report().cell(key) instanceof Cell.Figure figure) {
                    sum.with(key.toString(), 2 * figure.value().longValueExact());
                }
            });
            member("云河市水务局", Reports.sound(format));
            member("云河市司法局", Reports.sound(format));
        }

        Sums member(String organ, Reports report) {
            members.add(new Member(organ, report.organ(organ).report(), Standing.PASSED));
            return this;
        }

        Sums standing(Standing standing) {
            var last = members.removeLast();
            members.add(new Member(last.organ(), last.report(), standing));
            return this;
        }

        Sums sum(String key, int value) {
            sum.with(key, value);
            return this;
        }

        Sums adjusted(String key, int difference, @Nullable String reason) {
            adjustments.add(new Adjustment(CellKey.of(key), BigDecimal.valueOf(difference), reason));
            return this;
        }

        Sums expecting(String... organs) {
            expected = List.of(organs);
            return this;
        }

        Sums document(String number, String... countedBy) {
            documents = Map.of(number, List.of(countedBy));
            return this;
        }

        Sums disputed(String number, String... countedBy) {
            cases = Map.of(number, List.of(countedBy));
            return this;
        }

        Checkup check() {
            return Checks.check(new ConsolidationSubject(
                    year, members, sum.report(), previous, expected, adjustments, documents, cases));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019", "2021"})
    @DisplayName("逐格相加的，什么也不报")
    void aTrueSum(String format) {
        var checkup = new Sums(format).check();

        assertThat(checkup.findings()).isEmpty();
        assertThat(ALL).allSatisfy(rule -> assertThat(findings(checkup, rule)).isEmpty());
        assertThat(unjudged(checkup, "CON-MISSING")).containsExactly("没有应报单位名单");
        assertThat(unjudged(checkup, "CON-JOINT")).containsExactly("没有联合发文清单");
        assertThat(unjudged(checkup, "CON-CASE")).containsExactly("没有案件清单");
    }

    @Test
    @DisplayName("应报未报")
    void missing() {
        var sums = new Sums("2021");
        sums.expected = List.of("云河市水务局", "云河市 司法局", "云河市财政局");

        assertThat(findings(sums.check(), "CON-MISSING"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("尚缺1个单位：云河市财政局");
        sums.expected = List.of("云河市水务局");
        assertThat(passes(sums.check(), "CON-MISSING")).isTrue();
    }

    @Test
    @DisplayName("有错误、未定稿的不能汇总；没有校验的无法判断")
    void standing() {
        assertThat(findings(new Sums("2021").standing(Standing.HAS_ERRORS).check(), "CON-STATUS"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("云河市司法局报告未通过校验");
        assertThat(findings(new Sums("2021").standing(Standing.DRAFT).check(), "CON-STATUS"))
                .hasSize(1);
        assertThat(unjudged(new Sums("2021").standing(Standing.UNCHECKED).check(), "CON-STATUS"))
                .hasSize(1);
        assertThat(passes(new Sums("2021").check(), "CON-STATUS")).isTrue();
    }

    @Test
    @DisplayName("年度或者格式不同的")
    void yearAndFormat() {
        assertThat(findings(
                        new Sums("2021")
                                .member("云河市财政局", Reports.sound("2021").year(2023))
                                .check(),
                        "CON-YEAR"))
                .hasSize(1);
        assertThat(findings(
                        new Sums("2021")
                                .member("云河市财政局", Reports.sound("2019").year(2022))
                                .check(),
                        "CON-YEAR"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("云河市财政局报告年度或格式不符");
        assertThat(unjudged(
                        new Sums("2021")
                                .member("云河市财政局", Reports.sound("2021").withoutFormat())
                                .check(),
                        "CON-YEAR"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019", "2021"})
    @DisplayName("有一格不等于各单位之和的")
    void aCellIsNotTheSum(String format) {
        var checkup = new Sums(format).sum("t4.rc.upheld", 5).check();

        assertThat(findings(checkup, "CON-SUM"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("表四“行政复议”“结果维持”：成员合计2，汇总填5");
        assertThat(findings(checkup, "CON-CARRY"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("汇总表T4-SUM-RC不成立：行政复议合计5≠总计2");
    }

    @Test
    @DisplayName("成员缺格的无法判断；成员空白按0计")
    void lostAndBlank() {
        var lost = new Sums("2021")
                .member("云河市财政局", Reports.sound("2021").missing("t2.license.decisions"))
                .check();
        assertThat(unjudged(lost, "CON-SUM")).hasSize(1);

        var blank = new Sums("2021").sum("t2.coercion.decisions", 0).check();
        assertThat(passes(blank, "CON-SUM")).isTrue();
    }

    @Test
    @DisplayName("单列（六）其他处理的成员，与三行合起来比")
    void aMemberWithTheSingleRow() {
        var sums = new Sums("2021");
        sums.members.removeLast();
        sums.member("云河市司法局", Reports.sound("2021").singleOtherRow());

        assertThat(findings(sums.check(), "CON-SUM")).isEmpty();
    }

    @Test
    @DisplayName("同一机关计两次的")
    void twice() {
        assertThat(findings(
                        new Sums("2021")
                                .member("云河市 水务局", Reports.sound("2021"))
                                .check(),
                        "CON-DUP"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("云河市水务局重复计入");
    }

    @Test
    @DisplayName("条例第十条：联合发文由牵头机关计一次；共同被告的案件计一次")
    void documentsAndCases() {
        var sums = new Sums("2021");
        sums.documents = Map.of("云政规〔2022〕1号", List.of("云河市水务局", "云河市司法局"), "云政规〔2022〕2号", List.of("云河市水务局"));
        sums.cases = Map.of("（2022）云行初1号", List.of("云河市水务局", "云河市司法局"));

        assertThat(findings(sums.check(), "CON-JOINT"))
                .singleElement()
                .extracting(Finding::message, Finding::severity)
                .containsExactly("云政规〔2022〕1号由云河市水务局、云河市司法局重复计件", Severity.WARN);
        assertThat(findings(sums.check(), "CON-CASE"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("案件（2022）云行初1号重复计入（云河市水务局、云河市司法局）");
    }

    @Test
    @DisplayName("人工调整要附理由；调整后仍要满足表三、表四和跨年的规则")
    void adjustments() {
        var sums = new Sums("2021").sum("t4.rc.upheld", 3).adjusted("t4.rc.upheld", 1, null);

        assertThat(findings(sums.check(), "CON-SUM")).isEmpty();
        assertThat(findings(sums.check(), "CON-ADJ"))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("表四“行政复议”“结果维持”人工调整1，缺少理由");
        assertThat(findings(sums.check(), "CON-CARRY")).hasSize(1);

        var reasoned = new Sums("2021")
                .sum("t4.rc.upheld", 3)
                .sum("t4.rc.total", 3)
                .adjusted("t4.rc.upheld", 1, "共同被告的案件只计一次")
                .adjusted("t4.rc.total", 1, "共同被告的案件只计一次");
        assertThat(reasoned.check().findings()).isEmpty();
    }

    @Test
    @DisplayName("与上年汇总的结转不衔接的")
    void acrossYears() {
        var sums = new Sums("2021");
        sums.previous = Reports.sound("2021").year(2021).organ("云河市人民政府").report();

        assertThat(findings(sums.check(), "CON-CARRY")).map(Finding::message).contains("汇总表XY-CARRY不成立：总计：上年结转应为1，现填2");
    }
}
