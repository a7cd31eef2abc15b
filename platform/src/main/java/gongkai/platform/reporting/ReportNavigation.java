package gongkai.platform.reporting;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ReportNavigation implements Navigation {
    private final Access access;
    private final Policy policy;

    ReportNavigation(Access access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    @Override
    public List<NavigationLink> links() {
        return access.actor()
                .filter(actor -> policy.allows(actor, Action.SEE_REPORTS, null))
                .map(actor -> List.of(new NavigationLink(Duty.ANNUAL_REPORT, "年度报告", "/office/reports", 0)))
                .orElse(List.of());
    }
}
