package gongkai.annualreport.checking;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.checking.Narrative.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What the prose says of requests answered, held against the total of results of table three. */
final class FinishedClaims {
    private static final Pattern FINISHED =
            Pattern.compile("(?:办结|办理完毕|办理完成|答复|办复)(?:了|完成|完毕|处理)?(?:[^，。；：、（）\\d《]{0,12}?(?:" + RequestClaims.REQUEST
                    + "|申请))?" + RequestClaims.GAP + RequestClaims.NUMBER + "(?=[，。；、（）]|$)");

    private static final Pattern NOT_FINISHED = Pattern.compile(
            "公开|延期|逾期|超期|当面|当场|口头|书面|电话|网上|上年|结转|其中|率|补正|自然人|企业|未|期内|时限|转|撤|抽查|检查|评|复核|审核|审查|会商|整改|纠正|不属|无法|告知|拟|应|待|尚|正在");

    private static final Pattern RECEIPT = Pattern.compile(ReceivedClaims.RECEIVE);

    private static final CellKey NEW = NamedFigures.total("new_received");

    private static final CellKey IN = NamedFigures.total("carried_in");

    private static final CellKey DONE = NamedFigures.total("result_total");

    private FinishedClaims() {}

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
                RequestClaims.tell(List.of(DONE), done, number, RequestClaims.place(subject, sentence), verdict);
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
            var claims = ReceivedClaims.receivedIn(sentence, subject.narrative());
            if (!claims.isEmpty() && claims.stream().allMatch(claim -> claim.number() == 0)) {
                RequestClaims.tell(List.of(DONE), done, 0, RequestClaims.place(subject, sentence), verdict);
                return;
            }
        }
    }

    private static List<RequestClaims.Claim> finishedIn(Sentence sentence, Narrative report) {
        var claims = new ArrayList<RequestClaims.Claim>();
        var text = sentence.text();
        if (!sentence.counts()
                || !sentence.has("办结") && !sentence.has("答复") && !sentence.has("办复") && !sentence.has("办理完")) {
            return claims;
        }
        for (var found = FINISHED.matcher(text); found.find(); ) {
            var clause = text.substring(Scope.clauseStart(text, found.start()), found.end());
            var context = sentence.before() + text.substring(0, found.end());
            int requested =
                    RequestClaims.isUnderRequests(sentence) ? Math.max(0, lastRequest(context)) : lastRequest(context);
            if (requested < 0
                    || NOT_FINISHED
                            .matcher(RequestClaims.REQUESTED.matcher(clause).replaceAll(""))
                            .find()
                    || RequestClaims.OTHER_BUSINESS
                            .matcher(context.substring(requested))
                            .find()
                    || text.substring(0, found.start()).contains("其中")
                    || text.startsWith("、", found.start() - 1)
                    || !new Scope(report).covers(sentence, found.start(), found.end())) {
                continue;
            }
            claims.add(new RequestClaims.Claim(Long.parseLong(found.group(1)), found.start(), false));
        }
        return claims;
    }

    private static int lastRequest(String text) {
        int last = -1;
        for (var found = RequestClaims.REQUESTED.matcher(text); found.find(); ) {
            last = found.start();
        }
        return last;
    }
}
