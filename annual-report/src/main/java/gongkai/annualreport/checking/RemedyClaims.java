package gongkai.annualreport.checking;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.Narrative.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the prose says of reconsiderations and lawsuits over disclosure, held against table four. Cases the organ decides or argues for
 * others are no claim: a justice bureau handles hundreds for its government.
 */
final class RemedyClaims {
    private enum Kind {
        RECONSIDERATION("行政复议", List.of("rc")),
        LAWSUIT("行政诉讼", List.of("ld", "la")),
        DIRECT("未经复议直接起诉", List.of("ld")),
        AFTERWARDS("复议后起诉", List.of("la")),
        BOTH("行政复议、行政诉讼", List.of("rc", "ld", "la"));

        private final String words;
        private final List<String> groups;

        Kind(String words, List<String> groups) {
            this.words = words;
            this.groups = groups;
        }

        List<CellKey> cells(String column) {
            return groups.stream().map(group -> CellKey.of("t4", group, column)).toList();
        }
    }

    private static final String RC = "(?:行政)?复议";
    private static final String LD = "(?:行政)?诉讼";
    private static final String LINK = "(?:、|和|及|与|或|或者|以及|/|并|，|被?提起|被?申请|引发的?|发生)*";
    private static final String TAIL = "(?:的?(?:申请|案件|案|情况|事项|件|数量|数|总数|工作))?";
    private static final String GAP = "[共计为有：的发生]{0,3}";
    private static final String NUMBER = RequestClaims.NUMBER;

    private static final Pattern CHAIN =
            Pattern.compile("(?:" + RC + "|" + LD + ")(?:" + LINK + "(?:" + RC + "|" + LD + ")){0,3}");
    private static final Pattern RC_NUMBER = Pattern.compile("(?<![经])" + RC + TAIL + GAP + NUMBER);
    private static final Pattern LD_NUMBER = Pattern.compile(LD + TAIL + GAP + NUMBER);
    private static final Pattern DIRECT = Pattern.compile("(?:未经复议)?直接(?:起诉|提起行政诉讼)" + TAIL + GAP + NUMBER);
    private static final Pattern AFTERWARDS = Pattern.compile("复议后(?:起诉|提起行政诉讼|再起诉)" + TAIL + GAP + NUMBER);
    private static final Pattern BOTH_NUMBER =
            Pattern.compile(RC + "(?:案件)?(?:、|和|及|与|以及)?" + LD + TAIL + "(均|各|共|合计|总计)?" + GAP + NUMBER);
    private static final Pattern NUMBER_FIRST =
            Pattern.compile(NUMBER + "(?:因?(?:政府)?信息公开(?:工作)?(?:的|类|引发的|引起的)?)?(行政复议|行政诉讼)(?:案件|申请)?(?=[，。、）]|$)");
    private static final Pattern NONE = Pattern.compile(
            "(?:(?:未|没有|无|不存在|从未)(?:发生|出现|产生|收到|引发|涉及|被|有|提起|因|存在|引起)|(?<![有所])无|没有)[^，。；\\d]{0,24}?(?<!未经)(?=" + RC
                    + "|" + LD + ")");
    private static final Pattern NONE_AFTER = Pattern.compile(
            "^(?:等)?(?:的)?(?:案件|案|情况|事项|申请|事件|现象)?(?:等)?(?:的)?(?:案件|情况|事件|现象)?(?:发生|产生|出现)?(?=[，。、；）]|$)");
    private static final Pattern ZERO_AFTER =
            Pattern.compile("^(?:的?(?:案件|情况|申请|数量|数|件数))?(?:均|都|皆)?(?:为|是|：)?(?:零|无)(?=[，。、；）]|$)");
    private static final Pattern DISCLOSURE = Pattern.compile("信息公开|政务公开|依申请|公开申请|公开工作");
    private static final Pattern OWN_CASE = Pattern.compile("因|被|引发|引起|导致|涉及");
    /** What the organ does as the one who decides or argues, not as the one complained of; and numbers of another kind. */
    private static final Pattern OTHER_ROLE = Pattern.compile(
            "办理|审理|审结|受理|代理|应诉|出庭|答辩|审查|立案|参与|参加|化解|调解|指导|代表|代[省市区县]|接收|收结|一审|二审|再审|新增|新收|上年|往年|去年|结转|维持|纠正|败诉|胜诉|撤"
                    + "|决定书|复议机关|意见书|委员会|共同被告|第三人|旁听");

    /** Told of the cases an organ decides: how many it took on and how many it closed. */
    private static final Pattern DECIDES =
            Pattern.compile("作为[^，。；]{0,12}复议机关|复议职[责能]|在[^，。；]{0,10}复议案件中|受案|(?:受理|(?<!未)审结|立案)[^，。；\\d]{0,6}\\d");

    /** 未发生被纠错的行政复议: there may be others. */
    private static final Pattern OF_SOME = Pattern.compile("纠错|纠正|败诉|撤销|责令|违法|重大|恶性");

    private static final Pattern UPHELD = Pattern.compile("(?:均|全部|都)(?:被|获|予以|为|判决|已|得到|复议|结果|机关|依法)*维持");

    private RemedyClaims() {}

    static void judge(Subject subject, Verdict verdict) {
        var told = new HashSet<String>();
        for (var sentence : subject.narrative().sentences()) {
            if (!sentence.has("复议") && !sentence.has("诉") || !isAboutDisclosure(sentence, subject.narrative())) {
                continue;
            }
            var text = sentence.text();
            var taken = new boolean[text.length() + 1];
            for (var found = BOTH_NUMBER.matcher(text); found.find(); ) {
                mark(taken, found.start(), found.end());
                var how = found.group(1);
                long number = Long.parseLong(found.group(2));
                if (how != null && "均各".contains(how) || number == 0) {
                    judge(Kind.RECONSIDERATION, number, found.start(), found.end(), sentence, told, subject, verdict);
                    judge(Kind.LAWSUIT, number, found.start(), found.end(), sentence, told, subject, verdict);
                } else if (!text.startsWith("、", found.end())) {
                    judge(Kind.BOTH, number, found.start(), found.end(), sentence, told, subject, verdict);
                }
            }
            each(DIRECT, Kind.DIRECT, taken, sentence, told, subject, verdict);
            each(AFTERWARDS, Kind.AFTERWARDS, taken, sentence, told, subject, verdict);
            each(RC_NUMBER, Kind.RECONSIDERATION, taken, sentence, told, subject, verdict);
            each(LD_NUMBER, Kind.LAWSUIT, taken, sentence, told, subject, verdict);
            for (var found = NUMBER_FIRST.matcher(text); found.find(); ) {
                if (!taken[found.start()] && !taken[found.end() - 1]) {
                    var kind = found.group(2).equals("行政复议") ? Kind.RECONSIDERATION : Kind.LAWSUIT;
                    judge(
                            kind,
                            Long.parseLong(found.group(1)),
                            found.start(),
                            found.end(),
                            sentence,
                            told,
                            subject,
                            verdict);
                }
            }
            none(sentence, told, subject, verdict);
        }
    }

    private static boolean isAboutDisclosure(Sentence sentence, Narrative report) {
        if (sentence.section() == SectionKey.REMEDIES) {
            return true;
        }
        if (sentence.section() == null || sentence.section() == SectionKey.PROBLEMS) {
            return false;
        }
        return DISCLOSURE.matcher(sentence.text()).find()
                || DISCLOSURE.matcher(sentence.context()).find()
                        && !report.organ().contains("司法")
                        && !sentence.has("案件");
    }

    private static void each(
            Pattern pattern,
            Kind kind,
            boolean[] taken,
            Sentence sentence,
            Set<String> told,
            Subject subject,
            Verdict verdict) {
        for (var found = pattern.matcher(sentence.text()); found.find(); ) {
            if (!taken[found.start()] && !taken[found.end() - 1]) {
                mark(taken, found.start(), found.end());
                judge(
                        kind,
                        Long.parseLong(found.group(1)),
                        found.start(),
                        found.end(),
                        sentence,
                        told,
                        subject,
                        verdict);
            }
        }
    }

    private static void mark(boolean[] taken, int from, int to) {
        for (int i = from; i < to; i++) {
            taken[i] = true;
        }
    }

    private static void none(Sentence sentence, Set<String> told, Subject subject, Verdict verdict) {
        var text = sentence.text();
        for (var found = CHAIN.matcher(text); found.find(); ) {
            var after = text.substring(found.end(), Math.min(text.length(), found.end() + 24));
            var clause = text.substring(Scope.clauseStart(text, found.start()), found.start());
            boolean none = !OF_SOME.matcher(clause).find()
                            && NONE.matcher(clause + found.group()).find()
                            && NONE_AFTER.matcher(after).find()
                    || ZERO_AFTER.matcher(after).find() && !clause.contains("避免");
            if (!none || clause.endsWith("未经") || clause.contains("避免") || clause.contains("防止")) {
                continue;
            }
            if (found.group().contains("复议")) {
                judge(Kind.RECONSIDERATION, 0, found.start(), found.end(), sentence, told, subject, verdict);
            }
            if (found.group().contains("诉讼")) {
                judge(Kind.LAWSUIT, 0, found.start(), found.end(), sentence, told, subject, verdict);
            }
        }
    }

    private static void judge(
            Kind kind,
            long number,
            int from,
            int to,
            Sentence sentence,
            Set<String> told,
            Subject subject,
            Verdict verdict) {
        var text = sentence.text();
        var clause = text.substring(Scope.clauseStart(text, from), to);
        if (OTHER_ROLE.matcher(clause).find()
                || number > 0 && DECIDES.matcher(text).find()
                || !new Scope(subject.narrative()).covers(sentence, from, to)) {
            return;
        }
        boolean decidesCases = subject.narrative().organ().contains("司法")
                || subject.narrative().ofGovernment()
                || subject.narrative().organ().contains("政府办公");
        if (decidesCases
                && number > 0
                && clause.contains("收到")
                && !OWN_CASE.matcher(text.substring(0, to)).find()) {
            return;
        }
        compare(kind, "total", number, sentence, told, subject, verdict);
        if (number > 0 && UPHELD.matcher(text.substring(to)).find()) {
            compare(kind, "upheld", number, sentence, told, subject, verdict);
        }
    }

    private static void compare(
            Kind kind,
            String column,
            long number,
            Sentence sentence,
            Set<String> told,
            Subject subject,
            Verdict verdict) {
        var cells = kind.cells(column);
        var words = column.equals("upheld") ? kind.words + "维持" : kind.words;
        if (!told.add(words + number)) {
            return;
        }
        var expected = new NamedFigures(subject.report()).sum(cells);
        if (expected == null) {
            verdict.cannotJudge("表四“" + words + "”没有数字，无法与正文核对");
        } else if (expected != number) {
            verdict.find(
                    cells,
                    RequestClaims.place(subject, sentence),
                    Map.of("kind", words, "n", number, "v", expected),
                    expected,
                    number);
        }
    }
}
