package gongkai.annualreport.checking;

import java.util.List;

final class StructureRules {
    private StructureRules() {}

    static final List<Rule> ALL = List.of();
}
