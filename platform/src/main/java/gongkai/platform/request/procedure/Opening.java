package gongkai.platform.request.procedure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a case begins. */
public sealed interface Opening {
    /**
     * A request came in.
     *
     * @param submittedOn the day it was handed in, signed for by the organ, or signed by the applicant
     * @param confirmedOn the day both sides confirmed it, where the channel needs that; null while they have not
     */
    record Received(
            Channel channel,
            LocalDate submittedOn,
            @Nullable LocalDate confirmedOn) implements Opening {
        /** The day of receipt (收到申请之日); null until it is confirmed (第三十一条). */
        public @Nullable LocalDate receiptDate() {
            return channel.needsConfirmation() ? confirmedOn : submittedOn;
        }
    }

    /** A new answer to an old request was ordered; it is counted in no table (the old request was). */
    record Ordered(LocalDate on, LocalDate until, String original) implements Opening {}
}
