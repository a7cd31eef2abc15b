package gongkai.platform.casework;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Day;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The searches made for cases: the proof that an organ does not hold what was asked for (第三十六条第（四）项). */
@Service
public class SearchNotes {
    private final JdbcClient database;
    private final AuditLog log;
    private final Clock clock;

    SearchNotes(JdbcClient database, AuditLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /** The searches for that case, in order, struck ones among them. */
    public List<SearchNote> of(DisclosureRequest request) {
        return database.sql("""
                        select n.id, n.on_day, n.place, n.method, n.words, n.found, n.outcome, n.searched_by, n.recorded_at,
                               coalesce(p.name, '') as recorder, n.struck_at is not null as struck
                        from casework.search_note n left join access.person p on p.id = n.recorded_by
                        where n.request = :request order by n.on_day, n.id
                        """)
                .param("request", request.id())
                .query((row, number) -> new SearchNote(
                        row.getLong("id"),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("place"),
                        row.getString("method"),
                        row.getString("words"),
                        row.getBoolean("found"),
                        row.getString("outcome"),
                        row.getString("searched_by"),
                        row.getString("recorder") + " "
                                + Day.minute(row.getObject("recorded_at", OffsetDateTime.class)
                                        .toInstant()),
                        row.getBoolean("struck")))
                .list();
    }

    /** All searches for that case that were not struck out, as one text that an answer can take over; empty if there was none. */
    public String text(DisclosureRequest request) {
        return of(request).stream()
                .filter(note -> !note.struck())
                .map(SearchNote::text)
                .collect(Collectors.joining("\n"));
    }

    /** Adds one; what it says of itself beside the search is not looked at. */
    @Transactional
    public void add(DisclosureRequest request, SearchNote note, @Nullable Long recorder) {
        database.sql("""
                        insert into casework.search_note
                            (request, on_day, place, method, words, found, outcome, searched_by, recorded_at, recorded_by)
                        values (:request, :on, :place, :method, :words, :found, :outcome, :by, :now, :recorder)
                        """)
                .param("request", request.id())
                .param("on", note.on())
                .param("place", note.place())
                .param("method", note.method())
                .param("words", note.words())
                .param("found", note.found())
                .param("outcome", note.outcome())
                .param("by", note.by())
                .param("now", OffsetDateTime.now(clock))
                .param("recorder", recorder)
                .update();
        log.write(AuditEntry.of("登记检索记录", "申请", request.number())
                .concerning(request.organ().value()));
    }

    /** Strikes a note out; it stays readable. */
    @Transactional
    public void strike(DisclosureRequest request, long note, long by) {
        int struck = database.sql("""
                        update casework.search_note set struck_at = :now, struck_by = :by
                        where id = :note and request = :request and struck_at is null
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("by", by)
                .param("note", note)
                .param("request", request.id())
                .update();
        if (struck > 0) {
            log.write(AuditEntry.of("划去检索记录", "申请", request.number())
                    .concerning(request.organ().value()));
        }
    }
}
