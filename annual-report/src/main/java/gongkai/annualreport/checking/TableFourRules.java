package gongkai.annualreport.checking;

import java.util.List;

final class TableFourRules {
    private TableFourRules() {}

    static final List<Rule> ALL = List.of();
}
