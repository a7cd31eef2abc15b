package gongkai.annualreport.checking;

import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.Narrative.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the opening says of whose report this is and of which year, held against the title. */
final class Opening {
    private static final int LONGEST = 600;
    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年");
    private static final Pattern SENTENCE_END = Pattern.compile("[。；]");
    private static final Pattern QUOTED = Pattern.compile("《[^《》]{0,80}》");
    private static final Pattern PERIOD = Pattern.compile("统计|起至|日至|月1日|12月31日");
    private static final Pattern REPORT_OF = Pattern.compile(
            "(?<![〔\\[（\\d])(20\\d\\d)年?(?:度|年度)?(?!\\d)[^，。；：、\\d]{0,24}?(?:信息公开|政务公开)(?:工作)?(?:的)?(?:年度)?(?:报告|年报|情况)");
    private static final Pattern REPORT_FIRST = Pattern.compile("^(20\\d\\d)年?度报告(?:根据|依据|按照|由)");
    private static final Pattern STARTS = Pattern.compile("^(20\\d\\d)年度?，");
    private static final Pattern NEXT_YEARS_NOTICE = Pattern.compile("通知|要点|方案|办法|格式|计划|考核|上年|去年|较|相比|同比");

    private static final Pattern COMPILED_BY = Pattern.compile(
            "由([\\u4e00-\\u9fa5XxＸ×]{2,30}?)(?:(?:根据|依据|按照|依照|结合|参照)[^，。；]{0,60}?)?(?:负责)?(?:汇总|组织|统一)?(?:编制|编写|撰写|起草)");
    private static final Pattern COMPILER = Pattern.compile(
            "(?:^|[，。；])(?!根据|依据|按照|依照|参照|结合|由|本报告)([\\u4e00-\\u9fa5XxＸ×]{3,30}?)(?:负责|组织|认真|现|特)?(?:编制|编写|撰写|起草)(?:了|本|《|完成|20\\d\\d年)");
    private static final Pattern REPORTED_OF =
            Pattern.compile("(?:现将|公布|发布|报告|以下是)([\\u4e00-\\u9fa5XxＸ×]{3,30}?)(?:20\\d\\d)年?度?(?:政府|政务)?信息公开");
    private static final List<Pattern> ORGAN_NAMED = List.of(COMPILED_BY, COMPILER, REPORTED_OF);
    private static final Pattern PLACEHOLDER = Pattern.compile(".*(?:[XxＸ×]{1,4}|某)(?:市|县|区|局|单位|镇|街道|委|乡|机关).*");
    /** Region or regions, then a bureau everybody knows: only such names are sure to be different when they differ. */
    private static final Pattern NAME = Pattern.compile(
            "((?:[\\u4e00-\\u9fa5]{1,9}?(?:特别行政区|自治区|自治州|自治县|省|市|区|县|旗|州|盟)(?!市(?![场政])|县|区)){1,3})([\\u4e00-\\u9fa5]{2,16}(?:局|委员会|厅))");

    private static final Pattern GOVERNMENT = Pattern.compile("([\\u4e00-\\u9fa5]{1,18}[省市区县旗州盟])(?:人民政府)?");
    private static final Pattern PLACE_NAME =
            Pattern.compile("(?:.*[省市区县旗州盟])?([\\u4e00-\\u9fa5]{2,6}(?:镇|乡|街道))(?:人民政府|办事处|党政办公室|政府)?");
    private static final Set<String> DUTIES = Set.of(
            "司法",
            "财政",
            "教育",
            "公安",
            "民政",
            "审计",
            "统计",
            "水利",
            "气象",
            "卫生健康",
            "生态环境",
            "自然资源",
            "人力资源和社会保障",
            "交通运输",
            "农业农村",
            "应急管理",
            "市场监督管理",
            "医疗保障",
            "退役军人事务",
            "税务",
            "信访",
            "林业",
            "商务",
            "住房和城乡建设",
            "发展和改革");

    private Opening() {}

    static void year(Subject subject, Verdict verdict) {
        var title = subject.report().title();
        var inTitle = title == null ? null : first(YEAR, PlainText.of(title));
        var year = inTitle == null ? subject.report().year() : Integer.valueOf(inTitle);
        var opening = opening(subject);
        if (opening.isEmpty()) {
            return;
        }
        if (year == null) {
            verdict.cannotJudge("标题没有年度，无法与正文开头核对");
            return;
        }
        for (var paragraph : opening) {
            var text = withoutPeriod(QUOTED.matcher(paragraph.text()).replaceAll("《》"));
            for (var sentence : SENTENCE_END.split(text)) {
                var stated = NEXT_YEARS_NOTICE.matcher(sentence).find() ? null : first(REPORT_OF, sentence);
                stated = stated == null ? first(REPORT_FIRST, sentence) : stated;
                if (stated != null && Integer.parseInt(stated) != year) {
                    differs(stated, year, paragraph, subject, verdict);
                    return;
                }
            }
        }
        var whole = new StringBuilder();
        opening.forEach(paragraph -> whole.append(paragraph.text()));
        if (whole.indexOf(String.valueOf(year)) >= 0) {
            return;
        }
        for (var paragraph : opening) {
            var starts = paragraph.section() == SectionKey.OVERVIEW ? first(STARTS, paragraph.text()) : null;
            if (starts != null && Integer.parseInt(starts) != year) {
                differs(starts, year, paragraph, subject, verdict);
                return;
            }
        }
    }

    private static String withoutPeriod(String text) {
        if (!PERIOD.matcher(text).find()) {
            return text;
        }
        var kept = new StringBuilder();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || "，。；".indexOf(text.charAt(i)) >= 0) {
                int to = Math.min(i + 1, text.length());
                if (!PERIOD.matcher(text).region(from, i).find()) {
                    kept.append(text, from, to);
                }
                from = to;
            }
        }
        return kept.toString();
    }

    private static void differs(String stated, int year, Paragraph paragraph, Subject subject, Verdict verdict) {
        verdict.find(
                List.of(),
                RequestClaims.place(subject, paragraph.section()),
                Map.of("y1", stated, "y2", year),
                year,
                Integer.valueOf(stated));
    }

    private static @Nullable String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    static void organ(Subject subject, Verdict verdict) {
        var own = subject.narrative().organ();
        for (var paragraph : opening(subject)) {
            var text = QUOTED.matcher(paragraph.text()).replaceAll("《》");
            for (var pattern : ORGAN_NAMED) {
                if (pattern == COMPILED_BY && text.indexOf('由') < 0) {
                    continue;
                }
                for (var found = pattern.matcher(text); found.find(); ) {
                    var named = found.group(1).replaceFirst("^(?:本报告|本年度报告|全文|我国)", "");
                    if (PLACEHOLDER.matcher(named).matches() || isAnother(named, own)) {
                        verdict.find(
                                List.of(),
                                RequestClaims.place(subject, paragraph.section()),
                                Map.of("a", named, "b", own.isEmpty() ? "（标题未写机关）" : own),
                                own.isEmpty() ? null : own,
                                named);
                        return;
                    }
                }
            }
        }
    }

    /** Whether a name is for certain another organ's: of the same kind in another place, or in the same place of another duty. */
    static boolean isAnother(String named, String own) {
        if (own.isEmpty() || named.contains(own) || own.contains(named)) {
            return false;
        }
        var township = PLACE_NAME.matcher(named);
        var ownTownship = PLACE_NAME.matcher(own);
        if (township.matches() && ownTownship.matches()) {
            return !endsAlike(township.group(1), ownTownship.group(1))
                    && township.group(1).endsWith("街道") == ownTownship.group(1).endsWith("街道");
        }
        var name = NAME.matcher(named);
        var ownName = NAME.matcher(own);
        if (!name.matches()) {
            return false;
        }
        var government = GOVERNMENT.matcher(own);
        if (government.matches()) {
            // one of its own offices may write it, another place's bureau does not
            return !endsAlike(name.group(1), government.group(1))
                    && name.group(1).charAt(name.group(1).length() - 1)
                            == government.group(1).charAt(government.group(1).length() - 1)
                    && DUTIES.contains(name.group(2).replaceFirst("(?:局|委员会|厅)$", ""));
        }
        if (!ownName.matches()) {
            return false;
        }
        boolean samePlace = endsAlike(name.group(1), ownName.group(1));
        var duty = name.group(2).replaceFirst("(?:局|委员会|厅)$", "");
        var ownDuty = ownName.group(2).replaceFirst("(?:局|委员会|厅)$", "");
        boolean otherDuty = DUTIES.contains(duty) && DUTIES.contains(ownDuty) && !duty.equals(ownDuty);
        return otherDuty || !samePlace && name.group(2).equals(ownName.group(2));
    }

    private static boolean endsAlike(String a, String b) {
        return a.endsWith(b) || b.endsWith(a);
    }

    /** The preamble and the first lines of section one. */
    private static List<Paragraph> opening(Subject subject) {
        var opening = new ArrayList<Paragraph>();
        int ofOverview = 0;
        for (var paragraph : subject.narrative().paragraphs()) {
            if (paragraph.section() == null && opening.size() < 5
                    || paragraph.section() == SectionKey.OVERVIEW
                            && paragraph.heading().isEmpty()
                            && ofOverview++ < 2) {
                opening.add(
                        paragraph.text().length() <= LONGEST
                                ? paragraph
                                : new Paragraph(
                                        paragraph.section(),
                                        "",
                                        paragraph.text().substring(0, LONGEST)));
            } else if (paragraph.section() != null) {
                break;
            }
        }
        return opening;
    }
}
