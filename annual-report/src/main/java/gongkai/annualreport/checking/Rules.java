package gongkai.annualreport.checking;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue of rules. */
public final class Rules {
    /** Every rule about one report, in the order of the catalogue. */
    public static final List<Rule> ALL = Stream.of(
                    SectionRules.ALL,
                    StructureRules.ALL,
                    TitleRules.ALL,
                    PeriodRules.ALL,
                    CellRules.ALL,
                    TableTwoRules.ALL,
                    TableThreeRules.ALL,
                    TableFourRules.ALL,
                    YearRules.ALL,
                    NarrativeRules.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Rule::chapter))
            .toList();

    /** Every rule about a report that sums up many. */
    public static final List<ConsolidationRule> CONSOLIDATION = ConsolidationRules.ALL;

    private Rules() {}

    /** All of them, in the order of the catalogue. */
    public static List<Declaration> catalogue() {
        return Stream.<Declaration>concat(ALL.stream(), CONSOLIDATION.stream()).toList();
    }
}
