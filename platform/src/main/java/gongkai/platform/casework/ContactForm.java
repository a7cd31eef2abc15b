package gongkai.platform.casework;

import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.List;

/** The form of an attempt to reach the applicant. */
public record ContactForm(String number, Form form) {
    public String path() {
        return Cases.path(number);
    }

    public List<Option> ways() {
        return Contacts.WAYS.stream().map(way -> new Option(way, way)).toList();
    }

    public List<Option> results() {
        return Contacts.RESULTS.stream()
                .map(result -> new Option(result, result))
                .toList();
    }
}
