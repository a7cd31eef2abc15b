package gongkai.annualreport.checking;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Finding;
import gongkai.annualreport.Period;
import gongkai.annualreport.Place;
import gongkai.annualreport.Reports;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.ConsolidationRulesTest.Sums;
import gongkai.annualreport.checking.ConsolidationSubject.Standing;
import gongkai.annualreport.reading.Reading.Label;
import gongkai.annualreport.reading.Reading.OddRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For every declared rule a report that breaks it; a rule without one fails here. */
class EveryRuleFiresTest {
    private static final Map<String, Supplier<Checkup>> BROKEN = Map.ofEntries(
            entry("STR-SECTION-MISSING", () -> sound().without(SectionKey.OTHER).check()),
            entry("STR-SECTION-ORDER", () -> sound().last(SectionKey.OVERVIEW).check()),
            entry(
                    "STR-SECTION-TITLE",
                    () -> sound().section(SectionKey.OTHER, "六、其他", "未收取信息处理费。").check()),
            entry("STR-TABLE-MISSING", () -> sound().each("t4.", Cell.MISSING).check()),
            entry(
                    "STR-ROW-MISSING",
                    () -> sound().each("t3.partial.", Cell.MISSING).check()),
            entry(
                    "STR-LABEL",
                    () -> sound().trace(Traces.with(new Label("t2", "规范性文件", "行政规范性文件", Place.NONE)))
                            .check()),
            entry("STR-FORMAT-YEAR", () -> Reports.sound("2019").year(2022).check()),
            entry("TTL-ORGAN", () -> sound().organ("市水务局").check()),
            entry("TTL-WORD", () -> sound().title("云河市水务局2022年政府信息公开年报").check()),
            entry(
                    "TTL-YEAR",
                    () -> sound().innerTitle("云河市水务局2021年政府信息公开工作年度报告").check()),
            entry(
                    "TTL-INNER",
                    () -> sound().innerTitle("云河市财政局2022年政府信息公开工作年度报告").check()),
            entry("PER-MISSING", () -> sound().period(null).check()),
            entry(
                    "PER-RANGE",
                    () -> sound().period(new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 10, 31)))
                            .check()),
            entry(
                    "PER-DUP",
                    () -> sound().trace(Traces.with(
                                    Traces.period("统计期限", "2022-01-01", "2022-12-31"),
                                    Traces.period("统计期限", "2022-01-01", "2022-12-31")))
                            .check()),
            entry(
                    "PUB-LATE",
                    () -> sound().publishedOn(LocalDate.of(2023, 4, 1)).check()),
            entry("PUB-DATE-MISSING", () -> sound().publishedOn(null).check()),
            entry(
                    "PUB-EARLY",
                    () -> sound().publishedOn(LocalDate.of(2022, 12, 1)).check()),
            entry("CELL-BLANK", () -> sound().blank("t3.granted.legal").check()),
            entry("CELL-BLANK-ALL", () -> sound().each("t4.", Cell.BLANK).check()),
            entry(
                    "CELL-PLACEHOLDER",
                    () -> sound().words("t3.granted.legal", "/").check()),
            entry(
                    "CELL-NONINT",
                    () -> sound().amount("t3.granted.legal", "1.5", null).check()),
            entry("CELL-NEG", () -> sound().with("t3.granted.legal", -1).check()),
            entry(
                    "CELL-SHIFT",
                    () -> sound().trace(Traces.with(new OddRow("t3", "granted", 6, 7, Place.NONE)))
                            .check()),
            entry(
                    "CELL-DECIMALS",
                    () -> sound().amount("t2.fee.amount", "0.12345", null).check()),
            entry(
                    "CELL-UNIT",
                    () -> sound().amount("t2.fee.amount", "3800", "3800元").check()),
            entry(
                    "T2-REG-POWER",
                    () -> sound().with("t2.regulation.effective", 1).check()),
            entry(
                    "T2-EFF-LT-ISSUED",
                    () -> sound().with("t2.normative.issued", 1).check()),
            entry(
                    "T2-EFF-EQ-ISSUED",
                    () -> sound().with("t2.normative.issued", 1)
                            .with("t2.normative.effective", 1)
                            .check()),
            entry(
                    "T2-NEW-GT-TOTAL",
                    () -> Reports.sound("2019")
                            .with("t2.normative.new_public", 1)
                            .check()),
            entry(
                    "T2-ZERO-DUTY",
                    () -> sound().organ("云河市司法局")
                            .with("t2.penalty.decisions", 0)
                            .check()),
            entry(
                    "T2-FEE-S6",
                    () -> sound().section(SectionKey.OTHER, "全年收取信息处理费100元。").check()),
            entry("T3-BALANCE", () -> sound().with("t3.carried_out.total", 2).check()),
            entry("T3-RESULT-SUM", () -> sound().with("t3.granted.natural", 2).check()),
            entry("T3-ROW-TOTAL", () -> sound().with("t3.granted.total", 2).check()),
            entry(
                    "T3-TOTAL-NO-ITEM",
                    () -> sound().each("t3.", Cell.ZERO)
                            .with("t3.result_total.total", 2)
                            .check()),
            entry("T3-CARRY-GT", () -> sound().with("t3.carried_out.legal", 1).check()),
            entry("T3-NONE-BUT-T4", () -> sound().each("t3.", Cell.ZERO).check()),
            entry("T4-SUM-RC", () -> sound().with("t4.rc.total", 2).check()),
            entry("T4-SUM-LD", () -> sound().with("t4.ld.total", 2).check()),
            entry("T4-SUM-LA", () -> sound().with("t4.la.total", 2).check()),
            entry(
                    "T4-LEDGER",
                    () -> Checks.check(new Subject(
                            sound().reading(),
                            null,
                            null,
                            null,
                            Map.of(CellKey.of("t4.rc.total"), 3),
                            CheckSettings.forYear(2022)))),
            entry(
                    "XY-CARRY",
                    () -> sound().previous(before().with("t3.carried_out.total", 5))
                            .check()),
            entry(
                    "XY-EFFECTIVE",
                    () -> sound().previous(before().with("t2.normative.effective", 5))
                            .check()),
            entry(
                    "XY-EFFECTIVE-NOPREV",
                    () -> sound().with("t2.normative.effective", 5).check()),
            entry(
                    "XY-PENDING",
                    () -> sound().previous(before().with("t4.rc.pending", 5)).check()),
            entry("XY-SIMILAR", () -> sound().previous(before()).check()),
            entry("NAR-NEW", () -> overview("2022年，本局收到政府信息公开申请9件。").check()),
            entry("NAR-CARRY", () -> overview("2022年收到政府信息公开申请6件，结转下年度继续办理4件。").check()),
            entry("NAR-DONE", () -> overview("2022年收到政府信息公开申请6件，办结政府信息公开申请9件。").check()),
            entry(
                    "NAR-RESULT",
                    () -> overview("2022年收到政府信息公开申请6件，其中予以公开5件，部分公开1件。").check()),
            entry("NAR-REMEDY", () -> overview("2022年，未发生因政府信息公开引发的行政复议、行政诉讼。").check()),
            entry("NAR-NORMATIVE", () -> overview("2022年，本局制发行政规范性文件3件。").check()),
            entry(
                    "NAR-SUM",
                    () -> overview("2022年，共发布信息100条，其中工作动态60条，其他信息30条。").check()),
            entry("NAR-S1-TOPIC", () -> overview("2022年收到政府信息公开申请6件。").check()),
            entry("NAR-S1-HEAD", () -> overview("（五）保障监管情况。加强培训。").check()),
            entry(
                    "NAR-GOV-TOPIC",
                    () -> overview("主动公开政府信息120条。").organ("云河县人民政府").check()),
            entry(
                    "NAR-FEE-MISSING",
                    () -> sound().section(SectionKey.OTHER, "无。").check()),
            entry(
                    "NAR-S6-SCOPE",
                    () -> sound().section(SectionKey.OTHER, "没有收取信息处理费。2023年，将继续加强公开工作。")
                            .check()),
            entry(
                    "NAR-PROBLEM",
                    () -> sound().section(SectionKey.PROBLEMS, "无。").check()),
            entry(
                    "NAR-LAW-NAME",
                    () -> sound().preamble("根据《中华人民共和国信息公开条例》编制本报告。").check()),
            entry("NAR-YEAR", () -> sound().preamble("现将2020年政府信息公开工作年度报告公布如下。").check()),
            entry(
                    "NAR-ORGAN",
                    () -> sound().preamble("本报告由青山市财政局编制。").organ("云河市财政局").check()),
            entry("NAR-STALE", () -> overview("坚持以公开为原则、不公开为例外。").check()),
            entry("NAR-OBSOLETE", () -> overview("公开非行政许可审批事项12项。").check()),
            entry("NAR-TYPO", () -> overview("依申请公开公开工作有序。").check()),
            entry("NAR-QUOTE", () -> overview("通过“云河发布公众号公开信息。").check()),
            entry("NAR-MARKUP", () -> overview("公开信息[bookmark: _GoBack]120条。").check()),
            entry("NAR-LEN", () -> overview("主动公开政府信息。".repeat(150)).check()),
            entry("CON-MISSING", () -> sums().expecting("云河市财政局").check()),
            entry("CON-STATUS", () -> sums().standing(Standing.DRAFT).check()),
            entry("CON-YEAR", () -> sums().member("云河市财政局", sound().year(2024)).check()),
            entry("CON-SUM", () -> sums().sum("t2.license.decisions", 1).check()),
            entry("CON-DUP", () -> sums().member("云河市水务局", sound()).check()),
            entry(
                    "CON-JOINT",
                    () -> sums().document("云政规〔2022〕1号", "云河市水务局", "云河市司法局").check()),
            entry(
                    "CON-CASE",
                    () -> sums().disputed("（2022）云行初1号", "云河市水务局", "云河市司法局").check()),
            entry("CON-CARRY", () -> sums().sum("t4.la.total", 1).check()),
            entry("CON-ADJ", () -> sums().adjusted("t4.la.total", 1, " ").check()));

    private static Reports sound() {
        return Reports.sound("2021");
    }

    private static Reports before() {
        return Reports.sound("2021").year(2021);
    }

    private static Reports overview(String text) {
        return sound().section(SectionKey.OVERVIEW, text);
    }

    private static Sums sums() {
        return new Sums("2021");
    }

    static Stream<String> codes() {
        return Rules.catalogue().stream().map(Declaration::code);
    }

    @Test
    void noReportIsForARuleThatIsNone() {
        assertThat(BROKEN.keySet()).isSubsetOf(codes().toList());
    }

    @ParameterizedTest
    @MethodSource("codes")
    @DisplayName("每条规则都有一份报告违反它")
    void fires(String code) {
        assertThat(BROKEN).as("a report that breaks " + code).containsKey(code);
        var declared = Rules.catalogue().stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow();

        var findings = Objects.requireNonNull(BROKEN.get(code)).get().findings().stream()
                .filter(finding -> finding.rule().equals(code))
                .toList();

        assertThat(findings).isNotEmpty();
        assertThat(findings)
                .map(Finding::message)
                .allSatisfy(message -> assertThat(message).doesNotContain("{", "}", "null"));
        assertThat(findings).map(Finding::severity).contains(declared.severity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019", "2021"})
    @DisplayName("没有问题的报告，什么也不报")
    void aSoundReportIsQuiet(String format) {
        assertThat(Reports.sound(format).check().findings()).isEmpty();
        assertThat(Reports.sound(format)
                        .organ("云河县人民政府")
                        .publishedOn(LocalDate.of(Reports.sound(format).year() + 1, 3, 15))
                        .check()
                        .findings())
                .isEmpty();
    }

    @Test
    @DisplayName("逐年相接的报告，除雷同外什么也不报")
    void aSoundSuccessorIsQuiet() {
        assertThat(sound().previous(before()).check().findings())
                .map(Finding::rule)
                .containsOnly("XY-SIMILAR");
        assertThat(List.of(before().check().findings())).containsExactly(List.of());
    }
}
