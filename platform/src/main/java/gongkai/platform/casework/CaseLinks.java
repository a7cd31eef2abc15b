package gongkai.platform.casework;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.RequestState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases that officers have linked to each other. A link leads both ways. */
@Service
class CaseLinks {
    private final JdbcClient database;
    private final AuditLog log;
    private final Clock clock;

    CaseLinks(JdbcClient database, AuditLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    public void add(DisclosureRequest one, DisclosureRequest other, String why, long by) {
        database.sql("""
                        insert into casework.link (one, other, why, at, by_person) values (:one, :other, :why, :now, :by)
                        on conflict (one, other) do update set why = :why, at = :now, by_person = :by
                        """)
                .param("one", Math.min(one.id(), other.id()))
                .param("other", Math.max(one.id(), other.id()))
                .param("why", why)
                .param("now", OffsetDateTime.now(clock))
                .param("by", by)
                .update();
        log.write(AuditEntry.of("关联申请", "申请", one.number())
                .concerning(one.organ().value())
                .with("与 " + other.number()));
    }

    @Transactional
    public void remove(DisclosureRequest one, DisclosureRequest other) {
        database.sql("delete from casework.link where one = :one and other = :other")
                .param("one", Math.min(one.id(), other.id()))
                .param("other", Math.max(one.id(), other.id()))
                .update();
        log.write(AuditEntry.of("解除关联", "申请", one.number())
                .concerning(one.organ().value())
                .with("与 " + other.number()));
    }

    List<LinkLine> of(DisclosureRequest request) {
        return database.sql("""
                        select r.number, r.description, r.state, l.why, coalesce(p.name, '') as by_name
                        from casework.link l
                        join request.request r on r.id = case when l.one = :id then l.other else l.one end
                        left join access.person p on p.id = l.by_person
                        where l.one = :id or l.other = :id order by l.at
                        """)
                .param("id", request.id())
                .query((row, number) -> new LinkLine(
                        row.getString("number"),
                        CaseTitle.of(row.getString("description")),
                        RequestState.valueOf(row.getString("state")).label(),
                        row.getString("why"),
                        row.getString("by_name")))
                .list();
    }
}
