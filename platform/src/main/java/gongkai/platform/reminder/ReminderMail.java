package gongkai.platform.reminder;

import gongkai.platform.access.Action;
import gongkai.platform.access.Colleagues;
import gongkai.platform.casework.Dockets;
import gongkai.platform.mail.Mails;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.OrganId;
import gongkai.platform.reminder.Reminder.Occasion;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reminders by mail: a term goes to whoever is charged with the case, what is overdue to the leaders too, each in one mail. Where nobody has a mail box
 * of their own it goes to that of the disclosure office.
 */
@Component
class ReminderMail {
    private final Requests requests;
    private final Dockets dockets;
    private final Colleagues colleagues;
    private final DisclosureOffices offices;
    private final Mails mails;

    ReminderMail(Requests requests, Dockets dockets, Colleagues colleagues, DisclosureOffices offices, Mails mails) {
        this.requests = requests;
        this.dockets = dockets;
        this.colleagues = colleagues;
        this.offices = offices;
        this.mails = mails;
    }

    void send(OrganId organ, List<Reminder> fresh) {
        if (fresh.isEmpty() || !mails.enabled()) {
            return;
        }
        addressed(organ, fresh).forEach((address, reminders) -> {
            if (Mails.isAddress(address)) {
                mails.send(
                        organ,
                        address,
                        "期限提醒：" + reminders.size() + " 项",
                        reminders.stream().map(Reminder::text).collect(Collectors.joining("\n"))
                                + "\n\n请登录政府信息公开平台办理。\n",
                        List.of(),
                        "期限提醒");
            }
        });
    }

    /** What goes to which mail box. */
    private Map<String, List<Reminder>> addressed(OrganId organ, List<Reminder> fresh) {
        var office = offices.of(organ).map(found -> found.email()).orElse("");
        var leaders = mailBoxes(colleagues.able(Action.DECIDE_REQUESTS, organ));
        var mails = new LinkedHashMap<String, List<Reminder>>();
        for (var reminder : fresh) {
            var to = new HashSet<>(handler(reminder));
            if (to.isEmpty()) {
                to.add(office);
            }
            if (reminder.occasion() == Occasion.OVERDUE) {
                to.addAll(leaders.isEmpty() ? Set.of(office) : leaders);
            }
            to.forEach(address ->
                    mails.computeIfAbsent(address, none -> new ArrayList<>()).add(reminder));
        }
        return mails;
    }

    private Set<String> handler(Reminder reminder) {
        return requests.byNumber(reminder.request())
                .map(this::charged)
                .map(this::mailBoxes)
                .orElse(Set.of());
    }

    private Set<Long> charged(DisclosureRequest request) {
        var handler = dockets.of(request).handlerId();
        return handler == null ? Set.of() : Set.of(handler);
    }

    private Set<String> mailBoxes(Set<Long> people) {
        return Set.copyOf(colleagues.mailBoxes(people).values());
    }
}
