package gongkai.platform.letter;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.personal.ApplicantAnonymised;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.RequestReceived;
import gongkai.platform.request.Requests;
import gongkai.platform.request.StepTaken;
import gongkai.platform.request.procedure.Deadlines;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Standing;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the letters that follow from registrations and steps, in the same transaction. What was backfilled makes none. */
@Component
class LetterMaker {
    private final Letters letters;
    private final LetterStore store;
    private final Deliveries deliveries;
    private final Settings settings;
    private final Requests requests;
    private final DisclosureOffices offices;

    LetterMaker(
            Letters letters,
            LetterStore store,
            Deliveries deliveries,
            Settings settings,
            Requests requests,
            DisclosureOffices offices) {
        this.letters = letters;
        this.store = store;
        this.deliveries = deliveries;
        this.settings = settings;
        this.requests = requests;
        this.offices = offices;
    }

    @EventListener
    void received(RequestReceived event) {
        var request = event.request();
        if (!request.backfilled() && request.state() == RequestState.REGISTERED) {
            receipt(request, event.queryCode());
        }
    }

    @EventListener
    void taken(StepTaken event) {
        if (event.step() instanceof Step.Undo undo) {
            undone(event.request(), undo);
        } else if (!event.backfilled()) {
            made(event);
        }
    }

    /** The archive keeps the files; what stands beside them about the applicant goes. */
    @EventListener
    void anonymised(ApplicantAnonymised event) {
        store.forget(event.id().value());
    }

    private void made(StepTaken event) {
        var request = event.request();
        if (event.step() instanceof Step.Confirm) {
            receipt(request, "（登记时已告知）");
            return;
        }
        if (needsNothing(event.step())) {
            return;
        }
        for (var proposed : Prefill.of(event.step(), around(request))) {
            letters.make(request, request.steps(), named(proposed, request));
        }
    }

    /** A receipt of delivery says of which letter. */
    private Prefill.Proposed named(Prefill.Proposed proposed, DisclosureRequest request) {
        if (proposed.kind() != LetterKind.DELIVERY_RECEIPT) {
            return proposed;
        }
        var values = new java.util.HashMap<>(proposed.values());
        values.put("受送达人", "申请人");
        last(request, null).ifPresent(answer -> {
            values.put("送达文书", answer.kind().title());
            values.put("送达文书文号", String.valueOf(answer.docNo()));
        });
        return new Prefill.Proposed(proposed.kind(), null, false, values, proposed.rows());
    }

    private static boolean needsNothing(Step step) {
        return switch (step) {
            case Step.Register s -> true;
            case Step.Confirm s -> true;
            case Step.CorrectionReceived s -> true;
            case Step.ThirdPartyReplied s -> true;
            case Step.ThirdPartyOverdue s -> true;
            case Step.AgencyReplied s -> true;
            case Step.AgencyOverdue s -> true;
            case Step.LetterReceived s -> true;
            case Step.FeePaid s -> true;
            case Step.SubmitForReview s -> true;
            case Step.ReturnFromReview s -> true;
            case Step.Archive s -> true;
            case Step.Split s -> true;
            case Step.Merge s -> true;
            case Step.Redo s -> true;
            case Step.Deliver s -> true;
            default -> false;
        };
    }

    private void receipt(DisclosureRequest request, String queryCode) {
        var how = request.channel().needsConfirmation()
                ? request.channel().label() + "，" + ChineseDay.of(request.confirmedOn()) + "双方确认"
                : request.channel().label() + "，当日收到";
        letters.receipt(request, Map.of("确认方式", how, "答复届满日", ChineseDay.of(request.due()), "查询码", queryCode));
    }

    private Prefill.Around around(DisclosureRequest request) {
        var steps = requests.steps(request).stream().map(Recorded::step).toList();
        var procedure = requests.procedure(request.organ());
        var now = Procedure.replay(request.opening(), steps);
        var before = Procedure.replay(request.opening(), steps.subList(0, steps.size() - 1));
        return new Prefill.Around(
                requests.today(),
                due(procedure, before),
                due(procedure, now),
                running(procedure, now),
                earlier(request, LetterKind.CORRECTION_NOTICE, steps),
                earlier(request, LetterKind.FEE_NOTICE, steps),
                settings.of(request.organ()),
                offices.of(request.organ()).map(DisclosureOffice::phone).orElse(""),
                request.wantedForm());
    }

    /** A term that ends in a year without calendar must not keep the step from being taken; the letter then leaves the day open. */
    private @Nullable LocalDate due(Procedure procedure, Standing standing) {
        try {
            return procedure.situation(standing, requests.today()).due();
        } catch (MissingYearException e) {
            return null;
        }
    }

    private static List<Deadlines.Deadline> running(Procedure procedure, Standing standing) {
        try {
            return procedure.deadlines(standing);
        } catch (MissingYearException e) {
            return List.of();
        }
    }

    private Prefill.Earlier earlier(DisclosureRequest request, LetterKind kind, List<Step> steps) {
        return last(request, kind)
                .map(letter -> new Prefill.Earlier(
                        String.valueOf(letter.docNo()),
                        deliveries
                                .of(letter)
                                .map(Delivery::deliveredOn)
                                .map(ChineseDay::of)
                                .orElse(""),
                        letter.content().values().getOrDefault(kind == LetterKind.FEE_NOTICE ? "缴费期限" : "补正期限", "")))
                .orElseGet(() -> kind == LetterKind.CORRECTION_NOTICE
                        ? new Prefill.Earlier("", "", ChineseDay.of(correctionDeadline(steps)))
                        : Prefill.Earlier.NONE);
    }

    private static @Nullable LocalDate correctionDeadline(List<Step> steps) {
        return steps.stream()
                .filter(Step.RequestCorrection.class::isInstance)
                .map(step -> ((Step.RequestCorrection) step).deadline())
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** The last signed letter of that kind, or with null the last signed answer. */
    private java.util.Optional<Letter> last(DisclosureRequest request, @Nullable LetterKind kind) {
        return store.of(request.id()).stream()
                .filter(Letter::holds)
                .filter(letter -> kind == null ? letter.decision() != null : letter.kind() == kind)
                .max(Comparator.comparing(Letter::madeAt));
    }

    /** The letters of the step that was taken back are void with it. */
    private void undone(DisclosureRequest request, Step.Undo undo) {
        var standing = standing(requests.steps(request));
        store.of(request.id()).stream()
                .filter(letter ->
                        letter.step() > 0 && letter.state() != Letter.State.VOID && !standing.contains(letter.step()))
                .forEach(letter -> letters.annul(letter.id(), "所依据的步骤已撤销：" + undo.reason()));
    }

    /** Which of the steps still stand, counted from 1. */
    private static List<Integer> standing(List<Recorded> steps) {
        var standing = new ArrayList<Integer>();
        for (int i = 0; i < steps.size(); i++) {
            if (!(steps.get(i).step() instanceof Step.Undo)) {
                standing.add(i + 1);
            } else if (!standing.isEmpty()) {
                standing.removeLast();
            }
        }
        return standing;
    }
}
