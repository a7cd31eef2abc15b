package gongkai.platform.review;

import gongkai.platform.access.Actor;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the drafts of answers; none is ever changed. */
@Service
class AnswerDrafts {
    private static final String SELECT =
            "select version, decision, sub, content, written_by, writer, written_at from review.draft where request = :request ";

    private final JdbcClient database;
    private final JsonMapper json;
    private final AuditLog log;
    private final Clock clock;

    AnswerDrafts(JdbcClient database, JsonMapper json, AuditLog log, Clock clock) {
        this.database = database;
        this.json = json;
        this.log = log;
        this.clock = clock;
    }

    /** The version that counts. */
    Optional<AnswerDraft> latest(DisclosureRequest request) {
        return database.sql(SELECT + "order by version desc limit 1")
                .param("request", request.id())
                .query(this::draft)
                .optional();
    }

    Optional<AnswerDraft> version(long request, int version) {
        return database.sql(SELECT + "and version = :version")
                .param("request", request)
                .param("version", version)
                .query(this::draft)
                .optional();
    }

    /** All versions, newest first. */
    List<AnswerDraft> all(DisclosureRequest request) {
        return database.sql(SELECT + "order by version desc")
                .param("request", request.id())
                .query(this::draft)
                .list();
    }

    /**
     * Adds a version after the one the writer has seen.
     *
     * @return false if somebody else has added one meanwhile; then nothing is stored
     */
    @Transactional
    boolean write(
            DisclosureRequest request,
            int seen,
            DecisionType decision,
            Step.@Nullable Granting sub,
            AnswerDraft.Content content,
            Actor writer) {
        int added = database.sql("""
                        insert into review.draft (request, version, decision, sub, content, written_by, writer, written_at)
                        values (:request, :version, :decision, :sub, :content::jsonb, :person, :writer, :now) on conflict do nothing
                        """)
                .param("request", request.id())
                .param("version", seen + 1)
                .param("decision", decision.name())
                .param("sub", sub == null ? null : sub.name())
                .param("content", json.writeValueAsString(content))
                .param("person", writer.person())
                .param("writer", writer.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (added == 1) {
            log.write(AuditEntry.of("拟稿", "申请", request.number())
                    .concerning(request.organ().value())
                    .with("第 " + (seen + 1) + " 稿，" + decision.label()));
        }
        return added == 1;
    }

    /** Those who wrote any version, and so may not review it. */
    Set<Long> writers(long request) {
        return Set.copyOf(database.sql("select distinct written_by from review.draft where request = :request")
                .param("request", request)
                .query(Long.class)
                .list());
    }

    private AnswerDraft draft(ResultSet row, int number) throws SQLException {
        var sub = row.getString("sub");
        return new AnswerDraft(
                row.getInt("version"),
                DecisionType.valueOf(row.getString("decision")),
                sub == null ? null : Step.Granting.valueOf(sub),
                json.readValue(row.getString("content"), AnswerDraft.Content.class),
                row.getLong("written_by"),
                row.getString("writer"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
