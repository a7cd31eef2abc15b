package gongkai.platform.application;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.request.DisclosureRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How content applicants are once their request has ended (满意度), once for each request. */
@Service
public class Satisfactions {
    /** What they wrote beside the score. */
    public static final SealedColumn TEXT =
            new SealedColumn("application.satisfaction", "request", "bigint", "text", null);

    private final JdbcClient database;
    private final FieldCipher cipher;
    private final AuditLog log;
    private final Clock clock;

    Satisfactions(JdbcClient database, FieldCipher cipher, AuditLog log, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.log = log;
        this.clock = clock;
    }

    /** @param score 1 to 5, 5 is best */
    public record Satisfaction(int score, String text) {}

    /** What was said about that request. */
    public Optional<Satisfaction> of(DisclosureRequest request) {
        return database.sql("select score, text from application.satisfaction where request = :request")
                .param("request", request.id())
                .query((row, number) -> {
                    var text = row.getString("text");
                    return new Satisfaction(
                            row.getInt("score"), text == null ? "" : cipher.open(text, TEXT.place(request.id())));
                })
                .optional();
    }

    /** Keeps it, if nothing was said before. @return whether it was kept */
    @Transactional
    boolean say(DisclosureRequest request, int score, String text) {
        int kept = database.sql("""
                        insert into application.satisfaction (request, applicant, score, text, at)
                        values (:request, :applicant, :score, :text, :at) on conflict do nothing
                        """)
                .param("request", request.id())
                .param("applicant", request.applicant().value())
                .param("score", score)
                .param("text", text.isEmpty() ? null : cipher.seal(text, TEXT.place(request.id())))
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (kept > 0) {
            log.write(AuditEntry.of("申请人评价", "申请", request.number())
                    .concerning(request.organ().value())
                    .with(score + " 分"));
        }
        return kept > 0;
    }
}
