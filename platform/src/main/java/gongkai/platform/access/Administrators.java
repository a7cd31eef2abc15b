package gongkai.platform.access;

import gongkai.platform.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps at least one person who can do the work of each administrator. */
@Component
class Administrators {
    /** Whoever would end an administrator waits under this number for whoever does so at the same moment. */
    private static final long ENDING = 20_001;

    private final JdbcClient database;

    Administrators(JdbcClient database) {
        this.database = database;
    }

    /** @throws Refusal 409 if that person is the last administrator of a kind */
    void keepOne(long person) {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", ENDING)
                .query((row, number) -> number)
                .list();
        boolean last =
                database.sql("""
            select exists (select from access.person p
                where p.id = :person and p.post <> 'STAFF' and p.disabled_at is null and not exists (
                    select from access.person other
                    where other.id <> p.id and other.post = p.post and other.disabled_at is null and other.password is not null))
            """).param("person", person).query(Boolean.class).single();
        if (last) {
            throw new Refusal(HttpStatus.CONFLICT, "这是最后一名在用的该类管理员，不能停用、重置或收回。请先另设一名");
        }
    }

    /** The same of security administrators alone: without one no account could be released any more, not even that one. */
    void keepOneWhoReleases(long person) {
        boolean releases = database.sql("select exists (select from access.person where id = :person and post = :post)")
                .param("person", person)
                .param("post", Role.SECURITY_ADMIN.name())
                .query(Boolean.class)
                .single();
        if (releases) {
            keepOne(person);
        }
    }
}
