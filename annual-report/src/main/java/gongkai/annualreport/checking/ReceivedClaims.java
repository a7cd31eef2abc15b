package gongkai.annualreport.checking;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.Narrative.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the prose says of requests received, held against table three. A number is compared only when the sentence leaves no doubt that it
 * speaks of all requests of this organ in the report year.
 */
final class ReceivedClaims {
    private static final String FILL = "[^，。；：（）\\d《]{0,24}?";

    static final String RECEIVE = "(?:收到|收悉|接到|接收|受理|新收|接受|收取|登记|接办)";

    private static final String AND = "(?:[并和及、]?(?:受理|登记|处理|办理|答复|办结))?了?";

    private static final List<Pattern> RECEIVED = List.of(
            Pattern.compile("向[我本][局委办厅院机关单位镇乡]{1,2}(?:申请|提出|提交)了?(?:(?:政府|政务)?信息公开|" + RequestClaims.REQUEST
                    + ")(?:申请)?" + RequestClaims.GAP + RequestClaims.NUMBER),
            Pattern.compile(RECEIVE + AND + FILL + RequestClaims.REQUEST + RequestClaims.GAP + RequestClaims.NUMBER),
            Pattern.compile(RECEIVE + AND + "[各类共的]{0,3}" + RequestClaims.NUMBER + "[^，。；：（）\\d《]{0,16}?"
                    + RequestClaims.REQUEST));

    /** Under a heading that names the requests, 申请 alone is one of them. */
    private static final Pattern RECEIVED_THERE = Pattern.compile(
            "(?:^|[，：])(?:20\\d\\d年度?|本年度?|全年|年内|今年|[我本][局委办厅院机关单位镇乡]{1,2}|[共总]|[，：]){0,5}(?:收到|接到|新收)(?:的|各类)?申请"
                    + RequestClaims.GAP + RequestClaims.NUMBER + "(?=[，。、（]|$)");

    /** The same without a verb: 政府信息公开申请12件. */
    private static final Pattern STATED =
            Pattern.compile("(?:^|[，：])(?:20\\d\\d年度?|本年度?|全年|年内|期间|[我本][局委办厅院机关单位镇乡]{1,2}|新收|新增|[共总有]){0,5}"
                    + "(?:(?:政府|政务)?信息公开申请|依申请公开(?:的)?(?:(?:政府|政务)?信息)?申请)(?:事项|件|数量|总数|总量|受理[数量])?"
                    + RequestClaims.GAP + RequestClaims.NUMBER + "(?=[，。、（]|$)");

    /** 分别收到20件、18件、12件: of which year each is, is not for certain. */
    private static final Pattern LISTED_NEXT = Pattern.compile("[、和]\\d");

    private static final Pattern NEWLY =
            Pattern.compile("(?:本年|当年|年度)?新收(?:到|件)?" + RequestClaims.GAP + RequestClaims.NUMBER);

    private static final List<Pattern> NOT_RECEIVED = List.of(
            Pattern.compile("(?:未|没有|尚未|从未|未曾|无)(?:发生|产生|出现|有)?(?:收到|接到|接收|受理)?过?(?:任何)?(?:1件)?"
                    + "[^，。；：（）\\d《]{0,16}?" + RequestClaims.REQUEST + "(?:的?(?:情况|业务|案件|记录|需求))?(?=[，。、）]|$)"),
            Pattern.compile("(?:(?:政府|政务)?信息公开申请|依申请公开(?:(?:政府|政务)?信息)?(?:申请|件))(?:数量|数|总数|情况|件数)?(?:均?为|：|是)?(?:0|零)"
                    + "(?:件|份|条|次|宗|起)?(?=[，。、）]|$)"),
            Pattern.compile("零(?:依)?申请(?=[，。、）]|$)"));

    /** 未按期答复申请 says nothing of how many came. */
    private static final Pattern ABOUT_HANDLING = Pattern.compile("[答办复处逾超规引因符按及泄错漏误]");

    private static final Pattern NOTHING = Pattern.compile("^(?:：)?(?:无|暂无|没有|0|0[件份条]|零)$");

    private static final Pattern WITH_CARRIED = Pattern.compile(
            "(?<!不)(?:含|包括|包含|其中)[^。；自企法网函邮]{0,20}?(?:上年|上一年|去年|20\\d\\d年)度?(?:的)?(?:结转|转入|遗留)(?!(?:的)?(?:申请)?[，]?(?:共|合计|总计|累计|办理|一并))");

    /** 收到12件，办结14件（含上年结转3件）: what follows is of those answered. */
    private static final Pattern ANSWERED = Pattern.compile("(?:办结|答复|办理|处理|办复)[^，。；：（）\\d]{0,6}(?=\\d)");

    /** A bracket that speaks of applicants or ways of arrival: what stands after it is no part of its list. */
    private static final Pattern OTHER_BRACKET = Pattern.compile("（(?![^（）]*(?:结转|转入|遗留))[^（）]*）");

    private static final Pattern TAKEN_APART =
            Pattern.compile("（(?=[^（）]*新收)(?=[^（）]*(?:上年|上一年|去年|20\\d\\d年)度?的?(?:结转|转入|遗留))[^（）]*）");

    private static final Pattern WITHOUT_CARRIED = Pattern.compile("不(?:含|包括|包含)[^。；]{0,12}(?:结转|转入)");

    private static final CellKey NEW = NamedFigures.total("new_received");

    private static final CellKey IN = NamedFigures.total("carried_in");

    private ReceivedClaims() {}

    static void received(Subject subject, Verdict verdict) {
        var report = subject.narrative();
        var figures = new NamedFigures(subject.report());
        var told = new HashSet<Long>();
        for (var sentence : report.sentences()) {
            var claims = receivedIn(sentence, report);
            if (claims.isEmpty()) {
                continue;
            }
            var expected = figures.of(NEW);
            if (expected == null) {
                verdict.cannotJudge("表三新收总计没有数字，无法与正文核对");
                return;
            }
            if (claims.stream().anyMatch(claim -> claim.number() == expected) && !countsCarried(sentence.text())) {
                continue;
            }
            judgeReceived(sentence, claims.getFirst(), expected, figures.of(IN), told, subject, verdict);
            // 共收到14件（本年新收12件，上年结转2件）: both numbers are held against the table
            if (countsCarried(sentence.text())) {
                for (var fresh : newly(sentence, new Scope(report), new ArrayList<>())) {
                    judgeReceived(sentence, fresh, expected, figures.of(IN), told, subject, verdict);
                }
            }
        }
    }

    private static void judgeReceived(
            Sentence sentence,
            RequestClaims.Claim claim,
            long expected,
            @Nullable Long carriedIn,
            HashSet<Long> told,
            Subject subject,
            Verdict verdict) {
        var after = sentence.text().substring(claim.from());
        boolean mayBeCarried = countsCarried(after);
        boolean carried = countsCarried(ANSWERED.split(after, 2)[0]);
        if (mayBeCarried && carriedIn == null) {
            verdict.cannotJudge("正文所写收到申请数含上年结转，而表三上年结转没有数字");
            return;
        }
        long sum = expected + (carriedIn == null ? 0 : carriedIn);
        if (claim.number() == sum && (mayBeCarried || claim.loose())
                || claim.number() == expected && (!carried || claim.loose())
                || !told.add(claim.number())) {
            return;
        }
        verdict.find(
                carried ? List.of(NEW, IN) : List.of(NEW),
                RequestClaims.place(subject, sentence),
                Map.of("n", claim.number(), "v", carried ? expected + "、上年结转为" + carriedIn : expected),
                carried ? sum : expected,
                claim.number());
    }

    private static boolean countsCarried(String text) {
        int bracket = text.indexOf('（');
        return !WITHOUT_CARRIED.matcher(text).find()
                && (bracket >= 0
                                && TAKEN_APART
                                        .matcher(text)
                                        .region(bracket, text.length())
                                        .lookingAt()
                        || WITH_CARRIED
                                .matcher(OTHER_BRACKET.matcher(text).replaceAll(""))
                                .find());
    }

    /** What a sentence says was received in all. */
    static List<RequestClaims.Claim> receivedIn(Sentence sentence, Narrative report) {
        var scope = new Scope(report);
        var claims = new ArrayList<RequestClaims.Claim>();
        var text = sentence.text();
        if (sentence.topic().contains("依申请公开") && saysNothing(sentence)) {
            claims.add(new RequestClaims.Claim(0, 0, false));
            return claims;
        }
        if (!sentence.counts()
                && !sentence.has("未")
                && !sentence.has("无")
                && !sentence.has("没有")
                && !sentence.has("零")) {
            return claims;
        }
        if (!text.contains("申请")) {
            return NEWLY.matcher(text).find()
                            && RequestClaims.REQUESTED
                                    .matcher(sentence.context())
                                    .find()
                    ? newly(sentence, scope, claims)
                    : claims;
        }
        for (var pattern : sentence.counts() ? RECEIVED : List.<Pattern>of()) {
            for (var found = pattern.matcher(text); found.find(); ) {
                addReceived(sentence, found, scope, claims);
            }
        }
        for (var found = STATED.matcher(text); claims.isEmpty() && found.find(); ) {
            addReceived(sentence, found, scope, claims);
        }
        if (RequestClaims.isUnderRequests(sentence)) {
            for (var found = RECEIVED_THERE.matcher(text); claims.isEmpty() && found.find(); ) {
                addReceived(sentence, found, scope, claims);
            }
        }
        newly(sentence, scope, claims);
        for (var pattern : NOT_RECEIVED) {
            for (var found = pattern.matcher(text); claims.isEmpty() && found.find(); ) {
                if (!RequestClaims.isPart(sentence, found)
                        && !ABOUT_HANDLING
                                .matcher(RequestClaims.REQUESTED
                                        .matcher(found.group())
                                        .replaceFirst(""))
                                .find()
                        && !text.substring(0, found.start()).endsWith("不存在")
                        && scope.covers(sentence, found.start(), found.end())) {
                    claims.add(new RequestClaims.Claim(0, found.start(), false));
                }
            }
        }
        return claims;
    }

    private static List<RequestClaims.Claim> newly(Sentence sentence, Scope scope, List<RequestClaims.Claim> claims) {
        for (var found = NEWLY.matcher(sentence.text()); claims.isEmpty() && found.find(); ) {
            if (!RequestClaims.OTHER_BUSINESS.matcher(sentence.text()).find()
                    && RequestClaims.REQUESTED.matcher(sentence.context()).find()
                    && scope.covers(sentence, found.start(), found.end())) {
                claims.add(new RequestClaims.Claim(Long.parseLong(found.group(1)), found.start(), false));
            }
        }
        return claims;
    }

    private static void addReceived(Sentence sentence, Matcher found, Scope scope, List<RequestClaims.Claim> claims) {
        var prefix = sentence.text().substring(0, found.start());
        boolean first = LISTED_NEXT
                .matcher(sentence.text())
                .region(found.end(), sentence.text().length())
                .lookingAt();
        if (first
                || prefix.contains("其中") && !found.group().startsWith("新收")
                || RequestClaims.isPart(sentence, found)
                || !scope.covers(sentence, found.start(), found.end())) {
            return;
        }
        claims.add(new RequestClaims.Claim(
                Long.parseLong(found.group(1)),
                found.start(),
                !found.group().startsWith("新收") && !found.group().contains("收到")));
    }

    private static boolean saysNothing(Sentence sentence) {
        var text = sentence.text();
        int colon = text.indexOf('：');
        return sentence.section() == SectionKey.OVERVIEW
                && (colon >= 0
                                && text.substring(0, colon).endsWith(sentence.topic())
                                && NOTHING.matcher(text.substring(colon + 1)).matches()
                        || sentence.before().length() <= sentence.topic().length() + 6
                                && NOTHING.matcher(text).matches());
    }
}
