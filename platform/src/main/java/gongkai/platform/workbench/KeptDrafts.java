package gongkai.platform.workbench;

import gongkai.platform.access.Access;
import gongkai.platform.access.Actor;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.FieldCipher.Place;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.web.Drafts;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts in the database, encrypted, for what is typed may be about applicants. */
@Service
public class KeptDrafts implements Drafts {
    /** The column of sealed drafts. */
    public static final SealedColumn COLUMN = new SealedColumn("workbench.draft", "id", "uuid", "fields", null);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST = 50;
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final JdbcClient database;
    private final Access access;
    private final AuditLog log;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final Clock clock;

    KeptDrafts(JdbcClient database, Access access, AuditLog log, FieldCipher cipher, JsonMapper json, Clock clock) {
        this.database = database;
        this.access = access;
        this.log = log;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<Draft> of(String page) {
        return access.actor()
                .flatMap(actor -> database.sql("""
                        select id, fields, saved_at from workbench.draft
                        where person = :person and organ = :organ and page = :page and saved_at > :after
                        """)
                        .param("person", actor.person())
                        .param("organ", organ(actor))
                        .param("page", page)
                        .param("after", OffsetDateTime.now(clock).minus(KEPT))
                        .query((row, number) -> new Draft(
                                json.readValue(
                                        cipher.open(row.getString("fields"), place(row.getString("id"))), FIELDS),
                                row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                        .optional());
    }

    @Override
    @Transactional
    public void save(String page, Map<String, List<String>> fields, boolean asked) {
        var actor = access.required();
        var id = UUID.randomUUID();
        boolean first = database.sql("""
                        insert into workbench.draft (id, person, organ, page, fields, saved_at)
                        values (:id, :person, :organ, :page, :fields, :at)
                        on conflict (person, organ, page) do update
                        set id = excluded.id, fields = excluded.fields, saved_at = excluded.saved_at
                        returning xmax = 0
                        """)
                .param("id", id)
                .param("person", actor.person())
                .param("organ", organ(actor))
                .param("page", page)
                .param("fields", cipher.seal(json.writeValueAsString(fields), place(id.toString())))
                .param("at", OffsetDateTime.now(clock))
                .query(Boolean.class)
                .single();
        if (first) {
            removeOld(actor);
        }
        // Saved again and again while somebody types: the log tells when a draft begins and when its author saved it.
        if (first || asked) {
            log.write(AuditEntry.of("保存草稿", "表单", address(page)));
        }
    }

    @Override
    @Transactional
    public void remove(String page) {
        access.actor().ifPresent(actor -> {
            int removed = database.sql("""
                            delete from workbench.draft where person = :person and organ = :organ and page = :page
                            """)
                    .param("person", actor.person())
                    .param("organ", organ(actor))
                    .param("page", page)
                    .update();
            if (removed > 0) {
                log.write(AuditEntry.of("清除草稿", "表单", address(page)));
            }
        });
    }

    private void removeOld(Actor actor) {
        database.sql("""
                        delete from workbench.draft where saved_at <= :before or id in (
                            select id from workbench.draft where person = :person order by saved_at desc offset :most)
                        """)
                .param("before", OffsetDateTime.now(clock).minus(KEPT))
                .param("person", actor.person())
                .param("most", MOST)
                .update();
    }

    /** What is said of the page in the log: its query may hold what somebody typed. */
    private static String address(String page) {
        int query = page.indexOf('?');
        return query < 0 ? page : page.substring(0, query);
    }

    private static long organ(Actor actor) {
        var organ = actor.organ();
        return organ == null ? 0 : organ.value();
    }

    private static Place place(String id) {
        return COLUMN.place(id);
    }
}
