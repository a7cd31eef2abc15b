package gongkai.platform.jobs;

import gongkai.platform.web.ListQuery;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Listing;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads jobs for their page. */
@Component
class JobList {
    private static final ListShape SHAPE = ListShape.at("/office/jobs", "j.id")
            .newestFirst("created", "j.created_at")
            .choice("state", Job.State.values());
    private static final String COLUMNS = """
            select j.id, j.title, p.name as person, j.state, j.done, j.total, j.message, j.cancel_requested, j.failure, j.result_link,
                   j.result_name, j.created_at, j.finished_at, j.person as owner
            from jobs.job j join access.person p on p.id = j.person
            """;
    private static final String MINE = " where (cast(:owner as bigint) is null or j.person = :owner)";
    private static final String FILTER = " and (:state = '' or j.state = :state)";

    private final JdbcClient database;

    JobList(JdbcClient database) {
        this.database = database;
    }

    /** @param owner whose jobs, null for everybody's */
    Listing<Job> list(@Nullable Long owner, Map<String, String> parameters) {
        var query = ListQuery.of(SHAPE, parameters);
        var rows = database.sql(
                        COLUMNS + MINE + FILTER + " order by " + query.orderBy() + " limit :size offset :offset")
                .param("owner", owner)
                .param("state", query.text("state"))
                .param("size", query.size())
                .param("offset", query.offset())
                .query((row, number) -> job(row))
                .list();
        long total = database.sql("select count(*) from jobs.job j" + MINE + FILTER)
                .param("owner", owner)
                .param("state", query.text("state"))
                .query(Long.class)
                .single();
        return new Listing<>(query, rows, total);
    }

    /** @param owner whose it must be, null for anybody's */
    Optional<Job> byId(long id, @Nullable Long owner) {
        return database.sql(COLUMNS + MINE + " and j.id = :id")
                .param("owner", owner)
                .param("id", id)
                .query((row, number) -> job(row))
                .optional();
    }

    private static Job job(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Job(
                row.getLong("id"),
                row.getString("title"),
                row.getString("person"),
                Job.State.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("message"),
                row.getBoolean("cancel_requested"),
                row.getString("failure"),
                row.getString("result_link"),
                row.getString("result_name"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("finished_at", OffsetDateTime.class));
    }
}
