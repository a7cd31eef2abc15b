package gongkai.platform.casework;

import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps in words: what each does to the clock, what one that was taken says, and the letters that go with it. */
public final class StepWords {
    private StepWords() {}

    /** What the step does to the time to answer (domain rules: 停、重置、扣除、延长). */
    static String clock(StepType type) {
        return switch (type) {
            case CONFIRM -> "确认之日为收到申请之日，次日起计算20个工作日";
            case REGISTER, SPLIT -> "不影响期限，拆出的申请收到日不变";
            case ANSWER_ON_SPOT, DECIDE, EXPLANATION_UNREASONABLE -> "作出答复，期限计算到送达（邮寄、电子送达的计算到发出）";
            case REQUEST_CORRECTION -> "停止计算；收到补正之日起重新计算20个工作日";
            case CORRECTION_RECEIVED -> "以收到补正之日为新的起点，重新计算20个工作日";
            case CORRECTION_OVERDUE, FEE_OVERDUE -> "终止办理，不再计算";
            case REQUEST_EXPLANATION -> "不停止计算";
            case GRANT_REASONABLE_DELAY -> "答复期限改为告知申请人的日期";
            case CONSULT_THIRD_PARTY, CONSULT_AGENCY -> "征求意见所需时间扣除，发出当日仍计入";
            case THIRD_PARTY_REPLIED, THIRD_PARTY_OVERDUE, AGENCY_REPLIED, AGENCY_OVERDUE -> "恢复计算，征求意见的时间已扣除";
            case EXTEND -> "答复期限延长，最多20个工作日，只能一次";
            case NOTICE_FEE -> "停止计算；缴费次日起重新计算20个工作日";
            case LETTER_RECEIVED -> "从收到之日起计算对方的期限";
            case FEE_PAID -> "缴费次日起重新计算20个工作日";
            case WITHDRAW -> "终止办理，不再计算";
            case MERGE -> "按最早收到的一件计算期限";
            case SUBMIT_FOR_REVIEW, RETURN_FROM_REVIEW -> "期限继续计算";
            case DISPATCH -> "邮寄、电子送达以发出之日判断是否按期";
            case DELIVER -> "送达之日起计算复议、诉讼期限";
            case ARCHIVE -> "不再计算";
            case REDO -> "按决定书、判决书确定的期限重新答复";
            case UNDO -> "期限恢复到上一步骤之前的样子";
        };
    }

    /** What a step that was taken says, one sentence a line. */
    public static List<String> said(Step taken) {
        var lines = new Lines();
        switch (taken) {
            case Step.AnswerOnSpot step ->
                lines.decision(step.decision(), step.sub()).say("理由", step.reasons());
            case Step.RequestCorrection step -> lines.say("补正事项", step.items()).until("补正期限", step.deadline());
            case Step.CorrectionReceived step -> lines.say("补正内容", step.text());
            case Step.RequestExplanation step -> lines.say("理由", step.reason()).until("说明期限", step.deadline());
            case Step.ExplanationUnreasonable step -> lines.say("理由", step.reason());
            case Step.GrantReasonableDelay step ->
                lines.until("延迟至", step.until()).say("理由", step.reason());
            case Step.ConsultThirdParty step ->
                lines.say("第三方", String.join("、", step.thirdParties()))
                        .say("内容", step.content())
                        .say("涉及权益", step.interests())
                        .day("收到", step.receivedOn());
            case Step.FeePaid step -> lines.say("票据号码", step.receipt());
            case Step.ThirdPartyReplied step ->
                lines.say("意见", step.opinion().label()).say("理由", step.reason());
            case Step.ConsultAgency step ->
                lines.say("机关", step.agency()).say("内容", step.content()).day("收到", step.receivedOn());
            case Step.AgencyReplied step ->
                lines.say("意见", step.opinion().label()).say("理由", step.reason());
            case Step.Extend step ->
                lines.say("延长", step.workingDays() + " 个工作日")
                        .say("批准人", step.approvedBy())
                        .say("理由", step.reason());
            case Step.NoticeFee step ->
                lines.say(
                                step.basis().label(),
                                step.count() + " " + step.basis().unit())
                        .day("收到通知", step.receivedOn());
            case Step.LetterReceived step -> lines.day("收到", step.receivedOn());
            case Step.Withdraw step -> lines.say("理由", step.reason());
            case Step.Split step -> lines.say("拆出", step.into()).say("理由", step.reason());
            case Step.Merge step ->
                lines.say("一并答复", step.with())
                        .day("最早收到", step.earliestReceipt())
                        .say("理由", step.reason());
            case Step.ReturnFromReview step -> lines.say("意见", step.remarks());
            case Step.Decide step ->
                lines.decision(step.decision(), step.sub())
                        .say("事实", step.facts())
                        .say("理由", step.reasons())
                        .say("依据", step.legalBasis())
                        .say("检索", step.searchRecord())
                        .say("前次申请", step.previousRequest())
                        .say("批准人", step.approvedBy());
            case Step.Dispatch step -> lines.say("方式", step.method().label()).say("邮件号", step.mailNo());
            case Step.Deliver step -> lines.say("签收人", step.signer());
            case Step.Redo step ->
                lines.say("案号", step.caseNo()).until("重新答复期限", step.until()).say("新编号", step.number());
            case Step.Undo step -> lines.say("理由", step.reason());
            case Step.Confirm none -> {}
            case Step.Register none -> {}
            case Step.CorrectionOverdue none -> {}
            case Step.ThirdPartyOverdue none -> {}
            case Step.AgencyOverdue none -> {}
            case Step.FeeOverdue none -> {}
            case Step.SubmitForReview none -> {}
            case Step.Archive none -> {}
        }
        return lines.list;
    }

    /** The letters of a step; empty where it needs none. */
    static List<LetterKind> letters(Step taken) {
        return switch (taken) {
            case Step.Decide step -> List.of(step.decision().letter());
            case Step.AnswerOnSpot step -> List.of(step.decision().letter());
            case Step.ExplanationUnreasonable step -> List.of(DecisionType.REFUSED_MASS_REPEAT.letter());
            default -> letters(StepType.of(taken));
        };
    }

    /** The letters every step of that type has. */
    static List<LetterKind> letters(StepType type) {
        return switch (type) {
            case REQUEST_CORRECTION -> List.of(LetterKind.CORRECTION_NOTICE);
            case CORRECTION_OVERDUE -> List.of(LetterKind.ABANDON_NOTICE_CORRECTION);
            case REQUEST_EXPLANATION -> List.of(LetterKind.EXPLAIN_REASON_NOTICE);
            case EXTEND -> List.of(LetterKind.EXTENSION_NOTICE);
            case GRANT_REASONABLE_DELAY -> List.of(LetterKind.REASONABLE_DELAY_NOTICE);
            case CONSULT_THIRD_PARTY ->
                List.of(LetterKind.THIRD_PARTY_CONSULTATION, LetterKind.CONSULT_INFO_TO_APPLICANT);
            case CONSULT_AGENCY -> List.of(LetterKind.AGENCY_CONSULTATION);
            case NOTICE_FEE -> List.of(LetterKind.FEE_NOTICE);
            case FEE_OVERDUE -> List.of(LetterKind.ABANDON_NOTICE_FEE);
            case WITHDRAW -> List.of(LetterKind.TERMINATION_NOTICE);
            case DISPATCH -> List.of(LetterKind.DELIVERY_RECEIPT);
            default -> List.of();
        };
    }

    private static final class Lines {
        private final List<String> list = new ArrayList<>();

        Lines say(String name, String text) {
            if (!text.isBlank()) {
                list.add(name + "：" + text);
            }
            return this;
        }

        Lines say(String name, List<String> texts) {
            return say(name, String.join("；", texts));
        }

        Lines until(String name, LocalDate day) {
            return say(name, Day.text(day));
        }

        Lines day(String name, @Nullable LocalDate day) {
            return day == null ? this : say(name, Day.text(day));
        }

        Lines decision(DecisionType decision, Step.@Nullable Granting sub) {
            return say("决定", decision.label() + (sub == null ? "" : "（" + sub.label() + "）"));
        }
    }
}
