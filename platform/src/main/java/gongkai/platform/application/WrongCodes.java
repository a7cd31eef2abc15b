package gongkai.platform.application;

import gongkai.platform.keys.KeyPurpose;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts for each number, for all nodes together, whether there is such a request or not. An attempt is counted before the code is
 * looked at, so that many at the same moment gain nothing. What was typed is kept as a keyed hash only.
 */
@Component
class WrongCodes {
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 20;

    private final JdbcClient database;
    private final Keys keys;
    private final Clock clock;
    private final ApplicationSettings settings;

    WrongCodes(JdbcClient database, Keys keys, Clock clock, ApplicationSettings settings) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.settings = settings;
    }

    /** Counts an attempt for that number; if it has to wait, for how long. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> begin(String number) {
        var now = OffsetDateTime.now(clock);
        int counted = database.sql("""
                        insert into application.failure as f (subject, failures, last_at) values (:subject, 1, :now)
                        on conflict (subject) do update set
                            failures = case when f.last_at < :stale then 1 else f.failures + 1 end,
                            last_at = :now,
                            blocked_until = case when f.last_at >= :stale and f.failures + 1 >= :most
                                then cast(:now as timestamptz) + make_interval(secs => least(
                                    :first * power(2, least(f.failures + 1 - :most, :doublings)), :longest)) end
                        where f.blocked_until is null or f.blocked_until <= :now
                        """)
                .param("subject", subject(number))
                .param("now", now)
                .param("stale", now.minus(FORGOTTEN))
                .param("most", settings.wrongCodes())
                .param("first", (double) settings.firstWait().toSeconds())
                .param("longest", (double) settings.longestWait().toSeconds())
                .param("doublings", MOST_DOUBLINGS)
                .update();
        if (counted == 1) {
            return Optional.empty();
        }
        return database.sql("select blocked_until from application.failure where subject = :subject")
                .param("subject", subject(number))
                .query((row, i) -> row.getObject("blocked_until", OffsetDateTime.class))
                .optional()
                .map(until -> Duration.between(now, until))
                .filter(left -> !left.isNegative());
    }

    /** The code was right. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forget(String number) {
        database.sql("delete from application.failure where subject = :subject")
                .param("subject", subject(number))
                .update();
    }

    @Transactional
    public void clean() {
        database.sql("delete from application.failure where last_at < :before")
                .param("before", OffsetDateTime.now(clock).minus(FORGOTTEN))
                .update();
    }

    private String subject(String number) {
        var key = keys.current(KeyPurpose.INDEX);
        var mac = Sm3.hmac(key.secret().bytes(), ("FOLLOW\0" + number).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac);
    }
}
