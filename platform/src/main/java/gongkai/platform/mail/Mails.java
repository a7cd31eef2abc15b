package gongkai.platform.mail;

import gongkai.platform.access.MailAddress;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.files.FileId;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.FieldCipher.Place;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.organ.OrganId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The outbox. What is put in is sent once the transaction is committed, tried again when the server does not take it, and given up in the end. */
@Service
public class Mails {
    /** The sealed columns, for the rotation of keys. */
    public static final List<SealedColumn> COLUMNS =
            List.of(new SealedColumn("mail.outbox", "id", "bigint", "message", null));

    private final JdbcClient database;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final MailSettings settings;
    private final WhoActs whoActs;
    private final AuditLog log;
    private final Clock clock;

    Mails(
            JdbcClient database,
            FieldCipher cipher,
            JsonMapper json,
            MailSettings settings,
            WhoActs whoActs,
            AuditLog log,
            Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.json = json;
        this.settings = settings;
        this.whoActs = whoActs;
        this.log = log;
        this.clock = clock;
    }

    /** How far a mail is. */
    public enum State {
        WAITING("等待发送"),
        SENT("已发送"),
        DEAD("发送失败");

        private final String chinese;

        State(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * What became of a mail.
     *
     * @param problem why it was not taken at the last attempt, empty if nothing went wrong
     */
    public record Fate(
            long id,
            State state,
            int attempts,
            String problem,
            @Nullable OffsetDateTime sentAt) {}

    /** Whether mail is sent at all. */
    public boolean enabled() {
        return settings.enabled();
    }

    /** Whether that can be the address of a mail box. */
    public static boolean isAddress(String text) {
        return MailAddress.wellFormed(text);
    }

    /**
     * Puts a mail into the outbox. Personal data of others than the addressee do not belong into it, nor identity papers among its
     * attachments.
     *
     * @param about what it is about, for the log and the screens, for example the number of a request; no personal data
     * @return its number
     * @throws IllegalArgumentException if {@code to} is no address
     */
    @Transactional
    public long send(
            @Nullable OrganId organ, String to, String subject, String text, List<FileId> attachments, String about) {
        if (!isAddress(to)) {
            throw new IllegalArgumentException("not an address of a mail box");
        }
        long id = database.sql("select nextval(pg_get_serial_sequence('mail.outbox', 'id'))")
                .query(Long.class)
                .single();
        var message = new Message(
                to, subject, text, attachments.stream().map(FileId::toString).toList());
        database.sql("""
                        insert into mail.outbox (id, message, about, organ, state, next_at, added_at, added_by)
                        overriding system value
                        values (:id, :message, :about, :organ, 'WAITING', :now, :now, :person)
                        """)
                .param("id", id)
                .param("message", cipher.seal(json.writeValueAsString(message), place(id)))
                .param("about", about)
                .param("organ", organ == null ? null : organ.value())
                .param("now", utc(clock.instant()))
                .param("person", whoActs.now().person())
                .update();
        var entry = AuditEntry.of("发送电子邮件", "邮件", String.valueOf(id)).with(about);
        log.write(organ == null ? entry : entry.concerning(organ.value()));
        return id;
    }

    /** What became of that mail. */
    public Optional<Fate> fate(long id) {
        return database.sql("""
                        select id, state, attempts, coalesce(problem, '') as problem, sent_at from mail.outbox where id = :id
                        """).param("id", id).query(Fate.class).optional();
    }

    /** The newest mail of these organs that was not sent. */
    List<MailListPage.Line> unsent(Collection<OrganId> organs) {
        return database.sql("""
                        select id, about, state, attempts, coalesce(problem, '') as problem, added_at from mail.outbox
                        where organ = any(:organs) and state <> 'SENT' order by id desc limit 200
                        """)
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query((row, number) -> new MailListPage.Line(
                        row.getLong("id"),
                        row.getString("about"),
                        State.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        row.getString("problem"),
                        row.getObject("added_at", OffsetDateTime.class)))
                .list();
    }

    /** Whose mail that is. */
    Optional<Long> organ(long id) {
        return database.sql("select organ from mail.outbox where id = :id and organ is not null")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** Tries a mail that was given up once more from the beginning. */
    @Transactional
    public void again(long id) {
        int changed = database.sql("""
                        update mail.outbox set state = 'WAITING', attempts = 0, next_at = :now where id = :id and state = 'DEAD' and message is not null
                        """)
                .param("id", id)
                .param("now", utc(clock.instant()))
                .update();
        if (changed == 1) {
            log.write(AuditEntry.of("重新发送电子邮件", "邮件", String.valueOf(id)));
        }
    }

    /** Mail that is due, held against other nodes for as long as the transaction lasts. */
    Optional<Due> due() {
        return database.sql("""
                        select id, message, about, organ, attempts from mail.outbox where state = 'WAITING' and next_at <= :now
                        order by next_at limit 1 for update skip locked
                        """)
                .param("now", utc(clock.instant()))
                .query((row, number) -> new Due(
                        row.getLong("id"),
                        json.readValue(cipher.open(row.getString("message"), place(row.getLong("id"))), Message.class),
                        row.getString("about"),
                        row.getObject("organ", Long.class),
                        row.getInt("attempts")))
                .optional();
    }

    record Due(
            long id,
            Message message,
            String about,
            @Nullable Long organ,
            int attempts) {}

    void sent(Due mail) {
        database.sql("""
                        update mail.outbox set state = 'SENT', attempts = attempts + 1, problem = null, sent_at = :now where id = :id
                        """)
                .param("now", utc(clock.instant()))
                .param("id", mail.id())
                .update();
        write("电子邮件已发出", mail, "");
    }

    /** Not taken: tried again later, after twice the time each time, or given up. */
    void failed(Due mail, String problem, boolean forGood) {
        int attempts = mail.attempts() + 1;
        boolean dead = forGood || attempts >= settings.attempts();
        long delay = (long) settings.firstDelaySeconds() << Math.min(attempts - 1, 12);
        database.sql("""
                        update mail.outbox set state = :state, attempts = :attempts, problem = :problem, next_at = :next where id = :id
                        """)
                .param("state", dead ? "DEAD" : "WAITING")
                .param("attempts", attempts)
                .param("problem", problem)
                .param("next", utc(clock.instant().plusSeconds(delay)))
                .param("id", mail.id())
                .update();
        if (dead) {
            write("电子邮件发送失败", mail, "，试过 " + attempts + " 次：" + problem);
        }
    }

    /** Forgets to whom a mail went and what it said. One that still waits is not sent any more. */
    @Transactional
    public void forget(long id) {
        database.sql("""
                        update mail.outbox set message = null, state = case state when 'WAITING' then 'DEAD' else state end where id = :id
                        """).param("id", id).update();
    }

    private void write(String action, Due mail, String detail) {
        var entry = AuditEntry.of(action, "邮件", String.valueOf(mail.id())).with(mail.about() + detail);
        log.write(mail.organ() == null ? entry : entry.concerning(mail.organ()));
    }

    private static Place place(long id) {
        return COLUMNS.getFirst().place(id);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
