package gongkai.platform.application;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.disclosures.DeclinedSuggestions;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFile;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Step;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** Carries out what an applicant does, each in one transaction with its message to the officers. */
@Service
class ApplicantActs {
    private static final String CONFIRMED = "已告诉单位，请留意单位与您联系";

    private final Requests requests;
    private final Applications applications;
    private final Messages messages;
    private final Satisfactions satisfactions;
    private final DeclinedSuggestions declined;
    private final TransactionTemplate transaction;

    ApplicantActs(
            Requests requests,
            Applications applications,
            Messages messages,
            Satisfactions satisfactions,
            DeclinedSuggestions declined,
            PlatformTransactionManager transactions) {
        this.requests = requests;
        this.applications = applications;
        this.messages = messages;
        this.satisfactions = satisfactions;
        this.declined = declined;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of it. */
    sealed interface Done {
        /** It was done; the sentence says so. */
        record Taken(String notice) implements Done {}

        /** Nothing was done, for these reasons. */
        record Refused(List<String> reasons) implements Done {}
    }

    /** Does it, or nothing at all. The fields have been checked. */
    Done take(String act, DisclosureRequest request, Map<String, String> typed, List<MultipartFile> files) {
        try {
            var done = transaction.execute(status -> {
                var outcome = carryOut(act, request, typed, files);
                if (outcome instanceof Done.Refused) {
                    status.setRollbackOnly();
                }
                return outcome;
            });
            return done == null ? new Done.Refused(List.of("没有办成，请再试一次")) : done;
        } catch (MissingYearException e) {
            return new Done.Refused(List.of("工作日历还没有备齐，暂时不能在线办理，请打电话联系单位"));
        }
    }

    private Done carryOut(String act, DisclosureRequest request, Map<String, String> typed, List<MultipartFile> files) {
        var text = typed.getOrDefault("text", "").strip();
        var today = requests.today();
        return switch (act) {
            case "confirmation" ->
                messages.has(request, MessageKind.CONFIRMATION)
                        ? new Done.Taken(CONFIRMED)
                        : message(request, MessageKind.CONFIRMATION, "", files, CONFIRMED);
            case "correction" ->
                step(
                        request,
                        new Step.CorrectionReceived(today, text),
                        seen(typed),
                        MessageKind.CORRECTION,
                        text,
                        files,
                        "补正已送达单位，答复期限自次日起重新计算 20 个工作日");
            case "withdrawal" ->
                step(
                        request,
                        new Step.Withdraw(today, text),
                        seen(typed),
                        MessageKind.WITHDRAWAL,
                        text,
                        files,
                        "申请已撤回，单位不再办理");
            case "explanation" -> message(request, MessageKind.EXPLANATION, text, files, "您的说明已送达单位");
            case "payment" ->
                files.stream().allMatch(MultipartFile::isEmpty) && text.isEmpty()
                        ? new Done.Refused(List.of("请选择缴费凭证的照片或者文件，或者写明缴费时间和流水号"))
                        : message(request, MessageKind.PAYMENT_PROOF, text, files, "缴费凭证已送达单位，单位核对到账后继续办理");
            case "consent" ->
                typed.getOrDefault("consent", "").equals("yes")
                        ? message(request, MessageKind.ELECTRONIC_YES, "", List.of(), "您已同意电子送达")
                        : message(request, MessageKind.ELECTRONIC_NO, "", List.of(), "您已选择不接受电子送达");
            case "rectification" -> message(request, MessageKind.RECTIFICATION, text, files, "更正要求已送达单位，处理结果会显示在本页");
            case "promotion" ->
                messages.has(request, MessageKind.PROMOTION)
                        ? new Done.Refused(List.of("您已经建议过了，谢谢"))
                        : suggestion(request, text);
            case "satisfaction" ->
                satisfactions.say(request, Integer.parseInt(typed.getOrDefault("score", "0")), text)
                        ? new Done.Taken("谢谢您的评价")
                        : new Done.Refused(List.of("您已经评价过了，谢谢"));
            default -> new Done.Refused(List.of("没有这个事项"));
        };
    }

    private Done step(
            DisclosureRequest request,
            Step step,
            int seen,
            MessageKind kind,
            String text,
            List<MultipartFile> files,
            String notice) {
        return switch (requests.take(request.number(), step, false, seen)) {
            case Requests.Outcome.Barred barred ->
                new Done.Refused(List.of(barred.reason() + "（《条例》" + barred.article() + "）"));
            case Requests.Outcome.Unfit unfit ->
                new Done.Refused(List.of(
                        unfit.field().equals("expected")
                                ? "单位刚刚办理过这件申请，情况有变化，请看过下面的最新情况后再提交。您写的内容还在"
                                : unfit.reason()));
            case Requests.Outcome.Taken taken -> message(taken.request(), kind, text, files, notice);
        };
    }

    private Done suggestion(DisclosureRequest request, String text) {
        declined.reopen(request);
        return message(request, MessageKind.PROMOTION, text, List.of(), "谢谢您的建议，单位审核属实的会主动公开");
    }

    private Done message(
            DisclosureRequest request, MessageKind kind, String text, List<MultipartFile> files, String notice) {
        var handed = applications.attach(request, FilePurpose.REQUEST_ATTACHMENT, files);
        if (!handed.refused().isEmpty()) {
            return new Done.Refused(handed.refused());
        }
        List<StoredFile> kept = handed.kept();
        messages.add(request, kind, text, kept);
        return new Done.Taken(notice);
    }

    /** How many steps the page that was sent had seen. */
    private static int seen(Map<String, String> typed) {
        var seen = typed.getOrDefault("seen", "");
        return seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : -1;
    }
}
