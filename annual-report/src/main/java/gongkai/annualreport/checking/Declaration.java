package gongkai.annualreport.checking;

import gongkai.annualreport.Severity;
import java.util.List;

/** What every rule declares about itself, whatever it judges. {@code docs/report-rules.md} is written from these. */
public sealed interface Declaration permits Rule, ConsolidationRule {
    /** Never changes meaning. */
    String code();

    Severity severity();

    Rule.Chapter chapter();

    /** The keys of the formats it applies to; empty for all. */
    List<String> formats();

    /** What must hold, in Chinese. */
    String statement();

    /** The finding's message with {@code {name}} for each value. */
    String message();

    /** The article or the practice it rests on. */
    String source();
}
