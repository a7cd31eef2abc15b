package gongkai.platform.organ;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.Ruling.Barred;
import gongkai.platform.organ.Ruling.Done;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The disclosure offices of the organs, and who supervises their work. What is said holds from a day on. */
@Service
public class DisclosureOffices {
    private final JdbcClient database;
    private final Organs organs;
    private final AuditLog log;

    DisclosureOffices(JdbcClient database, Organs organs, AuditLog log) {
        this.database = database;
        this.organs = organs;
        this.log = log;
    }

    /** An organ's disclosure office as it is today. */
    public Optional<DisclosureOffice> of(OrganId organ) {
        return of(organ, organs.today());
    }

    /** An organ's disclosure office as it was on that day; empty when nothing is known of it. */
    public Optional<DisclosureOffice> of(OrganId organ, LocalDate on) {
        return database.sql("""
            select name, address, hours, phone, fax, email, url, postcode, channels from organ.office
            where organ = :organ and since <= :on order by since desc limit 1
            """)
                .param("organ", organ.value())
                .param("on", on)
                .query((row, number) -> office(row))
                .optional();
    }

    /** All disclosure offices as they were on that day. */
    public Map<OrganId, DisclosureOffice> all(LocalDate on) {
        var all = new HashMap<OrganId, DisclosureOffice>();
        database.sql("""
            select distinct on (organ) organ, name, address, hours, phone, fax, email, url, postcode, channels from organ.office
            where since <= :on order by organ, since desc
            """).param("on", on).query(row -> {
            all.put(new OrganId(row.getLong("organ")), office(row));
        });
        return all;
    }

    private static DisclosureOffice office(ResultSet row) throws SQLException {
        return new DisclosureOffice(
                row.getString("name"),
                row.getString("address"),
                row.getString("hours"),
                row.getString("phone"),
                row.getString("fax"),
                row.getString("email"),
                row.getString("url"),
                row.getString("postcode"),
                Arrays.stream((String[]) row.getArray("channels").getArray())
                        .map(ReceivingChannel::valueOf)
                        .collect(Collectors.toSet()));
    }

    /** The day from which what is said of an organ's office today holds: the guide's date of renewal. */
    public Optional<LocalDate> since(OrganId organ) {
        return database.sql("select max(since) from organ.office where organ = :organ and since <= :on")
                .param("organ", organ.value())
                .param("on", organs.today())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** What speaks against such an office. */
    public List<Ruling.Objection> check(DisclosureOffice office) {
        return OfficeChecks.objections(office);
    }

    /** Says what an organ's disclosure office is from that day on; what was said of that very day is replaced. */
    @Transactional
    public Ruling set(OrganId organ, DisclosureOffice office, LocalDate from) {
        var objections = OfficeChecks.objections(office);
        if (!objections.isEmpty()) {
            return new Barred(objections);
        }
        database.sql("""
            insert into organ.office (organ, since, name, address, hours, phone, fax, email, url, postcode, channels)
            values (:organ, :since, :name, :address, :hours, :phone, :fax, :email, :url, :postcode, :channels)
            on conflict (organ, since) do update set name = excluded.name, address = excluded.address, hours = excluded.hours,
                phone = excluded.phone, fax = excluded.fax, email = excluded.email, url = excluded.url,
                postcode = excluded.postcode, channels = excluded.channels
            """)
                .param("organ", organ.value())
                .param("since", from)
                .param("name", office.name())
                .param("address", office.address())
                .param("hours", office.hours())
                .param("phone", office.phone())
                .param("fax", office.fax())
                .param("email", office.email())
                .param("url", office.url())
                .param("postcode", office.postcode())
                .param(
                        "channels",
                        office.channels().stream()
                                .map(ReceivingChannel::name)
                                .sorted()
                                .toArray(String[]::new))
                .update();
        var code = organs.byId(organ).map(Organ::code).orElseThrow();
        log.write(AuditEntry.of("变更公开工作机构", "机构", code)
                .concerning(organ.value())
                .with("自" + from + "起：" + office.name()));
        return new Done(organ);
    }

    /**
     * Who supervises an organ's disclosure (政府信息公开工作主管部门, 条例第三条): who is named for it, else the government it belongs to, which does so through its
     * own office; of organs led from above, the one above.
     */
    public Optional<Organ> supervisor(OrganId id, LocalDate on) {
        var tree = organs.tree();
        var organ = tree.lastKnown(id, on);
        if (organ == null) {
            return Optional.empty();
        }
        var named = organ.supervisor();
        if (named != null) {
            return Optional.ofNullable(tree.lastKnown(named, on));
        }
        return supervisor(tree, organ, on);
    }

    private static Optional<Organ> supervisor(OrganTree tree, Organ organ, LocalDate on) {
        if (organ.kind() == OrganKind.VERTICAL_ORGAN) {
            return tree.parent(organ, on);
        }
        @Nullable Organ above = tree.parent(organ, on).orElse(null);
        while (above != null && !supervises(above.kind())) {
            above = tree.parent(above, on).orElse(null);
        }
        return Optional.ofNullable(above);
    }

    private static boolean supervises(OrganKind kind) {
        return kind == OrganKind.GOVERNMENT || kind == OrganKind.STATE_COUNCIL || kind == OrganKind.VERTICAL_ORGAN;
    }
}
