package gongkai.platform.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is written on the cover of a case.
 *
 * @param division the division charged with it, empty for none
 * @param handler the person charged with it, empty for none
 * @param internalDue until when the division has to be done (内部时限), null for none
 * @param opened whether those charged with it have looked at it
 */
public record Docket(
        @Nullable Long divisionId,
        String division,
        @Nullable Long handlerId,
        String handler,
        @Nullable LocalDate internalDue,
        boolean opened) {
    static final Docket NONE = new Docket(null, "", null, "", null, false);

    /** Whether anybody is charged with it. */
    public boolean assigned() {
        return divisionId != null || handlerId != null;
    }
}
