package gongkai.platform.review;

import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.List;

/** What the pages show by which one case becomes several, or several are answered together. */
public final class KinshipPages {
    private KinshipPages() {}

    /**
     * A form of one of these steps.
     *
     * @param barred the article and reason that bar the step, empty if nothing does
     * @param rows how many matters can be typed
     * @param others the other requests of the applicant that may be answered together
     */
    public record Step(CaseHead head, String barred, Form form, int rows, List<Option> others) {}

    /** The cases that were made, each with the code that is told once. */
    public record Made(CaseHead head, String title, List<Child> children) {}

    public record Child(String number, String title, String queryCode) {}
}
