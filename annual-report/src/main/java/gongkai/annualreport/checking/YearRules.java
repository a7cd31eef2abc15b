package gongkai.annualreport.checking;

import java.util.List;

final class YearRules {
    private YearRules() {}

    static final List<Rule> ALL = List.of();
}
