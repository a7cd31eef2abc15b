package gongkai.platform.mail;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.OrganId;
import gongkai.platform.web.Desk;
import gongkai.platform.web.Tone;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says on the workbench that mail could not be sent. */
@Component
class MailDesk implements Desk {
    private final JdbcClient database;
    private final Access access;
    private final Policy policy;

    MailDesk(JdbcClient database, Access access, Policy policy) {
        this.database = database;
        this.access = access;
        this.policy = policy;
    }

    @Override
    public List<Notice> notices() {
        var actor = access.actor().filter(found -> policy.allows(found, Action.HANDLE_REQUESTS, null));
        if (actor.isEmpty()) {
            return List.of();
        }
        var organs = policy.reach(actor.get(), Action.HANDLE_REQUESTS).organs().stream()
                .map(OrganId::value)
                .toArray(Long[]::new);
        long dead = database.sql("select count(*) from mail.outbox where organ = any(:organs) and state = 'DEAD'")
                .param("organs", organs)
                .query(Long.class)
                .single();
        return dead == 0
                ? List.of()
                : List.of(new Notice(Tone.ERROR, dead + " 封电子邮件没有发出，请改用其他方式送达", "/office/letters/mail"));
    }
}
