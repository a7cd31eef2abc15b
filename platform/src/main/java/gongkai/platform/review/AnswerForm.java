package gongkai.platform.review;

import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A draft as the fields of its form, and back. */
final class AnswerForm {
    static final int MOST_PARTS = 20;
    private static final int LEAST_ROWS = 3;
    private static final int LONGEST = 5000;

    private AnswerForm() {}

    /** The form filled with a draft. */
    static Form of(AnswerDraft.Content content, int seen, List<String> proposed) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("seen", String.valueOf(seen));
        content.facts().forEach((name, text) -> values.add("fact-" + name, text));
        values.add("reasons", content.reasons());
        for (int i = 0; i < content.parts().size(); i++) {
            var part = content.parts().get(i);
            values.add("part" + i + "-matter", part.matter());
            values.add("part" + i + "-nature", part.nature());
            values.add("part" + i + "-reason", part.reason());
            values.add("part" + i + "-article", part.article());
        }
        content.legalBasis().stream().filter(proposed::contains).forEach(basis -> values.add("basis", basis));
        values.add(
                "otherBasis",
                String.join(
                        "\n",
                        content.legalBasis().stream()
                                .filter(basis -> !proposed.contains(basis))
                                .toList()));
        values.add("searchRecord", content.searchRecord());
        values.add("previousRequest", content.previousRequest());
        content.papers().forEach((paper, where) -> values.add("paper-" + paper, where));
        content.given().forEach(file -> values.add("given", file));
        content.asIs().forEach(file -> values.add("asIs", file));
        return Form.of(values);
    }

    /** How many rows for withheld parts the form has: one more than are filled. */
    static int rows(Form form) {
        int filled = 0;
        for (int i = 0; i < MOST_PARTS; i++) {
            if (!form.value("part" + i + "-matter").isBlank()
                    || !form.value("part" + i + "-reason").isBlank()) {
                filled = i + 1;
            }
        }
        return Math.min(MOST_PARTS, Math.max(LEAST_ROWS, filled + 1));
    }

    static AnswerDraft.Content read(
            MultiValueMap<String, String> typed, DecisionType decision, Step.@Nullable Granting sub) {
        var facts = new LinkedHashMap<String, String>();
        for (var fact : AnswerRules.facts(decision, sub)) {
            put(facts, fact.name(), text(typed, "fact-" + fact.name()));
        }
        var papers = new LinkedHashMap<String, String>();
        for (var paper : decision.papers()) {
            put(papers, paper, text(typed, "paper-" + paper));
        }
        var basis = new LinkedHashSet<String>(typed.getOrDefault("basis", List.of()));
        text(typed, "otherBasis")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(basis::add);
        return new AnswerDraft.Content(
                facts,
                text(typed, "reasons"),
                AnswerRules.hasParts(decision) ? parts(typed) : List.of(),
                List.copyOf(basis),
                text(typed, "searchRecord"),
                text(typed, "previousRequest"),
                papers,
                List.copyOf(typed.getOrDefault("given", List.of())),
                List.copyOf(typed.getOrDefault("asIs", List.of())));
    }

    /** The fields in which too much was typed. */
    static Form checked(Form form, MultiValueMap<String, String> typed) {
        var checked = form;
        for (var name : typed.keySet()) {
            if (text(typed, name).length() > LONGEST) {
                checked = checked.wrong(name, "太长，最多 " + LONGEST + " 个字");
            }
        }
        return checked;
    }

    private static List<AnswerDraft.Withheld> parts(MultiValueMap<String, String> typed) {
        var parts = new ArrayList<AnswerDraft.Withheld>();
        for (int i = 0; i < MOST_PARTS; i++) {
            var part = new AnswerDraft.Withheld(
                    text(typed, "part" + i + "-matter"),
                    text(typed, "part" + i + "-nature"),
                    text(typed, "part" + i + "-reason"),
                    text(typed, "part" + i + "-article"));
            if (!part.matter().isEmpty()
                    || !part.nature().isEmpty()
                    || !part.reason().isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static void put(Map<String, String> map, String name, String text) {
        if (!text.isEmpty()) {
            map.put(name, text);
        }
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        var text = typed.getFirst(name);
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }
}
