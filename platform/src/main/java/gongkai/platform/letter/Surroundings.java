package gongkai.platform.letter;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Deadlines;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.Standing;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
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
    private final Applicants applicants;

    Surroundings(
            LetterStore store,
            Deliveries deliveries,
            Settings settings,
            Requests requests,
            DisclosureOffices offices,
            Applicants applicants) {
        this.store = store;
        this.deliveries = deliveries;
        this.settings = settings;
        this.requests = requests;
        this.offices = offices;
        this.applicants = applicants;
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
                earlier(request, LetterKind.CORRECTION_NOTICE, steps),
                earlier(request, LetterKind.FEE_NOTICE, steps),
                settings.of(request.organ()),
                offices.of(request.organ()).map(DisclosureOffice::phone).orElse(""),
                request.wantedForm(),
                Facts.you(applicants.masked(request.applicant()).kind()));
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
    Optional<Letter> last(DisclosureRequest request, @Nullable LetterKind kind) {
        return store.of(request.id()).stream()
                .filter(Letter::holds)
                .filter(letter -> kind == null ? letter.decision() != null : letter.kind() == kind)
                .max(Comparator.comparing(Letter::madeAt));
    }
}
