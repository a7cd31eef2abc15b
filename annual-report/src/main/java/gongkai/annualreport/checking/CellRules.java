package gongkai.annualreport.checking;

import java.util.List;

final class CellRules {
    private CellRules() {}

    static final List<Rule> ALL = List.of();
}
