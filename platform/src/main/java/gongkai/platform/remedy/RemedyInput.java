package gongkai.platform.remedy;

import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what was typed about a case; what is wrong gathers in {@link #form}. */
final class RemedyInput {
    private final Map<String, String> typed;
    private Form form;

    RemedyInput(Map<String, String> typed) {
        this.typed = typed;
        this.form = Form.of(typed);
    }

    Form form() {
        return form;
    }

    void wrong(String field, String message) {
        form = form.wrong(field, message);
    }

    String text(String name, int longest, String label) {
        var text = typed.getOrDefault(name, "").replace("\0", "").strip();
        if (text.length() > longest) {
            wrong(name, label + "最多 " + longest + " 个字");
        }
        return text;
    }

    String required(String name, int longest, String label) {
        var text = text(name, longest, label);
        if (text.isEmpty()) {
            wrong(name, "请填写" + label);
        }
        return text;
    }

    @Nullable
    LocalDate day(String name, String label) {
        var text = typed.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Day.typed(text);
        } catch (DateTimeParseException e) {
            wrong(name, label + "“" + text + "”读不懂，请按 2026-03-02 的样子填写");
            return null;
        }
    }

    @Nullable
    LocalDate requiredDay(String name, String label) {
        if (typed.getOrDefault(name, "").isBlank()) {
            wrong(name, "请填写" + label);
        }
        return day(name, label);
    }

    <E extends Enum<E>> @Nullable E choice(String name, Class<E> kind, String label) {
        var chosen = Arrays.stream(kind.getEnumConstants())
                .filter(each -> each.name().equals(typed.get(name)))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            wrong(name, "请选择" + label);
        }
        return chosen;
    }
}
