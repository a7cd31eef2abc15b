package gongkai.annualreport.checking;

import static gongkai.annualreport.SectionKey.OTHER;
import static gongkai.annualreport.SectionKey.OVERVIEW;
import static gongkai.annualreport.SectionKey.PROBLEMS;
import static gongkai.annualreport.checking.NarrativeSamples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import gongkai.annualreport.Cell;
import gongkai.annualreport.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules about what the prose must tell and how it is worded. */
class NarrativeRulesTest {
    private static final String FIVE = "（一）主动公开情况。公开信息20条。\n（二）依申请公开情况。收到政府信息公开申请0件。\n（三）政府信息管理情况。落实审查制度。\n"
            + "（四）政府信息公开平台建设情况。维护网站专栏。\n（五）监督保障情况。加强培训考核，开展社会评议，未发生责任追究。";

    @Test
    @DisplayName("2019年上海市府办：受理结果总计空白时按各类申请人相加，复议诉讼并未均获维持")
    void addsUpApplicantsWhereTotalsAreBlank() {
        var shanghai = report().organ("上海市人民政府办公厅")
                .year(2019)
                .format("2019")
                .text(OVERVIEW, "（二）依申请公开。收到政府信息公开申请859件。予以公开及部分公开258件，无法提供265件。因政府信息公开引发行政复议7件、行政诉讼9件，均获维持。")
                .cell("t3.new_received.total", 859);
        row(shanghai, "granted", 258, 12, 1, 1);
        row(shanghai, "partial", 3);
        row(shanghai, "unavail_not_held", 252, 12, 1);
        row(shanghai, "unavail_needs_creation", 47);
        row(shanghai, "unavail_still_unclear", 25);
        shanghai.cell("t4.rc.total", 7)
                .cell("t4.rc.upheld", 5)
                .cell("t4.rc.pending", 2)
                .cell("t4.ld.total", 9)
                .cell("t4.ld.upheld", 8)
                .cell("t4.ld.pending", 1);
        assertThat(shanghai.find("NAR-NEW")).isEmpty();
        assertThat(shanghai.find("NAR-RESULT"))
                .extracting(Finding::message)
                .containsExactly("正文予以公开及部分公开258件，表三为275", "正文无法提供265件，表三为337");
        assertThat(shanghai.find("NAR-REMEDY"))
                .extracting(Finding::message)
                .containsExactly("正文行政复议维持7件，表四为5", "正文行政诉讼维持9件，表四为8");
    }

    private static void row(NarrativeSamples.Builder report, String row, long... figures) {
        var columns = List.of("natural", "enterprise", "research", "welfare", "legal", "other");
        for (int i = 0; i < columns.size(); i++) {
            report.cell("t3." + row + "." + columns.get(i), i < figures.length ? Cell.of(figures[i]) : Cell.BLANK);
        }
        report.cell("t3." + row + ".total", Cell.BLANK);
    }

    @Test
    @DisplayName("总计空白：无法判断，不是通过，也不报")
    void cannotJudgeAgainstBlankTotals() {
        var verdict = NarrativeSamples.verdict(
                "NAR-NEW",
                NarrativeSamples.subject(report().text(OVERVIEW, "收到政府信息公开申请12件。")
                        .cell("t3.new_received.total", Cell.BLANK)
                        .build()));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.unjudged()).hasSize(1);
    }

    @Test
    @DisplayName("总体情况五个方面")
    void missesTheAspectsThatAreNotThere() {
        assertThat(report().text(OVERVIEW, FIVE).find("NAR-S1-TOPIC")).isEmpty();
        assertThat(report().text(OVERVIEW, FIVE).find("NAR-S1-HEAD")).isEmpty();
        for (var lost : List.of("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")) {
            var lines = new ArrayList<>(List.of(FIVE.split("\n")));
            lines.removeIf(line -> line.contains("）" + lost));
            assertThat(report().text(OVERVIEW, String.join("\n", lines)).find("NAR-S1-TOPIC"))
                    .extracting(Finding::actual, Finding::expected)
                    .hasSize(1)
                    .allMatch(values -> values.toList().contains(lost));
        }
        assertThat(report().text(OVERVIEW, FIVE.replace("监督保障", "保障监管")).find("NAR-S1-HEAD"))
                .hasSize(1);
        assertThat(report().text(OVERVIEW, FIVE.replace("（五）监督保障情况", "（五）强化监督保障"))
                        .find("NAR-S1-HEAD"))
                .isEmpty();
        assertThat(report().text(OVERVIEW, FIVE.replaceAll("（[一二三四五]）", "")).find("NAR-S1-TOPIC"))
                .isEmpty();
    }

    @Test
    @DisplayName("第五十条：各级人民政府的年报含考核、评议、责任追究，部门和街道办事处不必")
    void asksGovernmentsForMore() {
        var bare = "（一）主动公开。公开信息20条。";
        assertThat(report().organ("云岭市人民政府").text(OVERVIEW, bare).find("NAR-GOV-TOPIC"))
                .hasSize(3);
        assertThat(report().organ("云岭市青石镇人民政府").text(OVERVIEW, bare).find("NAR-GOV-TOPIC"))
                .hasSize(3);
        assertThat(report().organ("云岭市人民政府").text(OVERVIEW, FIVE).find("NAR-GOV-TOPIC"))
                .isEmpty();
        for (var organ : List.of("云岭市青石街道办事处", "云岭市交通运输局", "云岭市人民政府办公室")) {
            assertThat(report().organ(organ).text(OVERVIEW, bare).find("NAR-GOV-TOPIC"))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("信息处理费：2021年度起要写明，且不多于表二")
    void asksForFees() {
        assertThat(report().text(OTHER, "无").find("NAR-FEE-MISSING")).hasSize(1);
        assertThat(report().year(2020).text(OTHER, "无").find("NAR-FEE-MISSING")).isEmpty();
        for (var told : List.of("无收取信息处理费情况。", "2022年未收取信息处理费。", "本年度未发生依申请公开收费情况。", "按规定收取处理费0元。")) {
            assertThat(report().text(OTHER, told).find("NAR-FEE-MISSING")).isEmpty();
        }
        assertThat(report().text(OTHER, "2022年共收取信息处理费380元。").find("T2-FEE-S6")).hasSize(1);
        assertThat(report().text(OTHER, "2022年收取信息处理费380元。")
                        .amount("t2.fee.amount", "0.038")
                        .find("T2-FEE-S6"))
                .isEmpty();
        assertThat(report().text(OTHER, "2022年共收取信息处理费0.04万元。")
                        .amount("t2.fee.amount", "0.038")
                        .find("T2-FEE-S6"))
                .hasSize(1);
        for (var none : List.of("信息处理费收费标准为每件100元，未收取。", "未收取信息处理费。", "减免信息处理费380元。", "收取信息处理费0元。")) {
            assertThat(report().text(OTHER, none).find("T2-FEE-S6")).isEmpty();
        }
    }

    @Test
    @DisplayName("第六部分不写打算")
    void keepsPlansOutOfPartSix() {
        for (var plan : List.of("2023年，我局将进一步加强公开工作。", "下一步，继续做好公开工作。", "本报告统计期限为2022年1月1日至12月31日。")) {
            assertThat(report().text(OTHER, plan).find("NAR-S6-SCOPE")).hasSize(1);
        }
        for (var fine : List.of("无其他需要报告的事项。", "2022年，我局继续落实要点，未收取信息处理费。", "2023年1月10日，年报在网站公布。")) {
            assertThat(report().text(OTHER, fine).find("NAR-S6-SCOPE")).isEmpty();
        }
    }

    @Test
    @DisplayName("第五部分：问题和改进都要有")
    void wantsProblemsAndImprovements() {
        var problem = "（一）存在的主要问题。一是政策解读形式还不够丰富；二是工作人员业务能力有待进一步提高。";
        var improvement = "（二）改进情况。加大图文解读力度，组织专题培训。";
        assertThat(report().text(PROBLEMS, problem + "\n" + improvement).find("NAR-PROBLEM"))
                .isEmpty();
        assertThat(report().text(PROBLEMS, problem).find("NAR-PROBLEM"))
                .extracting(Finding::expected)
                .isEqualTo(List.of("改进情况"));
        assertThat(report().text(PROBLEMS, "2023年，我局将加大图文解读力度，组织专题培训，推动工作上新台阶。").find("NAR-PROBLEM"))
                .extracting(Finding::expected)
                .isEqualTo(List.of("存在的主要问题"));
        assertThat(report().text(PROBLEMS, "无").find("NAR-PROBLEM")).hasSize(2);
        assertThat(report().text(PROBLEMS, "工作存在短板：信息更新滞后。下一步我局将加强维护。").find("NAR-PROBLEM"))
                .isEmpty();
    }

    @Test
    @DisplayName("法规名称")
    void knowsTheRegulationsName() {
        for (var wrong :
                List.of("《中华人民共和国信息公开条例》", "《中华人民共和国政府信息公布条例》", "《中华人民共和国政务信息公开条例》", "《政府信息公布条例》", "《政府信息公开条列》")) {
            assertThat(report().preamble("根据" + wrong + "编制。").find("NAR-LAW-NAME"))
                    .as(wrong)
                    .hasSize(1);
        }
        for (var right : List.of(
                "《中华人民共和国政府信息公开条例》",
                "《中华人民共和国 政府信息公开条例》",
                "《政府信息公开条例》",
                "《条例》",
                "《云岭市政府信息公开管理办法》",
                "《江东省政务公开条例》",
                "《江东省政府信息公开规定》",
                "《中华人民共和国档案法实施条例》",
                "《中华人民共和国计算机信息系统安全保护条例》",
                "《政府信息公开信息处理费管理办法》")) {
            assertThat(report().preamble("根据" + right + "编制。").find("NAR-LAW-NAME"))
                    .as(right)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("开头的年度")
    void comparesTheOpeningsYear() {
        for (var wrong :
                List.of("现将云岭市交通运输局2021年政府信息公开工作年度报告公布如下。", "特向社会公布2021年度政府信息公开工作年度报告。", "2021年度报告根据《条例》编制。")) {
            assertThat(report().preamble(wrong).find("NAR-YEAR")).as(wrong).hasSize(1);
        }
        assertThat(report().text(OVERVIEW, "2021年，我局认真落实《条例》。").find("NAR-YEAR"))
                .hasSize(1);
        for (var right : List.of(
                "现将云岭市交通运输局2022年政府信息公开工作年度报告公布如下。",
                "根据《关于做好2021年政府信息公开工作年度报告编制发布工作的通知》编制。",
                "根据国办公开办函〔2021〕30号要求，编制2022年度政府信息公开工作年度报告。",
                "统计期限自2021年1月1日至2021年12月31日。",
                "根据2021年政府信息公开工作年度报告格式编制2022年年报。",
                "2019年修订的条例施行以来，我局落实2022年公开任务。")) {
            assertThat(report().preamble(right).find("NAR-YEAR")).as(right).isEmpty();
        }
    }

    @Test
    @DisplayName("开头的机关")
    void comparesTheOpeningsOrgan() {
        for (var wrong : List.of(
                "本报告由瑞山市交通运输局编制。",
                "本报告由云岭市财政局根据《条例》编制。",
                "现将XX局2022年政府信息公开工作年度报告公布如下。",
                "本报告由某某局编制。",
                "根据条例规定，云岭市民政局编制了2022年政府信息公开工作年度报告。")) {
            assertThat(report().preamble(wrong).find("NAR-ORGAN")).as(wrong).hasSize(1);
        }
        for (var right : List.of(
                "本报告由云岭市交通运输局编制。",
                "本报告由交通运输局编制。",
                "本报告由市交通局办公室负责编制。",
                "本报告由江东省云岭市交通运输局编制。",
                "本报告由我局编制。",
                "根据条例规定，云岭市交通运输局编制了2022年政府信息公开工作年度报告。",
                "根据市司法局、市政府办公室要求，云岭市交通局编制2022年度报告。",
                "本报告由云岭市人民政府办公室汇总编制。",
                "本报告由总体情况、主动公开政府信息情况等六部分组成。")) {
            assertThat(report().preamble(right).find("NAR-ORGAN")).as(right).isEmpty();
        }
    }

    @Test
    @DisplayName("旧提法、已取消的概念、错字、残留标记、成对标点")
    void seesWording() {
        said("NAR-STALE", 1, "坚持公开为原则、不公开为例外。", "坚持以“公开为原则，不公开为例外”。", "遵循公开是原则,不公开是例外的要求。");
        said("NAR-STALE", 0, "坚持以公开为常态、不公开为例外。", "以公开为原则开展工作。");
        said("NAR-OBSOLETE", 1, "公开行政许可、非行政许可事项。", "根据自身生产、生活、科研等特殊需要申请。");
        said("NAR-OBSOLETE", 0, "全面取消非行政许可审批。", "不再要求生产、生活、科研等特殊需要。");
        said("NAR-TYPO", 1, "数据的统计限自2022年1月1日起。", "助力扶贫攻坚。", "推进政务工开。", "依审请公开。", "做好工作的的情况。");
        said("NAR-TYPO", 0, "统计期限自2022年1月1日起。", "以营利为目的的申请。", "政府信息公开公开栏。", "脱贫攻坚。", "《农村扶贫攻坚纪实》。", "实在在在处处。");
        said(
                "NAR-MARKUP",
                1,
                "[bookmark: _GoBack]本报告。",
                "公开&nbsp;信息。",
                "<p>公开",
                "{{organ}}编制。",
                "${year}年",
                "【待补充】",
                "XX局公开信息XX条。".substring(4));
        said(
                "NAR-MARKUP",
                0,
                "网站（<http://www.yunling.gov.cn/>）。",
                "R&D投入。",
                "公开率达到5<6。",
                "电话1385xxxx123。",
                "【政策解读】栏目。",
                "尺寸3×4米。");
        said("NAR-QUOTE", 1, "“云岭交通“微信公众号。", "《条例》和《规定。", "（以下简称条例。", "“先审查、后公开。", "\"云岭交通公众号。");
        said(
                "NAR-QUOTE",
                0,
                "“三审三校”（以下简称“审校”）。",
                "1）公开；2）保密；（3）审查。",
                "《关于印发〈办法〉的通知》（国办函〔2020〕109号)。",
                "(一)公开；a)审查。",
                "\"云岭交通\"公众号。");
    }

    private static void said(String code, int times, String... sentences) {
        for (var sentence : sentences) {
            assertThat(report().text(OVERVIEW, sentence).find(code))
                    .as(sentence)
                    .hasSize(times);
        }
    }

    @Test
    @DisplayName("恶意长文也很快")
    void staysFastOnHostileText() {
        for (var noise : List.of(
                "其中",
                "收到",
                "申请",
                "政府信息公开申请",
                "1件，",
                "（",
                "《",
                "“",
                "行政复议、",
                "由",
                "予以公开及",
                "规范性文件",
                "公开",
                "2022年",
                "结转",
                "<p ",
                "未")) {
            var text = noise.repeat(100_000 / noise.length());
            var report = report().preamble(text)
                    .text(OVERVIEW, text)
                    .text(PROBLEMS, text)
                    .text(OTHER, text)
                    .build();
            assertThatNoException()
                    .as(noise)
                    .isThrownBy(() -> Assertions.assertTimeout(
                            Duration.ofSeconds(8), () -> NarrativeSamples.findAll(report), noise));
        }
    }
}
