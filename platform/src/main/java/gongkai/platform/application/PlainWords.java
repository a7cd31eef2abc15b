package gongkai.platform.application;

import gongkai.platform.request.procedure.AnswerClock;
import gongkai.platform.request.procedure.Deadlines;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Stage;
import gongkai.platform.request.procedure.Standing;
import gongkai.platform.web.Day;
import gongkai.platform.web.Tone;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain words where a request stands, who must act, until when, what happens otherwise and how the days are counted. Pure: it is
 * told everything.
 *
 * @param organ the short name of the organ
 * @param deadlines the terms that run; empty when the calendar does not tell them
 * @param due the last day to answer, null while the clock stands still or the calendar does not tell
 */
record PlainWords(
        String organ,
        Standing standing,
        List<Deadlines.Deadline> deadlines,
        @Nullable LocalDate due,
        LocalDate today) {
    private static final String RESTARTS = "答复期限已暂停；%s后，从次日起重新计算 20 个工作日";

    Whereabouts now() {
        return switch (standing.stage()) {
            case Stage.AwaitingConfirmation waiting -> confirmation(waiting);
            case Stage.AwaitingExplanation waiting -> explanation(waiting);
            case Stage.Registered registered -> running(registered, "已收到并登记，正在办理");
            case Stage.InProgress progress -> running(progress, "正在办理");
            case Stage.Reviewing reviewing -> running(reviewing, "答复已经拟好，正在审核");
            case Stage.AwaitingCorrection waiting -> correction(waiting);
            case Stage.AwaitingOpinion waiting -> opinion();
            case Stage.AwaitingFee waiting -> fee();
            case Stage.Decided decided -> decided();
            case Stage.Dispatched sent -> dispatched(sent);
            case Stage.Closed closed -> ended(closed, closed.state());
            case Stage.Archived archived ->
                ended(archived.closed(), archived.closed().state());
        };
    }

    private Whereabouts confirmation(Stage.AwaitingConfirmation waiting) {
        return new Whereabouts(
                "等待双方确认",
                Tone.ACTION,
                organ,
                "与您联系，确认收到这份申请",
                null,
                "没有当面提交、也没有由单位签收的申请，双方确认之日才是“收到申请之日”（《条例》第三十一条）。您的申请于 " + Day.text(waiting.submittedOn(), today)
                        + "提交；如果一直没有人联系您，请拨打下面的电话",
                "答复期限还没有开始计算，自双方确认的次日起计算 20 个工作日");
    }

    private Whereabouts running(Stage.Running stage, String headline) {
        boolean late = due != null && today.isAfter(due);
        return new Whereabouts(
                headline + (stage.clock().extension() > 0 ? "（已延期）" : ""),
                late ? Tone.ERROR : Tone.ACTION,
                organ,
                late ? "已经超过答复期限，应当尽快答复" : "答复您",
                due,
                late
                        ? "逾期不答复的，您可以申请行政复议或者提起行政诉讼（《条例》第五十一条）"
                        : (standing.past().correctionAsked() ? "" : "需要您补正的，单位应当自收到申请之日起 7 个工作日内一次性告知您；")
                                + "逾期不答复的，您可以申请行政复议或者提起行政诉讼",
                counting(stage.clock()));
    }

    /** How the days of a running term are counted. */
    private static String counting(AnswerClock clock) {
        if (clock.start() == AnswerClock.Start.ORDER) {
            return "按复议决定或者判决确定的期限重新答复";
        }
        if (clock.until() != null) {
            return "单位认定您说明的理由合理，但来不及按期答复，确定延迟到上面的日期答复（《条例》第三十五条）";
        }
        return "答复期限正在计算：自" + clock.start().label() + "之日的次日起，只数工作日，共 " + clock.workingDays() + " 个工作日"
                + (clock.extension() > 0 ? "，经批准延长 " + clock.extension() + " 个工作日" : "")
                + (clock.consultations().isEmpty() ? "" : "，征求意见所需时间不计算在内") + "（《条例》第三十三条）";
    }

    private Whereabouts explanation(Stage.AwaitingExplanation waiting) {
        return new Whereabouts(
                "请说明理由",
                Tone.WARNING,
                "您",
                "说明申请数量、频次较多的理由",
                waiting.deadline(),
                "理由不合理的，单位不予处理；理由合理但来不及按期答复的，单位会确定延迟答复的合理期限并告知您（《条例》第三十五条）",
                "等您说明期间，答复期限照常计算");
    }

    private Whereabouts correction(Stage.AwaitingCorrection waiting) {
        boolean late = today.isAfter(waiting.deadline());
        return new Whereabouts(
                late ? "补正期限已过" : "请补正申请",
                late ? Tone.ERROR : Tone.WARNING,
                "您",
                "按告知的事项补正",
                waiting.deadline(),
                "无正当理由逾期不补正的，视为放弃申请，单位不再处理（《条例》第三十条）" + (late ? "。单位作出处理之前，您仍可以补正" : ""),
                RESTARTS.formatted("单位收到您的补正"));
    }

    private Whereabouts opinion() {
        boolean agency = standing.state() == RequestState.AGENCY_PENDING;
        return new Whereabouts(
                agency ? "正在征求其他机关意见" : "正在征求第三方意见",
                Tone.ACTION,
                agency ? "被征求意见的机关" : "被征求意见的第三方",
                "在 15 个工作日内提出意见",
                lastDay(agency ? Deadlines.Kind.AGENCY_OPINION : Deadlines.Kind.THIRD_PARTY_OPINION),
                agency ? "逾期不提出意见的，视为同意公开（《条例》第三十四条）" : "逾期不提出意见的，由单位决定是否公开（《条例》第三十二条）",
                "征求意见所需时间不计算在答复期限内（《条例》第三十三条）");
    }

    private Whereabouts fee() {
        return new Whereabouts(
                "请缴纳信息处理费",
                Tone.WARNING,
                "您",
                "按收费通知缴费",
                lastDay(Deadlines.Kind.FEE_PAYMENT),
                "自收到收费通知次日起 20 个工作日内未缴费的，视为放弃申请，单位不再处理（国办函〔2020〕109号）",
                RESTARTS.formatted("您完成缴费"));
    }

    private Whereabouts decided() {
        return new Whereabouts(
                "答复已经作出，等待送达", Tone.ACTION, organ, "把答复送达给您", due, "答复送到您手里之日起，复议和诉讼的期限才开始计算", "答复期限以送达情况判断是否按期");
    }

    private Whereabouts dispatched(Stage.Dispatched sent) {
        return new Whereabouts(
                "答复已经发出",
                Tone.ACTION,
                "您",
                "收取答复（" + sent.method().label() + "，" + Day.text(sent.on(), today) + "）",
                null,
                "没有收到的，请拨打下面的电话查询",
                "您收到答复之日起，复议和诉讼的期限开始计算");
    }

    private Whereabouts ended(Stage.Closed closed, RequestState state) {
        var headline = switch (closed) {
            case Stage.Delivered delivered -> "已经答复";
            case Stage.Ended ended ->
                switch (ended.ending()) {
                    case WITHDRAWN -> "您已撤回申请";
                    case NO_CORRECTION -> "逾期没有补正，不再处理";
                    case NO_PAYMENT -> "逾期没有缴费，不再处理";
                };
        };
        return new Whereabouts(
                headline,
                state == RequestState.DELIVERED ? Tone.DONE : Tone.CLOSED,
                "",
                "",
                null,
                state == RequestState.WITHDRAWN ? "需要的话，您可以随时重新申请" : "",
                "");
    }

    private @Nullable LocalDate lastDay(Deadlines.Kind kind) {
        return deadlines.stream()
                .filter(deadline -> deadline.kind() == kind)
                .map(Deadlines.Deadline::lastDay)
                .findFirst()
                .orElse(null);
    }
}
