package gongkai.annualreport.checking;

import java.util.List;

final class TableTwoRules {
    private TableTwoRules() {}

    static final List<Rule> ALL = List.of();
}
