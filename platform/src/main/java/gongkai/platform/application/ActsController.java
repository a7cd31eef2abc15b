package gongkai.platform.application;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.organ.Organs;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.fee.FeeSchedule;
import gongkai.platform.request.procedure.Deadlines;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Due;
import gongkai.platform.web.Form;
import gongkai.platform.web.Open;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** What an applicant does about a request they have opened with its code. */
@Controller
@Open
class ActsController {
    private static final String HOME = "/applications/case";
    private static final int LONGEST = 10_000;
    private static final int LONGEST_REMARK = 1_000;
    private static final String ACTS =
            "{act:confirmation|correction|explanation|payment|consent|withdrawal|satisfaction|rectification|promotion}";

    private final Visits visits;
    private final ApplicantActs acts;
    private final Requests requests;
    private final Organs organs;
    private final Satisfactions satisfactions;
    private final AddressLimits limits;

    ActsController(
            Visits visits,
            ApplicantActs acts,
            Requests requests,
            Organs organs,
            Satisfactions satisfactions,
            AddressLimits limits) {
        this.visits = visits;
        this.acts = acts;
        this.requests = requests;
        this.organs = organs;
        this.satisfactions = satisfactions;
        this.limits = limits;
    }

    @GetMapping("/applications/case/" + ACTS)
    View show(@PathVariable String act, HttpServletRequest request, HttpServletResponse response) {
        var found = visits.current(request);
        if (found.isEmpty()) {
            return StatusController.toForm();
        }
        StatusController.unkept(response);
        return barred(act, found.get())
                .<View>map(reason -> Redirect.to(HOME).saying(reason))
                .orElseGet(() -> Page.of("application/" + act, page(found.get(), Form.EMPTY)));
    }

    @PostMapping("/applications/case/" + ACTS)
    View act(
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.save(request);
        limits.upload(request);
        var found = visits.current(request).orElse(null);
        StatusController.unkept(response);
        if (found == null) {
            return typed.getOrDefault("text", "").isBlank()
                    ? StatusController.toForm()
                    : Page.rejected("application/lost", LostPage.ended(typed.getOrDefault("text", "")));
        }
        if (!found.number().equals(typed.getOrDefault("number", found.number()))) {
            // Another request was opened in this browser after the form: what was meant for one must not befall the
            // other.
            return Page.rejected("application/lost", LostPage.other(typed.getOrDefault("text", ""), found.number()));
        }
        var form = checked(act, found, Form.of(typed));
        if (form.rejected()) {
            return Page.rejected("application/" + act, page(found, form));
        }
        var done = acts.take(act, found, typed, files == null ? List.of() : files);
        return switch (done) {
            case ApplicantActs.Done.Taken taken -> Redirect.to(HOME).saying(taken.notice());
            case ApplicantActs.Done.Refused refused -> {
                var wrong = form;
                for (var reason : refused.reasons()) {
                    wrong = wrong.wrong(reason);
                }
                yield Page.rejected(
                        "application/" + act,
                        page(requests.byNumber(found.number()).orElseThrow(), wrong));
            }
        };
    }

    private Form checked(String act, DisclosureRequest found, Form form) {
        var barred = barred(act, found);
        if (barred.isPresent()) {
            return form.wrong(barred.get());
        }
        return switch (act) {
            case "correction" -> text(form, "text", "请写明补正的内容", LONGEST);
            case "explanation" -> text(form, "text", "请说明理由", LONGEST);
            case "withdrawal", "promotion" -> text(form, "text", "", LONGEST_REMARK);
            case "rectification" -> text(form, "text", "请写明哪里不准确、应当是怎样、有什么证据", LONGEST);
            case "consent" -> form.value("consent").matches("yes|no") ? form : form.wrong("consent", "请选择同意或者不同意");
            case "satisfaction" ->
                form.value("score").matches("[1-5]")
                        ? text(form, "text", "", LONGEST_REMARK)
                        : text(form.wrong("score", "请选择 1 到 5 分"), "text", "", LONGEST_REMARK);
            default -> form;
        };
    }

    private static Form text(Form form, String field, String missing, int longest) {
        var text = form.value(field).strip();
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty() && !missing.isEmpty()) {
            return form.wrong(field, missing);
        }
        return length <= longest
                ? form
                : form.wrong(field, "不能超过 " + longest + " 个字，现在有 " + length + " 个字。长篇内容可以存为文件，作为附件提交");
    }

    /** Why that cannot be done now, with the article; empty if it can. */
    private Optional<String> barred(String act, DisclosureRequest found) {
        var state = found.state();
        return switch (act) {
            case "confirmation" -> only(EnumSet.of(RequestState.AWAITING_CONFIRMATION), state, "这份申请已经确认过了（《条例》第三十一条）");
            case "correction" -> only(StepType.CORRECTION_RECEIVED.from(), state, "单位现在没有要求补正，或者已经收到补正（《条例》第三十条）");
            case "explanation" -> only(EnumSet.of(RequestState.EXPLANATION_PENDING), state, "单位现在没有要求说明理由（《条例》第三十五条）");
            case "payment" -> only(EnumSet.of(RequestState.FEE_PENDING), state, "现在没有待缴的信息处理费（《条例》第四十二条）");
            case "withdrawal" -> only(StepType.WITHDRAW.from(), state, "这件申请已经办结或者答复已经作出，不能再撤回（《条例》第三十三条）");
            case "consent" -> Acts.over(state) ? Optional.of("这件申请已经办结") : Optional.empty();
            case "satisfaction" ->
                !Acts.over(state)
                        ? Optional.of("办结以后才能评价")
                        : satisfactions.of(found).isPresent() ? Optional.of("您已经评价过了，谢谢") : Optional.empty();
            case "rectification", "promotion" ->
                Acts.informed(found) ? Optional.empty() : Optional.of("单位提供信息以后才能提出（《条例》第四十一条、第四十四条）");
            default -> Optional.of("没有这个事项");
        };
    }

    private static Optional<String> only(Set<RequestState> states, RequestState state, String otherwise) {
        return states.contains(state) ? Optional.empty() : Optional.of(otherwise);
    }

    private ActPage page(DisclosureRequest found, Form form) {
        var recorded = requests.steps(found);
        var steps = Procedure.standing(recorded.stream().map(Recorded::step).toList());
        var fee = steps.stream()
                .filter(Step.NoticeFee.class::isInstance)
                .map(Step.NoticeFee.class::cast)
                .reduce((first, second) -> second);
        var schedule = fee.flatMap(notice -> FeeSchedule.on(notice.on()));
        return new ActPage(
                organs.byId(found.organ()).orElseThrow(),
                found.number(),
                found.steps(),
                form,
                due(found, recorded),
                CaseForApplicant.asked(steps),
                steps.stream()
                        .filter(Step.RequestExplanation.class::isInstance)
                        .map(step -> ((Step.RequestExplanation) step).reason())
                        .reduce((first, second) -> second)
                        .orElse(""),
                schedule.map(tariff -> tariff.quote(
                                fee.orElseThrow().basis(), fee.get().count()))
                        .orElse(null),
                schedule.map(tariff -> tariff.charge(
                                fee.orElseThrow().basis(), fee.get().count()))
                        .orElse(0L));
    }

    private @Nullable Due due(DisclosureRequest found, List<Recorded> recorded) {
        var procedure = requests.procedure(found.organ());
        try {
            return procedure.deadlines(requests.standing(found, recorded)).stream()
                    .filter(deadline -> EnumSet.of(
                                    Deadlines.Kind.CORRECTION, Deadlines.Kind.EXPLANATION, Deadlines.Kind.FEE_PAYMENT)
                            .contains(deadline.kind()))
                    .findFirst()
                    .map(deadline -> new Due(
                            deadline.lastDay(), procedure.days().left(requests.today(), deadline.lastDay()), ""))
                    .orElse(null);
        } catch (MissingYearException e) {
            return null;
        }
    }
}
