package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.OrganId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in, and the roles they hold. */
@Service
public class People {
    private final JdbcClient database;
    private final AuditLog log;
    private final PasswordEncoder passwords;
    private final Access access;
    private final Rights rights;
    private final Clock clock;

    People(JdbcClient database, AuditLog log, PasswordEncoder passwords, Access access, Rights rights, Clock clock) {
        this.database = database;
        this.log = log;
        this.passwords = passwords;
        this.access = access;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * A password hashed once for several people. Equal hashes show that the passwords are equal, so this is for passwords that are public anyway:
     * those of the sample data.
     */
    public static final class SharedPassword {
        private final String hash;

        private SharedPassword(String hash) {
            this.hash = hash;
        }
    }

    /** That password, hashed for several people. */
    public SharedPassword shared(String password) {
        return new SharedPassword(Objects.requireNonNull(passwords.encode(password)));
    }

    /** Adds a person who can sign in with that password, without having to change it first. */
    @Transactional
    public long add(String login, String name, String password) {
        return add(login, name, shared(password));
    }

    /** Adds a person who can sign in with the password of several, without having to change it first. */
    @Transactional
    public long add(String login, String name, SharedPassword password) {
        var normal = Login.normal(login);
        if (!Login.wellFormed(normal)) {
            throw new IllegalArgumentException("登录名只能用字母、数字和 . _ @ -，2 到 64 位，以字母或数字开头");
        }
        var now = OffsetDateTime.now(clock);
        long person = database.sql("""
            insert into access.person (login, name, password, password_at, created_at)
            values (:login, :name, :password, :now, :now) returning id
            """)
                .param("login", normal)
                .param("name", name)
                .param("password", password.hash)
                .param("now", now)
                .query(Long.class)
                .single();
        log.write(AuditEntry.of("新增人员", "人员", normal));
        return person;
    }

    /**
     * Gives a person a role.
     *
     * @param organ null for the three administrators only
     * @param subtree whether it counts for everything below the organ too
     * @throws IllegalArgumentException with a Chinese message, when the roles may not be held together
     */
    @Transactional
    public void grant(long person, Role role, @Nullable OrganId organ, boolean subtree) {
        if (role.isAdministrator()) {
            becomeAdministrator(person, role);
        }
        var giver = access.actor().map(Actor::person).orElse(null);
        database.sql("""
            insert into access.role_grant (person, post, role, organ, subtree, granted_by, granted_at)
            select id, post, :role, :organ, :subtree, :giver, :now from access.person where id = :person
            """)
                .param("person", person)
                .param("role", role.name())
                .param("organ", organ == null ? null : organ.value())
                .param("subtree", subtree)
                .param("giver", giver)
                .param("now", OffsetDateTime.now(clock))
                .update();
        rights.changed();
        log.write(AuditEntry.of("授予角色", "人员", String.valueOf(person)).with(role.chinese()));
    }

    private void becomeAdministrator(long person, Role role) {
        int changed = database.sql("""
            update access.person set post = :role where id = :person and (post = :role or post = 'STAFF'
                and not exists (select from access.role_grant where person = :person))
            """)
                .param("role", role.name())
                .param("person", person)
                .update();
        if (changed == 0) {
            throw new IllegalArgumentException("系统管理员、安全保密管理员、安全审计员不能互相兼任，也不能兼任业务角色");
        }
    }

    /** Whoever has that sign-in name, with all their rights; nobody if they are disabled. */
    public Optional<Actor> actor(String login) {
        return database.sql("select id from access.person where login = :login")
                .param("login", Login.normal(login))
                .query(Long.class)
                .optional()
                .flatMap(rights::of);
    }

    Optional<SignedIn> signedIn(String login) {
        return database.sql("""
            select id, login, password from access.person
            where login = :login and disabled_at is null and password is not null
            """)
                .param("login", Login.normal(login))
                .query((row, number) ->
                        new SignedIn(row.getLong("id"), row.getString("login"), row.getString("password")))
                .optional();
    }
}
