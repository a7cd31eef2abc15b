package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.OrganId;
import gongkai.platform.web.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of an account. No administrator can enter somebody else's account alone: the system administrator opens an account or resets
 * it, which leaves it without a password; the security administrator releases it and is told the one-time password to hand over.
 */
@Service
class Accounts {
    private final JdbcClient database;
    private final AuditLog log;
    private final Access access;
    private final Policy policy;
    private final Rights rights;
    private final Administrators administrators;
    private final OutsideIdentities outside;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Attempts attempts;
    private final Clock clock;

    Accounts(
            JdbcClient database,
            AuditLog log,
            Access access,
            Policy policy,
            Rights rights,
            Administrators administrators,
            OutsideIdentities outside,
            Passwords passwords,
            SecondFactors factors,
            Sessions sessions,
            Tokens tokens,
            Attempts attempts,
            Clock clock) {
        this.database = database;
        this.log = log;
        this.access = access;
        this.policy = policy;
        this.rights = rights;
        this.administrators = administrators;
        this.outside = outside;
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.tokens = tokens;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * What the system administrator enters of a person.
     *
     * @param outside who they are at single sign-on, empty if nobody
     */
    record Facts(String name, String phone, String email, String outside) {}

    /** Opens an account. Nobody can sign in to it before it is released. */
    @Transactional
    long open(String login, Facts facts, OrganId organ, String title) {
        require(Action.EDIT_PEOPLE, null);
        long person = database.sql("""
                        insert into access.person (login, name, phone, email, created_at)
                        values (:login, :name, :phone, nullif(:email, ''), :now) returning id
                        """)
                .param("login", login)
                .param("name", facts.name())
                .param("phone", facts.phone().isEmpty() ? null : facts.phone())
                .param("email", facts.email())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        outside.enter(person, login, facts.outside());
        database.sql("insert into access.membership (person, organ, title) values (:person, :organ, :title)")
                .param("person", person)
                .param("organ", organ.value())
                .param("title", title.isEmpty() ? null : title)
                .update();
        log.write(AuditEntry.of("开立账号", "账号", login).concerning(organ.value()));
        return person;
    }

    /** Changes what is entered. @throws Refusal 409 if somebody else has changed it since {@code version} was read */
    @Transactional
    void change(long person, int version, Facts facts) {
        require(Action.EDIT_PEOPLE, null);
        int changed = database.sql("""
                        update access.person set name = :name, phone = :phone, email = nullif(:email, ''), version = version + 1
                        where id = :person and version = :version
                        """)
                .param("name", facts.name())
                .param("phone", facts.phone().isEmpty() ? null : facts.phone())
                .param("email", facts.email())
                .param("person", person)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Refusal(HttpStatus.CONFLICT, "这个账号刚被别人修改过，请重新打开后再改");
        }
        outside.enter(person, login(person), facts.outside());
        written("修改账号", person);
    }

    /** Ends every way of using the account, at once. */
    @Transactional
    void disable(long person) {
        require(Action.EDIT_PEOPLE, person);
        administrators.keepOne(person);
        database.sql("update access.person set disabled_at = :now where id = :person and disabled_at is null")
                .param("now", OffsetDateTime.now(clock))
                .param("person", person)
                .update();
        lockOut(person);
        written("停用账号", person);
    }

    /** Opens a disabled account again; like a new one it waits for its release. */
    @Transactional
    void enable(long person) {
        require(Action.EDIT_PEOPLE, person);
        int enabled = database.sql("""
                        update access.person set disabled_at = null, password = null where id = :person and disabled_at is not null
                        """).param("person", person).update();
        if (enabled == 0) {
            login(person);
            throw new Refusal(HttpStatus.CONFLICT, "这个账号没有停用，不需要恢复");
        }
        lockOut(person);
        written("恢复账号", person);
    }

    /** Takes the password away; the account waits for its release. */
    @Transactional
    void reset(long person) {
        require(Action.EDIT_PEOPLE, person);
        administrators.keepOneWhoReleases(person);
        database.sql("update access.person set password = null where id = :person")
                .param("person", person)
                .update();
        lockOut(person);
        written("重置口令", person);
    }

    /** Releases an account that waits. Answers the one-time password, told once; it must be changed at the first sign-in. */
    @Transactional
    String release(long person) {
        require(Action.RELEASE_ACCOUNTS, person);
        boolean waits = database.sql("""
                        select password is null and disabled_at is null from access.person where id = :person for update
                        """)
                .param("person", person)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("没有这个人员"));
        if (!waits) {
            throw new Refusal(HttpStatus.CONFLICT, "这个账号不在等待启用。要换口令，先由系统管理员重置");
        }
        var password = passwords.oneTime();
        passwords.set(person, password, true);
        rights.changed();
        written("启用账号", person);
        return password;
    }

    /** Forgets the failed attempts. */
    @Transactional
    void unlock(long person) {
        require(Action.RELEASE_ACCOUNTS, person);
        attempts.forget(login(person));
        written("解锁账号", person);
    }

    /** Takes away the second factor of somebody who has lost it. */
    @Transactional
    void removeSecondFactor(long person) {
        require(Action.RELEASE_ACCOUNTS, person);
        written("停用他人的动态口令", person);
        factors.remove(person);
    }

    /** Puts a person into an organ, or changes their division and title there. */
    @Transactional
    void place(long person, OrganId organ, @Nullable Long division, String title) {
        require(Action.EDIT_PEOPLE, null);
        var login = login(person);
        database.sql("""
                        insert into access.membership (person, organ, division, title) values (:person, :organ, :division, :title)
                        on conflict (person, organ) do update set division = excluded.division, title = excluded.title
                        """)
                .param("person", person)
                .param("organ", organ.value())
                .param("division", division)
                .param("title", title.isEmpty() ? null : title)
                .update();
        log.write(AuditEntry.of("登记所在单位", "账号", login).concerning(organ.value()));
    }

    private void require(Action action, @Nullable Long person) {
        var actor = access.required();
        policy.require(actor, action, null);
        if (person != null && person == actor.person()) {
            throw new NotAllowedException("不能对自己的账号做这件事，请由另一名管理员办理");
        }
    }

    private void lockOut(long person) {
        sessions.endAll(login(person), null);
        tokens.revokeAll(person);
        rights.changed();
    }

    private void written(String action, long person) {
        log.write(AuditEntry.of(action, "账号", login(person)));
    }

    private String login(long person) {
        return database.sql("select login from access.person where id = :person")
                .param("person", person)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("没有这个人员"));
    }
}
