package gongkai.annualreport.checking;

import gongkai.annualreport.checking.Layout.Sum;
import java.util.Map;

/** Sums of a table held against the totals stated. */
final class Sums {
    private Sums() {}

    /**
     * Reports a sum that does not come out, calling it by {@code label} in the message. Says whether it could be judged: with an item
     * lost it still can, if the others are already more than the total.
     */
    static boolean judge(Subject subject, Verdict verdict, Sum sum, String label) {
        var report = subject.report();
        var total = Figures.counted(report, sum.total());
        if (total == null || Figures.isOpen(report, sum.total())) {
            return false;
        }
        var items = Figures.sum(report, sum.items());
        int order = items.compareTo(total);
        if (order != 0 && (order > 0 || Figures.areKnown(report, sum.items()))) {
            verdict.find(
                    sum.cells(),
                    subject.trace().of(sum.total()),
                    Map.of(label, sum.label(), "s", Names.of(items), "t", Names.of(total)),
                    items,
                    total);
            return true;
        }
        return Figures.areKnown(report, sum.items());
    }
}
