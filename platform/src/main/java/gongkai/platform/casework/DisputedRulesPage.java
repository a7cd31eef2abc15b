package gongkai.platform.casework;

import gongkai.platform.web.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open questions, what holds today, and what was settled.
 *
 * @param chosen the question that is being settled anew, null for none
 */
public record DisputedRulesPage(
        String organ,
        List<Line> lines,
        List<DisputedRules.Settled> settled,
        @Nullable DisputedQuestion chosen,
        Form form) {
    /** One question. @param today the answer that holds today, in words */
    public record Line(DisputedQuestion question, String today, boolean usual) {}
}
