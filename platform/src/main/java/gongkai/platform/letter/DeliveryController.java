package gongkai.platform.letter;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** How the answer of a request is handed over, with the steps 寄送答复 and 送达, and that other letters were received. */
@Controller
@RequestMapping("/office/letters")
@Needs(Action.HANDLE_REQUESTS)
class DeliveryController {
    private final Handover handover;
    private final DeliveryDesk desk;
    private final LetterAccess access;
    private final Requests requests;
    private final Consultations consultations;

    DeliveryController(
            Handover handover, DeliveryDesk desk, LetterAccess access, Requests requests, Consultations consultations) {
        this.handover = handover;
        this.desk = desk;
        this.access = access;
        this.requests = requests;
        this.consultations = consultations;
    }

    @GetMapping("/case/{number}/delivery")
    View answer(@PathVariable String number) {
        var request = handled(number);
        return Page.of(
                "letter/delivery",
                answerPage(request, desk.fresh(request, handover.answer(request).orElse(null))));
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
        var delivery = desk.sending(request, handover.answer(request).orElse(null), input, proof, true);
        if (delivery == null || input.rejected()) {
            return rejectedAnswer(request, input);
        }
        boolean backfilled = desk.backfilled(request, delivery.sentOn(), delivery.deliveredOn());
        var outcome = handover.sendAnswer(
                request, delivery, DeliveryDesk.mailTo(input), backfilled, input.number("expected"));
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
        var arrived = sent == null ? null : desk.arrived(request, sent, input, on, proof);
        if (input.rejected()) {
            return rejectedAnswer(request, input);
        }
        var outcome = handover.answerArrived(
                request, arrived, desk.backfilled(request, on, null), input.number("expected"), on);
        return answered(request, input, outcome, "已登记送达");
    }

    /** A consultation or the notice of a fee has arrived. */
    @GetMapping("/case/{number}/received")
    View received(@PathVariable String number) {
        var request = handled(number);
        if (consultations.ownLetters(request)) {
            return Redirect.to(ConsultationController.path(number)).saying("征求几个第三方意见的，请逐份登记征询书的送达");
        }
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
        return desk.page(
                request,
                answer,
                underway ? base + "/arrival" : base + "/delivery",
                underway,
                sent,
                request.state() == RequestState.DECIDED || underway
                        ? ""
                        : "申请现为“" + request.state().label() + "”，没有待送达的答复",
                form);
    }

    private DisclosureRequest handled(String number) {
        var request = access.request(number);
        access.require(Action.HANDLE_REQUESTS, request.organ());
        return request;
    }

    static String caseLink(DisclosureRequest request) {
        return "/office/requests/" + request.number() + "?tab=letters";
    }
}
