package gongkai.annualreport.checking;

import static gongkai.annualreport.Severity.ERROR;
import static gongkai.annualreport.Severity.INFO;
import static gongkai.annualreport.checking.Rule.Chapter.STRUCTURE;
import static gongkai.annualreport.checking.StructureRules.FORM;

import gongkai.annualreport.Place;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.Section;
import gongkai.annualreport.SectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The six parts of the report are there, in order and under their names. */
final class SectionRules {
    private SectionRules() {}

    static final List<Rule> ALL = List.of(
            new Rule(
                    "STR-SECTION-MISSING",
                    ERROR,
                    STRUCTURE,
                    List.of(),
                    "六个部分不能缺少",
                    "缺少“{title}”部分",
                    FORM,
                    SectionRules::missingSections),
            new Rule(
                    "STR-SECTION-ORDER",
                    ERROR,
                    STRUCTURE,
                    List.of(),
                    "六个部分按规定的顺序排列",
                    "“{title}”位置不对，应为第{n}部分",
                    FORM,
                    SectionRules::sectionOrder),
            new Rule(
                    "STR-SECTION-TITLE",
                    INFO,
                    STRUCTURE,
                    List.of(),
                    "六个部分使用规定的标题",
                    "标题“{actual}”建议改为“{expected}”",
                    FORM,
                    SectionRules::sectionTitles));

    private static String numbered(ReportFormat.SectionTitle title) {
        return "一二三四五六".charAt(title.key().ordinal()) + "、" + title.title();
    }

    private static void missingSections(Subject subject, Verdict verdict) {
        if (subject.report().sections().isEmpty() && subject.trace().pictureTables()) {
            verdict.cannotJudge("文件是图片，无法读取文字");
            return;
        }
        var found = new boolean[SectionKey.values().length];
        for (var section : subject.report().sections()) {
            found[section.key().ordinal()] = true;
        }
        for (var title : StructureRules.format(subject.report()).sections()) {
            if (!found[title.key().ordinal()]) {
                verdict.find(List.of(), Place.NONE, Map.of("title", numbered(title)), numbered(title), null);
            }
        }
    }

    /** The fewest sections that must move for the rest to stand in order are out of place. */
    private static void sectionOrder(Subject subject, Verdict verdict) {
        var sections = subject.report().sections();
        var keys = new ArrayList<SectionKey>();
        for (var section : sections) {
            if (!keys.contains(section.key())) {
                keys.add(section.key());
            }
        }
        boolean inOrder = true;
        for (int i = 1; i < keys.size(); i++) {
            inOrder &= keys.get(i - 1).compareTo(keys.get(i)) < 0;
        }
        if (inOrder) {
            return;
        }
        var staying = longestRising(keys);
        for (var key : keys) {
            if (!staying.contains(key)) {
                var title = StructureRules.format(subject.report()).sections().get(key.ordinal());
                verdict.find(
                        List.of(),
                        subject.trace().sections().getOrDefault(key, Place.NONE),
                        Map.of("title", title.title(), "n", "一二三四五六".substring(key.ordinal(), key.ordinal() + 1)),
                        null,
                        null);
            }
        }
    }

    private static List<SectionKey> longestRising(List<SectionKey> keys) {
        var best = new ArrayList<List<SectionKey>>();
        for (int i = 0; i < keys.size(); i++) {
            List<SectionKey> before = List.of();
            for (int j = 0; j < i; j++) {
                if (keys.get(j).compareTo(keys.get(i)) < 0 && best.get(j).size() > before.size()) {
                    before = best.get(j);
                }
            }
            var rising = new ArrayList<>(before);
            rising.add(keys.get(i));
            best.add(rising);
        }
        return best.stream()
                .reduce((one, other) -> other.size() > one.size() ? other : one)
                .orElse(List.of());
    }

    private static void sectionTitles(Subject subject, Verdict verdict) {
        var titles = StructureRules.format(subject.report()).sections();
        for (var section : subject.report().sections()) {
            var title = titles.get(section.key().ordinal());
            var words = Letters.heading(section.heading());
            boolean accepted = words.equals(Letters.letters(title.title()));
            for (var variant : title.accepted()) {
                accepted = accepted || words.equals(Letters.letters(variant));
            }
            if (!accepted) {
                verdict.find(
                        List.of(),
                        place(subject, section),
                        Map.of("actual", section.heading(), "expected", numbered(title)),
                        numbered(title),
                        section.heading());
            }
        }
    }

    private static Place place(Subject subject, Section section) {
        return subject.trace().sections().getOrDefault(section.key(), Place.NONE);
    }
}
