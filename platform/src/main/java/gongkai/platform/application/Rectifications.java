package gongkai.platform.application;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.request.DisclosureRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of wishes to have records put right (更正). The wish itself is a message of the applicant. */
@Service
public class Rectifications {
    /** What the organ told the applicant. */
    public static final SealedColumn NOTE =
            new SealedColumn("application.rectification", "message", "uuid", "note", null);

    private final JdbcClient database;
    private final FieldCipher cipher;
    private final WhoActs whoActs;
    private final AuditLog log;
    private final Clock clock;

    Rectifications(JdbcClient database, FieldCipher cipher, WhoActs whoActs, AuditLog log, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.whoActs = whoActs;
        this.log = log;
        this.clock = clock;
    }

    /** What was decided, and what the applicant is told with it. */
    public record Decided(RectificationOutcome outcome, String note) {}

    /** Those of a request that are decided, by their message. */
    Map<UUID, Decided> of(DisclosureRequest request) {
        return database
                .sql("""
                        select r.message, r.outcome, r.note from application.rectification r
                        join application.message m on m.id = r.message where m.request = :request
                        """)
                .param("request", request.id())
                .query((row, number) -> {
                    var id = row.getObject("message", UUID.class);
                    var note = row.getString("note");
                    return Map.entry(
                            id,
                            new Decided(
                                    RectificationOutcome.valueOf(row.getString("outcome")),
                                    note == null ? "" : cipher.open(note, NOTE.place(id))));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Decides one. @return false if it is decided already */
    @Transactional
    boolean decide(DisclosureRequest request, UUID message, Decided decided) {
        int added = database.sql("""
                        insert into application.rectification (message, outcome, note, at, person)
                        values (:message, :outcome, :note, :now, :person) on conflict do nothing
                        """)
                .param("message", message)
                .param("outcome", decided.outcome().name())
                .param("note", cipher.seal(decided.note(), NOTE.place(message)))
                .param("now", OffsetDateTime.now(clock))
                .param("person", whoActs.now().person())
                .update();
        if (added > 0) {
            log.write(AuditEntry.of("处理更正要求", "申请", request.number())
                    .concerning(request.organ().value())
                    .with(decided.outcome().told()));
        }
        return added > 0;
    }
}
