package gongkai.platform.letter;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The third parties asked in one consultation, and what each said.
 *
 * @param chosen the place of the one whose opinion is entered, -1 for none
 */
public record ConsultationPage(
        DisclosureRequest request, Consultations.Open open, LocalDate today, int chosen, Form form) {
    public static List<Option> opinions() {
        return Arrays.stream(Step.Opinion.values())
                .map(opinion -> new Option(opinion.name(), opinion.label()))
                .toList();
    }

    public String path() {
        return ConsultationController.path(request.number());
    }
}
