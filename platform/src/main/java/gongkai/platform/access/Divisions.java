package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.OrganId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The divisions of organs (科室). */
@Service
public class Divisions {
    private final JdbcClient database;
    private final AuditLog log;
    private final Clock clock;

    Divisions(JdbcClient database, AuditLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /** Adds a division, or brings back one that had ended. */
    @Transactional
    public long add(OrganId organ, String name) {
        long id = database.sql("""
                        insert into access.division (organ, name) values (:organ, :name)
                        on conflict (organ, name) do update set ended_at = null returning id
                        """)
                .param("organ", organ.value())
                .param("name", name)
                .query(Long.class)
                .single();
        log.write(AuditEntry.of("登记科室", "科室", name).concerning(organ.value()));
        return id;
    }

    /** Ends a division of that organ; what happened in it stays. */
    @Transactional
    void end(OrganId organ, long division) {
        database.sql("update access.division set ended_at = :now where id = :id and organ = :organ")
                .param("now", OffsetDateTime.now(clock))
                .param("id", division)
                .param("organ", organ.value())
                .update();
        log.write(AuditEntry.of("撤销科室", "科室", String.valueOf(division)).concerning(organ.value()));
    }

    /** The division of that organ with that name. */
    public Optional<Long> find(OrganId organ, String name) {
        return database.sql("select id from access.division where organ = :organ and name = :name and ended_at is null")
                .param("organ", organ.value())
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    /** A division by its number and name. */
    public record Division(long id, String name) {}

    /** The divisions of that organ that exist now, by name. */
    public List<Division> in(OrganId organ) {
        return database.sql(
                        "select id, name from access.division where organ = :organ and ended_at is null order by name")
                .param("organ", organ.value())
                .query((row, number) -> new Division(row.getLong("id"), row.getString("name")))
                .list();
    }

    List<PeoplePages.DivisionLine> of(OrganId organ) {
        return database.sql("""
                        select d.id, d.name, (select count(distinct p) from (
                            select person as p from access.membership m where m.division = d.id
                            union select person from access.role_grant g where g.division = d.id) x) as people
                        from access.division d where d.organ = :organ and d.ended_at is null order by d.name
                        """)
                .param("organ", organ.value())
                .query((row, number) ->
                        new PeoplePages.DivisionLine(row.getLong("id"), row.getString("name"), row.getInt("people")))
                .list();
    }
}
