package gongkai.platform.request.procedure;

import gongkai.platform.calendar.WorkingDays;
import gongkai.platform.request.fee.FeeSchedule;
import gongkai.platform.request.procedure.Ruling.Barred;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the law bars, each with its article. */
final class Bars {
    private static final String ORDERED = "重新答复的期限由复议决定或判决确定";

    private final WorkingDays days;

    Bars(WorkingDays days) {
        this.days = days;
    }

    /** A step is lawful from the states of its line in {@link StepType} only. */
    static @Nullable Barred byState(Standing standing, StepType type) {
        var state = standing.state();
        if (type.from().contains(state)) {
            return null;
        }
        return new Barred(article(state, type), "申请现为“" + state.label() + "”，不能办理“" + type.label() + "”");
    }

    /** While something is awaited its article stands in the way; after the end the whole procedure is over. */
    private static String article(RequestState state, StepType type) {
        return switch (state) {
            case AWAITING_CONFIRMATION -> "第三十一条";
            case CORRECTION_PENDING -> "第三十条";
            case EXPLANATION_PENDING -> "第三十五条";
            case THIRD_PARTY_PENDING -> "第三十二条";
            case AGENCY_PENDING -> "第三十四条";
            case FEE_PENDING -> "第四十二条";
            case RECEIVED, REGISTERED, IN_PROGRESS, REVIEWING -> type.article();
            case DECIDED, DISPATCHED, DELIVERED, WITHDRAWN, ABANDONED_CORRECTION, ABANDONED_FEE, ARCHIVED -> "第三十三条";
        };
    }

    /** The bars beside the state: terms that have passed or not yet passed, and what has to come before. */
    @Nullable
    Barred byLaw(Standing standing, Step taken) {
        var on = taken.on();
        return switch (taken) {
            case Step.RequestCorrection step -> correction(standing, on);
            case Step.CorrectionOverdue step -> correctionLapse(standing.stage(), on);
            case Step.ThirdPartyOverdue step -> silence(standing.stage(), on);
            case Step.AgencyOverdue step -> silence(standing.stage(), on);
            case Step.Extend step -> extension(standing, step);
            case Step.NoticeFee step -> feeNotice(standing, on);
            case Step.FeeOverdue step -> feeLapse(standing.stage(), on);
            case Step.AnswerOnSpot step -> decision(standing, step.decision());
            case Step.Decide step -> decision(standing, step.decision());
            case Step.Confirm step -> null;
            case Step.Register step -> null;
            case Step.CorrectionReceived step -> null;
            case Step.RequestExplanation step -> null;
            case Step.ExplanationUnreasonable step -> null;
            case Step.GrantReasonableDelay step -> null;
            case Step.ConsultThirdParty step -> null;
            case Step.ThirdPartyReplied step -> null;
            case Step.ConsultAgency step -> null;
            case Step.AgencyReplied step -> null;
            case Step.LetterReceived step -> null;
            case Step.FeePaid step -> null;
            case Step.Withdraw step -> null;
            case Step.Split step -> null;
            case Step.Merge step -> null;
            case Step.SubmitForReview step -> null;
            case Step.ReturnFromReview step -> null;
            case Step.Dispatch step -> null;
            case Step.Deliver step -> null;
            case Step.Archive step -> null;
            case Step.Redo step -> null;
            case Step.Undo step -> null;
        };
    }

    private @Nullable Barred correction(Standing standing, LocalDate on) {
        if (standing.isOrdered()) {
            return new Barred("第三十条", ORDERED + "，不能因补正重新计算");
        }
        if (standing.past().correctionAsked()) {
            return new Barred("第三十条", "补正应当一次性告知，本件已告知过，不能再次要求补正");
        }
        var received = standing.receiptDate() != null
                ? standing.receiptDate()
                : clock(standing).from();
        var terms = Terms.on(received);
        var last = days.plus(received, terms.correctionNotice());
        return on.isAfter(last)
                ? new Barred("第三十条", "告知补正应在收到申请之日起" + terms.correctionNotice() + "个工作日内，最晚为" + told(last))
                : null;
    }

    private static @Nullable Barred correctionLapse(Stage stage, LocalDate on) {
        var deadline = ((Stage.AwaitingCorrection) stage).deadline();
        return on.isAfter(deadline) ? null : new Barred("第三十条", "补正期限" + told(deadline) + "尚未届满，次日起才能不再处理");
    }

    private @Nullable Barred silence(Stage stage, LocalDate on) {
        var consultation = ((Stage.AwaitingOpinion) stage).consultation();
        var last = consultation.lastDay(days);
        if (last == null) {
            return new Barred(consultation.who().article(), "尚未登记对方收到征求意见书之日，不能认定逾期");
        }
        return on.isAfter(last)
                ? null
                : new Barred(consultation.who().article(), "对方提出意见的期限" + told(last) + "尚未届满，次日起才能认定逾期");
    }

    private @Nullable Barred extension(Standing standing, Step.Extend step) {
        var longest = Terms.on(clock(standing).from()).extension();
        if (standing.isOrdered()) {
            return new Barred("第三十三条", ORDERED + "，不能自行延长");
        }
        if (standing.past().extended()) {
            return new Barred("第三十三条", "答复期限只能延长一次，本件已延长过");
        }
        if (step.workingDays() > longest) {
            return new Barred("第三十三条", "延长的期限最长不得超过" + longest + "个工作日");
        }
        var due = clock(standing).due(days);
        return step.on().isAfter(due) ? new Barred("第三十三条", "答复期限已于" + told(due) + "届满，不能再延长") : null;
    }

    private @Nullable Barred feeNotice(Standing standing, LocalDate on) {
        if (standing.isOrdered()) {
            return new Barred("第四十二条", ORDERED + "，不能因收费重新计算");
        }
        if (FeeSchedule.on(on).isEmpty()) {
            return new Barred("第四十二条", "信息处理费自2021年1月1日起才可以收取");
        }
        var due = clock(standing).due(days);
        return on.isAfter(due) ? new Barred("第四十二条", "收费通知应在处理期限内发出，本件期限已于" + told(due) + "届满") : null;
    }

    private @Nullable Barred feeLapse(Stage stage, LocalDate on) {
        var last = Deadlines.payment((Stage.AwaitingFee) stage, days);
        if (last == null) {
            return new Barred("第四十二条", "尚未登记申请人收到收费通知之日，不能认定逾期");
        }
        return on.isAfter(last) ? null : new Barred("第四十二条", "缴费期限" + told(last) + "尚未届满，次日起才能不再处理");
    }

    private static @Nullable Barred decision(Standing standing, DecisionType decision) {
        if (decision == DecisionType.UNAVAIL_STILL_UNCLEAR && !standing.past().corrected()) {
            return new Barred("第三十条", "没有收到过补正，不能以补正后仍不明确答复");
        }
        if (decision == DecisionType.REFUSED_MASS_REPEAT && !standing.past().explanationAsked()) {
            return new Barred("第三十五条", "没有要求申请人说明理由，不能以无正当理由大量反复申请不予处理");
        }
        return null;
    }

    private static AnswerClock clock(Standing standing) {
        return Objects.requireNonNull(Situation.clock(standing.stage()));
    }

    /** A day as a sentence has it. */
    private static String told(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
