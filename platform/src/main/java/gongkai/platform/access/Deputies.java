package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deputising while somebody is away (代理). What a deputy may do is what the absent person may do at that moment, in those roles; who
 * deputises cannot hand it on.
 */
@Service
class Deputies {
    private static final int LONGEST_DAYS = 366;

    private final JdbcClient database;
    private final AuditLog log;
    private final Rights rights;
    private final Clock clock;

    Deputies(JdbcClient database, AuditLog log, Rights rights, Clock clock) {
        this.database = database;
        this.log = log;
        this.rights = rights;
        this.clock = clock;
    }

    /** Somebody cannot be a deputy like that; the message is Chinese and names the field. */
    static final class NotPossibleException extends Exception {
        private static final long serialVersionUID = 1;
        private final String field;

        NotPossibleException(String field, String message) {
            super(message);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /** From the first to the last day the deputy holds those roles of the absent person. */
    @Transactional(rollbackFor = NotPossibleException.class)
    void appoint(Actor absent, String deputyLogin, Set<Role> roles, LocalDate first, LocalDate last)
            throws NotPossibleException {
        var own = absent.grants().stream()
                .filter(grant -> grant.insteadOf() == null)
                .toList();
        if (roles.isEmpty()
                || !own.stream().map(Actor.Grant::role).toList().containsAll(roles)
                || roles.stream().anyMatch(Role::isAdministrator)) {
            throw new NotPossibleException("roles", "请选择您自己担任的角色；管理员不能由人代理");
        }
        var today = LocalDate.now(clock);
        if (last.isBefore(first) || last.isBefore(today)) {
            throw new NotPossibleException("last", "结束日期不能早于开始日期和今天");
        }
        if (last.isAfter(first.plusDays(LONGEST_DAYS))) {
            throw new NotPossibleException("last", "一次代理最长 " + LONGEST_DAYS + " 天");
        }
        var deputy = database.sql("select id from access.person where login = :login and post = 'STAFF'")
                .param("login", Login.normal(deputyLogin))
                .query(Long.class)
                .optional()
                .flatMap(rights::of)
                .filter(other -> other.person() != absent.person())
                .filter(other -> other.grants().stream()
                        .filter(grant -> grant.insteadOf() == null)
                        .map(Actor.Grant::organ)
                        .filter(Objects::nonNull)
                        .anyMatch(absent.organs()::contains))
                .orElseThrow(() -> new NotPossibleException("deputy", "没有这样的同事：代理人须在您的单位有角色，且不是您本人或管理员"));
        for (var role : roles) {
            database.sql("""
                            insert into access.deputising (absent, deputy, role, first_day, last_day, created_by, created_at)
                            values (:absent, :deputy, :role, :first, :last, :absent, :now)
                            """)
                    .param("absent", absent.person())
                    .param("deputy", deputy.person())
                    .param("role", role.name())
                    .param("first", first)
                    .param("last", last)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            log.write(AuditEntry.of("设置代理", "账号", deputy.login())
                    .with("代%s：%s，%s 至 %s".formatted(absent.login(), role.chinese(), first, last)));
        }
        rights.changed();
    }

    /** Ends a deputising of that absent person. */
    @Transactional
    void end(Actor absent, long id) {
        int ended = database.sql("""
                        update access.deputising set ended_at = :now where id = :id and absent = :absent and ended_at is null
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .param("absent", absent.person())
                .update();
        if (ended == 1) {
            log.write(AuditEntry.of("结束代理", "账号", absent.login()).with(String.valueOf(id)));
            rights.changed();
        }
    }

    /** Who deputises for that person, newest first. */
    List<MePages.DeputyLine> forPerson(long absent) {
        return lines("absent", "deputy", absent);
    }

    /** For whom that person deputises, newest first. */
    List<MePages.DeputyLine> by(long deputy) {
        return lines("deputy", "absent", deputy);
    }

    private List<MePages.DeputyLine> lines(String mine, String other, long person) {
        var today = LocalDate.now(clock);
        return database.sql("""
                        select d.id, p.name || '（' || p.login || '）' as other, d.role, d.first_day, d.last_day, d.ended_at is not null as ended
                        from access.deputising d join access.person p on p.id = d.%s
                        where d.%s = :person order by d.id desc limit 50
                        """.formatted(other, mine))
                .param("person", person)
                .query((row, number) -> {
                    var first = row.getObject("first_day", LocalDate.class);
                    var last = row.getObject("last_day", LocalDate.class);
                    boolean over = row.getBoolean("ended") || last.isBefore(today);
                    return new MePages.DeputyLine(
                            row.getLong("id"),
                            row.getString("other"),
                            Role.valueOf(row.getString("role")).chinese(),
                            first,
                            last,
                            over ? "已结束" : first.isAfter(today) ? "未开始" : "代理中",
                            !over);
                })
                .list();
    }
}
