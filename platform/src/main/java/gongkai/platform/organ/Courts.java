package gongkai.platform.organ;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which court hears cases against an organ (一审管辖法院). Courts are entered, since many places give the cases of several districts to one court
 * (行政诉讼法第十八条): for an organ itself, or once for all below it; the nearest rule wins.
 */
@Service
public class Courts {
    private final JdbcClient database;
    private final Organs organs;
    private final AuditLog log;

    Courts(JdbcClient database, Organs organs, AuditLog log) {
        this.database = database;
        this.organs = organs;
        this.log = log;
    }

    /** The court for cases against that organ on that day; empty when none was entered that covers it. */
    public Optional<Court> of(OrganId id, LocalDate on) {
        var tree = organs.tree();
        var path = tree.path(id, on).reversed();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        var rules = rules(path.stream().map(Organ::id).toList(), on);
        var inherited = heardAbove(path.getFirst()) ? CourtCover.GOVERNMENTS_BELOW : CourtCover.BELOW;
        for (var organ : path) {
            var cover = organ.id().equals(id) ? CourtCover.OWN : inherited;
            var rule = rules.stream()
                    .filter(each -> each.organ().equals(organ.id()) && each.covers() == cover)
                    .findFirst();
            if (rule.isPresent()) {
                return rule;
            }
        }
        return Optional.empty();
    }

    /** The rules entered for that organ that hold on that day. */
    public List<Court> rules(OrganId organ, LocalDate on) {
        return rules(List.of(organ), on);
    }

    /** Enters a rule that holds from its day on; an empty court ends the one before. */
    @Transactional
    public void set(Court rule) {
        database.sql("""
            insert into organ.court (organ, covers, since, court, basis) values (:organ, :covers, :since, :court, :basis)
            on conflict (organ, covers, since) do update set court = excluded.court, basis = excluded.basis
            """)
                .param("organ", rule.organ().value())
                .param("covers", rule.covers().name())
                .param("since", rule.since())
                .param("court", rule.court())
                .param("basis", rule.basis())
                .update();
        var code = organs.byId(rule.organ()).map(Organ::code).orElseThrow();
        log.write(AuditEntry.of("变更管辖法院", "机构", code)
                .concerning(rule.organ().value())
                .with("自" + rule.since() + "起，" + rule.covers().chinese() + "："
                        + (rule.court().isEmpty() ? "不再指定" : rule.court())));
    }

    /** Whether an intermediate court hears cases against it (行政诉讼法第十五条). */
    private static boolean heardAbove(Organ organ) {
        return organ.kind() == OrganKind.GOVERNMENT || organ.kind() == OrganKind.STATE_DEPARTMENT;
    }

    private List<Court> rules(List<OrganId> ids, LocalDate on) {
        return database
                .sql("""
                    select distinct on (organ, covers) organ, covers, since, court, basis from organ.court
                    where organ = any(:organs) and since <= :on order by organ, covers, since desc
                    """)
                .param("organs", ids.stream().map(OrganId::value).toArray(Long[]::new))
                .param("on", on)
                .query((row, number) -> new Court(
                        new OrganId(row.getLong("organ")),
                        CourtCover.valueOf(row.getString("covers")),
                        row.getObject("since", LocalDate.class),
                        row.getString("court"),
                        row.getString("basis")))
                .list()
                .stream()
                .filter(rule -> !rule.court().isEmpty())
                .toList();
    }
}
