package gongkai.annualreport.checking;

import java.util.List;

/** Rules that hold the prose against the tables, and the prose against the law's words. */
final class NarrativeRules {
    private NarrativeRules() {}

    static final List<Rule> ALL = List.of();
}
