package gongkai.platform.letter;

import gongkai.platform.organ.Organ;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.web.Form;
import java.util.List;

/** The template of one kind of letter, with the fields it may use and those it may not lack. */
public record TemplatePage(
        Organ organ,
        LetterKind kind,
        List<Templates.Version> versions,
        List<String> common,
        List<LetterField> fields,
        List<String> repeated,
        List<String> needed,
        Form form) {
    /** Whether one of the organ's own is in use. */
    public boolean own() {
        return versions.stream().anyMatch(Templates.Version::active);
    }

    /** As it is written in the template. */
    public String sign(String field) {
        return "{{" + field + "}}";
    }
}
