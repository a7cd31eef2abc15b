package gongkai.platform.register;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.Refusal;
import org.springframework.stereotype.Component;

/** The organ an address names, and what whoever acts may do with it. */
@Component
class OrganRights {
    private final Organs organs;
    private final Access access;
    private final Policy policy;

    OrganRights(Organs organs, Access access, Policy policy) {
        this.organs = organs;
        this.access = access;
        this.policy = policy;
    }

    /** The organ with that code, for whoever may do that with it. */
    Organ organ(String code, Action action) {
        var organ = organs.byCode(code).orElseThrow(() -> Refusal.notFound("没有代码为“" + code + "”的机构"));
        // The names and addresses of organs are public; who may see any, sees all.
        policy.require(access.required(), action, action == Action.SEE_ORGANS ? null : organ.id());
        return organ;
    }

    boolean may(Action action, Organ organ) {
        return policy.allows(access.required(), action, organ.id());
    }

    boolean mayAnywhere(Action action) {
        return policy.allows(access.required(), action, null);
    }
}
