package gongkai.platform.letter;

import gongkai.platform.casework.DisputedRules;
import gongkai.platform.mail.Mails;
import gongkai.platform.personal.ApplicantAnonymised;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.RequestReceived;
import gongkai.platform.request.Requests;
import gongkai.platform.request.StepTaken;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the letters that follow from registrations and steps, in the same transaction. What was backfilled makes none. */
@Component
class LetterMaker {
    private final Letters letters;
    private final LetterStore store;
    private final Surroundings surroundings;
    private final Deliveries deliveries;
    private final Mails mails;
    private final Requests requests;
    private final DisputedRules rules;
    private final List<Enclosures> enclosures;

    LetterMaker(
            Letters letters,
            LetterStore store,
            Surroundings surroundings,
            Deliveries deliveries,
            Mails mails,
            Requests requests,
            DisputedRules rules,
            List<Enclosures> enclosures) {
        this.letters = letters;
        this.store = store;
        this.surroundings = surroundings;
        this.deliveries = deliveries;
        this.mails = mails;
        this.requests = requests;
        this.rules = rules;
        this.enclosures = enclosures;
    }

    @EventListener
    void received(RequestReceived event) {
        var request = event.request();
        if (request.backfilled()) {
            return;
        }
        if (request.state() == RequestState.REGISTERED || request.isOrdered()) {
            letters.receipt(request, receipt(request, event.queryCode()));
        } else if (request.channel() != Channel.ONLINE) {
            // By post, mail or fax nobody has read the code yet: the receipt tells it once both sides have confirmed.
            letters.receipt(request, Map.of(LetterFields.QUERY_CODE, event.queryCode()));
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
        deliveries.forget(event.id().value()).forEach(mails::forget);
    }

    private void made(StepTaken event) {
        var request = event.request();
        if (event.step() instanceof Step.Confirm) {
            confirmed(request);
            return;
        }
        if (needsNothing(event.step())) {
            return;
        }
        for (var proposed : Prefill.of(event.step(), surroundings.of(request))) {
            letters.make(request, request.steps(), named(proposed, request));
        }
    }

    /** A receipt of delivery says of which letter, an answer what goes out with it. */
    private Prefill.Proposed named(Prefill.Proposed proposed, DisclosureRequest request) {
        if (proposed.decision() != null) {
            return proposed.enclosing(enclosures.stream()
                    .flatMap(each -> each.of(request).stream())
                    .map(Enclosures::name)
                    .toList());
        }
        if (proposed.kind() != LetterKind.DELIVERY_RECEIPT) {
            return proposed;
        }
        var values = new java.util.HashMap<>(proposed.values());
        values.put(LetterFields.ADDRESSEE, LetterFields.APPLICANT);
        surroundings.last(request, null).ifPresent(answer -> {
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

    private void confirmed(DisclosureRequest request) {
        var waiting = store.of(request.id()).stream()
                .filter(letter ->
                        letter.kind() == LetterKind.REGISTRATION_RECEIPT && letter.state() == Letter.State.DRAFT)
                .findFirst();
        if (waiting.isPresent()) {
            var code = waiting.get().content().proposal().getOrDefault("查询码", "");
            letters.complete(waiting.get().id(), receipt(request, code));
        } else {
            letters.receipt(request, receipt(request, "（提交时已告知）"));
        }
    }

    private Map<String, String> receipt(DisclosureRequest request, String queryCode) {
        boolean bySystem = rules.receivedBySystem(request.organ(), request.channel(), request.submittedOn());
        var how = request.channel().needsConfirmation() && !bySystem
                ? request.channel().label() + "，" + ChineseDay.of(request.confirmedOn()) + "双方确认"
                : request.channel().label() + (bySystem ? "，系统接收之日收到" : "，当日收到");
        return Map.of("确认方式", how, "答复届满日", ChineseDay.of(request.due()), "查询码", queryCode);
    }

    /** The letters of the step that was taken back are void with it. */
    private void undone(DisclosureRequest request, Step.Undo undo) {
        var recorded = requests.steps(request);
        var standing = standingOf(recorded);
        switch (takenBack(recorded)) {
            case Step.Deliver deliver -> deliveries.takeBack(request, false);
            case Step.Dispatch dispatch -> deliveries.takeBack(request, true);
            case Step.LetterReceived received -> deliveries.takeBackArrival(request, received.receivedOn());
            case Step.Confirm confirm -> notConfirmed(request, undo);
            default -> {}
        }
        annul(letter -> letter.step() > 0 && !standing.contains(letter.step()), request, undo);
    }

    /** A receipt that was signed told the day of a confirmation that does not hold; only it knows the query code, which the next one tells. */
    private void notConfirmed(DisclosureRequest request, Step.Undo undo) {
        Predicate<Letter> told = letter -> letter.kind() == LetterKind.REGISTRATION_RECEIPT && letter.holds();
        store.of(request.id()).stream()
                .filter(told)
                .map(letter -> letter.content().values().getOrDefault(LetterFields.QUERY_CODE, ""))
                .findFirst()
                .ifPresent(code -> letters.receipt(request, Map.of(LetterFields.QUERY_CODE, code)));
        annul(told, request, undo);
    }

    private void annul(Predicate<Letter> which, DisclosureRequest request, Step.Undo undo) {
        store.of(request.id()).stream()
                .filter(letter -> letter.state() != Letter.State.VOID && which.test(letter))
                .forEach(letter -> letters.annul(letter.id(), "所依据的步骤已撤销：" + undo.reason()));
    }

    /** The step the last one, which undoes, took back. */
    private static Step takenBack(List<Recorded> steps) {
        var before = standingOf(steps.subList(0, steps.size() - 1));
        return steps.get(before.getLast() - 1).step();
    }

    private static List<Integer> standingOf(List<Recorded> steps) {
        return standing(steps.stream().map(Recorded::step).toList());
    }

    /** Which of the steps still stand, counted from 1. */
    static List<Integer> standing(List<Step> steps) {
        var standing = new ArrayList<Integer>();
        for (int i = 0; i < steps.size(); i++) {
            if (!(steps.get(i) instanceof Step.Undo)) {
                standing.add(i + 1);
            } else if (!standing.isEmpty()) {
                standing.removeLast();
            }
        }
        return standing;
    }
}
