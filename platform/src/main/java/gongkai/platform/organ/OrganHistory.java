package gongkai.platform.organ;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has happened to organs, and which one took over the duties of which (沿革). Told, never changed. */
@Component
class OrganHistory {
    private static final String EVENTS =
            "select organ, kind, day, document, what, recorded_at, recorded_by from organ.event ";

    private final JdbcClient database;

    OrganHistory(JdbcClient database) {
        this.database = database;
    }

    void tell(OrganEvent event) {
        database.sql("""
            insert into organ.event (organ, kind, day, document, what, recorded_at, recorded_by)
            values (:organ, :kind, :day, :document, :what, :recordedAt, :recordedBy)
            """)
                .param("organ", event.organ().value())
                .param("kind", event.kind().name())
                .param("day", event.day())
                .param("document", event.document())
                .param("what", event.what())
                .param("recordedAt", event.recordedAt())
                .param("recordedBy", event.recordedBy())
                .update();
    }

    /** What happened to it, newest first. */
    List<OrganEvent> events(OrganId organ) {
        return database.sql(EVENTS + "where organ = :organ order by day desc, id desc")
                .param("organ", organ.value())
                .query((row, number) -> event(row))
                .list();
    }

    /** The number of the event told last. */
    long last() {
        return database.sql("select coalesce(max(id), 0) from organ.event")
                .query(Long.class)
                .single();
    }

    List<OrganEvent> after(long last) {
        return database.sql(EVENTS + "where id > :last order by id")
                .param("last", last)
                .query((row, number) -> event(row))
                .list();
    }

    private static OrganEvent event(ResultSet row) throws SQLException {
        return new OrganEvent(
                new OrganId(row.getLong("organ")),
                OrganEvent.Kind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                row.getString("document"),
                row.getString("what"),
                row.getObject("recorded_at", OffsetDateTime.class),
                row.getString("recorded_by"));
    }

    void succeed(OrganId predecessor, OrganId successor, LocalDate day) {
        database.sql("insert into organ.succession (predecessor, successor, day) values (:predecessor, :successor,"
                        + " :day)")
                .param("predecessor", predecessor.value())
                .param("successor", successor.value())
                .param("day", day)
                .update();
    }

    /** Every passing on of duties that this organ had a part in, oldest first. */
    List<Succession> successions(OrganId organ) {
        return database.sql("""
            select predecessor, successor, day from organ.succession where predecessor = :organ or successor = :organ
            order by day, predecessor, successor
            """)
                .param("organ", organ.value())
                .query((row, number) -> new Succession(
                        new OrganId(row.getLong("predecessor")),
                        new OrganId(row.getLong("successor")),
                        row.getObject("day", LocalDate.class)))
                .list();
    }
}
