package gongkai.platform.letter;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
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
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** How letters are handed over: the answer, with the steps 寄送答复 and 送达, and every other letter. */
@Controller
@RequestMapping("/office/letters")
@Needs(Action.HANDLE_REQUESTS)
class DeliveryController {
    static final List<Option> METHODS = Arrays.stream(DeliveryMethod.values())
            .map(method -> new Option(method.name(), method.label()))
            .toList();

    /** What an applicant who agreed on the form has among the ways of delivery. */
    private static final Pattern AGREED = Pattern.compile("(?<!不)同意电子送达");

    private final Handover handover;
    private final Deliveries deliveries;
    private final LetterAccess access;
    private final Settings settings;
    private final Mails mails;
    private final StoredFiles files;
    private final Requests requests;

    DeliveryController(
            Handover handover,
            Deliveries deliveries,
            LetterAccess access,
            Settings settings,
            Mails mails,
            StoredFiles files,
            Requests requests) {
        this.handover = handover;
        this.deliveries = deliveries;
        this.access = access;
        this.settings = settings;
        this.mails = mails;
        this.files = files;
        this.requests = requests;
    }

    @GetMapping("/case/{number}/delivery")
    View answer(@PathVariable String number) {
        var request = handled(number);
        return Page.of("letter/delivery", answerPage(request, fresh(request)));
    }

    /** The answer goes out. */
    @PostMapping("/case/{number}/delivery")
    View send(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile proof) {
        var request = handled(number);
        var input = new DeliveryInput(typed, requests.today());
        if (handover.waitsForSignature(request)) {
            input.wrong("答复书还没有签发，请先在“文书”中补齐内容并签发");
        }
        var delivery = sending(request, handover.answer(request).orElse(null), input, proof, true);
        if (delivery == null || input.rejected()) {
            return rejectedAnswer(request, input);
        }
        boolean backfilled = backfilled(request, delivery.sentOn(), delivery.deliveredOn());
        var outcome = handover.sendAnswer(request, delivery, mailTo(input), backfilled, input.number("expected"));
        return answered(request, input, outcome, delivery.method().label() + "已登记");
    }

    /** The answer has arrived. */
    @PostMapping("/case/{number}/arrival")
    View arrive(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile proof) {
        var request = handled(number);
        var input = new DeliveryInput(typed, requests.today());
        var on = input.day("deliveredOn", "送达日期");
        var sent = handover.underway(request).orElse(null);
        if (on == null) {
            return rejectedAnswer(request, input);
        }
        var arrived = sent == null ? null : arrived(request, sent, input, on, proof);
        if (input.rejected()) {
            return rejectedAnswer(request, input);
        }
        var outcome =
                handover.answerArrived(request, arrived, backfilled(request, on, null), input.number("expected"), on);
        return answered(request, input, outcome, "已登记送达");
    }

    /** A consultation or the notice of a fee has arrived. */
    @GetMapping("/case/{number}/received")
    View received(@PathVariable String number) {
        var request = handled(number);
        return Page.of(
                "letter/received",
                new ReceivedPage(
                        request, Form.of(Map.of("receivedOn", requests.today().toString()))));
    }

    @PostMapping("/case/{number}/received")
    View receive(@PathVariable String number, @RequestParam Map<String, String> typed) {
        var request = handled(number);
        var input = new DeliveryInput(typed, requests.today());
        var on = input.day("receivedOn", "收到日期");
        if (on == null) {
            return Page.rejected("letter/received", new ReceivedPage(request, input.form()));
        }
        return switch (handover.received(request, on, input.number("expected"))) {
            case Requests.Outcome.Taken taken -> Redirect.to(caseLink(request)).saying("收到日期已登记，对方的期限自次日起算");
            case Requests.Outcome.Barred barred ->
                Page.rejected(
                        "letter/received",
                        new ReceivedPage(request, input.form().wrong(barred.article() + "：" + barred.reason())));
            case Requests.Outcome.Unfit unfit ->
                Page.rejected(
                        "letter/received",
                        new ReceivedPage(request, input.form().wrong(unfit.reason())));
        };
    }

    @GetMapping("/{id}/delivery")
    View letter(@PathVariable String id) {
        var letter = handledLetter(id);
        var request = access.request(letter.request());
        if (LetterFields.isAnswer(letter.kind())) {
            return Redirect.to("/office/letters/case/" + request.number() + "/delivery");
        }
        return Page.of("letter/delivery", letterPage(request, letter, fresh(request)));
    }

    @PostMapping("/{id}/delivery")
    View hand(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile proof) {
        var letter = handledLetter(id);
        var request = access.request(letter.request());
        var input = new DeliveryInput(typed, requests.today());
        var sent = deliveries.of(letter).filter(found -> found.deliveredOn() == null);
        Delivery delivery;
        if (!letter.holds()) {
            input.wrong("文书签发以后才能送达");
            delivery = null;
        } else if (LetterFields.isAnswer(letter.kind())) {
            input.wrong("答复的送达是办理步骤，请从申请页登记");
            delivery = null;
        } else if (sent.isPresent()) {
            var on = input.day("deliveredOn", "送达日期");
            delivery = on == null ? null : arrived(request, sent.get(), input, on, proof);
        } else {
            delivery = sending(request, letter, input, proof, LetterFields.hasRemedies(letter.kind()));
        }
        if (delivery == null || input.rejected()) {
            return Page.rejected("letter/delivery", letterPage(request, letter, input.form()));
        }
        return switch (handover.handOver(request, letter, delivery, sent.isPresent() ? null : mailTo(input), false)) {
            case Requests.Outcome.Taken taken -> Redirect.to(letter.path()).saying("送达情况已登记");
            case Requests.Outcome.Barred barred ->
                Page.rejected(
                        "letter/delivery",
                        letterPage(request, letter, input.form().wrong(barred.article() + "：" + barred.reason())));
            case Requests.Outcome.Unfit unfit ->
                Page.rejected(
                        "letter/delivery",
                        letterPage(request, letter, input.form().wrong(unfit.reason())));
        };
    }

    private @Nullable Delivery sending(
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
        input.sending(method, remedies, mails.enabled());
        if (mailTo(input) instanceof String address && address.isEmpty() && !handover.applicantHasMail(request)) {
            input.wrong("email", "申请人没有留电子邮箱，请填写");
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
                input.people(),
                input.rejected() ? null : kept(request, proof, input));
    }

    private Delivery arrived(
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
                input.people(),
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
    private static @Nullable String mailTo(DeliveryInput input) {
        return input.checked("send") && input.text("method").equals(DeliveryMethod.ELECTRONIC.name())
                ? input.text("email")
                : null;
    }

    /** A day before today is entered as a step of the past, which needs that right. */
    private boolean backfilled(DisclosureRequest request, LocalDate day, @Nullable LocalDate other) {
        boolean past = day.isBefore(requests.today()) || other != null && other.isBefore(requests.today());
        if (past) {
            access.require(Action.BACKFILL_REQUESTS, request.organ());
        }
        return past;
    }

    private View answered(DisclosureRequest request, DeliveryInput input, Requests.Outcome outcome, String said) {
        return switch (outcome) {
            case Requests.Outcome.Taken taken -> Redirect.to(caseLink(request)).saying(said);
            case Requests.Outcome.Barred barred -> {
                input.wrong(barred.article() + "：" + barred.reason());
                yield rejectedAnswer(request, input);
            }
            case Requests.Outcome.Unfit unfit -> {
                input.wrong(unfit.reason());
                yield rejectedAnswer(request, input);
            }
        };
    }

    private View rejectedAnswer(DisclosureRequest request, DeliveryInput input) {
        var now = access.request(request.number());
        return Page.rejected("letter/delivery", answerPage(now, input.form()));
    }

    private DeliveryPage answerPage(DisclosureRequest request, Form form) {
        var answer = handover.answer(request).orElse(null);
        var base = "/office/letters/case/" + request.number();
        var sent = handover.underway(request).orElse(null);
        boolean underway = request.state() == RequestState.DISPATCHED;
        return new DeliveryPage(
                request,
                answer,
                underway ? base + "/arrival" : base + "/delivery",
                underway,
                sent,
                request.state() == RequestState.DECIDED || underway
                        ? ""
                        : "申请现为“" + request.state().label() + "”，没有待送达的答复",
                METHODS,
                mails.enabled(),
                mail(sent),
                form);
    }

    private DeliveryPage letterPage(DisclosureRequest request, Letter letter, Form form) {
        var sent = deliveries
                .of(letter)
                .filter(found -> found.deliveredOn() == null)
                .orElse(null);
        return new DeliveryPage(
                request,
                letter,
                letter.path() + "/delivery",
                sent != null,
                sent,
                letter.holds() ? "" : "文书签发以后才能送达",
                METHODS,
                mails.enabled(),
                mail(sent),
                form);
    }

    private String mail(@Nullable Delivery sent) {
        return sent == null || sent.mail() == null
                ? ""
                : mails.fate(sent.mail())
                        .map(fate ->
                                fate.state().chinese() + (fate.problem().isEmpty() ? "" : "（" + fate.problem() + "）"))
                        .orElse("");
    }

    private Form fresh(DisclosureRequest request) {
        var values = new HashMap<String, String>();
        var today = requests.today().toString();
        values.put("sentOn", today);
        if (request.state() == RequestState.DISPATCHED) {
            values.put("deliveredOn", today);
        }
        values.put("remedyUrl", settings.of(request.organ()).remedyUrl());
        if (request.wantedDelivery().contains("邮寄")) {
            values.put("method", DeliveryMethod.POST.name());
        } else if (request.wantedDelivery().matches(".*(电子|邮件|网).*")) {
            values.put("method", DeliveryMethod.ELECTRONIC.name());
        }
        if (AGREED.matcher(request.wantedDelivery()).find()) {
            values.put("consent", "true");
        }
        return Form.of(values);
    }

    private DisclosureRequest handled(String number) {
        var request = access.request(number);
        access.require(Action.HANDLE_REQUESTS, request.organ());
        return request;
    }

    private Letter handledLetter(String id) {
        var letter = access.letter(id);
        access.require(Action.HANDLE_REQUESTS, letter.organ());
        return letter;
    }

    static String caseLink(DisclosureRequest request) {
        return "/office/requests/" + request.number() + "?tab=letters";
    }
}
