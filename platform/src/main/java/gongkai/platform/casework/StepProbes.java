package gongkai.platform.casework;

import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import java.time.LocalDate;
import java.util.List;

/** A complete step of each type, to ask the law whether such a step would be barred today. Never taken. */
final class StepProbes {
    private static final String TEXT = "—";

    private StepProbes() {}

    static Step of(StepType type, LocalDate on) {
        return switch (type) {
            case CONFIRM -> new Step.Confirm(on);
            case REGISTER -> new Step.Register(on);
            case ANSWER_ON_SPOT -> new Step.AnswerOnSpot(on, DecisionType.GRANTED, Step.Granting.PROVIDED, TEXT);
            case REQUEST_CORRECTION -> new Step.RequestCorrection(on, List.of(TEXT), on);
            case CORRECTION_RECEIVED -> new Step.CorrectionReceived(on, TEXT);
            case CORRECTION_OVERDUE -> new Step.CorrectionOverdue(on);
            case REQUEST_EXPLANATION -> new Step.RequestExplanation(on, TEXT, on);
            case EXPLANATION_UNREASONABLE -> new Step.ExplanationUnreasonable(on, TEXT);
            case GRANT_REASONABLE_DELAY -> new Step.GrantReasonableDelay(on, on, TEXT);
            case CONSULT_THIRD_PARTY -> new Step.ConsultThirdParty(on, null, TEXT, TEXT);
            case THIRD_PARTY_REPLIED -> new Step.ThirdPartyReplied(on, Step.Opinion.AGREE, TEXT);
            case THIRD_PARTY_OVERDUE -> new Step.ThirdPartyOverdue(on);
            case CONSULT_AGENCY -> new Step.ConsultAgency(on, null, TEXT, TEXT);
            case AGENCY_REPLIED -> new Step.AgencyReplied(on, Step.Opinion.AGREE, TEXT);
            case AGENCY_OVERDUE -> new Step.AgencyOverdue(on);
            case EXTEND -> new Step.Extend(on, 1, TEXT, TEXT);
            case NOTICE_FEE -> new Step.NoticeFee(on, FeeBasis.PAGES, 1, null);
            case LETTER_RECEIVED -> new Step.LetterReceived(on, on);
            case FEE_PAID -> new Step.FeePaid(on);
            case FEE_OVERDUE -> new Step.FeeOverdue(on);
            case WITHDRAW -> new Step.Withdraw(on, TEXT);
            case SPLIT -> new Step.Split(on, List.of(TEXT), TEXT);
            case MERGE -> new Step.Merge(on, List.of(TEXT), on, TEXT);
            case SUBMIT_FOR_REVIEW -> new Step.SubmitForReview(on);
            case RETURN_FROM_REVIEW -> new Step.ReturnFromReview(on, TEXT);
            case DECIDE ->
                new Step.Decide(
                        on, DecisionType.GRANTED, Step.Granting.PROVIDED, TEXT, TEXT, List.of(TEXT), TEXT, TEXT, TEXT);
            case DISPATCH -> new Step.Dispatch(on, DeliveryMethod.DIRECT, "");
            case DELIVER -> new Step.Deliver(on, "");
            case ARCHIVE -> new Step.Archive(on);
            case REDO -> new Step.Redo(on, on, TEXT, TEXT);
            case UNDO -> new Step.Undo(on, TEXT);
        };
    }
}
