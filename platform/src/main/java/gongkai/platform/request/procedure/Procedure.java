package gongkai.platform.request.procedure;

import gongkai.platform.calendar.WorkingDays;
import gongkai.platform.request.procedure.Ruling.Moved;
import gongkai.platform.request.procedure.Ruling.Unfit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The statutory procedure of disclosure on request in one place's calendar. A request is its opening and the steps that were taken; all
 * else follows from them. Questions about days throw {@link gongkai.platform.calendar.MissingYearException} when a needed year has no
 * calendar, and {@link NoTermsException} for days before the law.
 */
public record Procedure(WorkingDays days) {
    /** A case begins, or what is wrong with the dates it was entered with. */
    public Ruling open(Opening opening, LocalDate today) {
        var unfit = Fitness.of(opening, today);
        return unfit != null ? unfit : new Moved(Course.open(opening));
    }

    /** Where a request stands after steps that were taken lawfully; asks nothing again. */
    public static Standing replay(Opening opening, List<Step> steps) {
        return Course.replay(opening, steps);
    }

    /** The steps that still stand, without those that were undone and the undoing. */
    public static List<Step> standing(List<Step> steps) {
        return Course.standing(steps);
    }

    /** Takes a step after all that happened before, undoing included. */
    public Ruling take(Opening opening, List<Step> before, Step step, Entry entry) {
        return step instanceof Step.Undo undo
                ? undo(opening, before, undo, entry)
                : take(Course.replay(opening, before), step, entry);
    }

    /** Takes a step from where the request stands; not for {@link Step.Undo}, which needs the history. */
    public Ruling take(Standing standing, Step step, Entry entry) {
        var byState = Bars.byState(standing, StepType.of(step));
        if (byState != null) {
            return byState;
        }
        var unfit = Fitness.of(standing, step, entry);
        if (unfit != null) {
            return unfit;
        }
        var byLaw = new Bars(days).byLaw(standing, step);
        return byLaw != null ? byLaw : new Moved(Course.after(standing, step));
    }

    private static Ruling undo(Opening opening, List<Step> before, Step.Undo undo, Entry entry) {
        var standing = Course.standing(before);
        if (standing.isEmpty()) {
            return new Unfit("type", "没有可以撤销的步骤");
        }
        if (undo.on().isAfter(entry.today())) {
            return new Unfit("on", "日期" + undo.on() + "晚于今天");
        }
        if (undo.reason().isBlank()) {
            return new Unfit("reason", "撤销误录的步骤应写明理由");
        }
        var last = standing.getLast();
        if (last instanceof Step.Split || last instanceof Step.Redo) {
            return new Unfit("type", "“" + StepType.of(last).label() + "”已生成新的申请，不能撤销");
        }
        return new Moved(Course.replay(opening, standing.subList(0, standing.size() - 1)));
    }

    /** The steps that the state allows; terms and facts may still bar them. Undoing is not among them. */
    public static List<StepType> possible(Standing standing) {
        return Arrays.stream(StepType.values())
                .filter(type -> type != StepType.UNDO && type.from().contains(standing.state()))
                .toList();
    }

    /** What the request looks like today. */
    public Situation situation(Standing standing, LocalDate today) {
        return Situation.of(standing, days, today);
    }

    /**
     * The clock day by day: from day 0 of the running term to its last day or the decision, whichever is first; while the clock stands
     * still, to the day it stopped. Empty where it never ran.
     */
    public List<ClockDay> ledger(Standing standing) {
        return Situation.ledger(standing, days);
    }

    /** The terms that run, each with its last day. */
    public List<Deadlines.Deadline> deadlines(Standing standing) {
        return Deadlines.of(standing, days);
    }

    /** The day proposed for a correction; the law asks for a 合理期限 only. */
    public LocalDate usualCorrectionDeadline(LocalDate asked) {
        return days.plus(asked, Terms.on(asked).usualCorrection());
    }
}
