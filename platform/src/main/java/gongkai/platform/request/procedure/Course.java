package gongkai.platform.request.procedure;

import gongkai.platform.request.procedure.AnswerClock.Start;
import gongkai.platform.request.procedure.Stage.Answer;
import gongkai.platform.request.procedure.Stage.AwaitingOpinion;
import gongkai.platform.request.procedure.Stage.Ending;
import gongkai.platform.request.procedure.Standing.Past;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What follows from a step that was lawfully taken. Needs no calendar, so a history can always be replayed. */
final class Course {
    private Course() {}

    static Standing open(Opening opening) {
        return switch (opening) {
            case Opening.Received received -> {
                var day = received.receiptDate();
                yield day == null
                        ? new Standing(
                                new Stage.AwaitingConfirmation(received.submittedOn()),
                                null,
                                received.submittedOn(),
                                Past.NOTHING)
                        : registered(day);
            }
            case Opening.Ordered ordered ->
                new Standing(
                        new Stage.InProgress(AnswerClock.ordered(ordered.on(), ordered.until())),
                        null,
                        ordered.on(),
                        Past.NOTHING);
        };
    }

    private static Standing registered(LocalDate receipt) {
        return new Standing(
                new Stage.Registered(AnswerClock.started(Start.RECEIPT, receipt)), receipt, receipt, Past.NOTHING);
    }

    /** The steps that still stand: each undoing takes back the last of those before it. */
    static List<Step> standing(List<Step> steps) {
        var standing = new ArrayList<Step>();
        for (var step : steps) {
            if (!(step instanceof Step.Undo)) {
                standing.add(step);
            } else if (!standing.isEmpty()) {
                standing.removeLast();
            }
        }
        return standing;
    }

    static Standing replay(Opening opening, List<Step> steps) {
        var standing = open(opening);
        for (var step : standing(steps)) {
            standing = after(standing, step);
        }
        return standing;
    }

    /** Where the request stands after a step that may be taken from there. */
    static Standing after(Standing before, Step taken) {
        var stage = before.stage();
        var past = before.past();
        var on = taken.on();
        return switch (taken) {
            case Step.Confirm step -> registered(on);
            case Step.Register step -> before;
            case Step.AnswerOnSpot step -> before.at(decided(stage, on, step.decision(), step.sub()), on);
            case Step.Decide step -> before.at(decided(stage, on, step.decision(), step.sub()), on);
            case Step.ExplanationUnreasonable step ->
                before.at(decided(stage, on, DecisionType.REFUSED_MASS_REPEAT, null), on);
            case Step.RequestCorrection step ->
                before.at(
                        new Stage.AwaitingCorrection(clock(stage), on, step.deadline()),
                        on,
                        past.withCorrectionAsked());
            case Step.CorrectionReceived step ->
                before.at(new Stage.InProgress(AnswerClock.started(Start.CORRECTION, on)), on, past.withCorrected());
            case Step.CorrectionOverdue step -> before.at(ended(stage, on, Ending.NO_CORRECTION), on);
            case Step.RequestExplanation step ->
                before.at(
                        new Stage.AwaitingExplanation(clock(stage), step.deadline()), on, past.withExplanationAsked());
            case Step.GrantReasonableDelay step ->
                before.at(new Stage.InProgress(clock(stage).delayedUntil(step.until())), on, past.withDelayed());
            case Step.ConsultThirdParty step ->
                consulted(before, new Consultation(Consultation.Who.THIRD_PARTY, on, step.receivedOn(), null));
            case Step.ConsultAgency step ->
                consulted(before, new Consultation(Consultation.Who.AGENCY, on, step.receivedOn(), null));
            case Step.ThirdPartyReplied step -> resumed(before, opinion(stage).answered(on), on);
            case Step.AgencyReplied step -> resumed(before, opinion(stage).answered(on), on);
            case Step.ThirdPartyOverdue step -> resumed(before, opinion(stage), on);
            case Step.AgencyOverdue step -> resumed(before, opinion(stage), on);
            case Step.Extend step -> before.at(extended(stage, step.workingDays()), on, past.withExtended());
            case Step.NoticeFee step ->
                before.at(new Stage.AwaitingFee(clock(stage), on, step.basis(), step.count(), step.receivedOn()), on);
            case Step.LetterReceived step -> before.at(letterReceived(stage, step.receivedOn()), on);
            case Step.FeePaid step -> before.at(new Stage.InProgress(AnswerClock.started(Start.PAYMENT, on)), on);
            case Step.FeeOverdue step -> before.at(ended(stage, on, Ending.NO_PAYMENT), on);
            case Step.Withdraw step -> before.at(ended(stage, on, Ending.WITHDRAWN), on);
            case Step.Split step -> before.at(stage, on);
            case Step.Merge step -> before.at(merged(clock(stage), step.earliestReceipt()), on);
            case Step.SubmitForReview step -> before.at(new Stage.Reviewing(clock(stage)), on);
            case Step.ReturnFromReview step -> before.at(new Stage.InProgress(clock(stage)), on);
            case Step.Dispatch step ->
                before.at(new Stage.Dispatched(as(Stage.Decided.class, stage).answer(), on, step.method()), on);
            case Step.Deliver step -> before.at(delivered(as(Stage.Dispatched.class, stage), on), on);
            case Step.Archive step -> before.at(new Stage.Archived(on, as(Stage.Closed.class, stage)), on);
            case Step.Redo step -> before.at(stage, on);
            case Step.Undo step -> throw new IllegalStateException("undoing needs the whole history");
        };
    }

    private static Stage decided(Stage stage, LocalDate on, DecisionType decision, Step.@Nullable Granting sub) {
        return new Stage.Decided(new Answer(clock(stage), on, decision, sub));
    }

    private static Stage ended(Stage stage, LocalDate on, Ending ending) {
        return new Stage.Ended(Situation.clock(stage), on, ending);
    }

    private static Standing consulted(Standing before, Consultation consultation) {
        return before.at(new AwaitingOpinion(clock(before.stage()), consultation), consultation.sentOn());
    }

    private static Consultation opinion(Stage stage) {
        return as(AwaitingOpinion.class, stage).consultation();
    }

    private static Standing resumed(Standing before, Consultation consultation, LocalDate on) {
        return before.at(new Stage.InProgress(clock(before.stage()).after(consultation)), on);
    }

    /** Extending is a mark on the request and moves it nowhere. */
    private static Stage extended(Stage stage, int workingDays) {
        var clock = clock(stage).extendedBy(workingDays);
        return stage instanceof Stage.Registered ? new Stage.Registered(clock) : new Stage.InProgress(clock);
    }

    private static Stage letterReceived(Stage stage, LocalDate day) {
        if (stage instanceof AwaitingOpinion waiting) {
            return new AwaitingOpinion(waiting.clock(), waiting.consultation().received(day));
        }
        var fee = as(Stage.AwaitingFee.class, stage);
        return new Stage.AwaitingFee(fee.clock(), fee.since(), fee.basis(), fee.count(), day);
    }

    private static Stage merged(AnswerClock clock, LocalDate earliest) {
        return new Stage.Registered(earliest.isBefore(clock.from()) ? clock.countedFrom(earliest) : clock);
    }

    private static Stage delivered(Stage.Dispatched sent, LocalDate on) {
        return new Stage.Delivered(sent.answer(), sent.method().judgedBySending() ? sent.on() : on, on);
    }

    private static AnswerClock clock(Stage stage) {
        return Objects.requireNonNull(Situation.clock(stage), "no clock in this stage");
    }

    private static <S extends Stage> S as(Class<S> expected, Stage stage) {
        return expected.cast(stage);
    }
}
