package gongkai.platform.request.procedure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request as the law sees it: where it stands, and what of its past still matters.
 *
 * @param receiptDate 收到申请之日; null while not confirmed, and for a new answer that was ordered
 * @param lastOn the day of the last thing that happened; nothing may be entered before it
 */
public record Standing(Stage stage, @Nullable LocalDate receiptDate, LocalDate lastOn, Past past) {
    /**
     * What happened before and bars or allows later steps.
     *
     * @param extended 第三十三条: the term was extended, which it can be only once
     * @param correctionAsked 第三十条: a correction was asked for, which it can be only once
     * @param corrected 第三十条: the correction came
     * @param explanationAsked 第三十五条: reasons for the many requests were asked for
     * @param delayed 第三十五条: a reasonable delay was granted
     */
    public record Past(
            boolean extended, boolean correctionAsked, boolean corrected, boolean explanationAsked, boolean delayed) {
        static final Past NOTHING = new Past(false, false, false, false, false);

        Past withExtended() {
            return new Past(true, correctionAsked, corrected, explanationAsked, delayed);
        }

        Past withCorrectionAsked() {
            return new Past(extended, true, corrected, explanationAsked, delayed);
        }

        Past withCorrected() {
            return new Past(extended, correctionAsked, true, explanationAsked, delayed);
        }

        Past withExplanationAsked() {
            return new Past(extended, correctionAsked, corrected, true, delayed);
        }

        Past withDelayed() {
            return new Past(extended, correctionAsked, corrected, explanationAsked, true);
        }
    }

    public RequestState state() {
        return stage.state();
    }

    /** True for a new answer that was ordered; it is outside table 3. */
    public boolean isOrdered() {
        var clock = Situation.clock(stage);
        return clock != null && clock.start() == AnswerClock.Start.ORDER;
    }

    Standing at(Stage next, LocalDate on) {
        return new Standing(next, receiptDate, on, past);
    }

    Standing at(Stage next, LocalDate on, Past nextPast) {
        return new Standing(next, receiptDate, on, nextPast);
    }
}
