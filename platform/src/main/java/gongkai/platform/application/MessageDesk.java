package gongkai.platform.application;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.web.Desk;
import java.util.List;
import org.springframework.stereotype.Component;

/** What applicants sent and nobody has read, on the workbench of those who handle requests. */
@Component
class MessageDesk implements Desk {
    private final Messages messages;
    private final Access access;
    private final Policy policy;

    MessageDesk(Messages messages, Access access, Policy policy) {
        this.messages = messages;
        this.access = access;
        this.policy = policy;
    }

    @Override
    public List<Task> tasks() {
        return access.actor()
                .filter(actor -> policy.allows(actor, Action.HANDLE_REQUESTS, null))
                .map(actor -> {
                    var reach = policy.reach(actor, Action.HANDLE_REQUESTS);
                    return messages.unread(reach.everywhere() ? null : reach.organs()).stream()
                            .map(MessageDesk::task)
                            .toList();
                })
                .orElse(List.of());
    }

    private static Task task(Messages.Unread unread) {
        return new Task(
                unread.number(),
                "申请人来信：" + unread.kind().chinese(),
                unread.kind().task(),
                "/office/requests/" + unread.number() + "?tab=" + MessagePanel.ID + "#tabs",
                null);
    }
}
