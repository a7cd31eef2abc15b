package gongkai.platform.register;

import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.List;

/**
 * A form that changes organs.
 *
 * @param code the organ, empty for a new one
 * @param name its name
 * @param below what stands below it and would move
 */
public record ReformPage(
        String code, String name, Form form, List<Option> kinds, List<Option> capacities, List<String> below) {
    /** Where the form is sent, and where it is left to. */
    public String home() {
        return code.isEmpty() ? "/office/organs" : "/office/organs/" + code;
    }
}
