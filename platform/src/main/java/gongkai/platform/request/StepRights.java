package gongkai.platform.request;

import gongkai.platform.access.Action;
import gongkai.platform.request.procedure.StepType;

/** Which right each step needs. */
public final class StepRights {
    private StepRights() {}

    /** Signing an answer and lengthening the term are not for whoever handles the case, but an old one may be entered as it was. */
    public static Action of(StepType type, boolean backfilled) {
        return switch (type) {
            case ANSWER_ON_SPOT, DECIDE, EXPLANATION_UNREASONABLE, EXTEND, GRANT_REASONABLE_DELAY, UNDO ->
                backfilled ? Action.HANDLE_REQUESTS : Action.DECIDE_REQUESTS;
            case CONFIRM,
                    REGISTER,
                    REQUEST_CORRECTION,
                    CORRECTION_RECEIVED,
                    CORRECTION_OVERDUE,
                    REQUEST_EXPLANATION,
                    CONSULT_THIRD_PARTY,
                    THIRD_PARTY_REPLIED,
                    THIRD_PARTY_OVERDUE,
                    CONSULT_AGENCY,
                    AGENCY_REPLIED,
                    AGENCY_OVERDUE,
                    NOTICE_FEE,
                    LETTER_RECEIVED,
                    FEE_PAID,
                    FEE_OVERDUE,
                    WITHDRAW,
                    SPLIT,
                    MERGE,
                    SUBMIT_FOR_REVIEW,
                    RETURN_FROM_REVIEW,
                    DISPATCH,
                    DELIVER,
                    ARCHIVE,
                    REDO -> Action.HANDLE_REQUESTS;
        };
    }
}
