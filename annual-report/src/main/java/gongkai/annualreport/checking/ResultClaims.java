package gongkai.annualreport.checking;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.Narrative.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the prose says of how requests were answered (予以公开…件), held against the result rows of table three. */
final class ResultClaims {
    /** One outcome: how the prose calls it and the rows it stands for. */
    private record Outcome(String words, List<String> rows) {
        boolean isCalled(String words) {
            return words.matches(this.words);
        }
    }

    private static final Outcome GRANTED = new Outcome("(?:依法)?(?:予以|同意)公开", List.of("granted"));
    private static final Outcome PARTIAL = new Outcome("(?:予以)?部分公开", List.of("partial"));
    private static final List<Outcome> OUTCOMES = List.of(
            GRANTED,
            PARTIAL,
            new Outcome(
                    "(?:依法)?不予公开",
                    List.of(
                            "denied_state_secret",
                            "denied_law_prohibited",
                            "denied_three_safety",
                            "denied_third_party",
                            "denied_internal",
                            "denied_process",
                            "denied_enforcement_file",
                            "denied_admin_query")),
            new Outcome("无法提供", List.of("unavail_not_held", "unavail_needs_creation", "unavail_still_unclear")),
            new Outcome(
                    "不予处理",
                    List.of(
                            "refused_petition",
                            "refused_duplicate",
                            "refused_publication",
                            "refused_mass_repeat",
                            "refused_confirm_reissue")),
            new Outcome("其他处理", List.of("other_no_correction", "other_no_payment", "other_misc")),
            new Outcome("属于国家秘密", List.of("denied_state_secret")),
            new Outcome("其他法律行政法规禁止公开", List.of("denied_law_prohibited")),
            new Outcome("保护第三方合法权益", List.of("denied_third_party")),
            new Outcome("(?:属于)?三类内部事务信息", List.of("denied_internal")),
            new Outcome("(?:属于)?四类过程性信息", List.of("denied_process")),
            new Outcome("(?:属于)?行政执法案卷", List.of("denied_enforcement_file")),
            new Outcome("(?:属于)?行政查询事项", List.of("denied_admin_query")),
            new Outcome("本(?:机关|局|单位|委|办)不掌握(?:相关政府信息|相关信息|该信息)?", List.of("unavail_not_held")),
            new Outcome("没有现成信息需要另行制作", List.of("unavail_needs_creation")),
            new Outcome("补正后申请内容仍不明确", List.of("unavail_still_unclear")),
            new Outcome("信访举报投诉类(?:申请)?", List.of("refused_petition")));

    private static final String ONE;
    private static final Pattern CLAIM;
    private static final Pattern AFTER;

    static {
        var words = new ArrayList<String>();
        OUTCOMES.forEach(outcome -> words.add(outcome.words()));
        ONE = "(?:" + String.join("|", words) + ")";
        CLAIM = Pattern.compile("(?<![拟应可])(" + ONE + "(?:(?:及|和|与|、|或|或者|以及)" + ONE
                + "){0,3})”?(?:政府信息|信息|申请)?(?:的|答复|决定|情况|件数|数量)?(?:（[^（）]{0,20}）)?[的共计为有：]{0,3}"
                + RequestClaims.NUMBER);
        AFTER = Pattern.compile(
                RequestClaims.NUMBER + "(?:申请)?(?:已|依法|均|作出|为|属于)?(" + ONE + ")(?:决定|答复|处理)?(?=[，。、；）]|$)");
    }

    private static final List<String> OUTCOME_WORDS = List.of(
            "予以公开", "同意公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理", "国家秘密", "禁止公开", "第三方", "内部事务", "过程性", "执法案卷",
            "行政查询", "掌握", "现成信息", "不明确", "信访举报");

    private static final Pattern ASKED = Pattern.compile("公开申请|申请公开|依申请|信息申请");
    private static final Pattern OTHER_MATTER =
            Pattern.compile("建议|提案|议案|公文|文件|发文|主动公开|目录|清单|决定书|案件|信访件|热线|留言|咨询|工单|处罚信息|许可信息|双公示|栏目|稿");
    private static final Pattern PART_OF = Pattern.compile("自然人|企业|网上|网络|信函|当面|结转|上年|去年|同比|其中[^，]{0,6}自");

    /** What was published unasked, or what third parties were asked about. */
    private static final Pattern NOT_ANSWERS = Pattern.compile("信息\\d+条$|征求了?第三方");

    private ResultClaims() {}

    static void judge(Subject subject, Verdict verdict) {
        var told = new HashSet<String>();
        for (var sentence : subject.narrative().sentences()) {
            if (!sentence.counts() || OUTCOME_WORDS.stream().noneMatch(sentence::has) || !isAboutRequests(sentence)) {
                continue;
            }
            var text = sentence.text();
            var done = new HashSet<String>();
            for (var found = CLAIM.matcher(text); found.find(); ) {
                done.add(found.group(1));
                judge(found, found.group(1), Long.parseLong(found.group(2)), sentence, told, subject, verdict);
            }
            for (var found = AFTER.matcher(text); found.find(); ) {
                // 5件予以公开3件: the number may belong to either side
                if (done.isEmpty() && !done.contains(found.group(2))) {
                    judge(found, found.group(2), Long.parseLong(found.group(1)), sentence, told, subject, verdict);
                }
            }
        }
    }

    private static boolean isAboutRequests(Sentence sentence) {
        boolean asked = sentence.section() == SectionKey.REQUESTS
                || ASKED.matcher(sentence.context()).find();
        return asked && !OTHER_MATTER.matcher(sentence.text()).find();
    }

    private static void judge(
            Matcher found,
            String words,
            long number,
            Sentence sentence,
            Set<String> told,
            Subject subject,
            Verdict verdict) {
        var text = sentence.text();
        var clause = text.substring(Scope.clauseStart(text, found.start()), found.end());
        var after = text.substring(found.end());
        if (PART_OF.matcher(clause).find()
                || NOT_ANSWERS.matcher(text.substring(0, found.end())).find()
                || after.startsWith("、")
                        && text.substring(found.start(), found.end()).contains("分别")
                || !new Scope(subject.narrative()).covers(sentence, found.start(), found.end())) {
            return;
        }
        var figures = new NamedFigures(subject.report());
        var rows = rows(words, subject);
        var expected = figures.results(rows);
        if (expected == null) {
            verdict.cannotJudge("表三“" + words + "”没有数字，无法与正文核对");
            return;
        }
        if (expected == number || isAllThatWasPublished(words, text, number, figures)) {
            return;
        }
        if (told.add(words + number)) {
            verdict.find(
                    rows.stream().map(NamedFigures::total).toList(),
                    RequestClaims.place(subject, sentence),
                    Map.of("type", words, "n", number, "v", expected),
                    expected,
                    number);
        }
    }

    /** 予以公开 alone, with no word of 部分公开, may mean both. */
    private static boolean isAllThatWasPublished(String words, String text, long number, NamedFigures figures) {
        if (!GRANTED.isCalled(words) || text.contains("部分公开")) {
            return false;
        }
        var both = figures.results(List.of("granted", "partial"));
        return both != null && both == number;
    }

    private static List<String> rows(String words, Subject subject) {
        var rows = new LinkedHashSet<String>();
        for (var part : words.split("以及|及|和|与|、|或者|或", -1)) {
            for (var outcome : OUTCOMES) {
                if (outcome.isCalled(part)) {
                    rows.addAll(outcome.rows());
                    break;
                }
            }
        }
        @Nullable Object single = subject.report().cell(CellKey.of("t3.other_total.total"));
        if (single != null && rows.removeIf(row -> row.startsWith("other_"))) {
            rows.add("other_total");
        }
        return List.copyOf(rows);
    }
}
