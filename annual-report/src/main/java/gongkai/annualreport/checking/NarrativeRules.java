package gongkai.annualreport.checking;

import static gongkai.annualreport.Severity.ERROR;
import static gongkai.annualreport.Severity.INFO;
import static gongkai.annualreport.Severity.WARN;

import gongkai.annualreport.Severity;
import java.util.List;

/** Rules that hold the prose against the tables, and the prose against the law's words. */
final class NarrativeRules {
    private static final String REPORTING = "条例第五十条";
    private static final String FORMAT = "国办公开办函〔2021〕30号";
    private static final String PRACTICE = "公开实践";

    static final List<Rule> ALL = List.of(
            new Rule(
                    "T2-FEE-S6",
                    WARN,
                    Rule.Chapter.TABLE_TWO,
                    List.of("2021"),
                    "第六部分所写已收信息处理费不多于表二行政事业性收费金额",
                    "正文收取信息处理费{x}元，表二收费金额为{v}万元",
                    "政府信息公开信息处理费管理办法",
                    SectionContents::feeAmount),
            rule("NAR-NEW", ERROR, "正文所写收到申请数等于表三本年新收总计", "正文写收到申请{n}件，表三新收为{v}", REPORTING, ReceivedClaims::received),
            rule("NAR-CARRY", ERROR, "正文所写结转数等于表三上年结转或者结转下年度总计", "正文结转{n}件，表三为{v}", REPORTING, CarriedClaims::carried),
            rule("NAR-DONE", ERROR, "正文所写办结数等于表三办理结果总计", "正文办结{n}件，表三总计为{v}", REPORTING, FinishedClaims::finished),
            rule("NAR-RESULT", ERROR, "正文所写各类办理结果等于表三相应各行", "正文{type}{n}件，表三为{v}", REPORTING, ResultClaims::judge),
            rule("NAR-REMEDY", ERROR, "正文所写复议、诉讼数等于表四总计", "正文{kind}{n}件，表四为{v}", REPORTING, RemedyClaims::judge),
            rule(
                    "NAR-NORMATIVE",
                    WARN,
                    "正文所写本机关规范性文件与表二相符，政务新媒体数前后一致",
                    "正文称{text}，表二为{v}",
                    "条例第二十条第（一）项",
                    NormativeClaims::judge),
            rule("NAR-SUM", WARN, "分项之和等于总数", "“{text}”：分项合计{s}，总数{n}", PRACTICE, PartSums::judge),
            newer("NAR-S1-TOPIC", WARN, "总体情况写明五个方面", "总体情况缺少“{topic}”", FORMAT, OverviewTopics::topics),
            newer("NAR-S1-HEAD", INFO, "总体情况小标题用标准说法", "小标题“{a}”建议为“{b}”", FORMAT, OverviewTopics::headings),
            rule(
                    "NAR-GOV-TOPIC",
                    ERROR,
                    "各级人民政府的年度报告写明工作考核、社会评议和责任追究结果",
                    "政府年度报告应含{topic}",
                    "条例第五十条第一款第（四）项",
                    OverviewTopics::government),
            rule(
                    "NAR-FEE-MISSING",
                    WARN,
                    "2021年度起说明信息处理费收取情况",
                    "未说明信息处理费收取情况（没有也请写明）",
                    "政府信息公开信息处理费管理办法",
                    SectionContents::feeTold),
            rule("NAR-S6-SCOPE", INFO, "第六部分不写工作打算，不重复统计期限", "第六部分含非报告事项：{text}", FORMAT, SectionContents::otherScope),
            rule("NAR-PROBLEM", WARN, "第五部分写明主要问题和改进情况", "第五部分缺少{part}", "条例第五十条第一款第（四）项", SectionContents::problems),
            rule("NAR-LAW-NAME", WARN, "法规名称写对", "“{a}”应为《中华人民共和国政府信息公开条例》", "条例名称", Wording::lawName),
            rule("NAR-YEAR", ERROR, "正文开头所写年度与标题年度相同", "正文开头年度{y1}与标题年度{y2}不一致", REPORTING, Opening::year),
            rule("NAR-ORGAN", ERROR, "正文首段所称编制机关与标题机关相同", "正文机关“{a}”与标题机关“{b}”不一致", REPORTING, Opening::organ),
            rule("NAR-STALE", INFO, "不用旧提法", "“{a}”为旧提法", "条例第五条", Wording::stale),
            rule("NAR-OBSOLETE", INFO, "不用已取消的概念", "“{a}”已取消", "国发〔2015〕27号；条例第二十七条", Wording::obsolete),
            rule("NAR-TYPO", INFO, "没有常见错字漏字", "疑似错漏：“{a}”", PRACTICE, Wording::typo),
            rule("NAR-QUOTE", INFO, "引号、书名号、括号成对", "标点不成对：{a}", "标点符号用法", Pairs::judge),
            rule("NAR-MARKUP", WARN, "没有残留标记", "残留标记：{a}", PRACTICE, Wording::markup),
            rule("NAR-LEN", INFO, "总体情况不超过一千字", "总体情况{n}字，超过{max}", "武政办发〔2025〕54号", OverviewTopics::length));

    private NarrativeRules() {}

    private static Rule rule(
            String code, Severity severity, String statement, String message, String source, Rule.Judge judge) {
        return new Rule(code, severity, Rule.Chapter.NARRATIVE, List.of(), statement, message, source, judge);
    }

    /** A rule of what the 2021 format was the first to ask for. */
    private static Rule newer(
            String code, Severity severity, String statement, String message, String source, Rule.Judge judge) {
        return new Rule(code, severity, Rule.Chapter.NARRATIVE, List.of("2021"), statement, message, source, judge);
    }
}
