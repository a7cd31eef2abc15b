package gongkai.platform.application;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Officers mark what an applicant sent as read. */
@Controller
@Needs(Action.HANDLE_REQUESTS)
class MessageController {
    private final Messages messages;
    private final Requests requests;
    private final Access access;
    private final Policy policy;

    MessageController(Messages messages, Requests requests, Access access, Policy policy) {
        this.messages = messages;
        this.requests = requests;
        this.access = access;
        this.policy = policy;
    }

    @PostMapping("/office/messages/{message}/read")
    View read(@PathVariable String message) {
        var actor = access.required();
        var id = id(message);
        var request = messages.about(id)
                .flatMap(requests::byNumber)
                .filter(found -> policy.allows(actor, Action.HANDLE_REQUESTS, found.organ()))
                .orElseThrow(MessageController::absent);
        policy.require(actor, Action.HANDLE_REQUESTS, request.organ());
        messages.read(id, request, actor.person());
        return Redirect.to("/office/requests/" + request.number() + "?tab=" + MessagePanel.ID + "#tabs")
                .saying("已标为已读");
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
