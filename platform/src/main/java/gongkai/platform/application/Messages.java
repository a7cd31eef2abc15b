package gongkai.platform.application;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.files.FileId;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.ApplicantAnonymised;
import gongkai.platform.request.DisclosureRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What applicants sent about their requests (申请人来信), sealed, for the officers to read. */
@Service
public class Messages {
    /** What they wrote. */
    public static final SealedColumn TEXT = new SealedColumn("application.message", "id", "uuid", "text", null);

    private static final int MOST_UNREAD = 100;

    private final JdbcClient database;
    private final StoredFiles files;
    private final FieldCipher cipher;
    private final AuditLog log;
    private final Clock clock;

    Messages(JdbcClient database, StoredFiles files, FieldCipher cipher, AuditLog log, Clock clock) {
        this.database = database;
        this.files = files;
        this.cipher = cipher;
        this.log = log;
        this.clock = clock;
    }

    /** A message nobody has read. */
    record Unread(String number, MessageKind kind) {}

    /** Adds one; the files are stored already. */
    @Transactional
    void add(DisclosureRequest request, MessageKind kind, String text, List<StoredFile> attached) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into application.message (id, request, organ, applicant, kind, text, at)
                        values (:id, :request, :organ, :applicant, :kind, :text, :at)
                        """)
                .param("id", id)
                .param("request", request.id())
                .param("organ", request.organ().value())
                .param("applicant", request.applicant().value())
                .param("kind", kind.name())
                .param("text", text.isEmpty() ? null : cipher.seal(text, TEXT.place(id)))
                .param("at", OffsetDateTime.now(clock))
                .update();
        for (var file : attached) {
            database.sql("insert into application.message_file (message, file) values (:message, :file)")
                    .param("message", id)
                    .param("file", file.id().value())
                    .update();
        }
        log.write(AuditEntry.of("申请人来信：" + kind.chinese(), "申请", request.number())
                .concerning(request.organ().value()));
    }

    /** All about that request, oldest first. */
    List<Message> of(DisclosureRequest request) {
        return database
                .sql(
                        "select id, kind, text, at, read_at from application.message where request = :request order by at, id")
                .param("request", request.id())
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    var text = row.getString("text");
                    var read = row.getObject("read_at", OffsetDateTime.class);
                    return new Message(
                            id,
                            MessageKind.valueOf(row.getString("kind")),
                            text == null ? "" : cipher.open(text, TEXT.place(id)),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            read == null ? null : read.toInstant(),
                            List.of());
                })
                .list()
                .stream()
                .map(message -> new Message(
                        message.id(),
                        message.kind(),
                        message.text(),
                        message.at(),
                        message.readAt(),
                        attached(message.id())))
                .toList();
    }

    /** Whether that was sent or done for the request. */
    boolean has(DisclosureRequest request, MessageKind kind) {
        return database.sql("select exists (select from application.message where request = :request and kind = :kind)")
                .param("request", request.id())
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    /** What nobody has read in those organs, oldest first; null for all organs. */
    List<Unread> unread(@Nullable Collection<OrganId> organs) {
        if (organs != null && organs.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select request.number, message.kind from application.message
                        join request.request on request.id = message.request
                        where message.read_at is null and (:all or message.organ = any(:organs))
                        order by message.at limit :most
                        """)
                .param("all", organs == null)
                .param(
                        "organs",
                        organs == null
                                ? new Long[0]
                                : organs.stream().map(OrganId::value).toArray(Long[]::new))
                .param("most", MOST_UNREAD)
                .query((row, number) -> new Unread(row.getString("number"), MessageKind.valueOf(row.getString("kind"))))
                .list();
    }

    /** The number of the request that message is about. */
    Optional<String> about(UUID message) {
        return database.sql("""
                        select request.number from application.message join request.request on request.id = message.request
                        where message.id = :id
                        """).param("id", message).query(String.class).optional();
    }

    /** Marks it as read by that person. */
    @Transactional
    void read(UUID message, DisclosureRequest request, long person) {
        int marked = database.sql(
                        "update application.message set read_at = :now, read_by = :person where id = :id and read_at is null")
                .param("now", OffsetDateTime.now(clock))
                .param("person", person)
                .param("id", message)
                .update();
        if (marked > 0) {
            log.write(AuditEntry.of("申请人来信标为已读", "申请", request.number())
                    .concerning(request.organ().value()));
        }
    }

    /** What an applicant wrote and handed in goes with their data, copies of their papers above all. */
    @EventListener
    void forget(ApplicantAnonymised ended) {
        database.sql("""
                        update application.rectification set note = null
                        where message in (select id from application.message where applicant = :applicant)
                        """).param("applicant", ended.id().value()).update();
        for (var table : List.of("message", "submission", "satisfaction")) {
            var column = table.equals("submission") ? "fields" : "text";
            database.sql("update application." + table + " set " + column + " = null where applicant = :applicant")
                    .param("applicant", ended.id().value())
                    .update();
        }
        database.sql("select number from request.request where applicant = :applicant")
                .param("applicant", ended.id().value())
                .query((row, i) -> row.getString("number"))
                .list()
                .forEach(number -> List.of(FilePurpose.IDENTITY_PAPER, FilePurpose.REQUEST_ATTACHMENT)
                        .forEach(purpose ->
                                files.of(purpose, number).forEach(file -> files.erase(file.id(), "申请人个人信息保存期满"))));
    }

    private List<StoredFile> attached(UUID message) {
        return database
                .sql("select file from application.message_file where message = :message")
                .param("message", message)
                .query((row, number) -> new FileId(row.getObject("file", UUID.class)))
                .list()
                .stream()
                .flatMap(file -> files.find(file).stream())
                .toList();
    }
}
