package gongkai.platform.casework;

import gongkai.platform.request.procedure.Deadlines;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Due;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who must act next, on what, and until when (每个状态都写明下一步由谁办、何时前).
 *
 * @param who 本机关, 申请人, 第三方 …
 * @param what what they have to do
 * @param due until when; null if there is no term
 * @param lapse what this organ may do because the term of somebody else has passed; null if nothing
 */
public record Turn(
        String who,
        String what,
        @Nullable Due due,
        @Nullable StepType lapse) {

    /** The term that somebody else lets run while the case waits. */
    static Optional<Deadlines.Kind> waitsFor(RequestState state) {
        return switch (state) {
            case CORRECTION_PENDING -> Optional.of(Deadlines.Kind.CORRECTION);
            case EXPLANATION_PENDING -> Optional.of(Deadlines.Kind.EXPLANATION);
            case THIRD_PARTY_PENDING -> Optional.of(Deadlines.Kind.THIRD_PARTY_OPINION);
            case AGENCY_PENDING -> Optional.of(Deadlines.Kind.AGENCY_OPINION);
            case FEE_PENDING -> Optional.of(Deadlines.Kind.FEE_PAYMENT);
            default -> Optional.empty();
        };
    }

    /** The step to take on the day after that term; null for none. */
    static @Nullable StepType lapse(Deadlines.Kind kind) {
        return switch (kind) {
            case CORRECTION -> StepType.CORRECTION_OVERDUE;
            case THIRD_PARTY_OPINION -> StepType.THIRD_PARTY_OVERDUE;
            case AGENCY_OPINION -> StepType.AGENCY_OVERDUE;
            case FEE_PAYMENT -> StepType.FEE_OVERDUE;
            case CONFIRMATION, CORRECTION_NOTICE, REPLY, EXPLANATION -> null;
        };
    }

    /** Who has to act in that state. */
    static String who(RequestState state) {
        return switch (state) {
            case CORRECTION_PENDING, EXPLANATION_PENDING, FEE_PENDING -> "申请人";
            case THIRD_PARTY_PENDING -> "第三方";
            case AGENCY_PENDING -> "被征求意见的机关";
            case DELIVERED, WITHDRAWN, ABANDONED_CORRECTION, ABANDONED_FEE -> "本机关";
            case ARCHIVED -> "无";
            case AWAITING_CONFIRMATION, RECEIVED, REGISTERED, IN_PROGRESS, REVIEWING, DECIDED, DISPATCHED -> "本机关";
        };
    }

    /** What has to be done in that state. */
    static String what(RequestState state) {
        return switch (state) {
            case AWAITING_CONFIRMATION -> "与申请人确认收到申请";
            case RECEIVED, REGISTERED, IN_PROGRESS -> "办理并答复";
            case CORRECTION_PENDING -> "补正";
            case EXPLANATION_PENDING -> "说明理由";
            case THIRD_PARTY_PENDING, AGENCY_PENDING -> "提出意见";
            case FEE_PENDING -> "缴纳信息处理费";
            case REVIEWING -> "审核、签发";
            case DECIDED -> "寄送答复";
            case DISPATCHED -> "登记送达";
            case DELIVERED, WITHDRAWN, ABANDONED_CORRECTION, ABANDONED_FEE -> "归档";
            case ARCHIVED -> "已办结";
        };
    }
}
