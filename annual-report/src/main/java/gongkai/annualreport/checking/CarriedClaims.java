package gongkai.annualreport.checking;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.Narrative.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the prose says of requests carried over from the year before or to the next, held against table three. */
final class CarriedClaims {
    private static final String LAST_YEAR = "(?:上一年度?|上年度?|去年|(20\\d\\d)年度?)";

    private static final String NEXT_YEAR = "(?:下一年度?|下年度?|次年度?|明年|来年|(20\\d\\d)年度?)";

    private static final Pattern CARRIED_IN = Pattern.compile("(?:" + LAST_YEAR
            + "(?:的)?(?:结转|转入|遗留)(?:至?(?:本年度?|今年|20\\d\\d年度?))?(?:继续)?(?:办理)?|结转" + LAST_YEAR + "(?:的)?)(?:的|未办结)?(?:"
            + RequestClaims.REQUEST + "|申请)?" + RequestClaims.GAP + RequestClaims.NUMBER);

    private static final Pattern CARRIED_OUT =
            Pattern.compile("(?:结转|转入|转)(?:至|到|入)?" + NEXT_YEAR + "(?:继续)?(?:办理|答复|处理)?(?:的)?(?:"
                    + RequestClaims.REQUEST + "|申请)?" + RequestClaims.GAP + RequestClaims.NUMBER);

    private static final Pattern CARRIED_AFTER = Pattern.compile(RequestClaims.NUMBER + "(?:" + RequestClaims.REQUEST
            + "|申请)?(?:将)?(?:结转|转入|转)(?:至|到|入)?" + NEXT_YEAR + "(?:继续)?(?:办理|答复|处理)?(?=[，。、）]|$)");

    private static final Pattern CARRIED =
            Pattern.compile("(?:^|[，、（；])(?:尚有|另有|还有)?结转" + RequestClaims.GAP + RequestClaims.NUMBER + "(?=[，。、）]|$)");

    private static final Pattern NONE_CARRIED =
            Pattern.compile("(?:^|[，、；])(?:均?无|没有|未有)结转(?:件|情况|申请|事项)?(?=[，。、）]|$)");

    private static final Pattern NONE_OUT =
            Pattern.compile("(?:无|没有|未有|不存在)(?:结转(?:至|到)?(?:下年度?|下一年度?|次年|明年)|(?:下年度?|下一年度?)结转)(?:继续)?(?:办理)?(?:的)?(?:"
                    + RequestClaims.REQUEST + "|申请|件|事项|情况)?(?=[，。、）]|$)");

    private static final Pattern NONE_IN = Pattern.compile(
            "(?:(?:无|没有|未有|不存在)(?:上年度?|上一年度?|去年)(?:结转|遗留)|(?:上年度?|上一年度?|去年)(?:均)?(?:无|没有|未有?)(?:结转|遗留))(?:的)?(?:"
                    + RequestClaims.REQUEST + "|申请|件|事项|情况)?(?=[，。、）]|$)");

    private static final Pattern SUM = Pattern.compile("[共总合]");

    private static final CellKey IN = NamedFigures.total("carried_in");

    private static final CellKey OUT = NamedFigures.total("carried_out");

    private CarriedClaims() {}

    static void carried(Subject subject, Verdict verdict) {
        var figures = new NamedFigures(subject.report());
        var told = new HashSet<String>();
        for (var sentence : subject.narrative().sentences()) {
            if (!sentence.has("结转") && !sentence.has("转入") && !sentence.has("遗留")
                    || RequestClaims.OTHER_BUSINESS.matcher(sentence.text()).find()
                    || sentence.has("元")
                    || !RequestClaims.REQUESTED.matcher(sentence.context()).find()
                            && sentence.section() != SectionKey.REQUESTS) {
                continue;
            }
            var scope = new Scope(subject.narrative());
            var text = sentence.text();
            var year = subject.narrative().year();
            for (var found = CARRIED_IN.matcher(text); found.find(); ) {
                var stated = found.group(1) != null ? found.group(1) : found.group(2);
                if (!isSum(text, found)
                        && scope.isOfOrgan(sentence, found.start(), found.end())
                        && !RequestClaims.isPart(sentence, found)
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
        RequestClaims.tell(List.of(cell), expected, number, RequestClaims.place(subject, sentence), verdict);
    }
}
