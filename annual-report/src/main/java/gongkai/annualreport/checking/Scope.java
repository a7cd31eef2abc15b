package gongkai.annualreport.checking;

import gongkai.annualreport.checking.Narrative.Sentence;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a sentence says is about this organ and the whole report year. When in doubt it is not: a number that is not compared
 * does no harm, one wrongly compared does.
 */
record Scope(Narrative narrative) {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)年");
    private static final Pattern WHOLE_YEAR = Pattern.compile(
            "[自从]?(?:20\\d\\d年)?1月1日起?[至到—-](?:20\\d\\d年)?12月31日(?:止|期间)?|1月?[至到—-]12月份?|截[至止]20\\d\\d年(?:底|末|12月31日)，?(?=本年|全年)|[今本]年以来|一年来");
    private static final Pattern OTHER_PERIOD =
            Pattern.compile("\\d月|季度|上半年|下半年|截至|截止|以来|历年|往年|近[三五两\\d]年|年均|月均|日均|平均|每年|每月|自\\d|同期|十[三四]五");
    private static final Pattern OTHER_PERIOD_HERE = Pattern.compile("上年|去年|上一年|前年|同比|环比|相比|较|增|减|降|[升比]|占|率");
    private static final Pattern OTHERS = Pattern.compile(
            "全市|全区|全县|全省|全旗|全州|全盟|全镇|全系统|我市|我区|我县|我省|我州|系统共|各级|各地|各镇|各乡|各街|各单位|各部门|各科|各处|各股|各县|各市|各区|各所|"
                    + "下属|所属|直属|下辖|下级|基层|辖区|区县|县区|镇街|乡镇|街道[^办]|市直|市本级|区本级|县本级|分局|大队|科室");
    private static final Pattern GOVERNMENT_PART = Pattern.compile(
            "本级|办公厅|办公室|政府办|机关本身|各分别|[省市县区]级(?:行政)?(?:机关|部门)|各[市州盟县区地]|市直|县直|区直|部门|镇街|各镇|各乡|街道|[市区县]政府(?:共|收|受|接|制|印|出|全|本|新|作为)|[局委厅](?:共|全年|本年度?|年内|累计)?$");
    /** 全省各市共收到: without the province's own. */
    private static final Pattern LOWER_ONLY =
            Pattern.compile("(?<![、和及])各[市州盟县区地镇乡]{1,2}(?:[（(][^（）]*[）)])?(?:共|合计|总共|分别)?$");

    private static final Pattern WHOLE_REGION = Pattern.compile("[全我][省市区县州旗盟镇乡]");
    private static final Pattern OFFICE = Pattern.compile("[\\u4e00-\\u9fa5]{0,8}政府办公[室厅]");
    private static final Pattern SUPERIOR =
            Pattern.compile("(?:[省市区县镇]|人民)政府(?!网|门户|信息|公报|公开|官|办公室网|集约|政务|数据|服务|平台|的?要求|部署|工作报告|主管)");
    private static final Pattern FOR_OTHERS =
            Pattern.compile("代[市区县省政上为]|(?<!结)转[市区县省政上为]|代表|转交|转办|转来|交办|移送|移交|协办|会办|协助|配合|督办|指导|督促|汇总|上级");
    private static final Pattern ACTOR = Pattern.compile(
            "([\\u4e00-\\u9fa5]{1,20}?(?:局|委员会|委|办公室|办(?![理结复件])|厅|中心|队|院|站|所(?![有列述])|校|公司|支行|街道|镇|乡))(?:[\\u4e00-\\u9fa5]{0,6})$");

    private static final String STOPS = "，；：。";

    /** Where the clause around a position begins. */
    static int clauseStart(String text, int at) {
        int i = at;
        while (i > 0 && STOPS.indexOf(text.charAt(i - 1)) < 0) {
            i--;
        }
        return i;
    }

    static int clauseEnd(String text, int at) {
        int i = at;
        while (i < text.length() && STOPS.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    static String clause(String text, int start, int end) {
        return text.substring(clauseStart(text, start), clauseEnd(text, end));
    }

    boolean covers(Sentence sentence, int start, int end) {
        return isOfReportYear(sentence, start) && isOfOrgan(sentence, start, end);
    }

    boolean isOfReportYear(Sentence sentence, int start) {
        var prefix = WHOLE_YEAR.matcher(sentence.text().substring(0, start)).replaceAll("全年");
        if (OTHER_PERIOD.matcher(prefix).find()) {
            return false;
        }
        var clause = prefix.substring(clauseStart(prefix, prefix.length()));
        if (OTHER_PERIOD_HERE.matcher(clause).find()) {
            return false;
        }
        var year = lastYear(prefix);
        boolean ofYear = year != null ? year.equals(narrative.year()) : prefix.contains("全年") || prefix.contains("本年");
        if (prefix.contains("累计") && !ofYear) {
            return false;
        }
        if (year == null) {
            year = lastYear(sentence.before());
        }
        return year == null || narrative.year() == null || year.equals(narrative.year());
    }

    private static @Nullable Integer lastYear(String text) {
        int at = text.lastIndexOf("年");
        while (at >= 4) {
            var matcher = YEAR.matcher(text).region(at - 4, at + 1);
            if (matcher.matches()) {
                return Integer.valueOf(matcher.group(1));
            }
            at = text.lastIndexOf("年", at - 1);
        }
        return null;
    }

    boolean isOfOrgan(Sentence sentence, int start, int end) {
        var text = sentence.text();
        var prefix = text.substring(0, start);
        var clause = clause(text, start, end);
        if (FOR_OTHERS.matcher(clause).find()) {
            return false;
        }
        if (narrative.ofGovernment()) {
            var part = narrative.ofTownship() ? prefix.replace("镇政府", "").replace("乡政府", "") : prefix;
            if (LOWER_ONLY.matcher(prefix).find()) {
                return false;
            }
            return !GOVERNMENT_PART.matcher(part).find()
                    || WHOLE_REGION.matcher(prefix).find();
        }
        return !OTHERS.matcher(withoutOwnName(prefix + clause)).find()
                && !SUPERIOR.matcher(withoutOwnName(clause)).find()
                && actsItself(prefix);
    }

    /** Whom the clause lets act: an abbreviation of the organ's name is the organ, another office is not. */
    private boolean actsItself(String prefix) {
        var clause = prefix.substring(clauseStart(prefix, prefix.length()));
        var named = ACTOR.matcher(clause.length() > 40 ? clause.substring(clause.length() - 40) : clause);
        if (!named.find() || narrative.organ().isEmpty()) {
            return true;
        }
        var actor = named.group(1);
        int year = actor.lastIndexOf('年');
        actor = actor.substring(year + 1).replaceFirst("^(?:度|全年|期间|由|经)", "");
        if (actor.isEmpty() || actor.startsWith("我") || actor.startsWith("本") || actor.startsWith("全")) {
            return true;
        }
        var office = actor.replaceFirst("(?:政务公开|信息公开)?办(?:公室)?$", "");
        return isWithin(actor, narrative.organ())
                || isWithin(office, narrative.organ())
                || isWithin(narrative.organ(), actor);
    }

    private static boolean isWithin(String shorter, String longer) {
        int at = 0;
        for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
            if (longer.charAt(i) == shorter.charAt(at)) {
                at++;
            }
        }
        return at == shorter.length();
    }

    private String withoutOwnName(String text) {
        if (narrative.organ().contains("政府办公")) {
            return OFFICE.matcher(text).replaceAll("");
        }
        return narrative.organ().contains("街道") ? text.replace("街道", "") : text;
    }
}
