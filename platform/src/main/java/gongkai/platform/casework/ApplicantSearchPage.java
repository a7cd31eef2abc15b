package gongkai.platform.casework;

import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for requests by their applicant. @param found null before anything was looked for */
public record ApplicantSearchPage(
        Form form, List<Option> fields, @Nullable List<AlikeLine> found) {}
