package gongkai.platform.application;

import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Day;
import java.time.LocalDate;

/** What happened, in the words for the applicant: no inner remarks, nothing of third parties, nothing of an answer that is not out yet. */
final class StepInWords {
    private StepInWords() {}

    /** The words; empty for what concerns nobody outside. */
    static String of(Step step, boolean answerOut, LocalDate today) {
        return switch (step) {
            case Step.Confirm confirm -> "双方确认收到申请，这一天是收到申请之日";
            case Step.Register register -> "登记";
            case Step.RequestCorrection asked -> "单位告知您补正，请在 " + Day.text(asked.deadline(), today) + " 前补正";
            case Step.CorrectionReceived received -> "单位收到您的补正，答复期限重新计算";
            case Step.CorrectionOverdue overdue -> "逾期没有补正，单位不再处理";
            case Step.RequestExplanation asked -> "单位请您说明理由，请在 " + Day.text(asked.deadline(), today) + " 前说明";
            case Step.ExplanationUnreasonable unreasonable -> answerOut ? "单位认为理由不合理，不予处理" : "单位作出决定";
            case Step.GrantReasonableDelay delay -> "理由合理，延迟至 " + Day.text(delay.until(), today) + " 前答复";
            case Step.ConsultThirdParty asked -> "单位征求第三方意见";
            case Step.ThirdPartyReplied replied -> "第三方提出了意见";
            case Step.ThirdPartyOverdue overdue -> "第三方逾期没有提出意见";
            case Step.ConsultAgency asked -> "单位征求其他机关意见";
            case Step.AgencyReplied replied -> "其他机关提出了意见";
            case Step.AgencyOverdue overdue -> "其他机关逾期没有提出意见，视为同意公开";
            case Step.Extend extend -> "经批准延长答复期限 " + extend.workingDays() + " 个工作日";
            case Step.NoticeFee notice -> "单位发出信息处理费收费通知";
            case Step.FeePaid paid -> "收到缴费，答复期限重新计算";
            case Step.FeeOverdue overdue -> "逾期没有缴费，单位不再处理";
            case Step.Withdraw withdraw -> "您撤回了申请";
            case Step.Split split -> "一份申请多件事，单位拆分办理";
            case Step.Merge merge -> "与您的其他申请一并答复";
            case Step.AnswerOnSpot answer ->
                answered(answerOut, answer.decision().label());
            case Step.Decide decide -> answered(answerOut, decide.decision().label());
            case Step.Dispatch dispatch -> "答复已发出（" + dispatch.method().label() + "）";
            case Step.Deliver deliver -> "答复已送达";
            case Step.Redo redo -> "按复议决定或者判决重新答复，另立案件 " + redo.number();
            case Step.LetterReceived inner -> "";
            case Step.SubmitForReview inner -> "";
            case Step.ReturnFromReview inner -> "";
            case Step.Archive inner -> "";
            case Step.Undo inner -> "";
        };
    }

    private static String answered(boolean out, String decision) {
        return out ? "单位作出答复：" + decision : "单位作出答复，等待送达";
    }
}
