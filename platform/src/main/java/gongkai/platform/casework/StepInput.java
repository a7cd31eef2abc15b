package gongkai.platform.casework;

import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A step as it was typed. What cannot be read is written into the form; then there is no step. */
final class StepInput {
    private static final int LONGEST = 10_000;
    private static final LocalDate NO_DAY = LocalDate.MIN;

    private final MultiValueMap<String, String> typed;
    private Form form;

    StepInput(MultiValueMap<String, String> typed) {
        this.typed = typed;
        this.form = Form.of(typed);
    }

    /** The form with what was wrong in it. */
    Form form() {
        return form;
    }

    /**
     * The step; empty if something in the form cannot be read.
     *
     * @param today its day, unless the form says one because it is a step of the past
     */
    Optional<Step> step(StepType type, boolean backfill, LocalDate today) {
        for (var field : StepQuestions.of(type, backfill)) {
            if (field.required() && text(field.name()).isEmpty()) {
                form = form.wrong(field.name(), "请填写“" + field.label() + "”");
            } else if (text(field.name()).length() > LONGEST) {
                form = form.wrong(field.name(), "“" + field.label() + "”太长，最多" + LONGEST + "字");
            }
        }
        var on = backfill ? day("on") : today;
        var step = read(type, on == null ? today : on);
        if (!backfill && step instanceof Step.AnswerOnSpot answer && !StepQuestions.isForTheSpot(answer.decision())) {
            form = form.wrong("decision", "“" + answer.decision().label() + "”不能当场答复，请拟稿、送审后签发（第十七条）");
        }
        return form.rejected() ? Optional.empty() : Optional.of(step);
    }

    private Step read(StepType type, LocalDate on) {
        return switch (type) {
            case CONFIRM -> new Step.Confirm(on);
            case REGISTER -> new Step.Register(on);
            case ANSWER_ON_SPOT -> new Step.AnswerOnSpot(on, decision(), sub(), text("reasons"));
            case REQUEST_CORRECTION -> new Step.RequestCorrection(on, lines("items"), mustDay("deadline"));
            case CORRECTION_RECEIVED -> new Step.CorrectionReceived(on, text("text"));
            case CORRECTION_OVERDUE -> new Step.CorrectionOverdue(on);
            case REQUEST_EXPLANATION -> new Step.RequestExplanation(on, text("reason"), mustDay("deadline"));
            case EXPLANATION_UNREASONABLE -> new Step.ExplanationUnreasonable(on, text("reason"));
            case GRANT_REASONABLE_DELAY -> new Step.GrantReasonableDelay(on, mustDay("until"), text("reason"));
            case CONSULT_THIRD_PARTY ->
                new Step.ConsultThirdParty(
                        on, day("receivedOn"), text("thirdParty"), text("content"), text("interests"));
            case THIRD_PARTY_REPLIED -> new Step.ThirdPartyReplied(on, opinion(), text("reason"));
            case THIRD_PARTY_OVERDUE -> new Step.ThirdPartyOverdue(on);
            case CONSULT_AGENCY -> new Step.ConsultAgency(on, day("receivedOn"), text("agency"), text("content"));
            case AGENCY_REPLIED -> new Step.AgencyReplied(on, opinion(), text("reason"));
            case AGENCY_OVERDUE -> new Step.AgencyOverdue(on);
            case EXTEND -> new Step.Extend(on, number("workingDays"), text("approvedBy"), text("reason"));
            case NOTICE_FEE -> fee(on);
            case LETTER_RECEIVED -> new Step.LetterReceived(on, mustDay("receivedOn"));
            case FEE_PAID -> new Step.FeePaid(on, text("receipt"));
            case FEE_OVERDUE -> new Step.FeeOverdue(on);
            case WITHDRAW -> new Step.Withdraw(on, text("reason"));
            case SUBMIT_FOR_REVIEW -> new Step.SubmitForReview(on);
            case RETURN_FROM_REVIEW -> new Step.ReturnFromReview(on, text("remarks"));
            case DECIDE ->
                new Step.Decide(
                        on,
                        decision(),
                        sub(),
                        text("reasons"),
                        text("facts"),
                        lines("legalBasis"),
                        text("approvedBy"),
                        text("searchRecord"),
                        text("previousRequest"));
            case DISPATCH ->
                new Step.Dispatch(on, choice("method", DeliveryMethod.values(), DeliveryMethod.DIRECT), text("mailNo"));
            case DELIVER -> new Step.Deliver(on, text("signer"));
            case ARCHIVE -> new Step.Archive(on);
            case UNDO -> new Step.Undo(on, text("reason"));
            case SPLIT, MERGE, REDO -> throw new IllegalArgumentException(type.identifier());
        };
    }

    private Step fee(LocalDate on) {
        var basis = choice("basis", FeeBasis.values(), FeeBasis.PIECES);
        var field = basis == FeeBasis.PIECES ? "pieces" : "pages";
        if (text(field).isEmpty()) {
            form = form.wrong(field, "请填写" + basis.unit() + "数");
            return new Step.NoticeFee(on, basis, 1, null);
        }
        return new Step.NoticeFee(on, basis, number(field), day("receivedOn"));
    }

    private DecisionType decision() {
        return choice("decision", DecisionType.values(), DecisionType.GRANTED);
    }

    private Step.@Nullable Granting sub() {
        return text("sub").isEmpty() || !text("decision").equals(DecisionType.GRANTED.name())
                ? null
                : choice("sub", Step.Granting.values(), Step.Granting.PROVIDED);
    }

    private Step.Opinion opinion() {
        return choice("opinion", Step.Opinion.values(), Step.Opinion.AGREE);
    }

    private <T extends Enum<T>> T choice(String name, T[] values, T otherwise) {
        var chosen = text(name);
        if (chosen.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().equals(chosen))
                .findFirst()
                .orElseGet(() -> {
                    form = form.wrong(name, "请从列出的项目中选择");
                    return otherwise;
                });
    }

    private int number(String name) {
        var text = text(name);
        if (text.matches("\\d{1,6}")) {
            return Integer.parseInt(text);
        }
        if (!text.isEmpty()) {
            form = form.wrong(name, "请填写整数");
        }
        return 0;
    }

    private LocalDate mustDay(String name) {
        var day = day(name);
        return day == null ? NO_DAY : day;
    }

    private @Nullable LocalDate day(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Day.typed(text);
        } catch (DateTimeParseException e) {
            form = form.wrong(name, "“" + text + "”不是日期，请按 2026-01-31 的样子填写");
            return null;
        }
    }

    private List<String> lines(String name) {
        return text(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String text(String name) {
        var value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
