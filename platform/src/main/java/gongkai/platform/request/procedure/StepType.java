package gongkai.platform.request.procedure;

import static gongkai.platform.request.procedure.RequestState.ABANDONED_CORRECTION;
import static gongkai.platform.request.procedure.RequestState.ABANDONED_FEE;
import static gongkai.platform.request.procedure.RequestState.AGENCY_PENDING;
import static gongkai.platform.request.procedure.RequestState.AWAITING_CONFIRMATION;
import static gongkai.platform.request.procedure.RequestState.CORRECTION_PENDING;
import static gongkai.platform.request.procedure.RequestState.DECIDED;
import static gongkai.platform.request.procedure.RequestState.DELIVERED;
import static gongkai.platform.request.procedure.RequestState.DISPATCHED;
import static gongkai.platform.request.procedure.RequestState.EXPLANATION_PENDING;
import static gongkai.platform.request.procedure.RequestState.FEE_PENDING;
import static gongkai.platform.request.procedure.RequestState.IN_PROGRESS;
import static gongkai.platform.request.procedure.RequestState.RECEIVED;
import static gongkai.platform.request.procedure.RequestState.REGISTERED;
import static gongkai.platform.request.procedure.RequestState.REVIEWING;
import static gongkai.platform.request.procedure.RequestState.THIRD_PARTY_PENDING;
import static gongkai.platform.request.procedure.RequestState.WITHDRAWN;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All steps of the procedure: the name other systems use, the article each rests on, and the states it may be taken from. */
public enum StepType {
    CONFIRM(Step.Confirm.class, "双方确认收到", "第三十一条", AWAITING_CONFIRMATION),
    REGISTER(Step.Register.class, "登记", "第四十五条", RECEIVED),
    ANSWER_ON_SPOT(Step.AnswerOnSpot.class, "当场答复", "第三十三条", REGISTERED),
    REQUEST_CORRECTION(Step.RequestCorrection.class, "要求补正", "第三十条", REGISTERED, IN_PROGRESS),
    CORRECTION_RECEIVED(Step.CorrectionReceived.class, "收到补正", "第三十条", CORRECTION_PENDING),
    CORRECTION_OVERDUE(Step.CorrectionOverdue.class, "逾期不补正，不再处理", "第三十条", CORRECTION_PENDING),
    REQUEST_EXPLANATION(Step.RequestExplanation.class, "要求说明理由", "第三十五条", REGISTERED),
    EXPLANATION_UNREASONABLE(Step.ExplanationUnreasonable.class, "认定理由不合理，不予处理", "第三十五条", EXPLANATION_PENDING),
    GRANT_REASONABLE_DELAY(Step.GrantReasonableDelay.class, "合理延迟答复", "第三十五条", EXPLANATION_PENDING),
    CONSULT_THIRD_PARTY(Step.ConsultThirdParty.class, "征求第三方意见", "第三十二条", REGISTERED, IN_PROGRESS),
    THIRD_PARTY_REPLIED(Step.ThirdPartyReplied.class, "第三方答复", "第三十二条", THIRD_PARTY_PENDING),
    THIRD_PARTY_OVERDUE(Step.ThirdPartyOverdue.class, "第三方逾期未答复", "第三十二条", THIRD_PARTY_PENDING),
    CONSULT_AGENCY(Step.ConsultAgency.class, "征求其他机关意见", "第三十四条", REGISTERED, IN_PROGRESS),
    AGENCY_REPLIED(Step.AgencyReplied.class, "其他机关答复", "第三十四条", AGENCY_PENDING),
    AGENCY_OVERDUE(Step.AgencyOverdue.class, "其他机关逾期未答复", "第三十四条", AGENCY_PENDING),
    EXTEND(Step.Extend.class, "延长答复期限", "第三十三条", REGISTERED, IN_PROGRESS),
    NOTICE_FEE(Step.NoticeFee.class, "通知缴纳信息处理费", "第四十二条", REGISTERED, IN_PROGRESS),
    LETTER_RECEIVED(Step.LetterReceived.class, "登记文书收到之日", "第三十三条", THIRD_PARTY_PENDING, AGENCY_PENDING, FEE_PENDING),
    FEE_PAID(Step.FeePaid.class, "收到缴费", "第四十二条", FEE_PENDING),
    FEE_OVERDUE(Step.FeeOverdue.class, "逾期不缴费，不再处理", "第四十二条", FEE_PENDING),
    WITHDRAW(
            Step.Withdraw.class,
            "撤回申请",
            "第三十三条",
            AWAITING_CONFIRMATION,
            RECEIVED,
            REGISTERED,
            CORRECTION_PENDING,
            EXPLANATION_PENDING,
            IN_PROGRESS,
            THIRD_PARTY_PENDING,
            AGENCY_PENDING,
            FEE_PENDING,
            REVIEWING),
    SPLIT(Step.Split.class, "拆分申请", "第二十九条", REGISTERED),
    MERGE(Step.Merge.class, "合并答复", "第三十三条", REGISTERED),
    SUBMIT_FOR_REVIEW(Step.SubmitForReview.class, "送审", "第十七条", REGISTERED, IN_PROGRESS),
    RETURN_FROM_REVIEW(Step.ReturnFromReview.class, "退回修改", "第十七条", REVIEWING),
    DECIDE(Step.Decide.class, "作出处理决定", "第三十六条", REGISTERED, IN_PROGRESS, REVIEWING),
    DISPATCH(Step.Dispatch.class, "寄送答复", "第三十三条", DECIDED),
    DELIVER(Step.Deliver.class, "送达", "第三十三条", DISPATCHED),
    ARCHIVE(Step.Archive.class, "归档", "第四十五条", DELIVERED, WITHDRAWN, ABANDONED_CORRECTION, ABANDONED_FEE),
    REDO(Step.Redo.class, "责令重新答复", "第五十一条", DELIVERED, ABANDONED_CORRECTION, ABANDONED_FEE),
    UNDO(Step.Undo.class, "撤销误录的步骤", "第四十五条", RequestState.values());

    private static final Map<Class<? extends Step>, StepType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.step, Function.identity()));
    private static final Map<String, StepType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(StepType::identifier, Function.identity()));

    private final Class<? extends Step> step;
    private final String label;
    private final String article;
    private final Set<RequestState> from;

    StepType(Class<? extends Step> step, String label, String article, RequestState... from) {
        this.step = step;
        this.label = label;
        this.article = article;
        this.from = Set.of(from);
    }

    public static StepType of(Step step) {
        var type = BY_CLASS.get(step.getClass());
        if (type == null) {
            throw new IllegalStateException("a step without type: " + step.getClass());
        }
        return type;
    }

    /** The type of that {@link #identifier}; empty if there is none. */
    public static Optional<StepType> named(String identifier) {
        return Optional.ofNullable(BY_NAME.get(identifier));
    }

    /** The name other systems use, for example {@code requestCorrection}. */
    public String identifier() {
        var name = step.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    public Class<? extends Step> step() {
        return step;
    }

    public String label() {
        return label;
    }

    /** The article the step rests on, written like 第三十条. */
    public String article() {
        return article;
    }

    /** The states it may be taken from. */
    public Set<RequestState> from() {
        return from;
    }
}
