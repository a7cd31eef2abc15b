package gongkai.platform.request.procedure;

import gongkai.platform.request.fee.FeeBasis;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a request stands. Each stage holds exactly the facts that stage needs. */
public sealed interface Stage {
    RequestState state();

    /** The time to answer runs. */
    sealed interface Running extends Stage {
        AnswerClock clock();
    }

    /** The time to answer stands still; its last day is not known yet. */
    sealed interface Paused extends Stage {
        AnswerClock clock();

        /** The day it stopped. */
        LocalDate since();
    }

    /** Nothing follows within this procedure but to file it, and to answer anew when that is ordered. */
    sealed interface Closed extends Stage {}

    record AwaitingConfirmation(LocalDate submittedOn) implements Stage {
        @Override
        public RequestState state() {
            return RequestState.AWAITING_CONFIRMATION;
        }
    }

    record Registered(AnswerClock clock) implements Running {
        @Override
        public RequestState state() {
            return RequestState.REGISTERED;
        }
    }

    record InProgress(AnswerClock clock) implements Running {
        @Override
        public RequestState state() {
            return RequestState.IN_PROGRESS;
        }
    }

    /** The answer is drafted and checked before it is signed (第十七条). */
    record Reviewing(AnswerClock clock) implements Running {
        @Override
        public RequestState state() {
            return RequestState.REVIEWING;
        }
    }

    /** The law does not say that the clock stops while reasons are asked for, so it runs (第三十五条). */
    record AwaitingExplanation(AnswerClock clock, LocalDate deadline) implements Running {
        @Override
        public RequestState state() {
            return RequestState.EXPLANATION_PENDING;
        }
    }

    record AwaitingCorrection(AnswerClock clock, LocalDate since, LocalDate deadline) implements Paused {
        @Override
        public RequestState state() {
            return RequestState.CORRECTION_PENDING;
        }
    }

    record AwaitingOpinion(AnswerClock clock, Consultation consultation) implements Paused {
        @Override
        public RequestState state() {
            return switch (consultation.who()) {
                case THIRD_PARTY -> RequestState.THIRD_PARTY_PENDING;
                case AGENCY -> RequestState.AGENCY_PENDING;
            };
        }

        @Override
        public LocalDate since() {
            return consultation.sentOn();
        }
    }

    /** {@code receivedOn}: the day the notice reached the applicant; null while unknown. */
    record AwaitingFee(
            AnswerClock clock,
            LocalDate since,
            FeeBasis basis,
            int count,
            @Nullable LocalDate receivedOn) implements Paused {
        @Override
        public RequestState state() {
            return RequestState.FEE_PENDING;
        }
    }

    /** Signed, not yet on its way. */
    record Decided(Answer answer) implements Stage {
        @Override
        public RequestState state() {
            return RequestState.DECIDED;
        }
    }

    record Dispatched(Answer answer, LocalDate on, DeliveryMethod method) implements Stage {
        @Override
        public RequestState state() {
            return RequestState.DISPATCHED;
        }
    }

    /** Reached the applicant; the time for remedies runs from {@code on}. {@code judgedOn} decides whether it was in time. */
    record Delivered(Answer answer, LocalDate judgedOn, LocalDate on) implements Closed {
        @Override
        public RequestState state() {
            return RequestState.DELIVERED;
        }
    }

    /** Ended without an answer; the clock is null if it never ran. */
    record Ended(@Nullable AnswerClock clock, LocalDate on, Ending ending) implements Closed {
        @Override
        public RequestState state() {
            return switch (ending) {
                case WITHDRAWN -> RequestState.WITHDRAWN;
                case NO_CORRECTION -> RequestState.ABANDONED_CORRECTION;
                case NO_PAYMENT -> RequestState.ABANDONED_FEE;
            };
        }
    }

    record Archived(LocalDate on, Closed closed) implements Stage {
        @Override
        public RequestState state() {
            return RequestState.ARCHIVED;
        }
    }

    /** The signed answer and the clock it stopped. */
    record Answer(AnswerClock clock, LocalDate on, DecisionType decision, Step.@Nullable Granting sub) {}

    /** The ends without an answer, each in its own row of table 3. */
    enum Ending {
        WITHDRAWN(DecisionType.OTHER_MISC),
        NO_CORRECTION(DecisionType.OTHER_NO_CORRECTION),
        NO_PAYMENT(DecisionType.OTHER_NO_PAYMENT);

        private final DecisionType decision;

        Ending(DecisionType decision) {
            this.decision = decision;
        }

        public DecisionType decision() {
            return decision;
        }
    }
}
