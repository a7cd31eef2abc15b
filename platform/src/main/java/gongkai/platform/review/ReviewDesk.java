package gongkai.platform.review;

import gongkai.platform.access.Access;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.web.Desk;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What reviewers, leaders and whoever wrote a draft that came back find on their workbench. */
@Component
class ReviewDesk implements Desk {
    private final Access access;
    private final Inbox inbox;
    private final CaseDesk desk;

    ReviewDesk(Access access, Inbox inbox, CaseDesk desk) {
        this.access = access;
        this.inbox = inbox;
        this.desk = desk;
    }

    @Override
    public List<Task> tasks() {
        var actor = access.actor();
        if (actor.isEmpty()) {
            return List.of();
        }
        var tasks = new ArrayList<Task>();
        inbox.tasks(actor.get())
                .forEach(line -> tasks.add(task(line, line.stage().title(), "/office/reviews/" + line.round())));
        inbox.returned(actor.get())
                .forEach(line -> tasks.add(task(line, "退回修改", "/office/requests/" + line.number() + "/answer")));
        return tasks;
    }

    private Task task(Inbox.InboxLine line, String step, String link) {
        return new Task(
                line.number(),
                CaseTitle.of(line.description()),
                step,
                link,
                desk.due(line.organ(), line.number(), line.due()));
    }
}
