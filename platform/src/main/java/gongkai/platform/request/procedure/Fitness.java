package gongkai.platform.request.procedure;

import gongkai.platform.request.fee.FeeSchedule;
import gongkai.platform.request.procedure.Ruling.Unfit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What cannot be as it was entered, whatever the law says: dates that contradict the file and things left out. */
final class Fitness {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("reasons", "理由"),
            Map.entry("reason", "理由"),
            Map.entry("items", "补正事项"),
            Map.entry("thirdParty", "第三方"),
            Map.entry("agency", "被征求意见的机关"),
            Map.entry("content", "征求意见的内容"),
            Map.entry("approvedBy", "批准人"),
            Map.entry("facts", "认定的事实"),
            Map.entry("legalBasis", "依据的条款"),
            Map.entry("searchRecord", "检索记录"),
            Map.entry("previousRequest", "前次申请"));

    /** 2007 年《政府信息公开条例》第三十八条：自 2008 年 5 月 1 日起施行。 */
    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 5, 1);

    private Fitness() {}

    static @Nullable Unfit of(Opening opening, LocalDate today) {
        return switch (opening) {
            case Opening.Received received -> received(received, today);
            case Opening.Ordered ordered ->
                ordered.on().isAfter(today)
                        ? new Unfit("on", "收到决定或判决的日期" + ordered.on() + "晚于今天")
                        : notBefore("until", "重新答复的期限", ordered.until(), ordered.on());
        };
    }

    private static @Nullable Unfit received(Opening.Received received, LocalDate today) {
        if (received.submittedOn().isAfter(today)) {
            return new Unfit("submittedOn", "提交日期" + received.submittedOn() + "晚于今天");
        }
        if (received.submittedOn().isBefore(FIRST_DAY)) {
            return new Unfit("submittedOn", "提交日期" + received.submittedOn() + "早于《政府信息公开条例》施行之日" + FIRST_DAY);
        }
        var confirmed = received.confirmedOn();
        if (confirmed != null && received.channel().needsConfirmation()) {
            if (confirmed.isAfter(today)) {
                return new Unfit("confirmedOn", "双方确认日期" + confirmed + "晚于今天");
            }
            return notBefore("confirmedOn", "双方确认日期", confirmed, received.submittedOn());
        }
        return null;
    }

    static @Nullable Unfit of(Standing standing, Step step, Entry entry) {
        var date = dateOf(standing, step.on(), entry);
        if (date != null) {
            return date;
        }
        if (!entry.backfilled() && !step.missing().isEmpty()) {
            var field = step.missing().getFirst();
            return new Unfit(field, "缺少" + FIELDS.getOrDefault(field, field));
        }
        return content(step, entry.today());
    }

    private static @Nullable Unfit dateOf(Standing standing, LocalDate on, Entry entry) {
        if (on.isBefore(standing.lastOn())) {
            return new Unfit("on", "日期" + on + "早于上一步骤的日期" + standing.lastOn());
        }
        if (on.isAfter(entry.today())) {
            return new Unfit("on", "日期" + on + "晚于今天");
        }
        return entry.backfilled() || on.equals(entry.today())
                ? null
                : new Unfit("on", "日期" + on + "不是今天；以前发生的步骤请用补录登记");
    }

    private static @Nullable Unfit content(Step taken, LocalDate today) {
        var on = taken.on();
        return switch (taken) {
            case Step.AnswerOnSpot step -> granting(step.decision(), step.sub());
            case Step.Decide step -> granting(step.decision(), step.sub());
            case Step.RequestCorrection step -> notBefore("deadline", "补正期限", step.deadline(), on);
            case Step.RequestExplanation step -> notBefore("deadline", "说明期限", step.deadline(), on);
            case Step.GrantReasonableDelay step -> notBefore("until", "延迟答复的日期", step.until(), on);
            case Step.ConsultThirdParty step -> notBefore("receivedOn", "第三方收到之日", step.receivedOn(), on);
            case Step.ConsultAgency step -> notBefore("receivedOn", "对方收到之日", step.receivedOn(), on);
            case Step.NoticeFee step -> fee(step);
            case Step.LetterReceived step -> letter(step, today);
            case Step.Extend step -> step.workingDays() < 1 ? new Unfit("workingDays", "延长的工作日数至少为1") : null;
            case Step.Split step -> some("into", "拆分出的申请", step.into());
            case Step.Merge step -> some("with", "一并答复的申请", step.with());
            case Step.Redo step -> notBefore("until", "重新答复的期限", step.until(), on);
            case Step.Confirm step -> null;
            case Step.Register step -> null;
            case Step.CorrectionReceived step -> null;
            case Step.CorrectionOverdue step -> null;
            case Step.ExplanationUnreasonable step -> null;
            case Step.ThirdPartyReplied step -> null;
            case Step.ThirdPartyOverdue step -> null;
            case Step.AgencyReplied step -> null;
            case Step.AgencyOverdue step -> null;
            case Step.FeePaid step -> null;
            case Step.FeeOverdue step -> null;
            case Step.Withdraw step -> null;
            case Step.SubmitForReview step -> null;
            case Step.ReturnFromReview step -> null;
            case Step.Dispatch step -> null;
            case Step.Deliver step -> null;
            case Step.Archive step -> null;
            case Step.Undo step -> null;
        };
    }

    private static @Nullable Unfit granting(DecisionType decision, Step.@Nullable Granting sub) {
        return decision == DecisionType.GRANTED && sub == null
                ? new Unfit("sub", "予以公开的，应写明是已主动公开（ALREADY_PUBLIC）还是提供信息（PROVIDED）")
                : null;
    }

    private static @Nullable Unfit fee(Step.NoticeFee step) {
        if (step.count() < 1 || step.count() > FeeSchedule.LARGEST_COUNT) {
            return new Unfit("count", step.basis().unit() + "数应在1至" + FeeSchedule.LARGEST_COUNT + "之间");
        }
        return notBefore("receivedOn", "申请人收到收费通知之日", step.receivedOn(), step.on());
    }

    private static @Nullable Unfit letter(Step.LetterReceived step, LocalDate today) {
        return step.receivedOn().isAfter(today) ? new Unfit("receivedOn", "收到日期" + step.receivedOn() + "晚于今天") : null;
    }

    private static @Nullable Unfit notBefore(String field, String what, @Nullable LocalDate day, LocalDate earliest) {
        return day != null && day.isBefore(earliest) ? new Unfit(field, what + day + "不能早于" + earliest) : null;
    }

    private static @Nullable Unfit some(String field, String what, List<String> numbers) {
        return numbers.isEmpty() ? new Unfit(field, "没有列出" + what) : null;
    }
}
