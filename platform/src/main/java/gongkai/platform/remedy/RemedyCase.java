package gongkai.platform.remedy;

import gongkai.platform.organ.OrganId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reconsideration or a lawsuit about the disclosure of government information.
 *
 * @param request the number of the request it is about; null when it came from proactive disclosure
 * @param caseNo the number the reconsideration organ or court gave it
 * @param outcome null until it is closed
 * @param closedOn null until then
 */
public record RemedyCase(
        long id,
        OrganId organ,
        RemedyKind kind,
        @Nullable String request,
        String caseNo,
        LocalDate acceptedOn,
        @Nullable RemedyOutcome outcome,
        @Nullable LocalDate closedOn) {
    /** What table 4 knows of it. */
    public TableFour.Counted counted() {
        return new TableFour.Counted(kind, acceptedOn, outcome, closedOn);
    }
}
