package gongkai.annualreport.checking;

import java.util.List;

final class ConsolidationRules {
    private ConsolidationRules() {}

    static final List<ConsolidationRule> ALL = List.of();
}
