package gongkai.platform.reporting;

import gongkai.annualreport.Finding;
import gongkai.annualreport.checking.Checkup;
import gongkai.platform.web.Tone;
import java.util.List;
import java.util.stream.Stream;

/** The findings of the rules, each with the page where it is mended. */
final class FindingLines {
    private FindingLines() {}

    static List<FindingLine> of(Checkup checkup, String path) {
        return checkup.findings().stream().map(finding -> line(finding, path)).toList();
    }

    /** The same for a report that is being written: a section that nobody wrote yet is told before what the rules say. */
    static List<FindingLine> of(YearReport report, Checkup checkup) {
        var path = "/office/reports/" + report.organ().code() + "/" + report.year();
        var unwritten = report.text(ReportPart.OVERVIEW).isBlank()
                ? Stream.of(new FindingLine(
                        Tone.WARNING,
                        "警告",
                        "",
                        "第一部分“总体情况”还没有写",
                        path + "/parts/" + ReportPart.OVERVIEW.key(),
                        ReportPart.OVERVIEW))
                : Stream.<FindingLine>empty();
        return Stream.concat(unwritten, of(checkup, path).stream()).toList();
    }

    private static FindingLine line(Finding finding, String path) {
        var part = part(finding);
        var place = finding.cells().isEmpty() ? "" : "#c-" + finding.cells().getFirst();
        var tone = switch (finding.severity()) {
            case ERROR -> Tone.ERROR;
            case WARN -> Tone.WARNING;
            case INFO -> Tone.ACTION;
        };
        var severity = switch (finding.severity()) {
            case ERROR -> "错误";
            case WARN -> "警告";
            case INFO -> "提示";
        };
        var link = part == ReportPart.PREAMBLE ? path + "/parts/preamble" : path + "/parts/" + part.key() + place;
        return new FindingLine(
                tone,
                severity,
                finding.rule(),
                finding.message(),
                finding.rule().startsWith("PUB-") ? path + "#published" : link,
                part);
    }

    /** The part a finding is about: that of its cells, else the one its rule reads. */
    private static ReportPart part(Finding finding) {
        if (!finding.cells().isEmpty()) {
            return switch (finding.cells().getFirst().table()) {
                case "t2" -> ReportPart.PROACTIVE;
                case "t4" -> ReportPart.REMEDIES;
                default -> ReportPart.REQUESTS;
            };
        }
        var rule = finding.rule();
        if (rule.startsWith("PER-") || rule.startsWith("PUB-") || rule.equals("NAR-YEAR") || rule.equals("NAR-ORGAN")) {
            return ReportPart.PREAMBLE;
        }
        if (rule.equals("NAR-PROBLEM")) {
            return ReportPart.PROBLEMS;
        }
        if (rule.startsWith("NAR-S6") || rule.equals("NAR-FEE-MISSING")) {
            return ReportPart.OTHER;
        }
        if (rule.startsWith("T4") || rule.equals("NAR-REMEDY")) {
            return ReportPart.REMEDIES;
        }
        return ReportPart.OVERVIEW;
    }
}
