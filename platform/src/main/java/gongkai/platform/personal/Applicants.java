package gongkai.platform.personal;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.Keys;
import gongkai.platform.organ.OrganId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applicants of all organs. */
@Service
public class Applicants {
    private static final int SHORTEST_REASON = 2;

    private final JdbcClient database;
    private final ApplicantRows rows;
    private final Keys keys;
    private final Access access;
    private final Policy policy;
    private final AuditLog log;
    private final Clock clock;
    private final PersonalSettings settings;
    private final ApplicationEventPublisher events;

    Applicants(
            JdbcClient database,
            Keys keys,
            Access access,
            Policy policy,
            AuditLog log,
            Clock clock,
            PersonalSettings settings,
            ApplicationEventPublisher events) {
        this.database = database;
        this.rows = new ApplicantRows(new FieldCipher(keys), keys);
        this.keys = keys;
        this.access = access;
        this.policy = policy;
        this.log = log;
        this.clock = clock;
        this.settings = settings;
        this.events = events;
    }

    /** Stores an applicant of that organ. The caller has decided that whoever acts may, and logs what it is part of. */
    public ApplicantId add(OrganId organ, Applicant applicant) {
        return rows.add(organ, applicant, clock.instant(), database);
    }

    /** The applicant, masked. */
    public MaskedApplicant masked(ApplicantId id) {
        var found = masked(List.of(id)).get(id);
        if (found == null) {
            throw new NoSuchElementException("no applicant " + id.value());
        }
        return found;
    }

    /** Several, masked, for a list; those that are not there are left out. */
    public Map<ApplicantId, MaskedApplicant> masked(Collection<ApplicantId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database
                        .sql("select * from personal.applicant where id in (:ids)")
                        .param("ids", ids.stream().map(ApplicantId::value).toList())
                        .query((row, number) -> rows.masked(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(MaskedApplicant::id, applicant -> applicant));
    }

    /** Those applicants of the organ whose name, number, telephone or mail address is exactly that, newest first. */
    public List<ApplicantId> find(OrganId organ, PersonalField field, String value) {
        var indexes = field.indexes(keys, value);
        return indexes.isEmpty()
                ? List.of()
                : database.sql("select id from personal.applicant where organ = :organ and " + indexColumn(field)
                                + " in (:indexes) order by id desc limit 1000")
                        .param("organ", organ.value())
                        .param("indexes", indexes)
                        .query((row, number) -> new ApplicantId(row.getObject("id", UUID.class)))
                        .list();
    }

    /** Whether those are one and the same applicant, as far as names and numbers of papers tell: told by the keyed hashes, nothing is opened. */
    public boolean samePerson(Collection<ApplicantId> ids) {
        return database.sql("""
                        select count(distinct name_index) = 1 and count(name_index) = count(*) and count(distinct id_number_index) <= 1
                        from personal.applicant where id in (:ids)
                        """)
                .param("ids", ids.stream().map(ApplicantId::value).toList())
                .query(Boolean.class)
                .single();
    }

    /**
     * An applicant who is, or may be, the same.
     *
     * @param sure whether the number of the paper is the same or, where one of them has none, name and telephone or mail address are
     */
    public record Alike(ApplicantId id, OrganId organ, boolean sure) {}

    /** Those in these organs who are or may be the same as that applicant, itself among them: told by the keyed hashes, nothing is opened. */
    public List<Alike> alike(ApplicantId id, Collection<OrganId> organs) {
        return organs.isEmpty()
                ? List.of()
                : database.sql("""
                        with me as (select * from personal.applicant where id = :id),
                        found as (
                            select other.* from me join personal.applicant other on other.id = me.id
                            union select other.* from me join personal.applicant other on other.id_number_index = me.id_number_index
                            union select other.* from me join personal.applicant other on other.name_index = me.name_index
                        )
                        select found.id, found.organ,
                               found.id = me.id or coalesce(found.id_number_index = me.id_number_index,
                                   found.phone_index = me.phone_index or found.email_index = me.email_index, false) as sure
                        from found cross join me where found.organ in (:organs) order by found.id
                        """)
                        .param("id", id.value())
                        .param("organs", organs.stream().map(OrganId::value).toList())
                        .query((row, number) -> new Alike(
                                new ApplicantId(row.getObject("id", UUID.class)),
                                new OrganId(row.getLong("organ")),
                                row.getBoolean("sure")))
                        .list();
    }

    /**
     * The applicant in the clear, for a reason that is logged.
     *
     * @throws gongkai.platform.access.NotAllowedException if whoever is signed in has no right to see personal data of that organ
     * @throws ReasonMissingException if no reason is given
     */
    @Transactional
    public Applicant reveal(ApplicantId id, String reason) {
        var organ = organ(id);
        policy.require(access.required(), Action.SEE_PERSONAL_DATA, organ);
        if (reason.strip().length() < SHORTEST_REASON) {
            throw new ReasonMissingException();
        }
        log.write(AuditEntry.of("查看个人信息", "申请人", id.value().toString())
                .concerning(organ.value())
                .with("理由：" + reason.strip()));
        return clear(id);
    }

    /**
     * Measures the applicant's name, for example how many of its characters cannot be printed. Nothing of the name itself is told.
     *
     * @return 0 once the name was erased
     */
    public int measureName(ApplicantId id, ToIntFunction<String> measure) {
        return masked(id).anonymised() ? 0 : measure.applyAsInt(clear(id).name());
    }

    /**
     * The applicant in the clear for a letter or another act of the platform itself, logged with its purpose.
     *
     * @param purpose what for, for example 生成告知书
     */
    @Transactional
    public Applicant use(ApplicantId id, String purpose) {
        log.write(AuditEntry.of("使用个人信息", "申请人", id.value().toString())
                .concerning(organ(id).value())
                .with("用途：" + purpose));
        return clear(id);
    }

    /** The request was closed: the term begins to run. */
    @Transactional
    public void closed(ApplicantId id, LocalDate on) {
        keepUntil(id, on.plusYears(settings.keepYears()));
    }

    /** Keeps the data until the end of that day; null as long as the request, or a case about it, is open. */
    @Transactional
    public void keepUntil(ApplicantId id, @Nullable LocalDate day) {
        database.sql("update personal.applicant set keep_until = :day where id = :id and anonymised_at is null")
                .param("day", day)
                .param("id", id.value())
                .update();
    }

    /** Erases what is kept of applicants whose term has ended, at most so many. @return how many were erased */
    @Transactional
    public int anonymiseEnded(int most) {
        var ended = database.sql("""
                        update personal.applicant
                        set name = null, name_index = null, id_number = null, id_number_index = null, phone = null, phone_index = null,
                            email = null, email_index = null, address = null, anonymised_at = :now
                        where id in (
                            select id from personal.applicant
                            where keep_until < :today and anonymised_at is null
                            order by keep_until limit :most for update skip locked)
                        returning id, organ
                        """)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("today", LocalDate.now(clock))
                .param("most", most)
                .query((row, number) ->
                        Map.entry(new ApplicantId(row.getObject("id", UUID.class)), row.getLong("organ")))
                .list();
        for (var applicant : ended) {
            log.write(
                    AuditEntry.of("到期清除个人信息", "申请人", applicant.getKey().value().toString())
                            .concerning(applicant.getValue()));
            events.publishEvent(new ApplicantAnonymised(applicant.getKey()));
        }
        return ended.size();
    }

    private OrganId organ(ApplicantId id) {
        return database.sql("select organ from personal.applicant where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .map(OrganId::new)
                .orElseThrow(() -> new NoSuchElementException("no applicant " + id.value()));
    }

    private Applicant clear(ApplicantId id) {
        return database.sql("select * from personal.applicant where id = :id")
                .param("id", id.value())
                .query((row, number) -> rows.clear(row))
                .single();
    }

    private static String indexColumn(PersonalField field) {
        return switch (field) {
            case NAME, ORGANISATION_NAME -> "name_index";
            case ID_NUMBER -> "id_number_index";
            case PHONE -> "phone_index";
            case EMAIL -> "email_index";
            case ADDRESS -> throw new IllegalArgumentException("addresses are not looked for");
        };
    }
}
