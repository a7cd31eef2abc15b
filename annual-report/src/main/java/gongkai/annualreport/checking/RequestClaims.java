package gongkai.annualreport.checking;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.Place;
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
 * What the prose says of requests received, carried over and answered, held against table three. A number is compared only when the
 * sentence leaves no doubt that it speaks of all requests of this organ in the report year.
 */
final class RequestClaims {
    static final String UNIT = "(?:件次|件|份|条|次|宗|起|个|例|封|项|笔)(?![性例诉来草到数月人工余多左以])";
    static final String NUMBER = "(?<!第|约|近|超|过|逾|不足|至少|[\\d.])(\\d{1,7})" + UNIT;
    /** A request for government information, in the words reports use. */
    private static final String REQUEST =
            "(?:(?:政府|政务)?信息的?公开的?(?:申请|请求)|依申请公开的?(?:(?:政府|政务)?信息)?(?:公开)?的?(?:申请|请求|办件|件)?|依申请(?:事项|件|办件)"
                    + "|申请公开的?(?:政府|政务)?信息|公开(?:政府|政务)?信息的?(?:申请|请求)|(?:政府|政务)?信息申请(?:公开)?|(?<!务)公开申请)"
                    + "(?:事项|公开|件|表|书|请求)?";

    private static final String GAP = "(?:（[^（）]{0,30}）)?[的共总合计数量为是有：达]{0,5}";
    private static final String FILL = "[^，。；：（）\\d《]{0,24}?";
    private static final String RECEIVE = "(?:收到|收悉|接到|接收|受理|新收|接受|收取|登记|接办)";
    private static final String AND = "(?:[并和及、]?(?:受理|登记|处理|办理|答复|办结))?了?";

    private static final List<Pattern> RECEIVED = List.of(
            Pattern.compile(
                    "向[我本][局委办厅院机关单位镇乡]{1,2}(?:申请|提出|提交)了?(?:(?:政府|政务)?信息公开|" + REQUEST + ")(?:申请)?" + GAP + NUMBER),
            Pattern.compile(RECEIVE + AND + FILL + REQUEST + GAP + NUMBER),
            Pattern.compile(RECEIVE + AND + "[各类共的]{0,3}" + NUMBER + "[^，。；：（）\\d《]{0,16}?" + REQUEST));
    /** Under a heading that names the requests, 申请 alone is one of them. */
    private static final Pattern RECEIVED_THERE = Pattern.compile(
            "(?:^|[，：])(?:20\\d\\d年度?|本年度?|全年|年内|今年|[我本][局委办厅院机关单位镇乡]{1,2}|[共总]|[，：]){0,5}(?:收到|接到|新收)(?:的|各类)?申请" + GAP
                    + NUMBER + "(?=[，。、（]|$)");

    /** The same without a verb: 政府信息公开申请12件. */
    private static final Pattern STATED =
            Pattern.compile("(?:^|[，：])(?:20\\d\\d年度?|本年度?|全年|年内|期间|[我本][局委办厅院机关单位镇乡]{1,2}|新收|新增|[共总有]){0,5}"
                    + "(?:(?:政府|政务)?信息公开申请|依申请公开(?:的)?(?:(?:政府|政务)?信息)?申请)(?:事项|件|数量|总数|总量|受理[数量])?"
                    + GAP + NUMBER + "(?=[，。、（]|$)");

    /** 分别收到20件、18件、12件: of which year each is, is not for certain. */
    private static final Pattern LISTED_NEXT = Pattern.compile("[、和]\\d");

    private static final Pattern RECEIPT = Pattern.compile(RECEIVE);
    private static final Pattern NEWLY = Pattern.compile("(?:本年|当年|年度)?新收(?:到|件)?" + GAP + NUMBER);
    private static final List<Pattern> NOT_RECEIVED = List.of(
            Pattern.compile("(?:未|没有|尚未|从未|未曾|无)(?:发生|产生|出现|有)?(?:收到|接到|接收|受理)?过?(?:任何)?(?:1件)?"
                    + "[^，。；：（）\\d《]{0,16}?" + REQUEST + "(?:的?(?:情况|业务|案件|记录|需求))?(?=[，。、）]|$)"),
            Pattern.compile("(?:(?:政府|政务)?信息公开申请|依申请公开(?:(?:政府|政务)?信息)?(?:申请|件))(?:数量|数|总数|情况|件数)?(?:均?为|：|是)?(?:0|零)"
                    + "(?:件|份|条|次|宗|起)?(?=[，。、）]|$)"),
            Pattern.compile("零(?:依)?申请(?=[，。、）]|$)"));
    /** 未按期答复申请 says nothing of how many came. */
    private static final Pattern ABOUT_HANDLING = Pattern.compile("[答办复处逾超规引因符按及泄错漏误]");

    private static final Pattern NOTHING = Pattern.compile("^(?:：)?(?:无|暂无|没有|0|0[件份条]|零)$");
    private static final Pattern REQUESTED = Pattern.compile(REQUEST);
    /** A part of the requests only: by way of arrival, by applicant, by outcome. */
    private static final Pattern PART = Pattern.compile(
            "网上|网络|在线|线上|线下|信函|邮寄|邮政|邮件|邮箱|传真|当面|现场|窗口|系统|微信|电话|口头|书面|自然人|企业|法人(?!和|或|及|、)|律师|重复|有效|延期|逾期|其他|个人"
                    + "|非政府|非本|某|等人|不属于|涉及|关于|有关|类|通过");
    /** Other business that is received, answered and finished too. */
    static final Pattern OTHER_BUSINESS = Pattern.compile(
            "建议|提案|议案|信访|热线|12345|留言|咨询|工单|来信|来电|诉求|复议|诉讼|仲裁|援助|公证|案件|投诉|举报|网民|问政|互动|舆情|意见|征集|评论|调解|审批|许可|业务|登记证|求助"
                    + "|公文|发文|主动公开|稿件|采购|审查|备案|检查|处罚|信箱|邮件|便民|服务事项");

    private static final Pattern INCLUDED = Pattern.compile("（(?:含|包括)[^（）]*）");

    private static final Pattern WITH_CARRIED = Pattern.compile(
            "(?<!不)(?:含|包括|包含|其中)[^。；自企法网函邮]{0,20}?(?:上年|上一年|去年|20\\d\\d年)度?(?:的)?(?:结转|转入|遗留)(?!(?:的)?(?:申请)?[，]?(?:共|合计|总计|累计|办理|一并))");
    /** 收到12件，办结14件（含上年结转3件）: what follows is of those answered. */
    private static final Pattern ANSWERED = Pattern.compile("(?:办结|答复|办理|处理|办复)[^，。；：（）\\d]{0,6}(?=\\d)");

    /** A bracket that speaks of applicants or ways of arrival: what stands after it is no part of its list. */
    private static final Pattern OTHER_BRACKET = Pattern.compile("（(?![^（）]*(?:结转|转入|遗留))[^（）]*）");

    private static final Pattern TAKEN_APART =
            Pattern.compile("（(?=[^（）]*新收)(?=[^（）]*(?:上年|上一年|去年|20\\d\\d年)度?的?(?:结转|转入|遗留))[^（）]*）");
    private static final Pattern WITHOUT_CARRIED = Pattern.compile("不(?:含|包括|包含)[^。；]{0,12}(?:结转|转入)");

    private static final Pattern FINISHED =
            Pattern.compile("(?:办结|办理完毕|办理完成|答复|办复)(?:了|完成|完毕|处理)?(?:[^，。；：、（）\\d《]{0,12}?(?:" + REQUEST + "|申请))?"
                    + GAP + NUMBER + "(?=[，。；、（）]|$)");
    private static final Pattern NOT_FINISHED = Pattern.compile(
            "公开|延期|逾期|超期|当面|当场|口头|书面|电话|网上|上年|结转|其中|率|补正|自然人|企业|未|期内|时限|转|撤|抽查|检查|评|复核|审核|审查|会商|整改|纠正|不属|无法|告知|拟|应|待|尚|正在");

    private static final String LAST_YEAR = "(?:上一年度?|上年度?|去年|(20\\d\\d)年度?)";
    private static final String NEXT_YEAR = "(?:下一年度?|下年度?|次年度?|明年|来年|(20\\d\\d)年度?)";
    private static final Pattern CARRIED_IN =
            Pattern.compile("(?:" + LAST_YEAR + "(?:的)?(?:结转|转入|遗留)(?:至?(?:本年度?|今年|20\\d\\d年度?))?(?:继续)?(?:办理)?|结转"
                    + LAST_YEAR + "(?:的)?)(?:的|未办结)?(?:" + REQUEST + "|申请)?" + GAP + NUMBER);
    private static final Pattern CARRIED_OUT = Pattern.compile(
            "(?:结转|转入|转)(?:至|到|入)?" + NEXT_YEAR + "(?:继续)?(?:办理|答复|处理)?(?:的)?(?:" + REQUEST + "|申请)?" + GAP + NUMBER);
    private static final Pattern CARRIED_AFTER = Pattern.compile(NUMBER + "(?:" + REQUEST
            + "|申请)?(?:将)?(?:结转|转入|转)(?:至|到|入)?" + NEXT_YEAR + "(?:继续)?(?:办理|答复|处理)?(?=[，。、）]|$)");
    private static final Pattern CARRIED =
            Pattern.compile("(?:^|[，、（；])(?:尚有|另有|还有)?结转" + GAP + NUMBER + "(?=[，。、）]|$)");
    private static final Pattern NONE_CARRIED =
            Pattern.compile("(?:^|[，、；])(?:均?无|没有|未有)结转(?:件|情况|申请|事项)?(?=[，。、）]|$)");
    private static final Pattern NONE_OUT =
            Pattern.compile("(?:无|没有|未有|不存在)(?:结转(?:至|到)?(?:下年度?|下一年度?|次年|明年)|(?:下年度?|下一年度?)结转)(?:继续)?(?:办理)?(?:的)?(?:"
                    + REQUEST + "|申请|件|事项|情况)?(?=[，。、）]|$)");
    private static final Pattern NONE_IN = Pattern.compile(
            "(?:(?:无|没有|未有|不存在)(?:上年度?|上一年度?|去年)(?:结转|遗留)|(?:上年度?|上一年度?|去年)(?:均)?(?:无|没有|未有?)(?:结转|遗留))(?:的)?(?:"
                    + REQUEST + "|申请|件|事项|情况)?(?=[，。、）]|$)");

    private static final Pattern SUM = Pattern.compile("[共总合]");

    private static final CellKey NEW = NamedFigures.total("new_received");
    private static final CellKey IN = NamedFigures.total("carried_in");
    private static final CellKey DONE = NamedFigures.total("result_total");
    private static final CellKey OUT = NamedFigures.total("carried_out");

    private RequestClaims() {}

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
            Claim claim,
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
                place(subject, sentence),
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
    private static List<Claim> receivedIn(Sentence sentence, Narrative report) {
        var scope = new Scope(report);
        var claims = new ArrayList<Claim>();
        var text = sentence.text();
        if (sentence.topic().contains("依申请公开") && saysNothing(sentence)) {
            claims.add(new Claim(0, 0, false));
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
                            && REQUESTED.matcher(sentence.context()).find()
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
        if (isUnderRequests(sentence)) {
            for (var found = RECEIVED_THERE.matcher(text); claims.isEmpty() && found.find(); ) {
                addReceived(sentence, found, scope, claims);
            }
        }
        newly(sentence, scope, claims);
        for (var pattern : NOT_RECEIVED) {
            for (var found = pattern.matcher(text); claims.isEmpty() && found.find(); ) {
                if (!isPart(sentence, found)
                        && !ABOUT_HANDLING
                                .matcher(REQUESTED.matcher(found.group()).replaceFirst(""))
                                .find()
                        && !text.substring(0, found.start()).endsWith("不存在")
                        && scope.covers(sentence, found.start(), found.end())) {
                    claims.add(new Claim(0, found.start(), false));
                }
            }
        }
        return claims;
    }

    private static List<Claim> newly(Sentence sentence, Scope scope, List<Claim> claims) {
        for (var found = NEWLY.matcher(sentence.text()); claims.isEmpty() && found.find(); ) {
            if (!OTHER_BUSINESS.matcher(sentence.text()).find()
                    && REQUESTED.matcher(sentence.context()).find()
                    && scope.covers(sentence, found.start(), found.end())) {
                claims.add(new Claim(Long.parseLong(found.group(1)), found.start(), false));
            }
        }
        return claims;
    }

    private static void addReceived(Sentence sentence, Matcher found, Scope scope, List<Claim> claims) {
        var prefix = sentence.text().substring(0, found.start());
        boolean first = LISTED_NEXT
                .matcher(sentence.text())
                .region(found.end(), sentence.text().length())
                .lookingAt();
        if (first
                || prefix.contains("其中") && !found.group().startsWith("新收")
                || isPart(sentence, found)
                || !scope.covers(sentence, found.start(), found.end())) {
            return;
        }
        claims.add(new Claim(
                Long.parseLong(found.group(1)),
                found.start(),
                !found.group().startsWith("新收") && !found.group().contains("收到")));
    }

    private static boolean isPart(Sentence sentence, Matcher found) {
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

    static void finished(Subject subject, Verdict verdict) {
        var report = subject.narrative();
        var figures = new NamedFigures(subject.report());
        var done = figures.of(DONE);
        var told = new HashSet<Long>();
        for (var sentence : report.sentences()) {
            var claims = finishedIn(sentence, report);
            if (claims.isEmpty()) {
                continue;
            }
            if (done == null) {
                verdict.cannotJudge("表三办理结果总计没有数字，无法与正文核对");
                return;
            }
            var number = claims.getFirst().number();
            boolean sure = claims.stream().allMatch(claim -> claim.number() == number) && number != done;
            // 收到1件，办结1件: those of this year, where others came from the year before
            var carriedIn = figures.of(IN);
            boolean ofThisYear = carriedIn != null
                    && carriedIn > 0
                    && number == done - carriedIn
                    && RECEIPT.matcher(sentence.before() + sentence.text()).find();
            if (sure && !ofThisYear && told.add(number)) {
                tell(List.of(DONE), done, number, place(subject, sentence), verdict);
            }
        }
        noneReceivedYetSomeFinished(subject, figures, verdict);
    }

    /** Nothing came in and nothing was left over, and yet something was finished. */
    private static void noneReceivedYetSomeFinished(Subject subject, NamedFigures figures, Verdict verdict) {
        var done = figures.of(DONE);
        var fresh = figures.of(NEW);
        var carriedIn = figures.of(IN);
        if (done == null || done == 0 || fresh == null || fresh != 0 || carriedIn == null || carriedIn != 0) {
            return;
        }
        for (var sentence : subject.narrative().sentences()) {
            var claims = receivedIn(sentence, subject.narrative());
            if (!claims.isEmpty() && claims.stream().allMatch(claim -> claim.number() == 0)) {
                tell(List.of(DONE), done, 0, place(subject, sentence), verdict);
                return;
            }
        }
    }

    private static List<Claim> finishedIn(Sentence sentence, Narrative report) {
        var claims = new ArrayList<Claim>();
        var text = sentence.text();
        if (!sentence.counts()
                || !sentence.has("办结") && !sentence.has("答复") && !sentence.has("办复") && !sentence.has("办理完")) {
            return claims;
        }
        for (var found = FINISHED.matcher(text); found.find(); ) {
            var clause = text.substring(Scope.clauseStart(text, found.start()), found.end());
            var context = sentence.before() + text.substring(0, found.end());
            int requested = isUnderRequests(sentence) ? Math.max(0, lastRequest(context)) : lastRequest(context);
            if (requested < 0
                    || NOT_FINISHED
                            .matcher(REQUESTED.matcher(clause).replaceAll(""))
                            .find()
                    || OTHER_BUSINESS.matcher(context.substring(requested)).find()
                    || text.substring(0, found.start()).contains("其中")
                    || text.startsWith("、", found.start() - 1)
                    || !new Scope(report).covers(sentence, found.start(), found.end())) {
                continue;
            }
            claims.add(new Claim(Long.parseLong(found.group(1)), found.start(), false));
        }
        return claims;
    }

    private static boolean isUnderRequests(Sentence sentence) {
        return sentence.topic().contains("依申请公开") || sentence.section() == SectionKey.REQUESTS;
    }

    private static int lastRequest(String text) {
        int last = -1;
        for (var found = REQUESTED.matcher(text); found.find(); ) {
            last = found.start();
        }
        return last;
    }

    static void carried(Subject subject, Verdict verdict) {
        var figures = new NamedFigures(subject.report());
        var told = new HashSet<String>();
        for (var sentence : subject.narrative().sentences()) {
            if (!sentence.has("结转") && !sentence.has("转入") && !sentence.has("遗留")
                    || OTHER_BUSINESS.matcher(sentence.text()).find()
                    || sentence.has("元")
                    || !REQUESTED.matcher(sentence.context()).find() && sentence.section() != SectionKey.REQUESTS) {
                continue;
            }
            var scope = new Scope(subject.narrative());
            var text = sentence.text();
            var year = subject.narrative().year();
            for (var found = CARRIED_IN.matcher(text); found.find(); ) {
                var stated = found.group(1) != null ? found.group(1) : found.group(2);
                if (!isSum(text, found)
                        && scope.isOfOrgan(sentence, found.start(), found.end())
                        && !isPart(sentence, found)
                        && (stated == null || year != null && Integer.parseInt(stated) == year - 1)) {
                    carry(IN, Long.parseLong(found.group(3)), figures, sentence, told, subject, verdict);
                }
            }
            for (var found = CARRIED_OUT.matcher(text); found.find(); ) {
                if (scope.isOfOrgan(sentence, found.start(), found.end())
                        && (found.group(1) == null || year != null && Integer.parseInt(found.group(1)) == year + 1)) {
                    carry(OUT, Long.parseLong(found.group(2)), figures, sentence, told, subject, verdict);
                }
            }
            for (var found = CARRIED_AFTER.matcher(text); found.find(); ) {
                if (scope.isOfOrgan(sentence, found.start(), found.end())
                        && (found.group(2) == null || year != null && Integer.parseInt(found.group(2)) == year + 1)) {
                    carry(OUT, Long.parseLong(found.group(1)), figures, sentence, told, subject, verdict);
                }
            }
            if (NONE_OUT.matcher(text).find() && scope.isOfOrgan(sentence, 0, 0)) {
                carry(OUT, 0, figures, sentence, told, subject, verdict);
            }
            if (NONE_IN.matcher(text).find() && scope.isOfOrgan(sentence, 0, 0)) {
                carry(IN, 0, figures, sentence, told, subject, verdict);
            }
            var carriedIn = figures.of(IN);
            if (carriedIn != null
                    && carriedIn > 0
                    && NONE_CARRIED.matcher(text).find()
                    && scope.isOfOrgan(sentence, 0, 0)) {
                carry(OUT, 0, figures, sentence, told, subject, verdict);
            }
            for (var found = CARRIED.matcher(text); found.find(); ) {
                var in = figures.of(IN);
                // 结转 alone may be meant either way
                if (scope.covers(sentence, found.start(), found.end())
                        && (in == null || in != Long.parseLong(found.group(1)))) {
                    carry(OUT, Long.parseLong(found.group(1)), figures, sentence, told, subject, verdict);
                }
            }
        }
    }

    /** 含上年结转共15件 counts the year's own in. */
    private static boolean isSum(String text, Matcher found) {
        var before = text.substring(Math.max(0, found.start() - 3), found.start());
        return (before.contains("含") || before.contains("包括") || before.contains("加"))
                && SUM.matcher(found.group()).find();
    }

    private static void carry(
            CellKey cell,
            long number,
            NamedFigures figures,
            Sentence sentence,
            HashSet<String> told,
            Subject subject,
            Verdict verdict) {
        var expected = figures.of(cell);
        if (!told.add(cell + "=" + number) || expected != null && expected == number) {
            return;
        }
        if (expected == null) {
            verdict.cannotJudge("表三结转总计没有数字，无法与正文核对");
            return;
        }
        tell(List.of(cell), expected, number, place(subject, sentence), verdict);
    }

    private static void tell(List<CellKey> cells, long expected, long actual, Place place, Verdict verdict) {
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
    private record Claim(long number, int from, boolean loose) {}
}
