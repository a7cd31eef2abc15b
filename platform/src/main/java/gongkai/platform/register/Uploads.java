package gongkai.platform.register;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of organs between their preview and their confirmation: whoever sent one may confirm it within a day. */
@Component
class Uploads {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    Uploads(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Upload(UUID id, String name, byte[] content) {}

    @Transactional
    UUID keep(long person, String name, byte[] content) {
        var now = OffsetDateTime.now(clock);
        database.sql("delete from register.upload where at < :oldest")
                .param("oldest", now.minus(KEPT))
                .update();
        var id = UUID.randomUUID();
        database.sql("insert into register.upload (id, person, at, name, content) values (:id, :person, :at, :name,"
                        + " :content)")
                .param("id", id)
                .param("person", person)
                .param("at", now)
                .param("name", name)
                .param("content", content)
                .update();
        return id;
    }

    Optional<Upload> find(long person, UUID id) {
        return database.sql("select name, content from register.upload where id = :id and person = :person and at >="
                        + " :oldest")
                .param("id", id)
                .param("person", person)
                .param("oldest", OffsetDateTime.now(clock).minus(KEPT))
                .query((row, number) -> new Upload(id, row.getString("name"), row.getBytes("content")))
                .optional();
    }

    void drop(UUID id) {
        database.sql("delete from register.upload where id = :id")
                .param("id", id)
                .update();
    }
}
