package gongkai.platform.register;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OrganNavigation implements Navigation {
    private final Access access;
    private final Policy policy;

    OrganNavigation(Access access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    @Override
    public List<NavigationLink> links() {
        return access.actor()
                .filter(actor -> policy.allows(actor, Action.SEE_ORGANS, null))
                .map(actor -> List.of(new NavigationLink(Duty.SYSTEM, "机构", "/office/organs", 0)))
                .orElse(List.of());
    }
}
