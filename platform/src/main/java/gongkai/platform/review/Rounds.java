package gongkai.platform.review;

import gongkai.platform.organ.OrganId;
import gongkai.platform.request.DisclosureRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rounds and verdicts in the database. */
@Repository
class Rounds {
    private static final String SELECT = """
            select r.id, r.request, q.number, r.organ, r.draft, r.stages, r.stage, r.since, r.submitted_by, r.submitter, r.submitted_at,
                   r.state, r.ended_at
            from review.round r join request.request q on q.id = r.request
            """;

    private final JdbcClient database;
    private final Chains chains;
    private final Clock clock;

    Rounds(JdbcClient database, Chains chains, Clock clock) {
        this.database = database;
        this.chains = chains;
        this.clock = clock;
    }

    Optional<Round> find(long id) {
        return one(database.sql(SELECT + "where r.id = :id").param("id", id));
    }

    /** The round, held against others until the transaction ends. */
    Optional<Round> lock(long id) {
        return one(database.sql(SELECT + "where r.id = :id for update of r").param("id", id));
    }

    /** The rounds of a request, newest first. */
    List<Round> of(DisclosureRequest request) {
        return read(database.sql(SELECT + "where r.request = :request order by r.id desc")
                .param("request", request.id()));
    }

    Optional<Round> open(long request) {
        return one(database.sql(SELECT + "where r.request = :request and r.state = 'OPEN'")
                .param("request", request));
    }

    long begin(DisclosureRequest request, int draft, Chain chain, long person, String name) {
        return database.sql("""
                        insert into review.round (request, organ, draft, stages, stage, kind, since, submitted_by, submitter, submitted_at, state)
                        values (:request, :organ, :draft, :stages::jsonb, 0, :kind, :now, :person, :name, :now, 'OPEN') returning id
                        """)
                .param("request", request.id())
                .param("organ", request.organ().value())
                .param("draft", draft)
                .param("stages", chains.write(chain))
                .param("kind", chain.stages().getFirst().kind().name())
                .param("now", now())
                .param("person", person)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    void say(Round round, long person, String who, boolean approved, String remark) {
        database.sql("""
                        insert into review.verdict (round, stage, kind, title, person, who, approved, remark, at)
                        values (:round, :stage, :kind, :title, :person, :who, :approved, :remark, :now)
                        """)
                .param("round", round.id())
                .param("stage", round.stage())
                .param("kind", round.waiting().kind().name())
                .param("title", round.waiting().title())
                .param("person", person)
                .param("who", who)
                .param("approved", approved)
                .param("remark", remark)
                .param("now", now())
                .update();
    }

    void forward(Round round) {
        int next = round.stage() + 1;
        database.sql("update review.round set stage = :stage, kind = :kind, since = :now where id = :id")
                .param("stage", next)
                .param("kind", round.chain().stages().get(next).kind().name())
                .param("now", now())
                .param("id", round.id())
                .update();
    }

    void end(long id, Round.State state) {
        database.sql("update review.round set state = :state, ended_at = coalesce(ended_at, :now) where id = :id")
                .param("state", state.name())
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** The request went another way. */
    void endOpen(long request) {
        database.sql(
                        "update review.round set state = 'ENDED', ended_at = :now where request = :request and state = 'OPEN'")
                .param("now", now())
                .param("request", request)
                .update();
    }

    private Optional<Round> one(StatementSpec asked) {
        return read(asked).stream().findFirst();
    }

    /** The rounds first, then the verdicts of all of them: while a row is read its connection is in use, and a second one may not be there. */
    private List<Round> read(StatementSpec asked) {
        var rounds = asked.query((row, number) -> round(row)).list();
        var verdicts = rounds.isEmpty() ? Map.<Long, List<Round.Verdict>>of() : verdicts(rounds);
        return rounds.stream()
                .map(round -> round.with(verdicts.getOrDefault(round.id(), List.of())))
                .toList();
    }

    private Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getLong("id"),
                row.getLong("request"),
                row.getString("number"),
                new OrganId(row.getLong("organ")),
                row.getInt("draft"),
                chains.read(row.getString("stages")),
                row.getInt("stage"),
                instant(row, "since"),
                row.getLong("submitted_by"),
                row.getString("submitter"),
                instant(row, "submitted_at"),
                Round.State.valueOf(row.getString("state")),
                instantOrNull(row, "ended_at"),
                List.of());
    }

    private Map<Long, List<Round.Verdict>> verdicts(List<Round> rounds) {
        var verdicts = new HashMap<Long, List<Round.Verdict>>();
        database.sql("""
                        select round, stage, title, who, approved, remark, at from review.verdict
                        where round = any(:rounds) order by round, stage
                        """)
                .param("rounds", rounds.stream().map(Round::id).toArray(Long[]::new))
                .query((row, number) -> Map.entry(
                        row.getLong("round"),
                        new Round.Verdict(
                                row.getInt("stage"),
                                row.getString("title"),
                                row.getString("who"),
                                row.getBoolean("approved"),
                                row.getString("remark"),
                                instant(row, "at"))))
                .list()
                .forEach(verdict -> verdicts.computeIfAbsent(verdict.getKey(), round -> new ArrayList<>())
                        .add(verdict.getValue()));
        return verdicts;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
