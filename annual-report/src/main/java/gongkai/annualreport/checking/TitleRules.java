package gongkai.annualreport.checking;

import java.util.List;

final class TitleRules {
    private TitleRules() {}

    static final List<Rule> ALL = List.of();
}
