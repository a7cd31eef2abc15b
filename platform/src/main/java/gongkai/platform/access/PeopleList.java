package gongkai.platform.access;

import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Refusal;
import gongkai.platform.web.Tone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the administrators see of people. */
@Component
class PeopleList {
    private static final String WORDS = "(p.login like :like or p.name like :like)";
    private static final String ROLE =
            "exists (select from access.role_grant g where g.person = p.id and g.role = :role)";
    private static final String ORGAN = """
            (exists (select from access.role_grant g where g.person = p.id and g.organ = :organ)
             or exists (select from access.membership m where m.person = p.id and m.organ = :organ))""";
    private static final String IN_USE = "p.disabled_at is null and p.password is not null";
    private static final Map<String, String> STATES = Map.of(
            "disabled", "p.disabled_at is not null",
            "waiting", "p.disabled_at is null and p.password is null",
            "locked", """
                    exists (select from access.failure f
                        where (f.subject in ('name:' || p.login, 'name:' || p.login || ' code')
                            or starts_with(f.subject, 'name:' || p.login || ' from ')) and f.blocked_until > :now)""");

    /** Those asked for, with their roles and organs looked up for all of them at once. */
    private static final String PEOPLE = """
            with p as (select p.* from access.person p %s %s),
            g as (select person, array_agg(role) as roles, array_agg(organ) filter (where organ is not null) as organs
                from access.role_grant where person in (select id from p) group by person),
            m as (select person, array_agg(organ) as organs from access.membership where person in (select id from p) group by person)
            select p.id, p.login, p.name, coalesce(p.phone, '') as phone, p.password is null as waiting,
                p.disabled_at is not null as disabled, coalesce(g.roles, '{}') as roles,
                coalesce(g.organs, '{}') || coalesce(m.organs, '{}') as organs,
                (select count(*) from access.person p %s) as total
            from p left join g on g.person = p.id left join m on m.person = p.id order by %s
            """;

    private final JdbcClient database;
    private final Organs organs;
    private final Attempts attempts;
    private final Clock clock;

    PeopleList(JdbcClient database, Organs organs, Attempts attempts, Clock clock) {
        this.database = database;
        this.organs = organs;
        this.attempts = attempts;
        this.clock = clock;
    }

    Listing<PeoplePages.Line> page(ListQuery query) {
        var total = new AtomicLong();
        var lines = lines();
        var rows = people(query, " limit " + query.size() + " offset " + query.offset())
                .query((row, number) -> {
                    total.setPlain(row.getLong("total"));
                    return lines.mapRow(row, number);
                })
                .list();
        // A page behind the last has no row that could tell how many there are.
        return new Listing<>(query, rows, rows.isEmpty() && query.offset() > 0 ? count(query) : total.getPlain());
    }

    List<PeoplePages.Line> all(ListQuery query) {
        return people(query, "").query(lines()).list();
    }

    private JdbcClient.StatementSpec people(ListQuery query, String bounds) {
        var where = where(query);
        var order = query.orderBy();
        return asked(PEOPLE.formatted(where, "order by " + order + bounds, where, order), query);
    }

    private long count(ListQuery query) {
        return asked("select count(*) from access.person p" + where(query), query)
                .query(Long.class)
                .single();
    }

    /** One person in full. */
    PeoplePages.Person person(long id) {
        // Not while the person is read: that would take a second connection.
        var places = places(id);
        var grants = grants(id);
        var login = database.sql("select login from access.person where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(PeopleList::absent);
        boolean locked = attempts.lockedUntil(login).isPresent();
        return database.sql("""
                        select p.id, p.login, p.name, coalesce(p.phone, '') as phone, coalesce(p.email, '') as email,
                            p.password is null as waiting, p.disabled_at is not null as disabled, p.version, coalesce(o.claim, '') as claim,
                            o.confirmed_at is not null as confirmed,
                            exists (select from access.second_factor f where f.person = p.id and f.confirmed_at is not null) as factor
                        from access.person p left join access.outside_identity o on o.person = p.id where p.id = :id
                        """)
                .param("id", id)
                .query((row, number) -> new PeoplePages.Person(
                        id,
                        row.getString("login"),
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getString("claim"),
                        row.getBoolean("confirmed"),
                        row.getInt("version"),
                        row.getBoolean("disabled"),
                        row.getBoolean("waiting"),
                        locked,
                        row.getBoolean("factor"),
                        places,
                        grants))
                .optional()
                .orElseThrow(PeopleList::absent);
    }

    private static Refusal absent() {
        return Refusal.notFound("没有这个人员");
    }

    private List<PeoplePages.Place> places(long person) {
        var names = organs.names();
        return database.sql("""
                        select m.organ, coalesce(d.name, '') as division, coalesce(m.title, '') as title
                        from access.membership m left join access.division d on d.id = m.division
                        where m.person = :person order by m.organ
                        """)
                .param("person", person)
                .query((row, number) -> new PeoplePages.Place(
                        names.apply(new OrganId(row.getLong("organ"))),
                        row.getString("division"),
                        row.getString("title")))
                .list();
    }

    private List<PeoplePages.GrantLine> grants(long person) {
        var names = organs.names();
        return database.sql("""
                        select g.id, g.role, g.organ, g.subtree, coalesce(d.name, '') as division, g.granted_at
                        from access.role_grant g left join access.division d on d.id = g.division
                        where g.person = :person order by g.id
                        """)
                .param("person", person)
                .query((row, number) -> new PeoplePages.GrantLine(
                        row.getLong("id"),
                        Role.valueOf(row.getString("role")).chinese(),
                        row.getObject("organ") == null ? "全平台" : names.apply(new OrganId(row.getLong("organ"))),
                        row.getString("division"),
                        row.getBoolean("subtree"),
                        row.getObject("granted_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Only what is asked for stands in the question, and the page's bounds as numbers: PostgreSQL then need not plan it each time. */
    private static String where(ListQuery query) {
        var conditions = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        if (!query.text("q").isEmpty()) {
            conditions.add(WORDS);
        }
        if (!query.text("role").isEmpty()) {
            conditions.add(ROLE);
        }
        if (query.filter("organ").isPresent()) {
            conditions.add(ORGAN);
        }
        var state = query.text("state");
        if (!state.isEmpty()) {
            conditions.add(STATES.getOrDefault(state, IN_USE));
        }
        return conditions.toString();
    }

    private JdbcClient.StatementSpec asked(String question, ListQuery query) {
        return database.sql(question)
                .param("like", query.like("q"))
                .param("role", query.text("role"))
                .param("organ", organ(query.filter("organ")))
                .param("now", OffsetDateTime.now(clock));
    }

    /** An organ by code or by the beginning of a search; none found filters everything out. */
    private long organ(Optional<String> asked) {
        return asked.map(words -> organs.byCode(words)
                        .or(() -> organs.search(words, 1).stream().findFirst())
                        .map(found -> found.id().value())
                        .orElse(-1L))
                .orElse(0L);
    }

    /** The names of organs are had before the rows are read: looking for them meanwhile would take a second connection. */
    private RowMapper<PeoplePages.Line> lines() {
        var names = organs.names();
        return (row, number) -> line(row, names);
    }

    private static PeoplePages.Line line(ResultSet row, Function<OrganId, String> names) throws SQLException {
        boolean disabled = row.getBoolean("disabled");
        boolean waiting = row.getBoolean("waiting");
        return new PeoplePages.Line(
                row.getLong("id"),
                row.getString("login"),
                row.getString("name"),
                Phone.masked(row.getString("phone")),
                words(
                        (String[]) row.getArray("roles").getArray(),
                        role -> Role.valueOf(role).chinese()),
                words((Long[]) row.getArray("organs").getArray(), organ -> names.apply(new OrganId(organ))),
                disabled ? "已停用" : waiting ? "待启用" : "在用",
                disabled ? Tone.CLOSED : waiting ? Tone.WARNING : Tone.DONE);
    }

    private static <T> String words(T[] several, Function<T, String> word) {
        return Arrays.stream(several).sorted().distinct().map(word).collect(Collectors.joining("、"));
    }
}
