package gongkai.platform.letter;

import gongkai.platform.web.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One letter.
 *
 * @param problems what it lacks before it can be signed
 * @param pictures the addresses of the pages of its preview
 * @param text the same as text
 * @param unprintable what of it cannot be printed, in words; empty if all can
 * @param mayOpen whether whoever looks may see who the applicant is
 * @param answer whether its delivery is a step of the case
 */
public record LetterPage(
        Letter letter,
        List<LetterField> fields,
        Form form,
        List<String> problems,
        List<String> pictures,
        String text,
        String unprintable,
        @Nullable Delivery delivery,
        boolean mayEdit,
        boolean maySign,
        boolean mayGiveUp,
        boolean mayHandle,
        boolean mayOpen,
        boolean answer) {
    /** The case it belongs to. */
    public String caseLink() {
        return "/office/requests/" + letter.request() + "?tab=letters";
    }

    /** What stands in a field, masked for those who may not see it. */
    public String shown(LetterField field) {
        var value = field.name().equals(LetterFields.ADDRESSEE)
                ? letter.content().before(field.name())
                : letter.content().values().getOrDefault(field.name(), "");
        return mayOpen ? value : LetterFields.masked(field.name(), value);
    }

    /** What was proposed where a person wrote something else. */
    public String proposed(String field) {
        return letter.content().proposal().getOrDefault(field, "");
    }

    /** Whether that differs from what was proposed. */
    public boolean differs(String field) {
        return letter.content().differs(field);
    }
}
