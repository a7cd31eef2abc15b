package gongkai.platform.remedy;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Whose cases whoever acts may see and handle: those of the organs whose requests they may see. */
@Component
class RemedyRights {
    private final RemedyFiles files;
    private final Organs organs;
    private final Access access;
    private final Policy policy;

    RemedyRights(RemedyFiles files, Organs organs, Access access, Policy policy) {
        this.files = files;
        this.organs = organs;
        this.access = access;
        this.policy = policy;
    }

    /** The organs whose cases they may see. */
    List<OrganId> seen() {
        return List.copyOf(policy.reach(access.required(), Action.SEE_REQUESTS).organs());
    }

    /** The organs whose cases they handle; empty when nobody is signed in. */
    List<OrganId> handled() {
        return access.actor()
                .map(actor ->
                        List.copyOf(policy.reach(actor, Action.HANDLE_REMEDIES).organs()))
                .orElse(List.of());
    }

    boolean mayHandle(OrganId organ) {
        return policy.allows(access.required(), Action.HANDLE_REMEDIES, organ);
    }

    boolean maySee() {
        return access.actor()
                .filter(actor -> policy.allows(actor, Action.SEE_REQUESTS, null))
                .isPresent();
    }

    /** The case, for whoever may see it; for all others it is not there. */
    RemedyFile file(long id) {
        return files.file(id)
                .filter(found -> policy.allows(
                        access.required(), Action.SEE_REQUESTS, found.remedy().organ()))
                .orElseThrow(() -> Refusal.notFound("没有这件案件，或者您无权查看"));
    }

    /** The case, for whoever may handle it. */
    RemedyFile handled(long id) {
        var file = file(id);
        policy.require(access.required(), Action.HANDLE_REMEDIES, file.remedy().organ());
        return file;
    }

    /** The organ they act for, in which they enter cases. */
    Organ own() {
        var actor = access.required();
        var organ = actor.organ();
        if (organ == null) {
            throw new Refusal(HttpStatus.FORBIDDEN, "请先选择要代表的单位");
        }
        policy.require(actor, Action.HANDLE_REMEDIES, organ);
        return organs.byId(organ).orElseThrow();
    }

    String name(OrganId organ) {
        return organs.byId(organ).map(Organ::name).orElse("");
    }
}
