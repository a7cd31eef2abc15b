package gongkai.platform.statistics;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StatisticsNavigation implements Navigation {
    private final Access access;
    private final Policy policy;

    StatisticsNavigation(Access access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    @Override
    public List<NavigationLink> links() {
        return access.actor()
                .filter(actor -> policy.allows(actor, Action.SEE_STATISTICS, null))
                .map(actor -> List.of(new NavigationLink(Duty.STATISTICS, "统计", "/office/statistics", 0)))
                .orElse(List.of());
    }
}
