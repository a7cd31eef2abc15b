package gongkai.platform.api;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers given under idempotency keys, kept for 24 hours. */
@Component
class Answers {
    private static final Duration KEPT = Duration.ofHours(24);

    /** How many calls go by, about, between two sweeps of what is out of date. */
    private static final int SWEEP_EVERY = 500;

    private final JdbcClient database;
    private final Clock clock;

    Answers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A call: whose, under which key, and what it says (a hash over method, address and body). */
    record Call(long person, String key, byte[] fingerprint) {}

    /** What was answered; {@code mismatch} if the key was used for something else before. */
    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body,
            boolean fromBefore,
            boolean mismatch) {
        static Answer now(int status, @Nullable String contentType, @Nullable String location, byte[] body) {
            return new Answer(status, contentType, location, body, false, false);
        }
    }

    /** Takes the key for this call, waiting for whoever is using it now; the earlier answer if there is one. */
    @Nullable
    Answer claim(Call call) {
        var oldest = clock.instant().minus(KEPT).atOffset(java.time.ZoneOffset.UTC);
        if (Math.floorMod(Arrays.hashCode(call.fingerprint()) ^ call.key().hashCode(), SWEEP_EVERY) == 0) {
            database.sql("delete from api.answer where at < :oldest")
                    .param("oldest", oldest)
                    .update();
        }
        int taken = database.sql("""
                        insert into api.answer (person, key, fingerprint, at) values (:person, :key, :fingerprint, :now)
                        on conflict (person, key) do update
                        set fingerprint = excluded.fingerprint, at = excluded.at, status = null, content_type = null, location = null, body = null
                        where answer.at < :oldest
                        """)
                .param("person", call.person())
                .param("key", call.key())
                .param("fingerprint", call.fingerprint())
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("oldest", oldest)
                .update();
        return taken == 1 ? null : earlier(call);
    }

    /** Keeps the answer to a call that {@link #claim} has taken the key for, in the same transaction. */
    void keep(Call call, Answer answer) {
        database.sql("""
                        update api.answer set status = :status, content_type = :type, location = :location, body = :body
                        where person = :person and key = :key
                        """)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("person", call.person())
                .param("key", call.key())
                .update();
    }

    private Answer earlier(Call call) {
        return database.sql("""
                        select fingerprint, status, content_type, location, body from api.answer
                        where person = :person and key = :key
                        """)
                .param("person", call.person())
                .param("key", call.key())
                .query((row, number) -> new Answer(
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getBytes("body"),
                        true,
                        !Arrays.equals(row.getBytes("fingerprint"), call.fingerprint())))
                .single();
    }
}
