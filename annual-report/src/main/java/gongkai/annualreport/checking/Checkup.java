package gongkai.annualreport.checking;

import gongkai.annualreport.Finding;
import gongkai.annualreport.Severity;
import java.util.List;

/**
 * The outcome of checking one report.
 *
 * @param findings what the reader repaired and what the rules found, most severe first
 * @param unjudged rules that could not be judged, with the reason
 */
public record Checkup(List<Finding> findings, List<Unjudged> unjudged) {
    public Checkup {
        findings = List.copyOf(findings);
        unjudged = List.copyOf(unjudged);
    }

    /** A rule that could not be judged: not a pass, not an alarm. */
    public record Unjudged(String rule, String reason) {}

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
