package gongkai.platform.casework;

import gongkai.platform.web.Option;
import java.util.List;

/** One field of the form of a step. */
public record StepField(Kind kind, String name, String label, String hint, boolean required, List<Option> options) {

    /** What is typed or chosen. */
    public enum Kind {
        TEXT,
        AREA,
        DAY,
        NUMBER,
        RADIO,
        SELECT,
        /** Scanned papers; they are kept among the materials of the case. */
        FILES
    }

    static StepField text(String name, String label, String hint) {
        return new StepField(Kind.TEXT, name, label, hint, false, List.of());
    }

    static StepField area(String name, String label, String hint) {
        return new StepField(Kind.AREA, name, label, hint, false, List.of());
    }

    static StepField day(String name, String label, String hint) {
        return new StepField(Kind.DAY, name, label, hint, false, List.of());
    }

    static StepField number(String name, String label, String hint) {
        return new StepField(Kind.NUMBER, name, label, hint, false, List.of());
    }

    static StepField radio(String name, String label, String hint, List<Option> options) {
        return new StepField(Kind.RADIO, name, label, hint, false, options);
    }

    static StepField select(String name, String label, String hint, List<Option> options) {
        return new StepField(Kind.SELECT, name, label, hint, false, options);
    }

    /** The name of every field for papers. */
    static final String PAPERS = "papers";

    static StepField papers(String label, String hint) {
        return new StepField(Kind.FILES, PAPERS, label, hint, false, List.of());
    }

    StepField must() {
        return new StepField(kind, name, label, hint, true, options);
    }
}
