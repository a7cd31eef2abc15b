package gongkai.annualreport.checking;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.Finding;
import gongkai.annualreport.Place;
import gongkai.annualreport.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what one rule says: findings, or that it cannot judge. */
public final class Verdict {
    private final Declaration rule;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> unjudged = new ArrayList<>();

    Verdict(Declaration rule) {
        this.rule = rule;
    }

    /** Reports a finding with the rule's own severity. {@code values} fill the message's {@code {name}}s. */
    public void find(
            List<CellKey> cells,
            Place place,
            Map<String, ?> values,
            @Nullable Object expected,
            @Nullable Object actual) {
        find(rule.severity(), cells, place, values, expected, actual);
    }

    /** Reports a finding with another severity than the rule's own, where the rule says so. */
    public void find(
            Severity severity,
            List<CellKey> cells,
            Place place,
            Map<String, ?> values,
            @Nullable Object expected,
            @Nullable Object actual) {
        findings.add(new Finding(rule.code(), severity, cells, place, fill(rule.message(), values), expected, actual));
    }

    /** Reports a finding in words of its own, where what was found is not what the rule's message tells. */
    void say(
            Severity severity,
            List<CellKey> cells,
            Place place,
            String message,
            @Nullable Object expected,
            @Nullable Object actual) {
        findings.add(new Finding(rule.code(), severity, cells, place, message, expected, actual));
    }

    /** Says that the rule cannot be judged here, and why, in Chinese. Neither a pass nor an alarm. */
    public void cannotJudge(String reason) {
        unjudged.add(reason);
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> unjudged() {
        return unjudged;
    }

    private static String fill(String template, Map<String, ?> values) {
        var text = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            var value = values.get(template.substring(open + 1, close));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + template.substring(open, close + 1));
            }
            text.append(template, from, open).append(value);
            from = close + 1;
        }
        return text.append(template, from, template.length()).toString();
    }
}
