package gongkai.annualreport.checking;

import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.Narrative.Paragraph;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What sections five and six must tell of, and what does not belong there. */
final class SectionContents {
    private static final int FEES_SINCE = 2021;
    private static final Pattern FEE = Pattern.compile("信息(?:公开)?处理费|处理费|信息费");
    private static final Pattern CHARGED = Pattern.compile("收费|收取[^，。；]{0,12}费|费用收取");
    private static final CellKey AMOUNT = CellKey.of("t2.fee.amount");
    private static final Pattern TAKEN = Pattern.compile(
            "(?:信息(?:公开)?处理费(?:收入)?(?:共|共计|合计|总计|为|：|金额|总额|收取|收缴|人民币|\\d+件，?|，){0,4}|(?:收取|收缴|征收|收到)(?:了)?(?:政府)?信息(?:公开)?处理费[^，。；\\d]{0,8})(\\d{1,9}(?:\\.\\d{1,6})?)(万)?元(?![/每])");
    private static final Pattern TAKEN_BEFORE =
            Pattern.compile("(?:收取|收缴|征收)(?:了)?(\\d{1,9}(?:\\.\\d{1,6})?)(万)?元(?:的)?(?:政府)?信息(?:公开)?处理费");
    private static final Pattern NOT_TAKEN = Pattern.compile("标准|每件|每页|减免|免收|免除|退还|不超过|不收取|按件|按量|应收|超出");

    private static final Pattern PLAN = Pattern.compile(
            "(?:(20\\d\\d)年度?(?!\\d)|下一?步|下一阶段|今后|来年|明年|新的一年|接下来)[^。；]{0,20}?(?:将|要|继续|计划|打算|进一步|我们|着力|重点|加强|拟)");
    private static final Pattern PERIOD = Pattern.compile("统计(?:期限?|时限|时间|周期|区间)");

    private static final Pattern SENTENCE_END = Pattern.compile("[。；！]");
    private static final Pattern PROBLEM = Pattern.compile(
            "问题|不足|差距|短板|薄弱|欠缺|缺乏|有待|不够|不高|不强|不全|不深|不细|不严|不熟|不及时|不到位|不规范|不平衡|困难|亟待|滞后|单一|需要?进一步|仍需|还需|需加强|需提升|需提高|较少|偏少|少|难以|弱|不完善");
    private static final Pattern NO_PROBLEM_MEANT = Pattern.compile(
            "针对[^，。；]{0,20}(?:问题|不足|短板)|问题导向|问题清单|(?:热点|难点|重点|疑难|突出|关心的?|关注的?|反映的?|重大|具体|有关|相关|各类|实际|法律|自身|查找|发现|解决|研究|整改)问题"
                    + "|解决[^，。；]{0,12}(?:问题|困难|不足|短板)|(?:补齐|补足|弥补|克服|消除|改进|改善|缩小)[^，。；]{0,10}(?:短板|不足|差距|问题)|不少于|至少|减少");
    private static final Pattern IMPROVEMENT = Pattern.compile(
            "下一?步|下一阶段|改进(?:措施|情况|方向|办法|工作|方法|举措|计划|打算|意见|思路)|整改|今后|明年|来年|接下来|将(?:继续|进一步|从|以|按|不断|着力|加|重点|认真|坚持|严|持续|积极|采|通过|充分|切实|在|针|强|结合|对|围绕|全|深|把|努力|做|及时|根据)|(?:我[局委办镇街乡区县市厅院]|我们|本[局机单委])将|针对|为此|已(?:改进|整改)|要(?:进一步|继续|加强)|拟");
    private static final Pattern MEASURE = Pattern.compile(
            "^(?:[一二三四五六七八九十]是|[（(]?[\\d一二三四五六七八九十]{1,2}[）)、.])?(?:进一步|继续|持续|不断|切实|着力|努力|积极)*(?:加强|完善|提高|强化|加大|健全|创新|拓展|拓宽|规范|优化|充实|丰富|深化|抓好|做好|提升|增强|建立|严格|落实|推进|推动|细化|压实|改进|探索|明确|扩大|坚持|突出|定期|开展|组织)");
    private static final Pattern STILL_LACKING = Pattern.compile("有待|需要|仍需|还需|不够|不足|不高|不强|亟待|欠|缺|差距|取得|成效|成绩");

    private SectionContents() {}

    static void feeTold(Subject subject, Verdict verdict) {
        var report = subject.report();
        var year = report.year();
        if (year == null) {
            verdict.cannotJudge("不知报告年度，无法判断是否应说明信息处理费");
            return;
        }
        if (year < FEES_SINCE || report.section(SectionKey.OTHER).isEmpty()) {
            return;
        }
        for (var paragraph : subject.narrative().paragraphs()) {
            if (paragraph.text().indexOf('费') < 0) {
                continue;
            }
            var text = paragraph.text().replace("行政事业性收费", "");
            if (FEE.matcher(text).find()
                    || paragraph.section() == SectionKey.OTHER
                            && CHARGED.matcher(text).find()) {
                return;
            }
        }
        verdict.find(List.of(), RequestClaims.place(subject, SectionKey.OTHER), Map.of(), null, null);
    }

    static void feeAmount(Subject subject, Verdict verdict) {
        // most reports name no amount, and then the prose need not be analysed
        var other = subject.report().section(SectionKey.OTHER);
        if (other.isEmpty()
                || other.get().text().indexOf('元') < 0
                || other.get().text().indexOf('费') < 0) {
            return;
        }
        var taken = BigDecimal.ZERO;
        for (var sentence : subject.narrative().sentences()) {
            if (sentence.section() == SectionKey.OTHER
                    && sentence.has("处理费")
                    && !NOT_TAKEN.matcher(sentence.text()).find()
                    && new Scope(subject.narrative())
                            .covers(
                                    sentence,
                                    sentence.text().length(),
                                    sentence.text().length())) {
                for (var pattern : List.of(TAKEN, TAKEN_BEFORE)) {
                    var found = pattern.matcher(sentence.text());
                    if (found.find()) {
                        var amount = new BigDecimal(found.group(1));
                        taken = taken.max(found.group(2) == null ? amount : amount.movePointRight(4));
                    }
                }
            }
        }
        if (taken.signum() == 0) {
            return;
        }
        var cell = subject.report().cell(AMOUNT);
        if (!(cell instanceof Cell.Figure figure)) {
            verdict.cannotJudge("表二收费金额没有数字，无法与第六部分核对");
            return;
        }
        var raw = figure.raw();
        boolean inYuan = raw != null && raw.contains("元") && !raw.contains("万元");
        var yuan = inYuan ? figure.value() : figure.value().movePointRight(4);
        if (yuan.compareTo(taken) < 0) {
            var plain = taken.stripTrailingZeros().toPlainString();
            verdict.find(
                    List.of(AMOUNT),
                    RequestClaims.place(subject, SectionKey.OTHER),
                    Map.of("x", plain, "v", figure.value().toPlainString()),
                    figure.value(),
                    new BigDecimal(plain));
        }
    }

    static void otherScope(Subject subject, Verdict verdict) {
        boolean plan = false;
        boolean period = false;
        var year = subject.report().year();
        for (var paragraph : subject.narrative().paragraphs()) {
            if (paragraph.section() != SectionKey.OTHER) {
                continue;
            }
            for (var found = PLAN.matcher(paragraph.text()); !plan && found.find(); ) {
                var named = found.group(1);
                if (named == null || year != null && Integer.parseInt(named) == year + 1) {
                    plan = true;
                    scope(sentenceAt(paragraph, found.start()), subject, verdict);
                }
            }
            var stated = PERIOD.matcher(paragraph.text());
            if (!period && stated.find()) {
                period = true;
                scope(sentenceAt(paragraph, stated.start()), subject, verdict);
            }
        }
    }

    private static String sentenceAt(Paragraph paragraph, int at) {
        var text = paragraph.text();
        int from = at;
        while (from > 0 && "。！？；".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = at;
        while (to < text.length() && "。！？；".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, Math.min(to, from + 80));
    }

    private static void scope(String text, Subject subject, Verdict verdict) {
        verdict.find(List.of(), RequestClaims.place(subject, SectionKey.OTHER), Map.of("text", text), null, text);
    }

    static void problems(Subject subject, Verdict verdict) {
        if (subject.report().section(SectionKey.PROBLEMS).isEmpty()) {
            return;
        }
        boolean problem = false;
        boolean improvement = false;
        for (var paragraph : subject.narrative().paragraphs()) {
            if (paragraph.section() != SectionKey.PROBLEMS || problem && improvement) {
                continue;
            }
            for (var sentence : SENTENCE_END.split(paragraph.text())) {
                problem = problem
                        || PROBLEM.matcher(sentence).find()
                                && PROBLEM.matcher(NO_PROBLEM_MEANT
                                                .matcher(sentence)
                                                .replaceAll(""))
                                        .find();
                improvement = improvement
                        || IMPROVEMENT.matcher(sentence).find()
                        || MEASURE.matcher(sentence).find()
                                && !STILL_LACKING.matcher(sentence).find();
            }
        }
        if (!problem) {
            part("存在的主要问题", subject, verdict);
        }
        if (!improvement) {
            part("改进情况", subject, verdict);
        }
    }

    private static void part(String part, Subject subject, Verdict verdict) {
        verdict.find(List.of(), RequestClaims.place(subject, SectionKey.PROBLEMS), Map.of("part", part), part, null);
    }
}
