package gongkai.platform.casework;

import gongkai.platform.personal.Applicant;
import gongkai.platform.web.Form;
import org.jspecify.annotations.Nullable;

/** Asks for the reason, then shows the applicant in the clear. */
public record ApplicantPage(
        String number, Form form, @Nullable Applicant clear) {
    public String path() {
        return Cases.path(number);
    }
}
