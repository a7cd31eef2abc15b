package gongkai.platform.access;

import gongkai.platform.organ.OrganId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What each person may be at this moment, looked up anew for each request.
 *
 * <p>What was looked up is kept for two seconds, and forgotten at once where rights change on this node; so a change made on another
 * node counts here after two seconds at the latest.
 */
@Component
class Rights {
    private static final int MOST = 10_000;

    private final JdbcClient database;
    private final Clock clock;
    private final LatelySeen<Long, Optional<Account>> known = new LatelySeen<>(MOST);

    Rights(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A person and the state of their account.
     *
     * @param mustChange whether the password must be changed before anything else
     * @param passwordAt when the password was set, null if there is none
     * @param secondFactor whether they have a second factor
     */
    record Account(
            Actor actor, boolean mustChange, @Nullable Instant passwordAt, boolean secondFactor) {}

    /** The person with all their rights; nobody if they are unknown or disabled. */
    Optional<Actor> of(long person) {
        return account(person).map(Account::actor);
    }

    /** The same with the state of their account. */
    Optional<Account> account(long person) {
        return known.get(person, this::load);
    }

    /** Somebody's rights change in this transaction. */
    void changed() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    known.forgetAll();
                }
            });
        } else {
            known.forgetAll();
        }
    }

    private Optional<Account> load(long person) {
        // Not while the account is read: that would take a second connection, and wait for it holding the first.
        var grants =
                Stream.concat(own(person).stream(), asDeputy(person).stream()).toList();
        return database.sql("""
                        select p.login, p.name, p.must_change, p.password_at,
                            exists (select from access.second_factor f where f.person = p.id and f.confirmed_at is not null) as factor
                        from access.person p where p.id = :person and p.disabled_at is null
                        """)
                .param("person", person)
                .query((row, number) -> {
                    var changed = row.getObject("password_at", OffsetDateTime.class);
                    return new Account(
                            new Actor(
                                    person,
                                    row.getString("login"),
                                    row.getString("name"),
                                    grants.isEmpty() ? null : grants.getFirst().organ(),
                                    grants),
                            row.getBoolean("must_change"),
                            changed == null ? null : changed.toInstant(),
                            row.getBoolean("factor"));
                })
                .optional();
    }

    private List<Actor.Grant> own(long person) {
        return database.sql("""
                        select role, organ, subtree, division, null::bigint as absent, null as login, null as name
                        from access.role_grant where person = :person order by id
                        """).param("person", person).query(Rights::grant).list();
    }

    private List<Actor.Grant> asDeputy(long person) {
        return database.sql("""
                        select g.role, g.organ, g.subtree, g.division, p.id as absent, p.login, p.name
                        from access.deputising d
                        join access.person p on p.id = d.absent and p.disabled_at is null
                        join access.role_grant g on g.person = d.absent and g.role = d.role
                        where d.deputy = :person and d.ended_at is null and :today between d.first_day and d.last_day
                        order by d.id, g.id
                        """)
                .param("person", person)
                .param("today", LocalDate.now(clock))
                .query(Rights::grant)
                .list();
    }

    private static Actor.Grant grant(ResultSet row, int number) throws SQLException {
        var organ = row.getObject("organ", Long.class);
        var absent = row.getObject("absent", Long.class);
        return new Actor.Grant(
                Role.valueOf(row.getString("role")),
                organ == null ? null : new OrganId(organ),
                row.getBoolean("subtree"),
                row.getObject("division", Long.class),
                absent == null ? null : new Actor.Absent(absent, row.getString("login"), row.getString("name")));
    }
}
