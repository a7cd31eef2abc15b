package gongkai.platform.review;

import gongkai.platform.access.Actor;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drafts that wait for somebody (待我审核), and those that came back to whoever wrote them. */
@Repository
class Inbox {
    static final ListShape SHAPE = ListShape.at("/office/reviews", "r.id")
            .sortable("due", "q.due")
            .sortable("since", "r.since")
            .sortable("number", "q.number")
            .filters("q")
            .choice("kind", StageKind.values());

    private static final int MOST = 10_000;
    private static final int TASKS = 20;

    private static final String COLUMNS = """
            select r.id, q.number, q.description, q.organ, q.due, d.decision, r.stages, r.stage, r.since, r.submitter,
                   exists (select from review.draft w where w.request = r.request and w.written_by = :me) or r.submitted_by = :me as own
            """;
    private static final String FROM = """
            from review.round r
            join request.request q on q.id = r.request
            join review.draft d on d.request = r.request and d.version = r.draft
            where r.state = 'OPEN'
            """;

    private final JdbcClient database;
    private final Chains chains;
    private final Policy policy;

    Inbox(JdbcClient database, Chains chains, Policy policy) {
        this.database = database;
        this.chains = chains;
        this.policy = policy;
    }

    /** The drafts whoever acts may review, as a page of a list. */
    Listing<InboxLine> of(Actor actor, ListQuery query) {
        var mine = mine(actor);
        if (mine.sql().isEmpty()) {
            return new Listing<>(query, List.of(), 0);
        }
        var where = FROM + mine.sql() + filter(query);
        long total = database.sql("select count(*) " + where)
                .params(mine.values())
                .param("q", query.like("q"))
                .param("kind", query.text("kind"))
                .query(Long.class)
                .single();
        var rows = select(actor, mine, query, where, query.size(), query.offset());
        return new Listing<>(query, rows, total);
    }

    /** All of them, for a file. */
    Stream<InboxLine> all(Actor actor, ListQuery query) {
        var mine = mine(actor);
        return mine.sql().isEmpty()
                ? Stream.of()
                : select(actor, mine, query, FROM + mine.sql() + filter(query), MOST, 0).stream();
    }

    /** The most urgent of them that somebody may review and has not written. */
    List<InboxLine> tasks(Actor actor) {
        var mine = mine(actor);
        if (mine.sql().isEmpty()) {
            return List.of();
        }
        var where = FROM + mine.sql()
                + " and r.submitted_by <> :me and not exists (select from review.draft w where w.request = r.request and w.written_by = :me)";
        return database.sql(COLUMNS + where + " order by q.due nulls last, r.id limit :most")
                .params(mine.values())
                .param("me", actor.person())
                .param("most", TASKS)
                .query((row, number) -> line(row))
                .list();
    }

    /** The drafts somebody submitted that came back and were not submitted again. */
    List<InboxLine> returned(Actor actor) {
        return database.sql(COLUMNS + """
                        from review.round r
                        join request.request q on q.id = r.request
                        join review.draft d on d.request = r.request and d.version = r.draft
                        where r.state = 'RETURNED' and r.submitted_by = :me and q.state = 'IN_PROGRESS'
                            and r.id = (select max(id) from review.round last where last.request = r.request)
                        order by q.due nulls last limit :most
                        """)
                .param("me", actor.person())
                .param("most", TASKS)
                .query((row, number) -> line(row))
                .list();
    }

    private List<InboxLine> select(Actor actor, Mine mine, ListQuery query, String where, int size, long offset) {
        return database.sql(COLUMNS + where + " order by " + query.orderBy() + " limit :size offset :offset")
                .params(mine.values())
                .param("me", actor.person())
                .param("q", query.like("q"))
                .param("kind", query.text("kind"))
                .param("size", size)
                .param("offset", offset)
                .query((row, number) -> line(row))
                .list();
    }

    private InboxLine line(ResultSet row) throws SQLException {
        var stage = chains.read(row.getString("stages")).stages().get(row.getInt("stage"));
        return new InboxLine(
                row.getLong("id"),
                row.getString("number"),
                row.getString("description"),
                new OrganId(row.getLong("organ")),
                row.getObject("due", LocalDate.class),
                DecisionType.valueOf(row.getString("decision")),
                stage,
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("submitter"),
                row.getBoolean("own"));
    }

    private static String filter(ListQuery query) {
        return " and (q.number ilike :q or q.description ilike :q) and (:kind = '' or r.kind = :kind)";
    }

    private record Mine(String sql, Map<String, Object> values) {}

    /** The stages whoever acts may review, each in the organs where they may; empty if none. */
    private Mine mine(Actor actor) {
        var conditions = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        for (var kind : StageKind.values()) {
            var organs = policy.reach(actor, kind.action()).organs().stream()
                    .map(OrganId::value)
                    .toList();
            if (!organs.isEmpty()) {
                conditions.add("r.kind = '" + kind.name() + "' and r.organ in (:" + kind.name() + ")");
                values.put(kind.name(), organs);
            }
        }
        return new Mine(conditions.isEmpty() ? "" : " and (" + String.join(" or ", conditions) + ")", values);
    }

    /**
     * A draft that waits.
     *
     * @param own whether whoever looks wrote or submitted it, and so may not review it
     */
    record InboxLine(
            long round,
            String number,
            String description,
            OrganId organ,
            @Nullable LocalDate due,
            DecisionType decision,
            Chain.Stage stage,
            Instant since,
            String submitter,
            boolean own) {}
}
