package gongkai.platform.letter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a letter says, by the names of its fields.
 *
 * @param proposal as it was filled from the step
 * @param edited what a person wrote otherwise
 * @param fixed all of it, as it was signed; empty before
 * @param rows the lines of repeated rows
 */
public record LetterContent(
        Map<String, String> proposal,
        Map<String, String> edited,
        Map<String, String> fixed,
        Map<String, List<Map<String, String>>> rows) {
    /** Nothing is known any more: the applicant's data were erased. */
    static final LetterContent ERASED = new LetterContent(Map.of(), Map.of(), Map.of(), Map.of());

    /** Filled from a step and not touched yet. */
    static LetterContent proposed(Map<String, String> proposal, Map<String, List<Map<String, String>>> rows) {
        return new LetterContent(proposal, Map.of(), Map.of(), rows);
    }

    /** What stands in the fields now. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<>(proposal);
        values.putAll(edited);
        values.putAll(fixed);
        return values;
    }

    /** The same with the name of an applicant who is only called so: that is how a receipt of delivery (送达回证) names its addressee. */
    Map<String, String> signable(String applicant) {
        var values = values();
        if (before(LetterFields.ADDRESSEE).equals(LetterFields.APPLICANT)) {
            values.put(LetterFields.ADDRESSEE, applicant);
        }
        return values;
    }

    /** What stood in a field before it was signed. */
    String before(String field) {
        return edited.getOrDefault(field, proposal.getOrDefault(field, ""));
    }

    /** Whether a person wrote something else there than was proposed. */
    public boolean differs(String field) {
        return edited.containsKey(field);
    }

    /** The same with these values; what equals the proposal is no difference. */
    LetterContent with(Map<String, String> written) {
        var changed = new LinkedHashMap<>(edited);
        written.forEach((field, value) -> {
            if (value.equals(proposal.getOrDefault(field, ""))) {
                changed.remove(field);
            } else {
                changed.put(field, value);
            }
        });
        return new LetterContent(proposal, changed, fixed, rows);
    }

    LetterContent signed(Map<String, String> all) {
        return new LetterContent(proposal, edited, all, rows);
    }
}
