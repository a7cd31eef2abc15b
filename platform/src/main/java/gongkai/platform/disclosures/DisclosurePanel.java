package gongkai.platform.disclosures;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.casework.CasePanel;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import gongkai.platform.web.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The door to publishing, on the page of a case that granted something, and in the navigation. */
@Component
class DisclosurePanel implements CasePanel, Navigation {
    private static final int ORDER = 80;
    private static final int PLACE = 90;

    private final Disclosures disclosures;
    private final DeclinedSuggestions declined;
    private final ObjectProvider<PromotionWishes> wishes;
    private final Access access;
    private final Policy policy;

    DisclosurePanel(
            Disclosures disclosures,
            DeclinedSuggestions declined,
            ObjectProvider<PromotionWishes> wishes,
            Access access,
            Policy policy) {
        this.disclosures = disclosures;
        this.declined = declined;
        this.wishes = wishes;
        this.access = access;
        this.policy = policy;
    }

    @Override
    public String id() {
        return "disclosure";
    }

    @Override
    public String title() {
        return "公布";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public @Nullable Part part(DisclosureRequest request) {
        if (!Publishing.fit(request)) {
            return null;
        }
        return new Part(
                "disclosures/panel",
                new DisclosurePages.Panel(
                        request.number(),
                        policy.allows(access.required(), Action.PUBLISH_ANSWERS, request.organ()),
                        wishes.stream()
                                .anyMatch(each ->
                                        each.of(List.of(request.organ())).contains(request.number())),
                        declined.reason(request).orElse(""),
                        disclosures.current(request.number()).orElse(null)));
    }

    @Override
    public List<NavigationLink> links() {
        return access.actor()
                .filter(actor -> policy.allows(actor, Action.PUBLISH_ANSWERS, null))
                .map(actor -> List.of(new NavigationLink(Duty.ON_REQUEST, "公布的答复", "/office/disclosures", PLACE)))
                .orElse(List.of());
    }
}
