package gongkai.platform.disclosures;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Suggestions to publish answers (转主动公开建议): followed by publishing, or declined with a reason. */
@Controller
@RequestMapping("/office/disclosures/suggestions")
@Needs(Action.PUBLISH_ANSWERS)
class SuggestionController {
    private static final int LONGEST_REASON = 500;

    private final PromotionSuggestions suggestions;
    private final DeclinedSuggestions declined;
    private final Disclosures disclosures;
    private final Requests requests;
    private final Access access;
    private final Policy policy;

    SuggestionController(
            PromotionSuggestions suggestions,
            DeclinedSuggestions declined,
            Disclosures disclosures,
            Requests requests,
            Access access,
            Policy policy) {
        this.suggestions = suggestions;
        this.declined = declined;
        this.disclosures = disclosures;
        this.requests = requests;
        this.access = access;
        this.policy = policy;
    }

    @GetMapping
    View list() {
        var reach = policy.reach(access.required(), Action.PUBLISH_ANSWERS);
        return Page.of("disclosures/suggestions", new DisclosurePages.Suggested(suggestions.of(reach.organs())));
    }

    @GetMapping("/{number}")
    View form(@PathVariable String number) {
        var request = request(number);
        var reason = declined.reason(request);
        return Page.of(
                "disclosures/decline",
                page(
                        request,
                        reason.map(text -> Form.of(Map.of("reason", text))).orElse(Form.EMPTY)));
    }

    @PostMapping("/{number}")
    View decline(@PathVariable String number, @RequestParam(defaultValue = "") String reason) {
        var request = request(number);
        var form = Form.of(Map.of("reason", reason));
        var text = reason.strip();
        if (text.length() < 2 || text.length() > LONGEST_REASON) {
            return rejected(request, form.wrong("reason", "请写明不主动公开的理由（2 至 " + LONGEST_REASON + " 字）"));
        }
        var objection = declined.decline(request, text);
        return objection.isEmpty()
                ? Redirect.to("/office/disclosures/suggestions").saying("已登记；申请人建议过的，可以在查询页面看到理由")
                : rejected(request, form.wrong("reason", objection));
    }

    private static View rejected(DisclosureRequest request, Form form) {
        return Page.rejected("disclosures/decline", page(request, form));
    }

    private static DisclosurePages.Decline page(DisclosureRequest request, Form form) {
        return new DisclosurePages.Decline(request.number(), CaseTitle.of(request.description()), form);
    }

    private DisclosureRequest request(String number) {
        var found = requests.byNumber(number)
                .filter(request -> policy.allows(access.required(), Action.PUBLISH_ANSWERS, request.organ()))
                .filter(Publishing::fit)
                .orElseThrow(() -> Refusal.notFound("没有这件可以公布的申请，或者您无权公布它的答复"));
        disclosures.current(number).ifPresent(published -> {
            throw Refusal.notFound("这件申请的答复已经公布；不宜公布的，请在“公布的答复”里撤回");
        });
        return found;
    }
}
