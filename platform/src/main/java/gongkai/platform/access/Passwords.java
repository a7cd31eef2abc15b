package gongkai.platform.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passwords of people (口令): hashed by Argon2, checked against {@link PasswordRules}, former ones remembered. */
@Component
class Passwords {
    /** Each check takes 16 MiB, so that only so many run at a time. */
    private static final int AT_A_TIME = 4;

    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    /** Compared in place of a password that cannot be right; the encoder would answer at once to an empty one. */
    private static final String UNLIKELY = "neither right nor empty";

    private static final int ONE_TIME_LENGTH = 16;

    private final JdbcClient database;
    private final PasswordRules rules;
    private final Clock clock;
    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore room = new Semaphore(AT_A_TIME, true);
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable String nobodys;

    Passwords(JdbcClient database, AccessSettings settings, Clock clock) {
        this.database = database;
        this.clock = clock;
        rules = new PasswordRules(settings.password());
    }

    PasswordRules rules() {
        return rules;
    }

    String hash(String password) {
        room.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            room.release();
        }
    }

    /** Whether that is the password; takes as long when there is none to compare with, and then says no. */
    boolean matches(String password, @Nullable String hash) {
        boolean possible = hash != null && !password.isEmpty() && password.length() <= PasswordRules.LONGEST * 2;
        var compared = possible && hash != null ? hash : nobodys();
        room.acquireUninterruptibly();
        try {
            return encoder.matches(possible ? password : UNLIKELY, compared) && possible;
        } finally {
            room.release();
        }
    }

    /** What is wrong with a new password of that person, former ones included; empty if nothing is. */
    List<String> objections(long person, String login, String password) {
        var wrong = rules.objections(password, login);
        if (wrong.isEmpty() && usedBefore(person, password)) {
            return List.of("不能与最近 " + rules.settings().history() + " 次用过的口令相同");
        }
        return wrong;
    }

    /** Sets the password; the one before is remembered. Whether it may be set has been asked before. */
    @Transactional
    public void set(long person, String password, boolean mustChange) {
        database.sql("""
                        insert into access.former_password (person, password)
                        select id, password from access.person where id = :person and password is not null
                        """).param("person", person).update();
        database.sql("""
                        delete from access.former_password where person = :person and id not in (
                            select id from access.former_password where person = :person order by id desc limit :history)
                        """)
                .param("person", person)
                .param("history", rules.settings().history())
                .update();
        database.sql("""
                        update access.person set password = :password, password_at = :now, must_change = :change where id = :person
                        """)
                .param("person", person)
                .param("password", hash(password))
                .param("now", OffsetDateTime.now(clock))
                .param("change", mustChange)
                .update();
    }

    /** A random password that keeps the rules, to be told once. */
    String oneTime() {
        var text = new StringBuilder();
        while (text.length() < ONE_TIME_LENGTH) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        var candidate = text.insert(4, '-').insert(9, '-').insert(14, '-').toString();
        return rules.objections(candidate, "?").isEmpty() ? candidate : oneTime();
    }

    private boolean usedBefore(long person, String password) {
        return database
                .sql("""
                        select password from access.person where id = :person and password is not null
                        union all
                        (select password from access.former_password where person = :person order by id desc limit :before)
                        """)
                .param("person", person)
                .param("before", Math.max(0, rules.settings().history() - 1))
                .query(String.class)
                .list()
                .stream()
                .anyMatch(former -> matches(password, former));
    }

    private String nobodys() {
        var known = nobodys;
        if (known == null) {
            known = hash("nobody");
            nobodys = known;
        }
        return known;
    }
}
