package gongkai.platform.casework;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Actor;
import gongkai.platform.access.Policy;
import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class CaseNavigation implements Navigation {
    private static final int RULES = 95;

    private final Access access;
    private final Policy policy;

    CaseNavigation(Access access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    @Override
    public List<NavigationLink> links() {
        return access.actor().map(this::links).orElse(List.of());
    }

    @Override
    public String search() {
        return access.actor()
                .filter(actor -> actor.organ() != null && policy.allows(actor, Action.SEE_REQUESTS, actor.organ()))
                .map(actor -> FindController.PATH)
                .orElse("");
    }

    private List<NavigationLink> links(Actor actor) {
        var links = new ArrayList<NavigationLink>();
        if (actor.organ() != null && policy.allows(actor, Action.SEE_REQUESTS, actor.organ())) {
            links.add(new NavigationLink(Duty.ON_REQUEST, "办件", CaseView.MINE.path(), 0));
            links.add(new NavigationLink(Duty.ON_REQUEST, "期限日历", "/office/requests/calendar", 2));
            if (policy.allows(actor, Action.HANDLE_REQUESTS, actor.organ())) {
                links.add(new NavigationLink(Duty.ON_REQUEST, "登记申请", "/office/requests/new", 1));
            }
            if (policy.allows(actor, Action.EDIT_RULES, actor.organ())) {
                links.add(new NavigationLink(Duty.ON_REQUEST, "争议问题", "/office/requests/rules", RULES));
            }
        }
        return links;
    }
}
