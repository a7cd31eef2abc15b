package gongkai.platform.application;

import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.Arrays;
import java.util.List;

/** The form on which a wish to have a record put right is decided. @param mayOpen whether whoever decides may open the evidence */
public record RectificationPage(String number, Message message, boolean mayOpen, Form form) {
    public static List<Option> outcomes() {
        return Arrays.stream(RectificationOutcome.values())
                .map(outcome -> new Option(outcome.name(), outcome.told() + "（" + outcome.when() + "）"))
                .toList();
    }
}
