package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.OrganId;
import gongkai.platform.web.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in, and the roles they hold. */
@Service
public class People {
    private static final String STAFF = "STAFF";
    private static final String APART = "系统管理员、安全保密管理员、安全审计员不能互相兼任，也不能兼任业务角色";

    private final JdbcClient database;
    private final AuditLog log;
    private final Passwords passwords;
    private final Access access;
    private final Rights rights;
    private final Administrators administrators;
    private final Policy policy;
    private final Clock clock;

    People(
            JdbcClient database,
            AuditLog log,
            Passwords passwords,
            Access access,
            Rights rights,
            Administrators administrators,
            Policy policy,
            Clock clock) {
        this.database = database;
        this.log = log;
        this.passwords = passwords;
        this.access = access;
        this.rights = rights;
        this.administrators = administrators;
        this.policy = policy;
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
        return new SharedPassword(passwords.hash(password));
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
     * Gives a person a role, in the whole of an organ.
     *
     * @param organ null for the three administrators only
     * @param subtree whether it counts for everything below the organ too
     * @throws IllegalArgumentException with a Chinese message, when the roles may not be held together
     * @throws NotAllowedException when whoever is signed in may not grant, or would grant to themselves
     */
    @Transactional
    public void grant(long person, Role role, @Nullable OrganId organ, boolean subtree) {
        grant(person, role, organ, null, subtree);
    }

    /** The same, in one division (科室) of the organ only; null for the whole organ. */
    @Transactional
    public void grant(long person, Role role, @Nullable OrganId organ, @Nullable Long division, boolean subtree) {
        var giver = giver(person);
        if (role.isAdministrator()) {
            becomeAdministrator(person, role);
        } else if (post(person).map(post -> !post.equals(STAFF)).orElse(true)) {
            throw new IllegalArgumentException(APART);
        }
        database.sql("""
            insert into access.role_grant (person, post, role, organ, division, subtree, granted_by, granted_at)
            select id, post, :role, :organ, :division, :subtree, :giver, :now from access.person where id = :person
            """)
                .param("person", person)
                .param("role", role.name())
                .param("organ", organ == null ? null : organ.value())
                .param("division", division)
                .param("subtree", subtree)
                .param("giver", giver)
                .param("now", OffsetDateTime.now(clock))
                .update();
        rights.changed();
        var entry = AuditEntry.of("授予角色", "人员", String.valueOf(person)).with(role.chinese());
        log.write(organ == null ? entry : entry.concerning(organ.value()));
    }

    /** Takes a role away. The last administrator of a kind keeps it. */
    @Transactional
    void revoke(long person, long grant) {
        giver(person);
        var role = database.sql("select role from access.role_grant where id = :grant and person = :person")
                .param("grant", grant)
                .param("person", person)
                .query(String.class)
                .optional()
                .map(Role::valueOf)
                .orElseThrow(() -> Refusal.notFound("没有这项授权，可能已被收回"));
        if (role.isAdministrator()) {
            administrators.keepOne(person);
        }
        database.sql("delete from access.role_grant where id = :grant")
                .param("grant", grant)
                .update();
        database.sql("""
            update access.person set post = 'STAFF'
            where id = :person and not exists (select from access.role_grant where person = :person)
            """).param("person", person).update();
        rights.changed();
        log.write(AuditEntry.of("收回角色", "人员", String.valueOf(person)).with(role.chinese()));
    }

    /** Who grants; nobody when the platform itself does, as for the sample. */
    private @Nullable Long giver(long person) {
        var actor = access.actor();
        actor.ifPresent(one -> {
            policy.require(one, Action.GRANT_ROLES, null);
            if (one.person() == person) {
                throw new NotAllowedException("不能给自己授权或收回自己的角色，请由另一名安全保密管理员办理");
            }
        });
        return actor.map(Actor::person).orElse(null);
    }

    private Optional<String> post(long person) {
        return database.sql("select post from access.person where id = :person")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    private void becomeAdministrator(long person, Role role) {
        int changed = database.sql("""
            update access.person set post = :role where id = :person and (post = :role or post = 'STAFF'
                and not exists (select from access.role_grant where person = :person)
                and not exists (select from access.deputising where :person in (absent, deputy)))
            """)
                .param("role", role.name())
                .param("person", person)
                .update();
        if (changed == 0) {
            throw new IllegalArgumentException(APART);
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

    /** How somebody can be reached; empty texts for what is not known. */
    record Contact(String phone, String email) {}

    /** Changes how somebody can be reached. */
    @Transactional
    void setContact(long person, Contact contact) {
        database.sql("""
                        update access.person set phone = nullif(:phone, ''), email = nullif(:email, ''), version = version + 1
                        where id = :person
                        """)
                .param("phone", contact.phone())
                .param("email", contact.email())
                .param("person", person)
                .update();
        log.write(AuditEntry.of("修改联系方式", "人员", String.valueOf(person)));
    }

    Contact contact(long person) {
        return database.sql(
                        "select coalesce(phone, '') as phone, coalesce(email, '') as email from access.person where id = :person")
                .param("person", person)
                .query(Contact.class)
                .single();
    }

    @Nullable
    String passwordHash(long person) {
        return database.sql("select coalesce(password, '') from access.person where id = :person")
                .param("person", person)
                .query(String.class)
                .optional()
                .filter(hash -> !hash.isEmpty())
                .orElse(null);
    }

    String divisionName(long division) {
        return database.sql("select name from access.division where id = :division")
                .param("division", division)
                .query(String.class)
                .single();
    }
}
