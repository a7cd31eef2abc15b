package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Personal tokens for calls to the interface (个人访问令牌). A token can do what its person can do, or only read. */
@Service
public class Tokens {
    /** The longest life of a token, in days. */
    public static final int LONGEST_DAYS = 366;

    private static final String MARK = "gk_";
    private static final int BYTES = 32;
    private static final int MOST = 10_000;

    private final JdbcClient database;
    private final AuditLog log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final LatelySeen<ByteBuffer, Optional<Verified>> known = new LatelySeen<>(MOST);

    Tokens(JdbcClient database, AuditLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /** What a token may be used for. */
    public enum Scope {
        READ("只读"),
        WRITE("读写");

        private final String chinese;

        Scope(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** A new token. Its text is told once, here; only its hash is stored. */
    public record Created(long id, String token, Instant expires) {}

    /** A token that is in force: whose it is, and what for. */
    record Verified(long id, long person, Scope scope) {}

    /** A token as its owner sees it. */
    public record Listed(
            long id,
            String name,
            Scope scope,
            Instant created,
            Instant expires,
            @Nullable Instant used) {}

    /**
     * Makes a token for whoever signs in with that name.
     *
     * @param days how long it lives, 1 to {@link #LONGEST_DAYS}
     * @throws IllegalArgumentException with a Chinese message, when nobody active has that name or the days are out of range
     */
    @Transactional
    public Created create(String login, String name, Scope scope, int days) {
        if (days < 1 || days > LONGEST_DAYS) {
            throw new IllegalArgumentException("令牌的有效期应为 1 到 " + LONGEST_DAYS + " 天");
        }
        var normal = Login.normal(login);
        long person = database.sql("select id from access.person where login = :login and disabled_at is null")
                .param("login", normal)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("没有登录名为“" + login.strip() + "”的在用账号"));
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = OffsetDateTime.now(clock);
        var expires = now.plusDays(days);
        long id = database.sql("""
                        insert into access.token (person, name, hash, scope, created_at, expires_at)
                        values (:person, :name, :hash, :scope, :now, :expires) returning id
                        """)
                .param("person", person)
                .param("name", name)
                .param("hash", hash(token))
                .param("scope", scope.name())
                .param("now", now)
                .param("expires", expires)
                .query(Long.class)
                .single();
        log.write(AuditEntry.of("新建访问令牌", "访问令牌", String.valueOf(id))
                .with("%s，%s，%d 天".formatted(normal, scope.chinese(), days)));
        return new Created(id, token, expires.toInstant());
    }

    /** Whose token that is, if it is in force and its owner is not disabled. */
    Optional<Verified> verify(String token) {
        return token.startsWith(MARK) ? known.get(ByteBuffer.wrap(hash(token)), this::load) : Optional.empty();
    }

    /** The tokens of a person that are in force, newest first. */
    List<Listed> of(long person) {
        return database.sql("""
                        select id, name, scope, created_at, expires_at, used_at from access.token
                        where person = :person and revoked_at is null and expires_at > :now order by id desc
                        """)
                .param("person", person)
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) -> {
                    var used = row.getObject("used_at", OffsetDateTime.class);
                    return new Listed(
                            row.getLong("id"),
                            row.getString("name"),
                            Scope.valueOf(row.getString("scope")),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    /** Ends a token of that person; nothing happens if it is somebody else's or has ended. */
    @Transactional
    boolean revoke(long person, long id) {
        int ended = database.sql("""
                        update access.token set revoked_at = :now where id = :id and person = :person and revoked_at is null
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .param("person", person)
                .update();
        if (ended == 1) {
            log.write(AuditEntry.of("撤销访问令牌", "访问令牌", String.valueOf(id)));
            known.forgetAll();
        }
        return ended == 1;
    }

    /** Ends all tokens of a person, for their account is disabled or may be in other hands. */
    void revokeAll(long person) {
        database.sql("update access.token set revoked_at = :now where person = :person and revoked_at is null")
                .param("now", OffsetDateTime.now(clock))
                .param("person", person)
                .update();
        known.forgetAll();
    }

    private Optional<Verified> load(ByteBuffer hash) {
        var now = OffsetDateTime.now(clock);
        return database.sql("""
                        with found as (
                            select id, person, scope from access.token
                            where hash = :hash and revoked_at is null and expires_at > :now),
                        touched as (
                            update access.token t set used_at = :now from found
                            where t.id = found.id and coalesce(t.used_at < :stale, true))
                        select id, person, scope from found
                        """)
                .param("stale", now.minusMinutes(1))
                .param("hash", hash.array())
                .param("now", now)
                .query((row, number) ->
                        new Verified(row.getLong("id"), row.getLong("person"), Scope.valueOf(row.getString("scope"))))
                .optional();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
