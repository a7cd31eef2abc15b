package gongkai.annualreport.checking;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Finding;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import gongkai.annualreport.Section;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.reading.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports made for the rules about prose, and what the rules say of them. */
final class NarrativeSamples {
    private NarrativeSamples() {}

    /** A report of 云岭市交通运输局 of 2022: every cell 0 but those given. */
    static Builder report() {
        return new Builder();
    }

    static final class Builder {
        private String organ = "云岭市交通运输局";
        private int year = 2022;
        private String format = "2021";
        private @Nullable String title;
        private String preamble = "";
        private final Map<SectionKey, String> texts = new LinkedHashMap<>();
        private final Map<CellKey, Cell> cells = new LinkedHashMap<>();

        Builder organ(String organ) {
            this.organ = organ;
            return this;
        }

        Builder year(int year) {
            this.year = year;
            return this;
        }

        Builder format(String format) {
            this.format = format;
            return this;
        }

        Builder title(String title) {
            this.title = title;
            return this;
        }

        Builder preamble(String text) {
            preamble = text;
            return this;
        }

        Builder text(SectionKey section, String text) {
            texts.put(section, text);
            return this;
        }

        Builder cell(String key, long value) {
            return cell(key, Cell.of(value));
        }

        Builder cell(String key, Cell cell) {
            cells.put(CellKey.of(key), cell);
            return this;
        }

        Builder amount(String key, String value) {
            return cell(key, new Cell.Figure(new BigDecimal(value), null));
        }

        AnnualReport build() {
            var official = ReportFormats.official().byKey(format).orElseThrow();
            var all = new LinkedHashMap<CellKey, Cell>();
            for (var key : official.cells()) {
                all.put(key, cells.getOrDefault(key, Cell.ZERO));
            }
            all.putAll(cells);
            var sections = new ArrayList<Section>();
            for (ReportFormat.SectionTitle section : official.sections()) {
                var text = texts.get(section.key());
                if (text != null) {
                    sections.add(new Section(section.key(), heading(section), text));
                }
            }
            return new AnnualReport(
                    official,
                    year,
                    organ,
                    title != null ? title : organ + year + "年政府信息公开工作年度报告",
                    null,
                    null,
                    null,
                    preamble,
                    sections,
                    "",
                    all);
        }

        private static String heading(ReportFormat.SectionTitle section) {
            var title = section.title();
            return title.contains("、") && title.indexOf("、") == 1
                    ? title
                    : "一二三四五六".charAt(section.key().ordinal()) + "、" + title;
        }

        List<Finding> find(String code) {
            return NarrativeSamples.find(code, build());
        }
    }

    static List<Finding> find(String code, AnnualReport report) {
        return verdict(code, subject(report)).findings();
    }

    static Subject subject(AnnualReport report) {
        return new Subject(Reading.of(report), null, null, null);
    }

    static Verdict verdict(String code, Subject subject) {
        var rule = NarrativeRules.ALL.stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();
        var verdict = new Verdict(rule);
        rule.judge().judge(subject, verdict);
        return verdict;
    }

    /** What all rules about prose find, as the front door applies them: by format. */
    static List<Finding> findAll(AnnualReport report) {
        var subject = subject(report);
        var findings = new ArrayList<Finding>();
        for (var rule : NarrativeRules.ALL) {
            var format = report.format();
            if (rule.formats().isEmpty() || format != null && rule.formats().contains(format.key())) {
                var verdict = new Verdict(rule);
                rule.judge().judge(subject, verdict);
                findings.addAll(verdict.findings());
            }
        }
        return findings;
    }
}
