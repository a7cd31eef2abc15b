package gongkai.annualreport.checking;

import gongkai.annualreport.Severity;
import gongkai.annualreport.checking.Narrative.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the parts a sentence lists add up to the total it gives (共N条，其中……). Parts need not be all parts; a difference is told only
 * where they claim to be, or come so close to the total that they must be meant as all of it.
 */
final class PartSums {
    private static final Pattern COUNT = Pattern.compile(
            "(约|近|超|逾|余|至少)?(?<![\\d.])(\\d{1,8})(余|多)?(人次|件次|条次|篇次|场次|[件份条次宗起个例封项部篇期场则名家幅张批本册](?![性例诉来草到数月人工]))(左右|以上)?");
    private static final Pattern BRACKETED = Pattern.compile("（([^（）]{0,200})）");
    private static final Pattern SHARE = Pattern.compile("，?占(?:比|总数的?|[^，。；、\\d]{0,10})?[\\d.]{1,6}%(?:左右)?");
    private static final Pattern LIST = Pattern.compile("其中|分别[为是]|包括|包含");
    private static final Pattern NOT_A_PART =
            Pattern.compile("办结|办理|答复|结转|同比|累计|共|总|较|比|阅读|点击|访问|浏览|回复|回应|召开|培训|举办|开展|组织|各|均|约|第|上年|去年|增|减|处理\\W?$");
    private static final List<Pattern> DIMENSIONS = List.of(
            Pattern.compile("自然人|企业|法人|组织|机构|个人"),
            Pattern.compile("网上|网络|在线|信函|邮|当面|传真|窗口|现场|线[上下]"),
            Pattern.compile("予以公开|部分公开|不予|无法提供|其他处理"));

    private static final Pattern ANSWERS = Pattern.compile("予以公开|部分公开|不予|无法提供|其他处理|同意公开");
    private static final Pattern RECEIPT = Pattern.compile("收到|受理|接收|接到|新收|申请\\d");
    private static final Pattern REST = Pattern.compile("^[，、和及]*(?:其[他它余])");
    private static final int LONGEST_LABEL = 40;

    private record Count(long value, boolean rough, String unit, int from, int to) {}

    private PartSums() {}

    static void judge(Subject subject, Verdict verdict) {
        var told = new HashSet<String>();
        for (var sentence : subject.narrative().sentences()) {
            if (sentence.counts()) {
                judge(sentence, told, subject, verdict);
            }
        }
    }

    private static void judge(Sentence sentence, Set<String> told, Subject subject, Verdict verdict) {
        if (numbers(sentence.text()) < 3) {
            return;
        }
        var text = sentence.has("%") ? SHARE.matcher(sentence.text()).replaceAll("") : sentence.text();
        for (var bracket = BRACKETED.matcher(text); bracket.find(); ) {
            if (LIST.matcher(bracket.group(1)).lookingAt()
                    && COUNT.matcher(bracket.group(1)).find()) {
                var before =
                        BRACKETED.matcher(text.substring(0, bracket.start())).replaceAll("");
                list(before + "，" + bracket.group(1), sentence, told, subject, verdict);
            }
        }
        text = BRACKETED.matcher(text).replaceAll("");
        if (!list(text, sentence, told, subject, verdict)) {
            unmarked(text, sentence, told, subject, verdict);
        }
    }

    /** A list introduced by 其中: the last one of the sentence, as what follows an earlier one is not all of one level. */
    private static boolean list(String text, Sentence sentence, Set<String> told, Subject subject, Verdict verdict) {
        var marker = LIST.matcher(text);
        int from = -1;
        int to = -1;
        while (marker.find()) {
            from = marker.start();
            to = marker.end();
        }
        if (from < 0) {
            return false;
        }
        var before = counts(text, 0, from);
        if (before.isEmpty() || from - before.getLast().to() > 6 && !text.startsWith("分别", from)) {
            return true;
        }
        var total = before.getLast();
        var parts = parts(text, to, total.unit());
        if (parts.size() < 2 || mixesDimensions(text, to, parts) || isOfAnswers(text, from, to, parts)) {
            return true;
        }
        long sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            sum += parts.get(i).value();
            // what follows a complete list is something else
            if (i > 0 && sum == total.value()) {
                return true;
            }
        }
        boolean rough = total.rough() || parts.stream().anyMatch(Count::rough);
        if (parts.stream().anyMatch(part -> part.value() > total.value()) && sum > 2 * total.value()) {
            return true;
        }
        boolean whole = claimsAll(text, to, parts) || text.startsWith("分别", from);
        var severity = severity(total.value(), sum, parts.size(), rough, whole);
        if (severity != null) {
            tell(severity, text, total, parts, sum, sentence, told, subject, verdict);
        }
        return true;
    }

    private static @Nullable Severity severity(long total, long sum, int parts, boolean rough, boolean whole) {
        long off = Math.abs(total - sum);
        if (off == 0) {
            return null;
        }
        if (rough) {
            return off * 10 <= total ? Severity.INFO : sum > total && sum <= 2 * total ? Severity.WARN : null;
        }
        if (sum > total) {
            return sum <= 2 * total ? Severity.WARN : null;
        }
        long near = parts >= 4 ? Math.max(5, total / 5) : Math.max(2, total / 10);
        return whole || off <= near && sum * 2 >= total ? Severity.WARN : null;
    }

    /** Counts in a row with no word for a list, that add up to the first but for a few: 发布信息1047条，动态947条，目录96条. */
    private static void unmarked(String text, Sentence sentence, Set<String> told, Subject subject, Verdict verdict) {
        var counts = counts(text, 0, text.length());
        for (int i = 0; i + 2 < counts.size(); i++) {
            var total = counts.get(i);
            var parts = parts(text, total.to(), total.unit());
            long sum = parts.stream().mapToLong(Count::value).sum();
            long off = Math.abs(sum - total.value());
            if (parts.size() >= 2
                    && total.value() >= 200
                    && off > 0
                    && off * 100 <= total.value()
                    && !total.rough()
                    && parts.stream().noneMatch(Count::rough)) {
                tell(Severity.WARN, text, total, parts, sum, sentence, told, subject, verdict);
                return;
            }
        }
    }

    private static void tell(
            Severity severity,
            String text,
            Count total,
            List<Count> parts,
            long sum,
            Sentence sentence,
            Set<String> told,
            Subject subject,
            Verdict verdict) {
        var quoted = text.substring(
                Scope.clauseStart(text, total.from()), parts.getLast().to());
        if (told.add(quoted)) {
            verdict.find(
                    severity,
                    List.of(),
                    RequestClaims.place(subject, sentence),
                    Map.of("text", quoted, "s", sum, "n", total.value()),
                    total.value(),
                    sum);
        }
    }

    private static int numbers(String text) {
        int numbers = 0;
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            boolean digit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (digit && !within) {
                numbers++;
            }
            within = digit;
        }
        return numbers;
    }

    private static List<Count> counts(String text, int from, int to) {
        var counts = new ArrayList<Count>();
        var found = COUNT.matcher(text).region(from, to);
        while (found.find()) {
            boolean rough = found.group(1) != null || found.group(3) != null || found.group(5) != null;
            counts.add(new Count(Long.parseLong(found.group(2)), rough, found.group(4), found.start(2), found.end()));
        }
        return counts;
    }

    /** The parts that follow, to the first thing that is none; empty when other units stand among them. */
    private static List<Count> parts(String text, int from, String unit) {
        var parts = new ArrayList<Count>();
        int last = from;
        for (var count : counts(text, from, text.length())) {
            var label = text.substring(last, count.from());
            if (NOT_A_PART.matcher(label).find()) {
                return parts;
            }
            if (!count.unit().equals(unit) || label.length() > LONGEST_LABEL || label.isEmpty()) {
                return List.of();
            }
            parts.add(count);
            last = count.to();
        }
        return parts;
    }

    private static boolean mixesDimensions(String text, int from, List<Count> parts) {
        var labels = text.substring(from, parts.getLast().from());
        return DIMENSIONS.stream()
                        .filter(dimension -> dimension.matcher(labels).find())
                        .count()
                > 1;
    }

    /** Answers given in a year need not add up to the requests received in it. */
    private static boolean isOfAnswers(String text, int from, int to, List<Count> parts) {
        return ANSWERS.matcher(text.substring(to, parts.getLast().to())).find()
                && RECEIPT.matcher(text.substring(0, from)).find();
    }

    private static boolean claimsAll(String text, int from, List<Count> parts) {
        var labels = text.substring(from, parts.getLast().from());
        boolean rest =
                REST.matcher(text.substring(parts.get(parts.size() - 2).to())).find();
        return rest
                || labels.contains("自然人")
                        && DIMENSIONS
                                .getFirst()
                                .matcher(labels.replace("自然人", ""))
                                .find();
    }
}
