package gongkai.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * A form as a page shows it: what was typed, and what is wrong with it.
 *
 * @param values what stands in each field, by name; several values where several can be chosen
 * @param fieldErrors what is wrong with each field, by name, in the order of the form
 * @param errors what is wrong with the whole
 */
public record Form(Map<String, List<String>> values, Map<String, String> fieldErrors, List<String> errors) {
    /** A form nothing was typed in yet. */
    public static final Form EMPTY = new Form(Map.of(), Map.of(), List.of());

    /** A form filled with what is stored or was typed. */
    public static Form of(Map<String, String> values) {
        var lists = new LinkedHashMap<String, List<String>>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Form(lists, Map.of(), List.of());
    }

    /** A form filled with what is stored or was typed, where a field may hold several values. */
    public static Form of(MultiValueMap<String, String> values) {
        return new Form(new LinkedHashMap<>(values), Map.of(), List.of());
    }

    /** A form that was sent and checked: {@code typed} are the request's parameters. */
    public static Form of(Map<String, String> typed, BindingResult result) {
        var form = of(typed);
        for (FieldError error : result.getFieldErrors()) {
            form = form.wrong(error.getField(), message(error));
        }
        for (ObjectError error : result.getGlobalErrors()) {
            form = form.wrong(message(error));
        }
        return form;
    }

    /** The same, with something wrong in that field: a sentence that says what to do. */
    public Form wrong(String field, String message) {
        var wrong = new LinkedHashMap<>(fieldErrors);
        wrong.merge(field, message, (first, second) -> first + "；" + second);
        return new Form(values, wrong, errors);
    }

    /** The same, with something wrong as a whole. */
    public Form wrong(String message) {
        var wrong = new ArrayList<>(errors);
        wrong.add(message);
        return new Form(values, fieldErrors, List.copyOf(wrong));
    }

    /** What stands in that field, empty if nothing does. */
    public String value(String field) {
        var all = values.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** Whether that is what stands in the field, or is among what was chosen there. */
    public boolean holds(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    /** What is wrong with that field, empty if nothing is. */
    public String error(String field) {
        return fieldErrors.getOrDefault(field, "");
    }

    /** Whether anything is wrong. */
    public boolean rejected() {
        return !fieldErrors.isEmpty() || !errors.isEmpty();
    }

    /** The elements that describe a field, for {@code aria-describedby}; null when there are none. */
    public @org.jspecify.annotations.Nullable String describedBy(String field, String hint) {
        var ids = new ArrayList<String>();
        if (!hint.isEmpty()) {
            ids.add("h-" + field);
        }
        if (!error(field).isEmpty()) {
            ids.add("e-" + field);
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    private static String message(ObjectError error) {
        var text = error.getDefaultMessage();
        return text == null ? "填写有误" : text;
    }
}
