package gongkai.platform.jobs;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class JobsNavigation implements Navigation {
    private static final int LATE = 80;

    private final Access access;
    private final Policy policy;

    JobsNavigation(Access access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    @Override
    public List<NavigationLink> links() {
        return access.actor()
                .filter(actor -> policy.allows(actor, Action.SEE_JOBS, null))
                .map(actor -> List.of(new NavigationLink(Duty.SYSTEM, "后台任务", "/office/jobs", LATE)))
                .orElse(List.of());
    }
}
