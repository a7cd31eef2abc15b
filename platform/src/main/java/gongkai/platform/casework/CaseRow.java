package gongkai.platform.casework;

import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.web.Due;
import gongkai.platform.web.Tone;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list. It tells nothing of the applicant but the kind.
 *
 * @param due until when it has to be answered, while that runs
 * @param waits until when somebody else has to act, while that runs
 * @param division who is charged with it, empty for nobody
 */
public record CaseRow(
        String number,
        String title,
        RequestState state,
        Channel channel,
        String kind,
        LocalDate submittedOn,
        @Nullable LocalDate receiptDate,
        @Nullable LocalDate dueDay,
        @Nullable Due due,
        @Nullable Due waits,
        @Nullable Due internalDue,
        String division,
        String handler,
        boolean opened,
        @Nullable LocalDate endedOn,
        @Nullable String result) {
    public String link() {
        return Cases.path(number);
    }

    /** Red, orange or green (红黄绿), grey when it is over. */
    public Tone tone() {
        if (isClosed()) {
            return Tone.CLOSED;
        }
        if (state == RequestState.AWAITING_CONFIRMATION) {
            return Tone.WARNING;
        }
        var shown = due != null ? due : waits;
        return shown == null || shown.tone() == Tone.ACTION ? Tone.DONE : shown.tone();
    }

    public boolean isClosed() {
        return switch (state) {
            case DELIVERED, WITHDRAWN, ABANDONED_CORRECTION, ABANDONED_FEE, ARCHIVED -> true;
            default -> false;
        };
    }

    /** Who has to do what next. */
    public String next() {
        return isClosed() ? "" : Turn.who(state) + Turn.what(state);
    }
}
