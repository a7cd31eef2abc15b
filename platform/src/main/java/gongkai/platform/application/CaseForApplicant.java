package gongkai.platform.application;

import gongkai.platform.application.CasePage.Download;
import gongkai.platform.application.CasePage.Happening;
import gongkai.platform.application.CasePage.LetterLine;
import gongkai.platform.application.CasePage.Sent;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.disclosures.DeclinedSuggestions;
import gongkai.platform.disclosures.Disclosure;
import gongkai.platform.disclosures.Disclosures;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.letter.ElectronicConsent;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organs;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.ClockDay;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Stage;
import gongkai.platform.request.procedure.Standing;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Day;
import gongkai.platform.web.Due;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the applicant may see of a request. */
@Component
class CaseForApplicant {
    private final Requests requests;
    private final Organs organs;
    private final DisclosureOffices offices;
    private final RemediesInWords remedies;
    private final Messages messages;
    private final Rectifications rectifications;
    private final Satisfactions satisfactions;
    private final StoredFiles files;
    private final OutgoingLetters letters;
    private final ConsentMessages consents;
    private final Disclosures disclosures;
    private final DeclinedSuggestions declined;

    CaseForApplicant(
            Requests requests,
            Organs organs,
            DisclosureOffices offices,
            RemediesInWords remedies,
            Messages messages,
            Rectifications rectifications,
            Satisfactions satisfactions,
            StoredFiles files,
            OutgoingLetters letters,
            ConsentMessages consents,
            Disclosures disclosures,
            DeclinedSuggestions declined) {
        this.requests = requests;
        this.organs = organs;
        this.offices = offices;
        this.remedies = remedies;
        this.messages = messages;
        this.rectifications = rectifications;
        this.satisfactions = satisfactions;
        this.files = files;
        this.letters = letters;
        this.consents = consents;
        this.disclosures = disclosures;
        this.declined = declined;
    }

    CasePage page(DisclosureRequest request) {
        var organ = organs.byId(request.organ()).orElseThrow();
        var recorded = requests.steps(request);
        var standing = requests.standing(request, recorded);
        var steps = Procedure.standing(recorded.stream().map(Recorded::step).toList());
        var procedure = requests.procedure(request.organ());
        var words = new PlainWords(
                        organ.shortName(),
                        standing,
                        known(() -> procedure.deadlines(standing), List.of()),
                        request.due(),
                        requests.today())
                .now();
        boolean out = isOut(standing);
        List<ClockDay> ledger = known(() -> procedure.ledger(standing), List.of());
        var said = messages.of(request);
        var decided = rectifications.of(request);
        var published = disclosures.current(request.number());
        return new CasePage(
                organ,
                offices.of(organ.id()).orElse(null),
                request,
                requests.asked(request),
                words.headline(),
                words.tone(),
                words.who(),
                words.what(),
                out && request.decision() != null ? request.decision().label() : "",
                due(words.until(), request.due(), procedure),
                words.otherwise(),
                words.counting(),
                standing.stage() instanceof Stage.AwaitingCorrection ? asked(steps) : List.of(),
                happenings(request, steps, out),
                ledger,
                ledger.stream().filter(ClockDay::counted).count(),
                new Acts(
                                request,
                                standing.state(),
                                said,
                                satisfactions.of(request).isPresent(),
                                consents(request))
                        .all(),
                letters(request, out),
                said.stream()
                        .map(message -> new Sent(
                                Day.minute(message.at()),
                                message.kind().chinese(),
                                message.text(),
                                message.files().stream().map(StoredFile::name).toList(),
                                became(request, message, standing, decided),
                                message.kind() == MessageKind.PROMOTION
                                        ? published.map(Disclosure::link).orElse("")
                                        : ""))
                        .toList(),
                attachments(request, said),
                remedies.of(request, standing, steps),
                satisfactions.of(request).map(Satisfactions.Satisfaction::score).orElse(0));
    }

    /** The letters this applicant may save now. */
    List<OutgoingLetters.Outgoing> lettersOut(DisclosureRequest request) {
        return letters.of(request, isOut(requests.standing(request, requests.steps(request))));
    }

    /** What the applicant was asked to correct, item by item. */
    static List<String> asked(List<Step> steps) {
        return steps.stream()
                .filter(Step.RequestCorrection.class::isInstance)
                .map(Step.RequestCorrection.class::cast)
                .reduce((first, second) -> second)
                .map(Step.RequestCorrection::items)
                .orElse(List.of());
    }

    /** What they said last counts. */
    private Optional<Boolean> consents(DisclosureRequest request) {
        return consents.of(request)
                .map(ElectronicConsent.Said::agrees)
                .or(() -> request.wantedDelivery().contains("同意电子送达") ? Optional.of(true) : Optional.empty());
    }

    private List<Happening> happenings(DisclosureRequest request, List<Step> steps, boolean out) {
        var happenings = new ArrayList<Happening>();
        happenings.add(new Happening(
                request.submittedOn(), "您提出申请（" + request.channel().label() + "），编号 " + request.number()));
        for (var step : steps) {
            var text = StepInWords.of(step, out, requests.today());
            if (!text.isEmpty()) {
                happenings.add(new Happening(step.on(), text));
            }
        }
        return happenings.reversed();
    }

    private List<LetterLine> letters(DisclosureRequest request, boolean out) {
        return letters.of(request, out).stream()
                .map(letter -> new LetterLine(
                        letter.title(),
                        letter.number(),
                        letter.on(),
                        letter.files().stream().map(CaseForApplicant::download).toList()))
                .toList();
    }

    private static Download download(StoredFile file) {
        return new Download(
                "/applications/case/letters/" + file.id(), file.kind().chinese());
    }

    /** Whether the answer has left the organ: before, nothing is said of what is in it. */
    private static boolean isOut(Standing standing) {
        return switch (standing.stage()) {
            case Stage.Dispatched sent -> true;
            case Stage.Closed closed -> true;
            case Stage.Archived archived -> true;
            default -> false;
        };
    }

    private @Nullable Due due(@Nullable LocalDate until, @Nullable LocalDate due, Procedure procedure) {
        if (until == null) {
            return null;
        }
        return known(
                () -> new Due(
                        until,
                        procedure.days().left(requests.today(), until),
                        // Only the time to answer is explained day by day.
                        until.equals(due) ? "#ledger" : ""),
                null);
    }

    /** Where the calendar of a year is missing nothing is said that it would have to tell. */
    private static <T extends @Nullable Object> T known(Supplier<T> reckoned, T otherwise) {
        try {
            return reckoned.get();
        } catch (MissingYearException e) {
            return otherwise;
        }
    }

    /** What came with the application; what was handed in later stands with the message it came with. */
    private List<StoredFile> attachments(DisclosureRequest request, List<Message> said) {
        var later = said.stream()
                .flatMap(message -> message.files().stream())
                .map(StoredFile::id)
                .collect(Collectors.toSet());
        return files.of(FilePurpose.REQUEST_ATTACHMENT, request.number()).stream()
                .filter(file -> file.uploader() == null && !later.contains(file.id()))
                .toList();
    }

    /** What was taken at once needs nobody to look at it first. */
    private String became(
            DisclosureRequest request, Message message, Standing standing, Map<UUID, Rectifications.Decided> decided) {
        var rectified = decided.get(message.id());
        if (rectified != null) {
            return rectified.outcome().told() + "：" + rectified.note();
        }
        if (message.kind() == MessageKind.CORRECTION && standing.past().corrected()) {
            return "单位已收到，答复期限重新计算";
        }
        if (message.kind() == MessageKind.WITHDRAWAL && standing.state() == RequestState.WITHDRAWN) {
            return "已经撤回";
        }
        if (message.kind() == MessageKind.PROMOTION) {
            return disclosures.current(request.number()).isPresent()
                    ? "单位已经主动公开"
                    : declined.reason(request)
                            .map(reason -> "单位审核后没有主动公开：" + reason)
                            .orElse(looked(message));
        }
        return looked(message);
    }

    private static String looked(Message message) {
        return message.readAt() == null ? "单位还没有看" : "单位已看";
    }
}
