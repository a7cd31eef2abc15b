package gongkai.annualreport.checking;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.Narrative.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the prose says of the organ's own normative documents and rules, held against table two. Documents of others that it files,
 * reviews or drafts are not its own.
 */
final class NormativeClaims {
    private static final String DOCUMENT = "(?:行政)?规范性文件";
    private static final String ISSUE = "(?:制定|制发|印发|出台|新制定|制定出台|制定印发|制定发布|制定并发布|制定并公布)";
    private static final Pattern ISSUED =
            Pattern.compile(ISSUE + "(?:了)?(?:本?部门|本机关|本级)?(?:的)?" + DOCUMENT + "(?:共|共计|为|：)?" + RequestClaims.NUMBER);
    private static final Pattern ISSUED_BEFORE =
            Pattern.compile(ISSUE + "(?:了)?" + RequestClaims.NUMBER + "(?:部门)?" + DOCUMENT);
    private static final Pattern NONE_ISSUED =
            Pattern.compile("(?:未|没有|无)(?:新)?" + ISSUE + "(?:过)?(?:任何)?" + DOCUMENT + "(?=[，。、）]|$)");
    private static final Pattern EFFECTIVE =
            Pattern.compile("现行有效(?:的)?" + DOCUMENT + "(?:共|共计|共有|有|为|：)?" + RequestClaims.NUMBER);
    private static final Pattern EFFECTIVE_BEFORE = Pattern.compile(RequestClaims.NUMBER + "现行有效(?:的)?" + DOCUMENT);
    private static final Pattern ISSUED_SOME =
            Pattern.compile(ISSUE + "了?[^，。；]{0,40}《》等?(?:\\d{1,4}[件份个])?" + DOCUMENT);
    private static final Pattern CLEANED = Pattern.compile("对[^，。；]{0,20}" + DOCUMENT
            + "[^，。；]{0,10}?(?:进行|开展)(?:了)?(?:全面|专项|集中|及时|定期|一次|再次)*清理|(?:全面|集中)?清理(?:了)?(?:现行有效)?(?:的)?" + DOCUMENT
            + "(?:共|共计)?[1-9]\\d*[件份个部]");
    private static final Pattern NOT_OWN = Pattern.compile(
            "[省市区县]政府|人民政府|政府规章|政府及|各[级部单镇乡街地]|全[市区县省]|代[省市区县]|起草|审查|审核|备案|报备|报送|评估|合法性|指导|督促|组织|牵头|监督|部署|涉及"
                    + "|要求|印发《》的|认定|征求意见|上级|党内|党委|以[市区县]|联合");
    /** Where the organ itself reviews all documents of its government, an unnamed document need not be its own. */
    private static final Pattern NONE_FOUND = Pattern.compile("未发现|没有|无需|不存在|暂无|未制|无");

    private NormativeClaims() {}

    static void judge(Subject subject, Verdict verdict) {
        var told = new HashSet<String>();
        for (var sentence : subject.narrative().sentences()) {
            if (!sentence.has("规范性文件")
                    || sentence.section() == SectionKey.PROBLEMS
                    || NOT_OWN.matcher(sentence.text()).find()) {
                continue;
            }
            counted(ISSUED, List.of("issued"), List.of("made", "new_public"), sentence, told, subject, verdict);
            counted(ISSUED_BEFORE, List.of("issued"), List.of("made", "new_public"), sentence, told, subject, verdict);
            counted(EFFECTIVE, List.of("effective"), List.of(), sentence, told, subject, verdict);
            counted(EFFECTIVE_BEFORE, List.of("effective"), List.of(), sentence, told, subject, verdict);
            var none = NONE_ISSUED.matcher(sentence.text());
            if (none.find() && new Scope(subject.narrative()).covers(sentence, none.start(), none.end())) {
                compare(none.group(), 0, List.of("issued"), List.of("made"), sentence, told, subject, verdict);
            }
            contradicted(CLEANED, sentence, told, subject, verdict);
            contradicted(ISSUED_SOME, sentence, told, subject, verdict);
        }
        PlatformClaims.judge(subject, verdict);
    }

    private static void counted(
            Pattern pattern,
            List<String> columns,
            List<String> olderColumns,
            Sentence sentence,
            Set<String> told,
            Subject subject,
            Verdict verdict) {
        var found = pattern.matcher(sentence.text());
        if (found.find()
                && !sentence.text().substring(0, found.start()).contains("其中")
                && new Scope(subject.narrative()).covers(sentence, found.start(), found.end())) {
            compare(
                    found.group(),
                    Long.parseLong(found.group(1)),
                    columns,
                    olderColumns,
                    sentence,
                    told,
                    subject,
                    verdict);
        }
    }

    private static void compare(
            String text,
            long number,
            List<String> columns,
            List<String> olderColumns,
            Sentence sentence,
            Set<String> told,
            Subject subject,
            Verdict verdict) {
        var figures = new NamedFigures(subject.report());
        var cells = Stream.concat(columns.stream(), olderColumns.stream())
                .map(column -> CellKey.of("t2", "normative", column))
                .filter(key -> subject.report().cell(key) != null)
                .toList();
        if (cells.isEmpty()) {
            return;
        }
        var values = cells.stream().map(figures::of).filter(Objects::nonNull).toList();
        if (values.isEmpty()) {
            verdict.cannotJudge("表二规范性文件没有数字，无法与正文核对");
            return;
        }
        if (values.size() == cells.size() && !values.contains(number) && told.add(text)) {
            var v = values.getFirst();
            verdict.find(cells, RequestClaims.place(subject, sentence), Map.of("text", text, "v", v), v, number);
        }
    }

    /** The prose tells of documents issued or cleared up, and table two has none at all. */
    private static void contradicted(
            Pattern pattern, Sentence sentence, Set<String> told, Subject subject, Verdict verdict) {
        var found = pattern.matcher(sentence.text());
        if (!found.find()
                || NONE_FOUND.matcher(sentence.text()).find()
                || !new Scope(subject.narrative()).covers(sentence, found.start(), found.end())) {
            return;
        }
        var figures = new NamedFigures(subject.report());
        var cells = subject.report().cells().keySet().stream()
                .filter(key -> key.table().equals("t2") && key.line().equals("normative"))
                .toList();
        if (cells.isEmpty()) {
            return;
        }
        var values = cells.stream().map(figures::of).toList();
        if (values.stream().allMatch(value -> value != null && value == 0) && told.add(found.group())) {
            verdict.find(
                    cells,
                    RequestClaims.place(subject, sentence),
                    Map.of("text", found.group(), "v", 0),
                    null,
                    found.group());
        } else if (values.contains(null) && values.stream().allMatch(value -> value == null || value == 0)) {
            verdict.cannotJudge("表二规范性文件有空白，无法与正文核对");
        }
    }
}
