package gongkai.annualreport.command;

import gongkai.annualreport.Finding;
import gongkai.annualreport.Place;
import gongkai.annualreport.Severity;
import gongkai.annualreport.checking.Checkup;
import java.util.ArrayList;
import java.util.List;

/** Findings as a table for a person at a terminal, most severe first; what could not be judged is a group of its own. */
record FindingTable(Ink ink) {

    String text(List<Finding> findings, List<Checkup.Unjudged> unjudged) {
        var text = new StringBuilder();
        if (findings.isEmpty()) {
            text.append("  没有发现问题\n");
        }
        for (var severity : Severity.values()) {
            var group = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .toList();
            if (!group.isEmpty()) {
                text.append("  ")
                        .append(ink.of(severity, title(severity) + "（" + group.size() + "）"))
                        .append('\n');
                text.append(rows(group));
            }
        }
        if (!unjudged.isEmpty()) {
            text.append("  ").append(ink.dim("无法判断（" + unjudged.size() + "）")).append('\n');
            var table = new TextTable(List.of(false, false));
            unjudged.forEach(one -> table.row(List.of(one.rule(), one.reason())));
            text.append(ink.dim(table.text("    ")));
        }
        return text.toString();
    }

    private static String rows(List<Finding> findings) {
        var table = new TextTable(List.of(false, false, false));
        findings.forEach(finding -> table.row(List.of(finding.rule(), where(finding.place()), finding.message())));
        return table.text("    ");
    }

    static String title(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARN -> "警告";
            case INFO -> "提示";
        };
    }

    /** For example {@code 第3页第12段}. */
    static String where(Place place) {
        var parts = new ArrayList<String>();
        if (place.page() != null) {
            parts.add("第" + place.page() + "页");
        }
        if (place.paragraph() != null) {
            parts.add("第" + place.paragraph() + "段");
        }
        if (place.line() != null) {
            parts.add("第" + place.line() + "行");
        }
        return parts.isEmpty() ? "全文" : String.join("", parts);
    }
}
