package gongkai.platform.casework;

import gongkai.platform.access.Actor;
import gongkai.platform.access.Colleagues;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.StepTaken;
import gongkai.platform.request.procedure.Deadlines;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is charged with which case (承办、转办), whether they have opened it, and what it waits for. */
@Service
public class Dockets {
    private final JdbcClient database;
    private final Requests requests;
    private final Colleagues colleagues;
    private final AuditLog log;
    private final Clock clock;

    Dockets(JdbcClient database, Requests requests, Colleagues colleagues, AuditLog log, Clock clock) {
        this.database = database;
        this.requests = requests;
        this.colleagues = colleagues;
        this.log = log;
        this.clock = clock;
    }

    /** How a case changed hands. */
    public enum Kind {
        ASSIGN("分办"),
        TRANSFER("转办"),
        RETURN("退回");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** Who is charged, from when on, and with what words. */
    public record Charge(
            Kind kind,
            @Nullable Long division,
            @Nullable Long handler,
            @Nullable LocalDate internalDue,
            String remark) {}

    /** Who is charged with it; nobody if nothing was said. */
    public Docket of(DisclosureRequest request) {
        return database.sql("""
                        select k.division, coalesce(d.name, '') as division_name, k.handler, coalesce(p.name, '') as handler_name,
                               k.internal_due, k.opened_at is not null as opened
                        from casework.docket k
                        left join access.division d on d.id = k.division
                        left join access.person p on p.id = k.handler
                        where k.request = :request
                        """)
                .param("request", request.id())
                .query((row, number) -> new Docket(
                        row.getObject("division", Long.class),
                        row.getString("division_name"),
                        row.getObject("handler", Long.class),
                        row.getString("handler_name"),
                        row.getObject("internal_due", LocalDate.class),
                        row.getBoolean("opened")))
                .optional()
                .orElse(Docket.NONE);
    }

    /** The same, unless it has changed hands since somebody saw it change so many times. @return whether it was done */
    @Transactional
    public boolean charge(DisclosureRequest request, Charge charge, @Nullable Long by, int seen) {
        requests.hold(request.number());
        if (history(request).size() != seen) {
            return false;
        }
        charge(request, charge, by);
        return true;
    }

    /** Charges a division or a person with the case; they have not opened it yet. */
    @Transactional
    public void charge(DisclosureRequest request, Charge charge, @Nullable Long by) {
        var now = OffsetDateTime.now(clock);
        database.sql("""
                        insert into casework.docket (request, organ, division, handler, internal_due)
                        values (:request, :organ, :division, :handler, :due)
                        on conflict (request) do update
                        set division = :division, handler = :handler, internal_due = :due,
                            opened_at = case when docket.handler is not distinct from :handler
                                and docket.division is not distinct from :division then docket.opened_at end,
                            opened_by = null
                        """)
                .param("request", request.id())
                .param("organ", request.organ().value())
                .param("division", charge.division())
                .param("handler", charge.handler())
                .param("due", charge.internalDue())
                .update();
        database.sql("""
                        insert into casework.assignment (request, kind, division, handler, internal_due, remark, at, by_person)
                        values (:request, :kind, :division, :handler, :due, :remark, :now, :by)
                        """)
                .param("request", request.id())
                .param("kind", charge.kind().name())
                .param("division", charge.division())
                .param("handler", charge.handler())
                .param("due", charge.internalDue())
                .param("remark", charge.remark())
                .param("now", now)
                .param("by", by)
                .update();
        log.write(AuditEntry.of(charge.kind().chinese() + "申请", "申请", request.number())
                .concerning(request.organ().value()));
    }

    /** The hands a case went through, latest first. */
    List<AssignmentLine> history(DisclosureRequest request) {
        return database.sql("""
                        select a.kind, coalesce(d.name, '') as division, coalesce(h.name, '') as handler, a.internal_due, a.remark,
                               a.at, coalesce(p.name, '') as by_name, a.division as division_id, a.handler as handler_id,
                               a.by_person
                        from casework.assignment a
                        left join access.division d on d.id = a.division
                        left join access.person h on h.id = a.handler
                        left join access.person p on p.id = a.by_person
                        where a.request = :request order by a.id desc
                        """)
                .param("request", request.id())
                .query((row, number) -> new AssignmentLine(
                        Kind.valueOf(row.getString("kind")).chinese(),
                        row.getString("division"),
                        row.getString("handler"),
                        row.getObject("internal_due", LocalDate.class),
                        row.getString("remark"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getObject("by_person", Long.class)))
                .list();
    }

    /** Marks the case as opened when those who have to handle it look at it for the first time. */
    @Transactional
    public void opened(DisclosureRequest request, Docket docket, Actor actor) {
        if (docket.opened() || !concerns(request, docket, actor)) {
            return;
        }
        database.sql("""
                        insert into casework.docket (request, organ, opened_at, opened_by) values (:request, :organ, :now, :person)
                        on conflict (request) do update set opened_at = :now, opened_by = :person
                        """)
                .param("request", request.id())
                .param("organ", request.organ().value())
                .param("now", OffsetDateTime.now(clock))
                .param("person", actor.person())
                .update();
    }

    /** Whether a look of that person counts: of the handler, of somebody of the division, of anybody while nobody is charged. */
    private boolean concerns(DisclosureRequest request, Docket docket, Actor actor) {
        if (docket.handlerId() != null) {
            return docket.handlerId() == actor.person();
        }
        return docket.divisionId() == null
                || colleagues
                        .divisionOf(actor, request.organ())
                        .filter(own -> Objects.equals(own, docket.divisionId()))
                        .isPresent();
    }

    /** Keeps the term of somebody else that the case waits for now, for lists and reminders. */
    @EventListener
    void waits(StepTaken taken) {
        var request = taken.request();
        var waits = Turn.waitsFor(request.state());
        if (waits.isEmpty()) {
            database.sql("""
                            update casework.docket set waits_for = null, waits_until = null
                            where request = :request and waits_for is not null
                            """).param("request", request.id()).update();
            return;
        }
        var kind = waits.get();
        database.sql("""
                        insert into casework.docket (request, organ, waits_for, waits_until) values (:request, :organ, :kind, :until)
                        on conflict (request) do update set waits_for = :kind, waits_until = :until
                        """)
                .param("request", request.id())
                .param("organ", request.organ().value())
                .param("kind", kind.name())
                .param("until", lastDay(request, kind))
                .update();
    }

    /** Null while it is not known: nobody has told when the letter arrived, or a year has no calendar yet. */
    private @Nullable LocalDate lastDay(DisclosureRequest request, Deadlines.Kind kind) {
        var procedure = requests.procedure(request.organ());
        var standing = requests.standing(request, requests.steps(request));
        return Cases.known(() -> procedure.deadlines(standing), List.<Deadlines.Deadline>of()).stream()
                .filter(deadline -> deadline.kind() == kind)
                .map(Deadlines.Deadline::lastDay)
                .findFirst()
                .orElse(null);
    }
}
