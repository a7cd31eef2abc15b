package gongkai.platform.request;

import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.ApplicantId;
import gongkai.platform.request.procedure.ApplicantKind;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Opening;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.TableThreeRow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request for government information (政府信息公开申请) and where it stands.
 *
 * @param applicant the number of the applicant among the personal data
 * @param openedConfirmedOn the day of confirmation that was entered at registration
 * @param confirmedOn the day of confirmation, entered then or later; null while there is none
 * @param due the last day to answer; null while the clock stands still and after an end without answer
 * @param endedOn the day of the step that ended it
 * @param judgedOn the day that decides whether the answer was in time
 * @param steps how many steps were taken, undone ones included
 * @param origin the number of the case this one came out of, split from it or ordered as a new answer to it; null if it came in by itself
 * @param answerBy the day that the order to answer anew set; null where no order began the case
 */
public record DisclosureRequest(
        long id,
        String number,
        OrganId organ,
        Channel channel,
        ApplicantId applicant,
        ApplicantKind applicantKind,
        LocalDate submittedOn,
        @Nullable LocalDate openedConfirmedOn,
        @Nullable LocalDate confirmedOn,
        String description,
        String wantedForm,
        String wantedDelivery,
        boolean backfilled,
        RequestState state,
        @Nullable LocalDate receiptDate,
        @Nullable LocalDate due,
        boolean extended,
        @Nullable DecisionType decision,
        @Nullable TableThreeRow row,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate judgedOn,
        int steps,
        @Nullable String origin,
        @Nullable LocalDate answerBy) {
    /** How the case began. */
    public Opening opening() {
        return answerBy != null && origin != null
                ? new Opening.Ordered(submittedOn, answerBy, origin)
                : new Opening.Received(channel, submittedOn, openedConfirmedOn);
    }

    /** Whether it is a new answer that a reconsideration organ or court ordered (责令重作); it stands outside table 3. */
    public boolean isOrdered() {
        return answerBy != null;
    }

    /** Whether the answer was late, or is late by that day. */
    public boolean overdue(LocalDate today) {
        return due != null && (judgedOn == null ? today : judgedOn).isAfter(due);
    }
}
