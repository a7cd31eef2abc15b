package gongkai.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/**
 * A form as a page shows it: what was typed, and what is wrong with it.
 *
 * @param values what stands in each field, by name
 * @param fieldErrors what is wrong with each field, by name, in the order of the form
 * @param errors what is wrong with the whole
 */
public record Form(Map<String, String> values, Map<String, String> fieldErrors, List<String> errors) {
    /** A form nothing was typed in yet. */
    public static final Form EMPTY = new Form(Map.of(), Map.of(), List.of());

    /** A form filled with what is stored. */
    public static Form of(Map<String, String> values) {
        return new Form(values, Map.of(), List.of());
    }

    /** A form that was sent: {@code typed} are the request's parameters. */
    public static Form of(Map<String, String> typed, BindingResult result) {
        var wrong = new LinkedHashMap<String, String>();
        for (FieldError error : result.getFieldErrors()) {
            wrong.merge(error.getField(), message(error), (first, second) -> first + "；" + second);
        }
        return new Form(
                typed,
                wrong,
                result.getGlobalErrors().stream().map(Form::message).toList());
    }

    /** What stands in that field, empty if nothing does. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with that field, empty if nothing is. */
    public String error(String field) {
        return fieldErrors.getOrDefault(field, "");
    }

    /** Whether anything is wrong. */
    public boolean rejected() {
        return !fieldErrors.isEmpty() || !errors.isEmpty();
    }

    private static String message(org.springframework.validation.ObjectError error) {
        var text = error.getDefaultMessage();
        return text == null ? "填写有误" : text;
    }
}
