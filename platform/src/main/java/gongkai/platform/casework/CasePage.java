package gongkai.platform.casework;

import gongkai.platform.personal.MaskedApplicant;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Due;
import gongkai.platform.web.Part;
import gongkai.platform.web.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a case (办件).
 *
 * @param due the time to answer, null while it stands still or never ran
 * @param stopped why no day is shown for the time to answer, empty if one is
 * @param bar the days of the running term
 * @param errands what is left to do beside the steps
 * @param undo the last step that may be taken back, null if whoever is signed in may not or nothing can be
 * @param row the row of table 3, or what will be known at the end
 */
public record CasePage(
        DisclosureRequest request,
        String organ,
        String title,
        Tone tone,
        Turn turn,
        @Nullable Due due,
        String stopped,
        ClockBar bar,
        List<CaseErrand.Errand> errands,
        List<NextStep> steps,
        @Nullable NextStep undo,
        boolean mayBackfill,
        MaskedApplicant applicant,
        boolean mayReveal,
        Docket docket,
        @Nullable Due internalDue,
        boolean mayAssign,
        String row,
        List<TimelineEntry> timeline,
        List<Tab> tabs,
        @Nullable Part panel) {

    /** A tab below the timeline. */
    public record Tab(String id, String title, String link, boolean present) {}

    /** The steps that can be taken. */
    public List<NextStep> open() {
        return steps.stream().filter(step -> step.barred() == null).toList();
    }

    /** Those that cannot, with why. */
    public List<NextStep> barred() {
        return steps.stream().filter(step -> step.barred() != null).toList();
    }

    public boolean hasTab(String id) {
        return tabs.stream().anyMatch(tab -> tab.id().equals(id));
    }

    public String path() {
        return Cases.path(request.number());
    }
}
