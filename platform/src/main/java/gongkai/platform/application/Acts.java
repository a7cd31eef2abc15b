package gongkai.platform.application;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.StepType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an applicant may do now, what is asked of them first. What the law bars stands there barred, with its article.
 *
 * @param consent what they said to delivery by electronic means, if they said anything
 */
record Acts(
        DisclosureRequest request, RequestState state, List<Message> said, boolean rated, Optional<Boolean> consent) {
    private static final Set<RequestState> OVER = EnumSet.of(
            RequestState.DELIVERED,
            RequestState.WITHDRAWN,
            RequestState.ABANDONED_CORRECTION,
            RequestState.ABANDONED_FEE,
            RequestState.ARCHIVED);
    private static final Set<RequestState> ANSWERED =
            EnumSet.of(RequestState.DECIDED, RequestState.DISPATCHED, RequestState.DELIVERED, RequestState.ARCHIVED);

    /** Whether information was given, and has arrived. */
    static boolean informed(DisclosureRequest request) {
        var decision = request.decision();
        return (request.state() == RequestState.DELIVERED || request.state() == RequestState.ARCHIVED)
                && (decision == DecisionType.GRANTED || decision == DecisionType.PARTIAL);
    }

    static boolean over(RequestState state) {
        return OVER.contains(state);
    }

    List<Act> all() {
        var acts = new ArrayList<Act>();
        if (state == RequestState.AWAITING_CONFIRMATION && !sent(MessageKind.CONFIRMATION)) {
            acts.add(Act.open("确认这份申请是我提交的", "告诉单位这份申请是您本人提交的，便于双方确认", "/applications/case/confirmation"));
        }
        if (StepType.CORRECTION_RECEIVED.from().contains(state)) {
            acts.add(Act.open("补正申请", "填写补正内容，可以附材料", "/applications/case/correction"));
        }
        if (state == RequestState.EXPLANATION_PENDING) {
            acts.add(Act.open("说明理由", "说明申请数量、频次较多的理由", "/applications/case/explanation"));
        }
        if (state == RequestState.FEE_PENDING) {
            acts.add(Act.open("看收费明细，交缴费凭证", "看应缴多少、怎样算的；缴费后可以交凭证的照片", "/applications/case/payment"));
        }
        if (!OVER.contains(state)) {
            acts.add(Act.open(
                    consent.isEmpty() ? "是否同意电子送达" : "改变电子送达的选择",
                    consent.map(yes -> yes ? "您已同意电子送达" : "您不同意电子送达").orElse("同意的，单位可以用电子方式把文书送给您"),
                    "/applications/case/consent"));
        }
        withdrawal().ifPresent(acts::add);
        if (informed(request)) {
            acts.add(Act.open(
                    "要求更正与我有关的信息", "有证据证明提供的信息里与您自己有关的记录不准确的，可以要求更正（《条例》第四十一条）", "/applications/case/rectification"));
            if (!sent(MessageKind.PROMOTION)) {
                acts.add(Act.open("建议主动公开这些信息", "别人也可能需要的，可以建议单位主动公开（《条例》第四十四条）", "/applications/case/promotion"));
            }
        }
        if (OVER.contains(state) && !rated) {
            acts.add(Act.open("评价这次办理", "打分，也可以写几句话，只能评一次", "/applications/case/satisfaction"));
        }
        return acts;
    }

    private Optional<Act> withdrawal() {
        if (StepType.WITHDRAW.from().contains(state)) {
            return Optional.of(Act.open("撤回申请", "撤回后单位不再办理", "/applications/case/withdrawal"));
        }
        return ANSWERED.contains(state) && request.decision() != null
                ? Optional.of(Act.barred("撤回申请", StepType.WITHDRAW, "答复已经作出，不能再撤回"))
                : Optional.empty();
    }

    private boolean sent(MessageKind kind) {
        return said.stream().anyMatch(message -> message.kind() == kind);
    }
}
