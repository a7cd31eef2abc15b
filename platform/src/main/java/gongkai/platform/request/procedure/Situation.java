package gongkai.platform.request.procedure;

import gongkai.platform.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request looks like on a day: the answers that lists, letters and other systems need.
 *
 * @param due the last day to answer; null while the clock stands still and after an end without answer
 * @param overdue the answer was late, or is late by today
 * @param decision null until the end
 * @param endedOn the day of the step that ended it, which decides the year it is counted in; null until then
 * @param row the row of table 3; null until the end and for a new answer that was ordered
 * @param judgedOn the day that decides whether the answer was in time; null until it is known
 * @param deliveredOn the day from which the time for remedies runs; null until then
 */
public record Situation(
        RequestState state,
        @Nullable LocalDate receiptDate,
        @Nullable LocalDate due,
        boolean overdue,
        boolean extended,
        @Nullable DecisionType decision,
        @Nullable LocalDate endedOn,
        @Nullable TableThreeRow row,
        @Nullable LocalDate judgedOn,
        @Nullable LocalDate deliveredOn) {
    static Situation of(Standing standing, WorkingDays days, LocalDate today) {
        var stage = closedBefore(standing.stage());
        var answer = answer(stage);
        var due = due(stage, days);
        var judged = judgedOn(stage);
        var ended = stage instanceof Stage.Ended end ? end : null;
        var decision = answer != null
                ? answer.decision()
                : ended != null ? ended.ending().decision() : null;
        var endedOn = answer != null ? answer.on() : ended != null ? ended.on() : null;
        return new Situation(
                standing.state(),
                standing.receiptDate(),
                due,
                due != null && (judged == null ? today : judged).isAfter(due),
                standing.past().extended(),
                decision,
                endedOn,
                decision == null || standing.isOrdered() ? null : decision.row(),
                judged,
                stage instanceof Stage.Delivered delivered ? delivered.on() : null);
    }

    private static @Nullable LocalDate due(Stage stage, WorkingDays days) {
        var clock = stage instanceof Stage.Paused || stage instanceof Stage.Ended ? null : clock(stage);
        return clock == null ? null : clock.due(days);
    }

    /** Every day from day 0 of the running term to its end, to the decision, or to the day it stopped, whichever is first. */
    static List<ClockDay> ledger(Standing standing, WorkingDays days) {
        var stage = closedBefore(standing.stage());
        var clock = clock(stage);
        if (clock == null) {
            return List.of();
        }
        var stopped = stoppedOn(stage);
        if (stopped != null && stage instanceof Stage.Paused) {
            return clock.ledger(days, stopped);
        }
        var due = clock.due(days);
        return clock.ledger(days, stopped == null || stopped.isAfter(due) ? due : stopped);
    }

    private static @Nullable LocalDate stoppedOn(Stage stage) {
        var answer = answer(stage);
        if (answer != null) {
            return answer.on();
        }
        return stage instanceof Stage.Paused paused
                ? paused.since()
                : stage instanceof Stage.Ended ended ? ended.on() : null;
    }

    private static Stage closedBefore(Stage stage) {
        return stage instanceof Stage.Archived archived ? archived.closed() : stage;
    }

    private static @Nullable LocalDate judgedOn(Stage stage) {
        if (stage instanceof Stage.Dispatched sent && sent.method().judgedBySending()) {
            return sent.on();
        }
        return stage instanceof Stage.Delivered delivered ? delivered.judgedOn() : null;
    }

    private static Stage.@Nullable Answer answer(Stage stage) {
        return switch (stage) {
            case Stage.Decided decided -> decided.answer();
            case Stage.Dispatched dispatched -> dispatched.answer();
            case Stage.Delivered delivered -> delivered.answer();
            case Stage.Archived archived -> answer(archived.closed());
            case Stage.AwaitingConfirmation none -> null;
            case Stage.Running none -> null;
            case Stage.Paused none -> null;
            case Stage.Ended none -> null;
        };
    }

    /** The clock of a stage; null where it never ran. */
    static @Nullable AnswerClock clock(Stage stage) {
        return switch (stage) {
            case Stage.AwaitingConfirmation none -> null;
            case Stage.Running running -> running.clock();
            case Stage.Paused paused -> paused.clock();
            case Stage.Decided decided -> decided.answer().clock();
            case Stage.Dispatched dispatched -> dispatched.answer().clock();
            case Stage.Delivered delivered -> delivered.answer().clock();
            case Stage.Ended ended -> ended.clock();
            case Stage.Archived archived -> clock(archived.closed());
        };
    }
}
