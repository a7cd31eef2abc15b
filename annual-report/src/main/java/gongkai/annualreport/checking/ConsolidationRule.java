package gongkai.annualreport.checking;

import gongkai.annualreport.Severity;
import java.util.List;

/** One rule about a report that sums up many (汇总), declared as data like every {@link Rule}. */
public record ConsolidationRule(
        String code, Severity severity, String statement, String message, String source, Judge judge)
        implements Declaration {
    @Override
    public Rule.Chapter chapter() {
        return Rule.Chapter.CONSOLIDATION;
    }

    @Override
    public List<String> formats() {
        return List.of();
    }

    /** Looks at the sum and its members and says what it finds, or that it cannot judge. Saying nothing is a pass. */
    @FunctionalInterface
    public interface Judge {
        void judge(ConsolidationSubject subject, Verdict verdict);
    }
}
