package gongkai.platform.request.procedure;

import static gongkai.platform.request.procedure.Case.day;

import gongkai.platform.request.fee.FeeBasis;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Short forms of steps for tests. */
@NullMarked
final class Steps {
    private Steps() {}

    static Step confirm(String on) {
        return new Step.Confirm(day(on));
    }

    static Step askCorrection(String on, String deadline) {
        return new Step.RequestCorrection(day(on), List.of("请写明文件名称"), day(deadline));
    }

    static Step corrected(String on) {
        return new Step.CorrectionReceived(day(on), "示例文件");
    }

    static Step correctionOverdue(String on) {
        return new Step.CorrectionOverdue(day(on));
    }

    static Step explain(String on, String deadline) {
        return new Step.RequestExplanation(day(on), "本月已提出四十件", day(deadline));
    }

    static Step consult(String on, String receivedOn) {
        return new Step.ConsultThirdParty(day(on), day(receivedOn), "示例公司", "合同");
    }

    static Step replied(String on) {
        return new Step.ThirdPartyReplied(day(on), Step.Opinion.DISAGREE, "商业秘密");
    }

    static Step silent(String on) {
        return new Step.ThirdPartyOverdue(day(on));
    }

    static Step askAgency(String on, String receivedOn) {
        return new Step.ConsultAgency(day(on), day(receivedOn), "示例市某局", "会议纪要");
    }

    static Step agencyReplied(String on) {
        return new Step.AgencyReplied(day(on), Step.Opinion.AGREE, "");
    }

    static Step extend(String on, int days) {
        return new Step.Extend(day(on), days, "王五", "需要检索档案");
    }

    static Step noticeFee(String on, String receivedOn) {
        return new Step.NoticeFee(day(on), FeeBasis.PAGES, 68, day(receivedOn));
    }

    static Step paid(String on) {
        return new Step.FeePaid(day(on));
    }

    static Step feeOverdue(String on) {
        return new Step.FeeOverdue(day(on));
    }

    static Step withdraw(String on) {
        return new Step.Withdraw(day(on), "已从别处取得");
    }

    static Step decide(String on, DecisionType decision) {
        return decide(day(on), decision);
    }

    static Step decide(LocalDate on, DecisionType decision) {
        return new Step.Decide(
                on,
                decision,
                decision == DecisionType.GRANTED ? Step.Granting.PROVIDED : null,
                "理由",
                "事实",
                List.of("第三十六条第（四）项"),
                "赵六",
                "检索了档案室目录",
                "前次申请");
    }

    static Step dispatch(String on, DeliveryMethod method) {
        return new Step.Dispatch(day(on), method, "");
    }

    static Step deliver(String on) {
        return new Step.Deliver(day(on), "张三");
    }

    static Step archive(String on) {
        return new Step.Archive(day(on));
    }

    static Step undo(String on) {
        return new Step.Undo(day(on), "录错了案件");
    }
}
