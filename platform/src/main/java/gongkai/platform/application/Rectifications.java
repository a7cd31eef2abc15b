package gongkai.platform.application;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.letter.ChineseDay;
import gongkai.platform.letter.Letter;
import gongkai.platform.letter.Letters;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.LetterKind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
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
    private final Letters letters;
    private final WhoActs whoActs;
    private final AuditLog log;
    private final Clock clock;

    Rectifications(
            JdbcClient database, FieldCipher cipher, Letters letters, WhoActs whoActs, AuditLog log, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.letters = letters;
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

    /** Decides on a wish and drafts the letter that tells the applicant. @return the letter; empty if it is decided already */
    @Transactional
    Optional<Letter> decide(DisclosureRequest request, Message wish, Decided decided) {
        int added = database.sql("""
                        insert into application.rectification (message, outcome, note, at, person)
                        values (:message, :outcome, :note, :now, :person) on conflict do nothing
                        """)
                .param("message", wish.id())
                .param("outcome", decided.outcome().name())
                .param("note", cipher.seal(decided.note(), NOTE.place(wish.id())))
                .param("now", OffsetDateTime.now(clock))
                .param("person", whoActs.now().person())
                .update();
        if (added == 0) {
            return Optional.empty();
        }
        log.write(AuditEntry.of("处理更正要求", "申请", request.number())
                .concerning(request.organ().value())
                .with(decided.outcome().told()));
        return Optional.of(letters.draft(
                request,
                LetterKind.RECTIFICATION_NOTICE,
                Map.of(
                        "要求日期",
                        ChineseDay.of(wish.at().atZone(clock.getZone()).toLocalDate()),
                        "更正要求",
                        wish.text(),
                        "处理结果",
                        decided.outcome().told(),
                        "处理理由",
                        decided.note(),
                        "依据",
                        "《中华人民共和国政府信息公开条例》第四十一条"),
                Map.of()));
    }
}
