package gongkai.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.platform.web.ClientNetwork;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts to sign in, for all nodes together. An attempt is counted before the password is looked at, so that many at the same
 * moment gain nothing; a success takes the count back. Names that do not exist are counted like those that do. What is meant by an address
 * is its {@link ClientNetwork}.
 */
@Component
class Attempts {
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final Duration KNOWN = Duration.ofDays(60);
    private static final String FROM = " from ";
    private static final int MOST_DOUBLINGS = 20;

    private final JdbcClient database;
    private final AccessSettings.Lock settings;
    private final Clock clock;
    private final Cache<String, Bucket> haste = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(2))
            .maximumSize(50_000)
            .build();

    Attempts(JdbcClient database, AccessSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings.lock();
        this.clock = clock;
    }

    /** Whether that address asks more often than a person can, on this node. */
    boolean hasty(String address) {
        return !haste.get(
                        ClientNetwork.of(address),
                        key -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(settings.addressPerMinute())
                                        .refillGreedy(settings.addressPerMinute(), Duration.ofMinutes(1)))
                                .build())
                .tryConsume(1);
    }

    /** Counts an attempt under that name; if it is locked, until when. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Instant> begin(String login) {
        return count("name:" + login, settings.after(), settings.first(), settings.longest(), FORGOTTEN);
    }

    /**
     * Counts an attempt under that name from that address. Where its owner has signed in lately, failures from elsewhere do not count:
     * whoever knows a name must not be able to keep its owner out.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Instant> begin(String login, String address) {
        return begin(counted(login, address));
    }

    /** Counts an attempt from that address; if it is blocked, until when. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Instant> beginFrom(String address) {
        var window = settings.addressWindow();
        return count(from(address), settings.addressFailures(), window, window, window);
    }

    /** The password was right. Failures of the second factor stay: the password again must not give more guesses. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String login, String address) {
        database.sql("delete from access.failure where subject = :name")
                .param("name", "name:" + counted(login, address))
                .update();
        database.sql("""
                        update access.failure set failures = greatest(failures - 1, 0), blocked_until = null where subject = :subject
                        """).param("subject", from(address)).update();
        database.sql("delete from access.failure where last_at < :before")
                .param("before", now().minus(FORGOTTEN))
                .update();
    }

    /** The owner of that name has signed in from that address. */
    void knows(String login, String address) {
        database.sql("""
                        insert into access.known_address (login, address, last_at) values (:login, :address, :now)
                        on conflict (login, address) do update set last_at = excluded.last_at
                        """)
                .param("login", login)
                .param("address", ClientNetwork.of(address))
                .param("now", now())
                .update();
        database.sql("delete from access.known_address where last_at < :before")
                .param("before", now().minus(KNOWN))
                .update();
    }

    /** Forgets the failures under that name: unlocks it. */
    void forget(String login) {
        database.sql(
                        "delete from access.failure where subject in (:name, :code) or starts_with(subject, :name || :from)")
                .param("from", FROM)
                .param("name", "name:" + login)
                .param("code", "name:" + codeOf(login))
                .update();
    }

    /** Until when that name is locked, if it is. */
    Optional<Instant> lockedUntil(String login) {
        return database.sql("""
                        select max(blocked_until) as until from access.failure
                        where (subject in (:name, :code) or starts_with(subject, :name || :from)) and blocked_until > :now
                        """)
                .param("from", FROM)
                .param("name", "name:" + login)
                .param("code", "name:" + codeOf(login))
                .param("now", now())
                .query((row, number) -> Optional.ofNullable(row.getObject("until", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Under which name wrong codes of a second factor are counted. No sign-in name has a blank in it. */
    static String codeOf(String login) {
        return login + " code";
    }

    /** The name under which attempts from that address are counted. */
    private String counted(String login, String address) {
        var network = ClientNetwork.of(address);
        boolean known = database.sql("""
                        select exists (select from access.known_address
                            where login = :login and address = :address and last_at >= :since)
                        """)
                .param("login", login)
                .param("address", network)
                .param("since", now().minus(KNOWN))
                .query(Boolean.class)
                .single();
        return known ? login + FROM + network : login;
    }

    private static String from(String address) {
        return "address:" + ClientNetwork.of(address);
    }

    private Optional<Instant> count(String subject, int most, Duration first, Duration longest, Duration memory) {
        int counted = database.sql("""
                        insert into access.failure as f (subject, failures, last_at, blocked_until)
                        values (:subject, 1, :now, case when :most <= 1 then cast(:now as timestamptz) + make_interval(secs => :first) end)
                        on conflict (subject) do update set
                            failures = case when f.last_at < :stale then 1 else f.failures + 1 end,
                            last_at = :now,
                            blocked_until = case when f.last_at >= :stale and f.failures + 1 >= :most
                                then cast(:now as timestamptz) + make_interval(secs => least(
                                    :first * power(2, least(f.failures + 1 - :most, :doublings)), :longest)) end
                        where f.blocked_until is null or f.blocked_until <= :now
                        """)
                .param("subject", subject)
                .param("now", now())
                .param("stale", now().minus(memory))
                .param("most", most)
                .param("first", (double) first.toSeconds())
                .param("longest", (double) longest.toSeconds())
                .param("doublings", MOST_DOUBLINGS)
                .update();
        if (counted == 1) {
            return Optional.empty();
        }
        return database.sql("select blocked_until from access.failure where subject = :subject")
                .param("subject", subject)
                .query((row, number) ->
                        row.getObject("blocked_until", OffsetDateTime.class).toInstant())
                .optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
