package gongkai.platform.casework;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.fee.FeeSchedule;
import gongkai.platform.request.procedure.Entry;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.NoTermsException;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.Standing;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries a step without taking it. */
@Component
class StepEffects {
    private final Requests requests;
    private final StepObjections objections;

    StepEffects(Requests requests, StepObjections objections) {
        this.requests = requests;
        this.objections = objections;
    }

    /** What the step would do; null if it is not complete enough to tell. */
    @Nullable
    StepEffect of(DisclosureRequest request, List<Step> taken, Step step, boolean backfilled) {
        try {
            return tried(request, taken, step, backfilled);
        } catch (MissingYearException | NoTermsException e) {
            return new StepEffect(Cases.missing(e), request.state().label(), "", List.of(), List.of());
        }
    }

    private @Nullable StepEffect tried(DisclosureRequest request, List<Step> taken, Step step, boolean backfilled) {
        var procedure = requests.procedure(request.organ());
        var today = requests.today();
        var objection = backfilled ? Optional.<Ruling.Barred>empty() : objections.to(request, StepType.of(step));
        var ruling = procedure.take(request.opening(), taken, step, new Entry(today, backfilled));
        if (ruling instanceof Ruling.Moved && objection.isPresent()) {
            ruling = objection.get();
        }
        return switch (ruling) {
            case Ruling.Barred barred ->
                new StepEffect(
                        barred.article() + "：" + barred.reason(),
                        request.state().label(),
                        "",
                        List.of(),
                        List.of());
            case Ruling.Unfit unfit -> null;
            case Ruling.Moved moved ->
                new StepEffect(
                        "",
                        request.state().label(),
                        moved.standing().state().label(),
                        lines(request, moved.standing(), step, today),
                        backfilled
                                ? List.of()
                                : StepWords.letters(step).stream()
                                        .map(LetterKind::title)
                                        .toList());
        };
    }

    private List<String> lines(DisclosureRequest request, Standing after, Step step, LocalDate today) {
        var procedure = requests.procedure(request.organ());
        var situation = procedure.situation(after, today);
        var lines = new ArrayList<String>();
        if (situation.due() != null && !situation.due().equals(request.due())) {
            lines.add((request.due() == null ? "答复期限：" : "答复期限由 " + Day.text(request.due(), today) + " 变为 ")
                    + Day.text(situation.due(), today));
        } else if (situation.due() == null && request.due() != null) {
            lines.add(situation.endedOn() == null ? "答复期限停止计算，届满日待恢复后确定" : "答复期限不再计算");
        } else if (situation.due() != null) {
            lines.add("答复期限不变：" + Day.text(situation.due(), today));
        }
        procedure.deadlines(after).stream()
                .filter(deadline -> !deadline.lastDay().equals(situation.due()))
                .forEach(deadline -> lines.add(deadline.kind().label() + "：应于 " + Day.text(deadline.lastDay(), today)
                        + " 前（" + deadline.kind().article() + "）"));
        if (step instanceof Step.NoticeFee fee) {
            FeeSchedule.on(fee.on())
                    .map(schedule -> schedule.charge(fee.basis(), fee.count()))
                    .ifPresent(yuan -> lines.add(
                            yuan == 0
                                    ? "按此计算不收费，不必通知缴费"
                                    : "本件应缴 " + yuan + " 元（" + fee.basis().label() + "）"));
        }
        if (situation.row() != null && request.row() == null) {
            lines.add("计入表三：" + situation.row().label());
        }
        if (situation.row() == null && request.row() != null) {
            lines.add("不再计入表三“" + request.row().label() + "”，恢复为在办");
        }
        return lines;
    }
}
