package gongkai.platform.auditor;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AuditNavigation implements Navigation {
    private static final int PLACE = 70;

    private final Access access;
    private final Policy policy;

    AuditNavigation(Access access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    @Override
    public List<NavigationLink> links() {
        return access.actor()
                .filter(actor -> policy.allows(actor, Action.SEE_AUDIT_LOG, null))
                .map(actor -> List.of(new NavigationLink(Duty.SYSTEM, "审计日志", "/office/audit", PLACE)))
                .orElse(List.of());
    }
}
