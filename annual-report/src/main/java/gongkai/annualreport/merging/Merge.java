package gongkai.annualreport.merging;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Finding;
import gongkai.annualreport.checking.Checkup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of merging: one report, or why there is none. */
public sealed interface Merge {
    /** What was found on the way; codes {@code CON-…}. */
    List<Finding> findings();

    /**
     * The members made one report.
     *
     * @param contributions for every cell of the report what each member brings to it, in the order of the members
     * @param checkup what the rules about sums found, and what was noted while adding up
     */
    record Merged(AnnualReport report, Map<CellKey, List<Contribution>> contributions, Checkup checkup)
            implements Merge {
        public Merged {
            contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
        }

        @Override
        public List<Finding> findings() {
            return checkup.findings();
        }

        /** What each member brings to that cell; empty where the report has no such cell. */
        public List<Contribution> contributions(CellKey key) {
            return contributions.getOrDefault(key, List.of());
        }

        public boolean hasErrors() {
            return checkup.hasErrors();
        }
    }

    /** The members do not belong together: adding them up would mean nothing. */
    record Refused(List<Finding> findings) implements Merge {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
