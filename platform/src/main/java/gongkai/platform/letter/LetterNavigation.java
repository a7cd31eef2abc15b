package gongkai.platform.letter;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.web.Desk;
import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import gongkai.platform.web.Tone;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where letters are found, and a word on the workbench about drafts that wait. */
@Component
class LetterNavigation implements Navigation, Desk {
    private static final int PLACE = 40;

    private final Access access;
    private final Policy policy;
    private final LetterList list;

    LetterNavigation(Access access, Policy policy, LetterList list) {
        this.access = access;
        this.policy = policy;
        this.list = list;
    }

    @Override
    public List<NavigationLink> links() {
        return may() ? List.of(new NavigationLink(Duty.ON_REQUEST, "文书", "/office/letters", PLACE)) : List.of();
    }

    @Override
    public List<Notice> notices() {
        if (!may()) {
            return List.of();
        }
        var actor = access.required();
        int drafts = policy.allows(actor, Action.HANDLE_REQUESTS, null)
                ? list.drafts(policy.reach(actor, Action.HANDLE_REQUESTS))
                : 0;
        return drafts == 0
                ? List.of()
                : List.of(new Notice(
                        Tone.WARNING,
                        drafts + " 份文书已拟好，等待核对和签发",
                        "/office/letters?state=" + Letter.State.DRAFT.name()));
    }

    private boolean may() {
        return access.actor()
                .filter(actor -> policy.allows(actor, Action.SEE_REQUESTS, null))
                .isPresent();
    }
}
