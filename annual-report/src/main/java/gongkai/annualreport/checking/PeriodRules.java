package gongkai.annualreport.checking;

import java.util.List;

final class PeriodRules {
    private PeriodRules() {}

    static final List<Rule> ALL = List.of();
}
