package gongkai.annualreport.checking;

import gongkai.annualreport.Finding;
import gongkai.annualreport.Place;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks reports: the front door of this package. */
public final class Checks {
    private static final Comparator<Place> PLACE = Comparator.<Place>comparingInt(place -> number(place.page()))
            .thenComparingInt(place -> number(place.line()))
            .thenComparingInt(place -> number(place.paragraph()));
    private static final Map<String, Integer> ORDER = order();
    private static final Comparator<Finding> MOST_SEVERE_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> ORDER.getOrDefault(finding.rule(), Integer.MAX_VALUE))
            .thenComparing(Finding::place, PLACE);

    private Checks() {}

    /** Applies every rule and adds what the reader noted. */
    public static Checkup check(Subject subject) {
        return check(subject, Rules.ALL);
    }

    /** Applies only these rules and adds what the reader noted. */
    public static Checkup check(Subject subject, List<Rule> rules) {
        var findings = new ArrayList<>(subject.reading().notes());
        labels(subject, findings);
        var unjudged = new ArrayList<Checkup.Unjudged>();
        var format = subject.report().format();
        for (var rule : rules) {
            if (appliesTo(rule, format)) {
                var verdict = new Verdict(rule);
                rule.judge().judge(subject, verdict);
                collect(verdict, rule, findings, unjudged);
            }
        }
        return outcome(findings, unjudged);
    }

    /** Applies every rule about a report that sums up many. */
    public static Checkup check(ConsolidationSubject subject) {
        var findings = new ArrayList<Finding>();
        var unjudged = new ArrayList<Checkup.Unjudged>();
        for (var rule : Rules.CONSOLIDATION) {
            var verdict = new Verdict(rule);
            rule.judge().judge(subject, verdict);
            collect(verdict, rule, findings, unjudged);
        }
        return outcome(findings, unjudged);
    }

    /** A label read as the official one is a repair, told like the reader's others; whether it is a fault is for a rule to say. */
    private static void labels(Subject subject, List<Finding> findings) {
        var told = new HashSet<String>();
        for (var label : subject.trace().labels()) {
            var message = "“" + label.actual() + "”按“" + label.expected() + "”读取";
            if (told.add(message)) {
                findings.add(new Finding(
                        "READ-LABEL",
                        Severity.INFO,
                        List.of(),
                        label.place(),
                        message,
                        label.expected(),
                        label.actual()));
            }
        }
    }

    private static boolean appliesTo(Rule rule, @Nullable ReportFormat format) {
        return rule.formats().isEmpty() || (format != null && rule.formats().contains(format.key()));
    }

    private static void collect(
            Verdict verdict, Declaration rule, List<Finding> findings, List<Checkup.Unjudged> unjudged) {
        findings.addAll(verdict.findings());
        verdict.unjudged().forEach(reason -> unjudged.add(new Checkup.Unjudged(rule.code(), reason)));
    }

    private static Checkup outcome(List<Finding> findings, List<Checkup.Unjudged> unjudged) {
        findings.sort(MOST_SEVERE_FIRST);
        return new Checkup(findings, unjudged);
    }

    private static int number(@Nullable Integer number) {
        return number == null ? Integer.MAX_VALUE : number;
    }

    private static Map<String, Integer> order() {
        var order = new HashMap<String, Integer>();
        Rules.catalogue().forEach(rule -> order.put(rule.code(), order.size()));
        return order;
    }
}
