package gongkai.platform.review;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ReviewNavigation implements Navigation {
    private final Access access;
    private final Policy policy;

    ReviewNavigation(Access access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    @Override
    public List<NavigationLink> links() {
        var actor = access.actor();
        if (actor.isEmpty()) {
            return List.of();
        }
        var links = new ArrayList<NavigationLink>();
        if (Arrays.stream(StageKind.values()).anyMatch(kind -> policy.allows(actor.get(), kind.action(), null))) {
            links.add(new NavigationLink(Duty.ON_REQUEST, "待我审核", "/office/reviews", 40));
        }
        if (policy.allows(actor.get(), Action.EDIT_REVIEW_CHAIN, null)) {
            links.add(new NavigationLink(Duty.ON_REQUEST, "审核环节", "/office/reviews/chain", 80));
        }
        if (policy.allows(actor.get(), Action.HANDLE_REQUESTS, null)
                || policy.allows(actor.get(), Action.DECIDE_REQUESTS, null)) {
            links.add(new NavigationLink(Duty.ON_REQUEST, "批量办理", "/office/requests/bulk", 60));
        }
        if (policy.allows(actor.get(), Action.BACKFILL_REQUESTS, null)) {
            links.add(new NavigationLink(Duty.ON_REQUEST, "导入旧台账", "/office/requests/import", 70));
        }
        return links;
    }
}
