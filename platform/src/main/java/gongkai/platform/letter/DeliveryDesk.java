package gongkai.platform.letter;

import gongkai.platform.access.Action;
import gongkai.platform.files.FileId;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.Keeping;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.files.Upload;
import gongkai.platform.mail.Mails;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What the pages about deliveries have in common: their form, what was entered into it, and the proof that came with it. */
@Component
class DeliveryDesk {
    private static final List<Option> METHODS = Arrays.stream(DeliveryMethod.values())
            .map(method -> new Option(method.name(), method.label()))
            .toList();

    private final Handover handover;
    private final Deliveries deliveries;
    private final Consents consents;
    private final LetterAccess access;
    private final Settings settings;
    private final Mails mails;
    private final StoredFiles files;
    private final Requests requests;

    DeliveryDesk(
            Handover handover,
            Deliveries deliveries,
            Consents consents,
            LetterAccess access,
            Settings settings,
            Mails mails,
            StoredFiles files,
            Requests requests) {
        this.handover = handover;
        this.deliveries = deliveries;
        this.consents = consents;
        this.access = access;
        this.settings = settings;
        this.mails = mails;
        this.files = files;
        this.requests = requests;
    }

    /** What stands in the form before anybody wrote into it. */
    Form fresh(DisclosureRequest request, @Nullable Letter letter) {
        var values = new HashMap<String, String>();
        var today = requests.today().toString();
        values.put("sentOn", today);
        if (request.state() == RequestState.DISPATCHED) {
            values.put("deliveredOn", today);
        }
        values.put("remedyUrl", settings.of(request.organ()).remedyUrl());
        if (consents.of(request, letter).state() == Consent.State.GIVEN) {
            values.put("method", DeliveryMethod.ELECTRONIC.name());
        } else if (request.wantedDelivery().contains("邮寄")) {
            values.put("method", DeliveryMethod.POST.name());
        }
        return Form.of(values);
    }

    DeliveryPage page(
            DisclosureRequest request,
            @Nullable Letter letter,
            String action,
            boolean underway,
            @Nullable Delivery sent,
            String barred,
            Form form) {
        return new DeliveryPage(
                request,
                letter,
                action,
                letter == null ? "" : deliveries.standing(letter),
                underway,
                sent,
                barred,
                METHODS,
                consents.of(request, letter),
                mails.enabled(),
                mail(sent),
                form);
    }

    /** The delivery as it was entered; null, or the input rejected, if it cannot be. */
    @Nullable
    Delivery sending(
            DisclosureRequest request,
            @Nullable Letter letter,
            DeliveryInput input,
            @Nullable MultipartFile proof,
            boolean remedies) {
        var method = input.method();
        var sentOn = input.day("sentOn", "发出日期");
        if (method == null || sentOn == null) {
            return null;
        }
        if (letter != null && letter.signedOn() != null && sentOn.isBefore(letter.signedOn())) {
            input.wrong("sentOn", "发出日期不能早于签发日期 " + letter.signedOn());
        }
        var consent = consents.of(request, letter);
        input.sending(method, remedies, mails.enabled(), consent);
        if (mailTo(input) instanceof String address && address.isEmpty()) {
            if (letter != null && Consents.isForOthers(letter.kind())) {
                input.wrong("email", "这份文书不是给申请人的，请填写受送达人的电子邮箱");
            } else if (!handover.applicantHasMail(request)) {
                input.wrong("email", "申请人没有留电子邮箱，请填写");
            }
        }
        var deliveredOn = input.dayIfGiven("deliveredOn", "送达日期");
        if (deliveredOn != null) {
            input.arriving(method, sentOn, deliveredOn, given(proof));
        }
        return new Delivery(
                UUID.randomUUID(),
                letter == null ? null : letter.id(),
                method,
                sentOn,
                method == DeliveryMethod.POST ? input.text("mailNo") : "",
                method == DeliveryMethod.ELECTRONIC ? input.text("remedyUrl") : "",
                null,
                deliveredOn,
                input.people(method == DeliveryMethod.ELECTRONIC ? consent : null),
                input.rejected() ? null : kept(request, proof, input));
    }

    /** The same delivery, arrived. */
    Delivery arrived(
            DisclosureRequest request,
            Delivery sent,
            DeliveryInput input,
            LocalDate on,
            @Nullable MultipartFile proof) {
        input.arriving(sent.method(), sent.sentOn(), on, given(proof) || sent.proof() != null);
        return new Delivery(
                sent.id(),
                sent.letter(),
                sent.method(),
                sent.sentOn(),
                sent.mailNo(),
                sent.remedyUrl(),
                sent.mail(),
                on,
                input.people(null),
                input.rejected() ? null : kept(request, proof, input));
    }

    private @Nullable FileId kept(DisclosureRequest request, @Nullable MultipartFile proof, DeliveryInput input) {
        if (!given(proof)) {
            return null;
        }
        try (var content = Objects.requireNonNull(proof).getInputStream()) {
            var name = proof.getOriginalFilename();
            return switch (files.keep(new Upload(
                    name == null ? "" : name,
                    content,
                    FilePurpose.CASE_MATERIAL,
                    request.organ().value(),
                    request.number()))) {
                case Keeping.Kept kept -> kept.file().id();
                case Keeping.Refused refused -> {
                    input.wrong("proof", refused.reason());
                    yield null;
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean given(@Nullable MultipartFile file) {
        return file != null && !file.isEmpty();
    }

    /** The address to mail to, empty for the applicant's own; null if no mail is asked for. */
    static @Nullable String mailTo(DeliveryInput input) {
        return input.checked("send") && input.text("method").equals(DeliveryMethod.ELECTRONIC.name())
                ? input.text("email")
                : null;
    }

    /** A day before today is entered as a step of the past, which needs that right. */
    boolean backfilled(DisclosureRequest request, LocalDate day, @Nullable LocalDate other) {
        boolean past = day.isBefore(requests.today()) || other != null && other.isBefore(requests.today());
        if (past) {
            access.require(Action.BACKFILL_REQUESTS, request.organ());
        }
        return past;
    }

    private String mail(@Nullable Delivery sent) {
        return sent == null || sent.mail() == null
                ? ""
                : mails.fate(sent.mail())
                        .map(fate ->
                                fate.state().chinese() + (fate.problem().isEmpty() ? "" : "（" + fate.problem() + "）"))
                        .orElse("");
    }
}
