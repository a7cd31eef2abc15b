package gongkai.platform.application;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Officers mark what an applicant sent as read, and decide on wishes to have records put right. */
@Controller
@Needs(Action.HANDLE_REQUESTS)
class MessageController {
    private static final int LONGEST_NOTE = 1_000;

    private final Messages messages;
    private final Rectifications rectifications;
    private final Requests requests;
    private final Access access;
    private final Policy policy;

    MessageController(
            Messages messages, Rectifications rectifications, Requests requests, Access access, Policy policy) {
        this.messages = messages;
        this.rectifications = rectifications;
        this.requests = requests;
        this.access = access;
        this.policy = policy;
    }

    @PostMapping("/office/messages/{message}/read")
    View read(@PathVariable String message) {
        var actor = access.required();
        var id = id(message);
        var request = request(id);
        messages.read(id, request, actor.person());
        return Redirect.to(tab(request)).saying("已标为已读");
    }

    /** Decides on a wish to have a record put right. */
    @GetMapping("/office/messages/{message}/rectification")
    View rectification(@PathVariable String message) {
        var request = request(id(message));
        var page = page(request, id(message), Form.EMPTY);
        return rectifications.of(request).containsKey(id(message))
                ? Redirect.to(tab(request)).warning("这项更正要求已经处理过")
                : Page.of("application/rectification-outcome", page);
    }

    @PostMapping("/office/messages/{message}/rectification")
    View rectify(@PathVariable String message, @RequestParam Map<String, String> typed) {
        var id = id(message);
        var request = request(id);
        var form = Form.of(typed);
        var outcome = Arrays.stream(RectificationOutcome.values())
                .filter(each -> each.name().equals(typed.get("outcome")))
                .findFirst();
        var note = form.value("note").strip();
        if (outcome.isEmpty()) {
            form = form.wrong("outcome", "请选择怎样处理");
        }
        if (note.length() < 2 || note.length() > LONGEST_NOTE) {
            form = form.wrong("note", "请写明告知申请人的内容和理由（2 至 " + LONGEST_NOTE + " 字）");
        }
        var page = page(request, id, form);
        if (form.rejected() || outcome.isEmpty()) {
            return Page.rejected("application/rectification-outcome", page);
        }
        var letter = rectifications.decide(request, page.message(), new Rectifications.Decided(outcome.get(), note));
        messages.read(id, request, access.required().person());
        return letter.map(made -> Redirect.to(made.path()).saying("处理结果已登记，申请人可以在查询页面看到；告知书已经拟好，请核对、签发，再送达"))
                .orElseGet(() -> Redirect.to(tab(request)).warning("刚刚由他人处理过"));
    }

    private RectificationPage page(DisclosureRequest request, UUID id, Form form) {
        var wish = messages.of(request).stream()
                .filter(message -> message.id().equals(id) && message.kind() == MessageKind.RECTIFICATION)
                .findFirst()
                .orElseThrow(MessageController::absent);
        boolean mayOpen = policy.allows(access.required(), Action.SEE_PERSONAL_DATA, request.organ());
        return new RectificationPage(request.number(), wish, mayOpen, form);
    }

    private DisclosureRequest request(UUID message) {
        var request = messages.about(message)
                .flatMap(requests::byNumber)
                .filter(found -> policy.allows(access.required(), Action.HANDLE_REQUESTS, found.organ()))
                .orElseThrow(MessageController::absent);
        policy.require(access.required(), Action.HANDLE_REQUESTS, request.organ());
        return request;
    }

    private static String tab(DisclosureRequest request) {
        return "/office/requests/" + request.number() + "?tab=" + MessagePanel.ID + "#tabs";
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw absent();
        }
    }

    private static Refusal absent() {
        return Refusal.notFound("没有这封来信，或者您无权查看");
    }
}
