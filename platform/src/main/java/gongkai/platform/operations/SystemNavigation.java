package gongkai.platform.operations;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class SystemNavigation implements Navigation {
    private static final int LAST = 90;

    private final Access access;
    private final Policy policy;

    SystemNavigation(Access access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    @Override
    public List<NavigationLink> links() {
        return access.actor()
                .filter(actor -> policy.allows(actor, Action.SEE_SYSTEM, null))
                .map(actor -> List.of(new NavigationLink(Duty.SYSTEM, "系统运行", "/office/system", LAST)))
                .orElse(List.of());
    }
}
