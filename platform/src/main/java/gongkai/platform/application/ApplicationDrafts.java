package gongkai.platform.application;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.organ.OrganId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Applications begun and not yet sent, one at a time for each browser and organ, sealed like all personal data. */
@Service
public class ApplicationDrafts {
    /** What was typed. */
    public static final SealedColumn FIELDS = new SealedColumn("application.draft", "id", "uuid", "fields", null);
    /** The query code on a receipt that can still be seen. */
    public static final SealedColumn RECEIPT = new SealedColumn("application.draft", "id", "uuid", "receipt", null);

    private static final TypeReference<Map<String, String>> TYPED = new TypeReference<>() {};
    private static final Duration SENT_KEPT = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final StoredFiles files;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final AuditLog log;
    private final Clock clock;
    private final ApplicationSettings settings;

    ApplicationDrafts(
            JdbcClient database,
            StoredFiles files,
            FieldCipher cipher,
            JsonMapper json,
            AuditLog log,
            Clock clock,
            ApplicationSettings settings) {
        this.database = database;
        this.files = files;
        this.cipher = cipher;
        this.json = json;
        this.log = log;
        this.clock = clock;
        this.settings = settings;
    }

    /** The draft of that browser for that organ that was not sent yet. */
    Optional<Draft> open(@Nullable String token, OrganId organ) {
        return token == null ? Optional.empty() : unsent(token, organ, "").filter(this::lasts);
    }

    /** What that browser last sent to that organ, for a day. */
    Optional<Draft> lastSent(@Nullable String token, OrganId organ) {
        return token == null
                ? Optional.empty()
                : read(token, organ, "number is not null order by sent_at desc limit 1", "")
                        .filter(this::lasts);
    }

    /** That draft of that browser, sent or not, held against others until the transaction ends. */
    Optional<Draft> lock(@Nullable String token, OrganId organ, UUID id) {
        return token == null
                ? Optional.empty()
                : read(token, organ, "id = :id for update", id.toString()).filter(this::lasts);
    }

    /** Keeps these fields beside those kept before. What was sent already is left alone: then a new one begins. */
    @Transactional
    Draft save(String token, OrganId organ, Map<String, String> changes) {
        var before = unsent(token, organ, " for update");
        if (before.isEmpty() || !lasts(before.get())) {
            before.ifPresent(over -> delete(over.id()));
            return begin(token, organ, changes);
        }
        var draft = before.get();
        var fields = new LinkedHashMap<>(draft.fields());
        fields.putAll(changes);
        database.sql("update application.draft set fields = :fields, saved_at = :now where id = :id")
                .param("fields", sealed(draft.id(), fields))
                .param("now", now())
                .param("id", draft.id())
                .update();
        files(draft).forEach(file -> files.keepUntil(file.id(), filesKeptUntil()));
        return open(token, organ).orElseThrow();
    }

    /** The files of a draft that is never sent go a day after it. */
    LocalDate filesKeptUntil() {
        return LocalDate.now(clock).plusDays(settings.draftDays() + 1L);
    }

    private Draft begin(String token, OrganId organ, Map<String, String> fields) {
        var id = UUID.randomUUID();
        int added = database.sql("""
                        insert into application.draft (id, token, organ, fields, saved_at)
                        values (:id, :token, :organ, :fields, :now) on conflict (token, organ) where number is null do nothing
                        """)
                .param("id", id)
                .param("token", token)
                .param("organ", organ.value())
                .param("fields", sealed(id, fields))
                .param("now", now())
                .update();
        if (added == 0) {
            return save(token, organ, fields);
        }
        log.write(AuditEntry.of("开始填写申请", "草稿", id.toString()).concerning(organ.value()));
        return open(token, organ).orElseThrow();
    }

    /** The files handed in with it, papers of identity first. */
    List<StoredFile> files(Draft draft) {
        return Stream.of(FilePurpose.IDENTITY_PAPER, FilePurpose.REQUEST_ATTACHMENT)
                .flatMap(purpose -> files.of(purpose, draft.subject()).stream())
                .toList();
    }

    /** Deletes it with its files, as its author asks. */
    @Transactional
    void remove(@Nullable String token, OrganId organ) {
        open(token, organ).ifPresent(draft -> {
            files(draft).forEach(file -> files.erase(file.id(), "申请人删除草稿"));
            delete(draft.id());
            log.write(AuditEntry.of("删除申请草稿", "草稿", draft.id().toString()).concerning(organ.value()));
        });
    }

    /** It became that request: what was typed is forgotten here, the code is kept for the receipt. */
    @Transactional
    void sent(Draft draft, String number, String code) {
        database.sql("""
                        update application.draft set fields = :fields, number = :number, receipt = :receipt, sent_at = :now, saved_at = :now
                        where id = :id
                        """)
                .param("fields", sealed(draft.id(), Map.of()))
                .param("number", number)
                .param("receipt", cipher.seal(code, RECEIPT.place(draft.id())))
                .param("now", now())
                .param("id", draft.id())
                .update();
    }

    /** Deletes the drafts and codes whose time is over. Files have a term of their own, set when they were handed in. */
    @Transactional
    void clean() {
        database.sql("update application.draft set receipt = null where receipt is not null and sent_at < :before")
                .param("before", now().minus(settings.receiptKept()))
                .update();
        var old = database.sql("""
                        delete from application.draft where id in (
                            select id from application.draft
                            where saved_at < :oldest or sent_at < :sent limit :most for update skip locked)
                        returning id, organ, number
                        """)
                .param("oldest", now().minusDays(settings.draftDays()))
                .param("sent", now().minus(SENT_KEPT))
                .param("most", AT_ONCE)
                .query((row, number) ->
                        new Old(row.getObject("id", UUID.class), row.getLong("organ"), row.getString("number") != null))
                .list();
        for (var draft : old) {
            if (!draft.sent()) {
                log.write(AuditEntry.of("到期删除申请草稿", "草稿", draft.id().toString()).concerning(draft.organ()));
            }
        }
    }

    private record Old(UUID id, long organ, boolean sent) {}

    private void delete(UUID id) {
        database.sql("delete from application.draft where id = :id")
                .param("id", id)
                .update();
    }

    private Optional<Draft> unsent(String token, OrganId organ, String lock) {
        return read(token, organ, "number is null" + lock, "");
    }

    private Optional<Draft> read(String token, OrganId organ, String which, String id) {
        return database.sql("""
                        select id, organ, fields, saved_at, number, receipt, sent_at from application.draft
                        where token = :token and organ = :organ and
                        """ + which)
                .param("token", token)
                .param("organ", organ.value())
                .param("id", id.isEmpty() ? null : UUID.fromString(id))
                .query((row, number) -> draft(row))
                .optional();
    }

    private boolean lasts(Draft draft) {
        return clock.instant()
                .isBefore(draft.savedAt().plus(draft.sent() ? SENT_KEPT : Duration.ofDays(settings.draftDays())));
    }

    private Draft draft(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var sent = instant(row, "sent_at");
        var receipt = row.getString("receipt");
        boolean shown = receipt != null && sent != null && clock.instant().isBefore(sent.plus(settings.receiptKept()));
        return new Draft(
                id,
                new OrganId(row.getLong("organ")),
                json.readValue(cipher.open(row.getString("fields"), FIELDS.place(id)), TYPED),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("number"),
                shown ? cipher.open(receipt, RECEIPT.place(id)) : null,
                sent);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private String sealed(UUID id, Map<String, String> fields) {
        return cipher.seal(json.writeValueAsString(fields), FIELDS.place(id));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
