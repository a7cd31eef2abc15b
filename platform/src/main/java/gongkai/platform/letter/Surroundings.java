package gongkai.platform.letter;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Deadlines;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.Stage;
import gongkai.platform.request.procedure.Standing;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands around a step of a case and is told in its letters: terms, earlier letters, the organ's settings. */
@Component
class Surroundings {
    private final LetterStore store;
    private final Deliveries deliveries;
    private final Settings settings;
    private final Requests requests;
    private final DisclosureOffices offices;
    private final ThirdPartyOpinions opinions;

    Surroundings(
            LetterStore store,
            Deliveries deliveries,
            Settings settings,
            Requests requests,
            DisclosureOffices offices,
            ThirdPartyOpinions opinions) {
        this.store = store;
        this.deliveries = deliveries;
        this.settings = settings;
        this.requests = requests;
        this.offices = offices;
        this.opinions = opinions;
    }

    /** Around the last step it has taken. */
    Prefill.Around of(DisclosureRequest request) {
        return of(request, requests.steps(request).stream().map(Recorded::step).toList());
    }

    /** Around the last of these steps. */
    Prefill.Around of(DisclosureRequest request, List<Step> steps) {
        var procedure = requests.procedure(request.organ());
        var now = Procedure.replay(request.opening(), steps);
        var before = Procedure.replay(request.opening(), steps.subList(0, steps.size() - 1));
        return new Prefill.Around(
                requests.today(),
                due(procedure, before),
                due(procedure, now),
                running(procedure, now),
                correction(request, steps),
                fee(request, procedure, before),
                objectors(request, steps),
                settings.of(request.organ()),
                offices.of(request.organ()).map(DisclosureOffice::phone).orElse(""),
                request.wantedForm(),
                request.applicantKind().addressed());
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

    private Prefill.Earlier correction(DisclosureRequest request, List<Step> steps) {
        var lastDay = ChineseDay.of(correctionDeadline(steps));
        return last(request, LetterKind.CORRECTION_NOTICE)
                .map(letter -> earlier(letter, letter.content().values().getOrDefault("补正期限", lastDay)))
                .orElseGet(() -> new Prefill.Earlier("", "", lastDay));
    }

    /** The notice of the fee that is waited on, with the last day the law gives from when it was received. */
    private Prefill.Earlier fee(DisclosureRequest request, Procedure procedure, Standing before) {
        var lastDay = running(procedure, before).stream()
                .filter(deadline -> deadline.kind() == Deadlines.Kind.FEE_PAYMENT)
                .map(deadline -> ChineseDay.of(deadline.lastDay()))
                .findFirst()
                .orElse("");
        var notice = last(request, LetterKind.FEE_NOTICE)
                .map(letter -> earlier(letter, lastDay))
                .orElseGet(() -> new Prefill.Earlier("", "", lastDay));
        return before.stage() instanceof Stage.AwaitingFee waiting
                        && notice.deliveredOn().isEmpty()
                ? new Prefill.Earlier(notice.docNo(), ChineseDay.of(waiting.receivedOn()), lastDay)
                : notice;
    }

    private Prefill.Earlier earlier(Letter letter, String lastDay) {
        return new Prefill.Earlier(
                String.valueOf(letter.docNo()),
                deliveries
                        .of(letter)
                        .map(Delivery::deliveredOn)
                        .map(ChineseDay::of)
                        .orElse(""),
                lastDay);
    }

    /** The third parties that object to disclosure, by what each of them said where several were asked at once. */
    private List<Prefill.Objector> objectors(DisclosureRequest request, List<Step> steps) {
        var objectors = new ArrayList<Prefill.Objector>();
        var standing = LetterMaker.standing(steps);
        Step.ConsultThirdParty asked = null;
        int at = 0;
        for (var seq : standing) {
            var step = steps.get(seq - 1);
            if (step instanceof Step.ConsultThirdParty consultation) {
                asked = consultation;
                at = seq;
            } else if (asked != null
                    && step instanceof Step.ThirdPartyReplied reply
                    && reply.opinion() == Step.Opinion.DISAGREE) {
                var content = asked.content();
                var said = opinions.objecting(request, at);
                var names = asked.thirdParties();
                for (int i = 0; i < names.size(); i++) {
                    if (said.isEmpty() || said.contains(i)) {
                        objectors.add(new Prefill.Objector(names.get(i), content));
                    }
                }
            }
        }
        return objectors;
    }

    private static @Nullable LocalDate correctionDeadline(List<Step> steps) {
        return steps.stream()
                .filter(Step.RequestCorrection.class::isInstance)
                .map(step -> ((Step.RequestCorrection) step).deadline())
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** The last signed letter of that kind, or with null the last signed answer. */
    Optional<Letter> last(DisclosureRequest request, @Nullable LetterKind kind) {
        return store.of(request.id()).stream()
                .filter(Letter::holds)
                .filter(letter -> kind == null ? letter.decision() != null : letter.kind() == kind)
                .max(Comparator.comparing(Letter::madeAt));
    }
}
