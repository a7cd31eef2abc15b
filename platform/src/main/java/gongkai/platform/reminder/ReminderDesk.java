package gongkai.platform.reminder;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.OrganId;
import gongkai.platform.reminder.Reminder.Occasion;
import gongkai.platform.web.Desk;
import gongkai.platform.web.Tone;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells leaders on the workbench what is overdue; those who handle cases see their terms in their own lists. */
@Component
class ReminderDesk implements Desk {
    private final Access access;
    private final Policy policy;
    private final Reminders reminders;

    ReminderDesk(Access access, Policy policy, Reminders reminders) {
        this.access = access;
        this.policy = policy;
        this.reminders = reminders;
    }

    @Override
    public List<Notice> notices() {
        var actor = access.actor().filter(found -> policy.allows(found, Action.DECIDE_REQUESTS, null));
        if (actor.isEmpty()) {
            return List.of();
        }
        var organs = policy.reach(actor.get(), Action.DECIDE_REQUESTS).organs().stream()
                .map(OrganId::value)
                .toArray(Long[]::new);
        return reminders.standing(organs, Occasion.OVERDUE).stream()
                .map(reminder -> new Notice(Tone.ERROR, reminder.text(), "/office/requests/" + reminder.request()))
                .toList();
    }
}
