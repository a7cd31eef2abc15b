package gongkai.platform.letter;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
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

/** How a letter other than the answer is handed over. */
@Controller
@RequestMapping("/office/letters/{id}/delivery")
@Needs(Action.HANDLE_REQUESTS)
class LetterDeliveryController {
    private final Handover handover;
    private final Deliveries deliveries;
    private final DeliveryDesk desk;
    private final LetterAccess access;
    private final Requests requests;

    LetterDeliveryController(
            Handover handover, Deliveries deliveries, DeliveryDesk desk, LetterAccess access, Requests requests) {
        this.handover = handover;
        this.deliveries = deliveries;
        this.desk = desk;
        this.access = access;
        this.requests = requests;
    }

    @GetMapping
    View letter(@PathVariable String id) {
        var letter = handledLetter(id);
        var request = access.request(letter.request());
        if (LetterFields.isAnswer(letter.kind())) {
            return Redirect.to("/office/letters/case/" + request.number() + "/delivery");
        }
        return Page.of("letter/delivery", letterPage(request, letter, desk.fresh(request, letter)));
    }

    @PostMapping
    View hand(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile proof) {
        var letter = handledLetter(id);
        var request = access.request(letter.request());
        var input = new DeliveryInput(typed, requests.today());
        var sent = deliveries.of(letter).filter(found -> found.deliveredOn() == null);
        Delivery delivery;
        if (handover.overtaken(letter, typed.get("seen"))) {
            input.wrong(Handover.OVERTAKEN);
            delivery = null;
        } else if (!letter.holds()) {
            input.wrong("文书签发以后才能送达");
            delivery = null;
        } else if (LetterFields.isAnswer(letter.kind())) {
            input.wrong("答复的送达是办理步骤，请从申请页登记");
            delivery = null;
        } else if (sent.isPresent()) {
            var on = input.day("deliveredOn", "送达日期");
            delivery = on == null ? null : desk.arrived(request, sent.get(), input, on, proof);
        } else {
            delivery = desk.sending(request, letter, input, proof, LetterFields.hasRemedies(letter.kind()));
        }
        if (delivery == null || input.rejected()) {
            return Page.rejected("letter/delivery", letterPage(request, letter, input.form()));
        }
        return switch (handover.handOver(
                request, letter, delivery, sent.isPresent() ? null : DeliveryDesk.mailTo(input), typed.get("seen"))) {
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

    private DeliveryPage letterPage(DisclosureRequest request, Letter letter, Form form) {
        var sent = deliveries
                .of(letter)
                .filter(found -> found.deliveredOn() == null)
                .orElse(null);
        return desk.page(
                request,
                letter,
                letter.path() + "/delivery",
                sent != null,
                sent,
                letter.holds() ? "" : "文书签发以后才能送达",
                form);
    }

    private Letter handledLetter(String id) {
        var letter = access.letter(id);
        access.require(Action.HANDLE_REQUESTS, letter.organ());
        return letter;
    }
}
