package gongkai.platform.review;

import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.FieldCipher.Place;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.Requests;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Old registers between their preview and their import, and which of their rows were taken in. */
@Service
public class OldRegisters {
    /** Sealed, for the rotation of keys. */
    public static final SealedColumn COLUMN = new SealedColumn("review.upload", "id", "uuid", "content", null);

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final FieldCipher cipher;
    private final Requests requests;
    private final Clock clock;

    OldRegisters(JdbcClient database, FieldCipher cipher, Requests requests, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.requests = requests;
        this.clock = clock;
    }

    record Upload(UUID id, OrganId organ, String name, byte[] content) {}

    @Transactional
    UUID keep(long person, OrganId organ, String name, byte[] content) {
        var now = OffsetDateTime.now(clock);
        database.sql("delete from review.upload where at < :oldest")
                .param("oldest", now.minus(KEPT))
                .update();
        var id = UUID.randomUUID();
        database.sql("""
                        insert into review.upload (id, person, organ, at, name, content)
                        values (:id, :person, :organ, :at, :name, :content)
                        """)
                .param("id", id)
                .param("person", person)
                .param("organ", organ.value())
                .param("at", now)
                .param("name", name)
                .param("content", cipher.sealBytes(content, place(id)))
                .update();
        return id;
    }

    Optional<Upload> find(long person, UUID id) {
        return database.sql("select organ, name, content from review.upload where id = :id and person = :person")
                .param("id", id)
                .param("person", person)
                .query((row, number) -> new Upload(
                        id,
                        new OrganId(row.getLong("organ")),
                        row.getString("name"),
                        cipher.openBytes(row.getString("content"), place(id))))
                .optional();
    }

    void drop(UUID id) {
        database.sql("delete from review.upload where id = :id").param("id", id).update();
    }

    /** The rows as cases, each judged as the import will judge it. */
    List<OldCase> cases(OrganId organ, OldRegister register) {
        var procedure = requests.procedure(organ);
        var today = requests.today();
        var taken = taken(
                organ,
                register.rows().stream()
                        .map(row -> row.cell(OldRegister.OLD_NUMBER))
                        .toList());
        var seen = new HashSet<String>();
        var cases = new ArrayList<OldCase>();
        for (var row : register.rows()) {
            var one = OldCase.of(row, organ, procedure, today);
            var number = row.cell(OldRegister.OLD_NUMBER);
            if (taken.contains(number)) {
                one = new OldCase(row, null, List.of(), List.of(new OldCase.Flaw(OldRegister.OLD_NUMBER, "这个编号已经导入过")));
            } else if (!number.isEmpty() && !seen.add(number)) {
                one = new OldCase(
                        row, null, List.of(), List.of(new OldCase.Flaw(OldRegister.OLD_NUMBER, "这个编号在文件里出现了两次")));
            }
            cases.add(one);
        }
        return cases;
    }

    boolean taken(OrganId organ, String oldNumber) {
        return taken(organ, List.of(oldNumber)).contains(oldNumber);
    }

    void took(OrganId organ, String oldNumber, long request) {
        database.sql(
                        "insert into review.imported (organ, old_number, request, at) values (:organ, :old, :request, :now)")
                .param("organ", organ.value())
                .param("old", oldNumber)
                .param("request", request)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private HashSet<String> taken(OrganId organ, List<String> numbers) {
        return numbers.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(database.sql(
                                "select old_number from review.imported where organ = :organ and old_number in (:numbers)")
                        .param("organ", organ.value())
                        .param("numbers", numbers)
                        .query(String.class)
                        .list());
    }

    private static Place place(UUID id) {
        return new Place("review.upload.content", id.toString());
    }
}
