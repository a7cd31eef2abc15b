package gongkai.platform.letter;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.web.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The letter, case or organ an address names, for those who may see it; to others it is as if it were not there. */
@Component
class LetterAccess {
    private final Letters letters;
    private final Requests requests;
    private final Organs organs;
    private final Access access;
    private final Policy policy;

    LetterAccess(Letters letters, Requests requests, Organs organs, Access access, Policy policy) {
        this.letters = letters;
        this.requests = requests;
        this.organs = organs;
        this.access = access;
        this.policy = policy;
    }

    Letter letter(String id) {
        try {
            return letters.byId(UUID.fromString(id))
                    .filter(letter -> may(Action.SEE_REQUESTS, letter.organ()))
                    .orElseThrow(LetterAccess::absent);
        } catch (IllegalArgumentException e) {
            throw absent();
        }
    }

    private static Refusal absent() {
        return Refusal.notFound("没有这份文书，或者您无权查看");
    }

    DisclosureRequest request(String number) {
        return requests.byNumber(number)
                .filter(request -> may(Action.SEE_REQUESTS, request.organ()))
                .orElseThrow(() -> Refusal.notFound("没有这件申请，或者您无权查看"));
    }

    boolean may(Action action, OrganId organ) {
        return access.actor()
                .filter(actor -> policy.allows(actor, action, organ))
                .isPresent();
    }

    void require(Action action, OrganId organ) {
        policy.require(access.required(), action, organ);
    }

    /** An answer is signed by whoever decides; any other letter by whoever handles the case. */
    Action signing(LetterKind kind) {
        return LetterFields.isAnswer(kind) ? Action.DECIDE_REQUESTS : Action.HANDLE_REQUESTS;
    }

    /** The organ whoever is signed in acts for now. */
    Organ own(Action action) {
        var actor = access.required();
        var organ = actor.organ();
        if (organ == null) {
            throw Refusal.notFound("请先选择单位");
        }
        policy.require(actor, action, organ);
        return organs.byId(organ).orElseThrow();
    }

    Policy.Reach reach(Action action) {
        return policy.reach(access.required(), action);
    }
}
