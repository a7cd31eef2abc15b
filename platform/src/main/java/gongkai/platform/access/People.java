package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.OrganId;
import java.util.List;
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

    People(JdbcClient database, AuditLog log, PasswordEncoder passwords) {
        this.database = database;
        this.log = log;
        this.passwords = passwords;
    }

    /** Adds a person who can sign in with that password. */
    @Transactional
    public long add(String login, String name, String password) {
        long person = database.sql("""
                        insert into access.person (login, name, password) values (:login, :name, :password) returning id
                        """)
                .param("login", login)
                .param("name", name)
                .param("password", passwords.encode(password))
                .query(Long.class)
                .single();
        log.write(AuditEntry.of("新增人员", "人员", login));
        return person;
    }

    /** Gives a person a role. */
    @Transactional
    public void grant(long person, Role role, @Nullable OrganId organ, boolean subtree) {
        database.sql("""
                        insert into access.role_grant (person, role, organ, subtree) values (:person, :role, :organ, :subtree)
                        """)
                .param("person", person)
                .param("role", role.name())
                .param("organ", organ == null ? null : organ.value())
                .param("subtree", subtree)
                .update();
        log.write(AuditEntry.of("授予角色", "人员", String.valueOf(person)).with(role.chinese()));
    }

    Optional<Actor> actor(String login) {
        return database.sql("select id, login, name from access.person where login = :login")
                .param("login", login)
                .query((row, number) -> {
                    var grants = grants(row.getLong("id"));
                    return new Actor(
                            row.getLong("id"),
                            row.getString("login"),
                            row.getString("name"),
                            grants.isEmpty() ? null : grants.getFirst().organ(),
                            grants);
                })
                .optional();
    }

    Optional<String> password(String login) {
        return database.sql("select password from access.person where login = :login")
                .param("login", login)
                .query(String.class)
                .optional();
    }

    private List<Actor.Grant> grants(long person) {
        return database.sql("select role, organ, subtree from access.role_grant where person = :person order by id")
                .param("person", person)
                .query((row, number) -> {
                    var organ = row.getObject("organ", Long.class);
                    return new Actor.Grant(
                            Role.valueOf(row.getString("role")),
                            organ == null ? null : new OrganId(organ),
                            row.getBoolean("subtree"));
                })
                .list();
    }
}
