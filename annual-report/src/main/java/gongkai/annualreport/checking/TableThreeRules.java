package gongkai.annualreport.checking;

import java.util.List;

final class TableThreeRules {
    private TableThreeRules() {}

    static final List<Rule> ALL = List.of();
}
