package gongkai.annualreport.checking;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.Place;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.Narrative.Sentence;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words in which reports speak of requests, and what every claim about them is held to. */
final class RequestClaims {
    static final String UNIT = "(?:件次|件|份|条|次|宗|起|个|例|封|项|笔)(?![性例诉来草到数月人工余多左以])";
    static final String NUMBER = "(?<!第|约|近|超|过|逾|不足|至少|[\\d.])(\\d{1,7})" + UNIT;
    /** A request for government information, in the words reports use. */
    static final String REQUEST =
            "(?:(?:政府|政务)?信息的?公开的?(?:申请|请求)|依申请公开的?(?:(?:政府|政务)?信息)?(?:公开)?的?(?:申请|请求|办件|件)?|依申请(?:事项|件|办件)"
                    + "|申请公开的?(?:政府|政务)?信息|公开(?:政府|政务)?信息的?(?:申请|请求)|(?:政府|政务)?信息申请(?:公开)?|(?<!务)公开申请)"
                    + "(?:事项|公开|件|表|书|请求)?";

    static final String GAP = "(?:（[^（）]{0,30}）)?[的共总合计数量为是有：达]{0,5}";
    static final Pattern REQUESTED = Pattern.compile(REQUEST);
    /** A part of the requests only: by way of arrival, by applicant, by outcome. */
    private static final Pattern PART = Pattern.compile(
            "网上|网络|在线|线上|线下|信函|邮寄|邮政|邮件|邮箱|传真|当面|现场|窗口|系统|微信|电话|口头|书面|自然人|企业|法人(?!和|或|及|、)|律师|重复|有效|延期|逾期|其他|个人"
                    + "|非政府|非本|某|等人|不属于|涉及|关于|有关|类|通过");
    /** Other business that is received, answered and finished too. */
    static final Pattern OTHER_BUSINESS = Pattern.compile(
            "建议|提案|议案|信访|热线|12345|留言|咨询|工单|来信|来电|诉求|复议|诉讼|仲裁|援助|公证|案件|投诉|举报|网民|问政|互动|舆情|意见|征集|评论|调解|审批|许可|业务|登记证|求助"
                    + "|公文|发文|主动公开|稿件|采购|审查|备案|检查|处罚|信箱|邮件|便民|服务事项");

    private static final Pattern INCLUDED = Pattern.compile("（(?:含|包括)[^（）]*）");

    private RequestClaims() {}

    /** Whether the sentence speaks of some of the requests only, or of other business. */
    static boolean isPart(Sentence sentence, Matcher found) {
        var text = sentence.text();
        var clause = text.substring(Scope.clauseStart(text, found.start()), found.end());
        if (PART.matcher(INCLUDED.matcher(clause)
                        .replaceAll("")
                        .replace("法人和其他", "")
                        .replace("法人或其他", "")
                        .replace("法人或者其他", "")
                        .replace("法人及其他", "")
                        .replace("法人、其他", "")
                        .replace("公民、法人", ""))
                .find()) {
            return true;
        }
        return OTHER_BUSINESS.matcher(clause).find()
                || OTHER_BUSINESS
                        .matcher(text.substring(found.end(), Math.min(text.length(), found.end() + 5)))
                        .find();
    }

    static boolean isUnderRequests(Sentence sentence) {
        return sentence.topic().contains("依申请公开") || sentence.section() == SectionKey.REQUESTS;
    }

    static void tell(List<CellKey> cells, long expected, long actual, Place place, Verdict verdict) {
        verdict.find(cells, place, Map.of("n", actual, "v", expected), expected, actual);
    }

    /** Where the section a sentence stands in begins; nothing closer is known. */
    static Place place(Subject subject, Sentence sentence) {
        return place(subject, sentence.section());
    }

    static Place place(Subject subject, @Nullable SectionKey section) {
        var trace = subject.reading().trace();
        return section == null ? trace.title() : trace.sections().getOrDefault(section, Place.NONE);
    }

    /**
     * A number the prose gives.
     *
     * @param loose whether its verb (受理, 办理) leaves open if requests carried over are counted in
     */
    record Claim(long number, int from, boolean loose) {}
}
