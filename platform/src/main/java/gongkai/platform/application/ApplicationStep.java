package gongkai.platform.application;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The steps of the form, one page each, and the fields each asks for. */
public enum ApplicationStep {
    WHO("who", "我是谁", "kind", "name", "idNumber", "phone", "email", "address", "agent", "assistance"),
    WHAT("what", "我要什么", "description", "docNo"),
    HOW("how", "怎样给我", "form", "delivery", "alternative", "electronic"),
    CHECK("check", "核对");

    private final String path;
    private final String title;
    private final List<String> fields;

    ApplicationStep(String path, String title, String... fields) {
        this.path = path;
        this.title = title;
        this.fields = List.of(fields);
    }

    /** Its name in addresses. */
    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    List<String> fields() {
        return fields;
    }

    /** The one after it; the last one stays. */
    ApplicationStep next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    static Optional<ApplicationStep> named(String path) {
        return Arrays.stream(values()).filter(step -> step.path.equals(path)).findFirst();
    }
}
