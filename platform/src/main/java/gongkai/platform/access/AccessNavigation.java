package gongkai.platform.access;

import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AccessNavigation implements Navigation {
    private static final int PEOPLE = 20;
    private static final int DIVISIONS = 21;

    private final Access access;
    private final Policy policy;

    AccessNavigation(Access access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    @Override
    public List<NavigationLink> links() {
        var links = new ArrayList<NavigationLink>();
        access.actor().ifPresent(actor -> {
            if (policy.allows(actor, Action.SEE_PEOPLE, null)) {
                links.add(new NavigationLink(Duty.SYSTEM, "人员", "/office/people", PEOPLE));
            }
            if (policy.allows(actor, Action.EDIT_PEOPLE, null)) {
                links.add(new NavigationLink(Duty.SYSTEM, "科室", "/office/divisions", DIVISIONS));
            }
        });
        return links;
    }
}
