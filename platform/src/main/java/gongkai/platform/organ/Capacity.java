package gongkai.platform.organ;

import java.util.Arrays;
import java.util.Optional;

/** A legal capacity (法定权限) an organ has in its own name. Table 2 of the annual report is held against it. */
public enum Capacity {
    RULE_MAKING("规章制定权"),
    LICENSING("行政许可"),
    PENALTY("行政处罚"),
    COERCION("行政强制");

    private final String chinese;

    Capacity(String chinese) {
        this.chinese = chinese;
    }

    /** Its name on screens and in files. */
    public String chinese() {
        return chinese;
    }

    /** The capacity with that Chinese name or that identifier; a closing 权 may be left out or added. */
    public static Optional<Capacity> of(String word) {
        var asked = bare(word);
        return Arrays.stream(values())
                .filter(capacity ->
                        bare(capacity.chinese).equals(asked) || capacity.name().equals(asked))
                .findFirst();
    }

    private static String bare(String word) {
        var text = word.strip();
        return text.endsWith("权") ? text.substring(0, text.length() - 1) : text;
    }
}
