package gongkai.platform.letter;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.files.FileId;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.DeliveryMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** How letters reached whom they were for. Steps are taken by whoever calls. */
@Repository
public class Deliveries {
    /** The sealed columns, for the rotation of keys. */
    public static final List<SealedColumn> COLUMNS =
            List.of(new SealedColumn("letter.delivery", "id", "uuid", "people", null));

    private final JdbcClient database;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final WhoActs whoActs;
    private final AuditLog log;
    private final Clock clock;

    Deliveries(JdbcClient database, FieldCipher cipher, JsonMapper json, WhoActs whoActs, AuditLog log, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.json = json;
        this.whoActs = whoActs;
        this.log = log;
        this.clock = clock;
    }

    /** Enters that something was sent, or handed over at once if {@link Delivery#deliveredOn} is known. */
    @Transactional
    Delivery send(DisclosureRequest request, Delivery delivery) {
        database.sql("""
                        insert into letter.delivery (id, request, organ, letter, method, sent_on, mail_no, remedy_url, mail, delivered_on,
                            people, proof, recorded_at, recorded_by)
                        values (:id, :request, :organ, :letter, :method, :sentOn, :mailNo, :url, :mail, :deliveredOn,
                            :people, :proof, :now, :person)
                        """)
                .param("id", delivery.id())
                .param("request", request.id())
                .param("organ", request.organ().value())
                .param("letter", delivery.letter())
                .param("method", delivery.method().name())
                .param("sentOn", delivery.sentOn())
                .param("mailNo", delivery.mailNo())
                .param("url", delivery.remedyUrl())
                .param("mail", delivery.mail())
                .param("deliveredOn", delivery.deliveredOn())
                .param("people", sealed(delivery))
                .param(
                        "proof",
                        delivery.proof() == null ? null : delivery.proof().value())
                .param("now", OffsetDateTime.now(clock))
                .param("person", whoActs.now().person())
                .update();
        log.write(AuditEntry.of("登记送达", "申请", request.number())
                .concerning(request.organ().value())
                .with(delivery.method().label() + "，" + delivery.sentOn()));
        return delivery;
    }

    /** Enters that it arrived. */
    @Transactional
    void arrived(DisclosureRequest request, Delivery delivery) {
        database.sql("""
                        update letter.delivery set delivered_on = :on, people = :people, proof = coalesce(:proof, proof) where id = :id
                        """)
                .param("on", delivery.deliveredOn())
                .param("people", sealed(delivery))
                .param(
                        "proof",
                        delivery.proof() == null ? null : delivery.proof().value())
                .param("id", delivery.id())
                .update();
        log.write(AuditEntry.of("登记送达日期", "申请", request.number())
                .concerning(request.organ().value())
                .with(String.valueOf(delivery.deliveredOn())));
    }

    /** All of a request, oldest first. */
    List<Delivery> of(DisclosureRequest request) {
        return database.sql(
                        "select * from letter.delivery where request = :request and undone_at is null order by recorded_at")
                .param("request", request.id())
                .query((row, number) -> delivery(row))
                .list();
    }

    /** The last of a letter. */
    Optional<Delivery> of(Letter letter) {
        return database.sql("""
                        select * from letter.delivery where letter = :letter and undone_at is null order by recorded_at desc limit 1
                        """)
                .param("letter", letter.id())
                .query((row, number) -> delivery(row))
                .optional();
    }

    /** How far the delivery of a letter is, to be compared with what a page showed. */
    String standing(Letter letter) {
        return of(letter)
                .map(last -> last.id() + (last.deliveredOn() == null ? " sent" : " arrived"))
                .orElse("");
    }

    /** The step was taken back that said the answer had arrived, or with {@code sent} that it was sent. */
    @Transactional
    void takeBack(DisclosureRequest request, boolean sent) {
        database.sql("""
                        update letter.delivery set delivered_on = null, undone_at = case when :sent then :now end
                        where id = (select d.id from letter.delivery d left join letter.letter l on l.id = d.letter
                                    where d.request = :request and d.undone_at is null and (l.id is null or l.decision is not null)
                                    order by d.recorded_at desc limit 1)
                        """)
                .param("sent", sent)
                .param("now", OffsetDateTime.now(clock))
                .param("request", request.id())
                .update();
    }

    /** The step was taken back that said a consultation or the notice of a fee had arrived that day. */
    @Transactional
    void takeBackArrival(DisclosureRequest request, LocalDate on) {
        database.sql("""
                        update letter.delivery set delivered_on = null
                        where id = (select d.id from letter.delivery d join letter.letter l on l.id = d.letter
                                    where d.request = :request and d.undone_at is null and l.decision is null and d.delivered_on = :on
                                    order by d.recorded_at desc limit 1)
                        """).param("request", request.id()).param("on", on).update();
    }

    /** Forgets who received the letters to an applicant, and where. @return the numbers of the mail that was sent to them */
    @Transactional
    List<Long> forget(UUID applicant) {
        return database
                .sql("""
                        update letter.delivery set people = null
                        where request in (select id from request.request where applicant = :applicant) returning mail
                        """)
                .param("applicant", applicant)
                .query((row, number) -> row.getObject("mail", Long.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var people = row.getString("people");
        var proof = row.getObject("proof", UUID.class);
        return new Delivery(
                id,
                row.getObject("letter", UUID.class),
                DeliveryMethod.valueOf(row.getString("method")),
                row.getObject("sent_on", LocalDate.class),
                row.getString("mail_no"),
                row.getString("remedy_url"),
                row.getObject("mail", Long.class),
                row.getObject("delivered_on", LocalDate.class),
                people == null
                        ? Delivery.People.NOBODY
                        : json.readValue(cipher.open(people, COLUMNS.getFirst().place(id)), Delivery.People.class),
                proof == null ? null : new FileId(proof));
    }

    private String sealed(Delivery delivery) {
        return cipher.seal(
                json.writeValueAsString(delivery.people()), COLUMNS.getFirst().place(delivery.id()));
    }
}
