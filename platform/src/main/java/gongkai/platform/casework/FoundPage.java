package gongkai.platform.casework;

import gongkai.platform.request.procedure.RequestState;
import java.time.LocalDate;
import java.util.List;

/**
 * What was found from the box at the top of a page.
 *
 * @param byApplicant whether applicants were looked through, too
 */
public record FoundPage(String sought, List<Numbered> numbered, List<AlikeLine> ofApplicant, boolean byApplicant) {
    /** A case whose number holds what was looked for. */
    public record Numbered(String number, String title, LocalDate submittedOn, RequestState state) {
        public String link() {
            return Cases.path(number);
        }
    }
}
