package gongkai.platform.casework;

import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.Arrays;
import java.util.List;

/** The open questions, what holds today, and what was settled. */
public record DisputedRulesPage(String organ, List<Line> lines, List<DisputedRules.Settled> settled, Form form) {
    /** One question. @param today the answer that holds today, in words */
    public record Line(DisputedQuestion question, String today, boolean usual) {}

    public static List<Option> questions() {
        return Arrays.stream(DisputedQuestion.values())
                .map(question -> new Option(question.name(), question.label()))
                .toList();
    }

    /** Every answer of every question once. */
    public static List<Option> answers() {
        return Arrays.stream(DisputedQuestion.values())
                .flatMap(question -> question.answers().stream())
                .distinct()
                .toList();
    }
}
