package gongkai.platform.register;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of organs between their preview and their import: whoever sent one may confirm it within a day. */
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
        database.sql("delete from register.upload where at < :oldest and not confirmed")
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
        return database.sql(
                        "select name, content from register.upload where id = :id and person = :person and summary is null and"
                                + " at >= :oldest")
                .param("id", id)
                .param("person", person)
                .param("oldest", OffsetDateTime.now(clock).minus(KEPT))
                .query((row, number) -> new Upload(id, row.getString("name"), row.getBytes("content")))
                .optional();
    }

    /** Notes that whoever sent the file has confirmed it. */
    void confirm(UUID id) {
        database.sql("update register.upload set confirmed = true where id = :id")
                .param("id", id)
                .update();
    }

    /** The file, for the job that takes it in: confirmed is confirmed, however long it waits. */
    Optional<Upload> confirmed(UUID id) {
        return database.sql("select name, content from register.upload where id = :id and summary is null")
                .param("id", id)
                .query((row, number) -> new Upload(id, row.getString("name"), row.getBytes("content")))
                .optional();
    }

    /** Notes, in the transaction that takes the file in, what became of it. */
    void taken(UUID id, String summary) {
        database.sql("update register.upload set summary = :summary, content = '', confirmed = false where id = :id")
                .param("id", id)
                .param("summary", summary)
                .update();
    }

    /** What became of a file that was taken in. */
    Optional<String> summary(UUID id) {
        return database.sql("select summary from register.upload where id = :id and summary is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
