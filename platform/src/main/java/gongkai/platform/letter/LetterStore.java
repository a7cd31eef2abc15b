package gongkai.platform.letter;

import gongkai.platform.audit.WhoActs;
import gongkai.platform.database.ManyRows;
import gongkai.platform.files.FileId;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.FieldCipher.Place;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.LetterKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Letters in the database. What they say is sealed, for it names applicants and third parties. */
@Repository
public class LetterStore {
    /** The sealed columns, for the rotation of keys. */
    public static final List<SealedColumn> COLUMNS =
            List.of(new SealedColumn("letter.letter", "id", "uuid", "content", null));

    private static final String SELECT = """
            select l.*, r.number as request_number, p.name as signer
            from letter.letter l join request.request r on r.id = l.request left join access.person p on p.id = l.signed_by
            """;

    private final JdbcClient database;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final WhoActs whoActs;

    LetterStore(JdbcClient database, FieldCipher cipher, JsonMapper json, WhoActs whoActs) {
        this.database = database;
        this.cipher = cipher;
        this.json = json;
        this.whoActs = whoActs;
    }

    /** Stores a draft made by whoever acts in this thread. @return its number */
    UUID add(
            long request,
            OrganId organ,
            LetterKind kind,
            int step,
            @Nullable DecisionType decision,
            LetterContent content,
            @Nullable UUID replaces,
            Instant now) {
        var id = UUID.randomUUID();
        var person = whoActs.now().person();
        ManyRows.into("letter.letter", List.of(id))
                .column("id", "uuid", row -> row)
                .column("request", "bigint", row -> request)
                .column("organ", "bigint", row -> organ.value())
                .column("kind", "text", row -> kind.name())
                .column("step", "int", row -> step)
                .column("decision", "text", row -> decision == null ? null : decision.name())
                .column("state", "text", row -> Letter.State.DRAFT.name())
                .column("content", "text", row -> sealed(row, content))
                .column("made_at", "timestamptz", row -> utc(now))
                .column("made_by", "bigint", row -> person)
                .column("replaces", "uuid", row -> replaces)
                .insert(database);
        return id;
    }

    Optional<Letter> byId(UUID id) {
        return database.sql(SELECT + " where l.id = :id")
                .param("id", id)
                .query((row, number) -> letter(row))
                .optional();
    }

    /** The letter, held against others until the transaction ends. */
    Optional<Letter> lock(UUID id) {
        return database.sql(SELECT + " where l.id = :id for update of l")
                .param("id", id)
                .query((row, number) -> letter(row))
                .optional();
    }

    List<Letter> of(long request) {
        return database.sql(SELECT + " where l.request = :request order by l.made_at, l.id")
                .param("request", request)
                .query((row, number) -> letter(row))
                .list();
    }

    void write(UUID id, LetterContent content) {
        database.sql("update letter.letter set content = :content, changes = changes + 1 where id = :id")
                .param("content", sealed(id, content))
                .param("id", id)
                .update();
    }

    void sign(
            Letter letter,
            LetterContent content,
            int year,
            int number,
            String docNo,
            @Nullable Long template,
            LocalDate on,
            Instant now) {
        database.sql("""
                        update letter.letter
                        set state = 'SIGNED', content = :content, changes = changes + 1, series = :series, year = :year, number = :number,
                            doc_no = :docNo, template = :template, signed_at = :now, signed_by = :person, signed_on = :on
                        where id = :id
                        """)
                .param("content", sealed(letter.id(), content))
                .param("series", Series.of(letter.kind()))
                .param("year", year)
                .param("number", number)
                .param("docNo", docNo)
                .param("template", template)
                .param("now", utc(now))
                .param("person", whoActs.now().person())
                .param("on", on)
                .param("id", letter.id())
                .update();
    }

    void annul(UUID id, String reason) {
        database.sql(
                        "update letter.letter set state = 'VOID', void_reason = :reason, changes = changes + 1 where id = :id")
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** The next number of a series. Its row stays held until the transaction ends, so a number that is not used is given again. */
    int next(OrganId organ, String series, int year) {
        return database.sql("""
                        insert into letter.counter (organ, series, year, last) values (:organ, :series, :year, 1)
                        on conflict (organ, series, year) do update set last = counter.last + 1
                        returning last
                        """)
                .param("organ", organ.value())
                .param("series", series)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void printed(UUID id, FileId docx, FileId pdf, FileId ofd) {
        database.sql("update letter.letter set docx = :docx, pdf = :pdf, ofd = :ofd where id = :id")
                .param("docx", docx.value())
                .param("pdf", pdf.value())
                .param("ofd", ofd.value())
                .param("id", id)
                .update();
    }

    /** Letters that are signed and not printed yet, the oldest first. */
    List<UUID> unprinted(int most) {
        return database.sql("""
                        select id from letter.letter where number is not null and pdf is null and content is not null
                        order by signed_at limit :most
                        """)
                .param("most", most)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Forgets what the letters to an applicant said; their files are kept with the archive of the case. */
    void forget(UUID applicant) {
        database.sql("""
                        update letter.letter set content = null
                        where request in (select id from request.request where applicant = :applicant)
                        """).param("applicant", applicant).update();
    }

    private Letter letter(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var decision = row.getString("decision");
        var reason = row.getString("void_reason");
        return new Letter(
                id,
                row.getLong("request"),
                row.getString("request_number"),
                new OrganId(row.getLong("organ")),
                LetterKind.valueOf(row.getString("kind")),
                row.getInt("step"),
                decision == null ? null : DecisionType.valueOf(decision),
                Letter.State.valueOf(row.getString("state")),
                content(id, row.getString("content")),
                row.getInt("changes"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("made_by", Long.class),
                row.getString("doc_no"),
                row.getObject("template", Long.class),
                row.getObject("signed_on", LocalDate.class),
                row.getString("signer"),
                row.getObject("replaces", UUID.class),
                reason == null ? "" : reason,
                file(row, "docx"),
                file(row, "pdf"),
                file(row, "ofd"));
    }

    /** What a letter says, from what is stored of it. */
    LetterContent content(UUID id, @Nullable String sealed) {
        return sealed == null
                ? LetterContent.ERASED
                : json.readValue(cipher.open(sealed, place(id)), LetterContent.class);
    }

    private static @Nullable FileId file(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new FileId(id);
    }

    private String sealed(UUID id, LetterContent content) {
        return cipher.seal(json.writeValueAsString(content), place(id));
    }

    private static Place place(UUID id) {
        return COLUMNS.getFirst().place(id);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
