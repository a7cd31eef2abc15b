package gongkai.platform.auditor;

import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the log. */
@Component
class AuditLines {
    static final ListShape SHAPE = ListShape.at("/office/audit", "e.id")
            .newestFirst("at", "e.at")
            .days("from", "to")
            .filters("who", "organ", "action", "subject", "address", "text");

    /** Nobody turns so many pages, and counting further would take long. */
    static final int MOST = 100_000;

    private static final int AT_ONCE = 2_000;
    private static final int LATEST_LINES = 20_000;
    private static final int FEW = 5_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String COLUMNS = """
            select e.id, e.at, e.login, e.address, e.organ, e.action, e.subject_kind, e.subject, e.detail, p.name, l.seq
            """;

    /** What an index finds of the lines that hold some words, and the lines that are not in it yet. */
    private static final String PAIRS = """
            e.id in (select entry from audit.words where pairs @> audit.pairs(:words) union all select entry from audit.pending)""";
    /** A single character is looked for in the latest lines only: no index serves it. */
    private static final String LATEST =
            "e.id in (select id from audit.entry order by at desc, id desc limit " + LATEST_LINES + ")";

    private final JdbcClient database;
    private final Organs organs;
    private final TransactionTemplate looking;

    AuditLines(JdbcClient database, Organs organs, PlatformTransactionManager transactions) {
        this.database = database;
        this.organs = organs;
        looking = new TransactionTemplate(transactions);
        looking.setReadOnly(true);
    }

    /** One page of those asked for; the total is at most {@link #MOST} + 1. */
    Listing<AuditRow> list(ListQuery query) {
        return Objects.requireNonNull(looking.execute(status -> {
            boolean words = wordsGiven(query.text("text"));
            byTheIndexOfWords(words);
            long total = count(where(query, words));
            boolean few = total <= FEW;
            byTheIndexOfWords(words && few);
            return page(query, total, where(query, words && few));
        }));
    }

    /**
     * Few lines that hold some words are found by the index of words and then sorted. Of many the latest are found soon by going back in time. The
     * planner cannot tell, for it takes each look at the index for a look at the words, so it is told.
     */
    private void byTheIndexOfWords(boolean yes) {
        for (var scan : List.of("enable_seqscan", "enable_indexscan")) {
            database.sql("set local " + scan + " = " + (yes ? "off" : "on")).update();
        }
    }

    private long count(Where where) {
        return database.sql("select count(*) from (select from audit.entry e" + where.sql() + " limit " + (MOST + 1)
                        + ") counted")
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    private Listing<AuditRow> page(ListQuery query, long total, Where where) {
        var rows = database.sql(COLUMNS + """
                        from (select * from audit.entry e %s order by %s limit :size offset :offset) e
                        left join access.person p on p.id = e.person left join audit.link l on l.entry = e.id
                        order by %s
                        """.formatted(where.sql(), order(query), order(query)))
                .params(where.parameters())
                .param("size", query.size())
                .param("offset", Math.min(query.offset(), MOST))
                .query(rows())
                .list();
        return new Listing<>(query, rows, Math.min(total, MOST + 1L));
    }

    /** All of those asked for, as many as there may be, read some thousand at a time as they are written out. */
    Stream<AuditRow> all(ListQuery query, int most) {
        return Stream.iterate(some(query, null), rows -> !rows.isEmpty(), rows -> some(query, rows.getLast()))
                .flatMap(List::stream)
                .limit(most);
    }

    private List<AuditRow> some(ListQuery query, @Nullable AuditRow after) {
        var where = where(query, false);
        var sql = where.sql();
        var parameters = new HashMap<>(where.parameters());
        if (after != null) {
            sql += (sql.isEmpty() ? " where " : " and ") + "(e.at, e.id) " + (query.descending() ? "<" : ">")
                    + " (:afterAt, :afterId)";
            parameters.put("afterAt", after.at().atOffset(ZoneOffset.UTC));
            parameters.put("afterId", after.id());
        }
        return database.sql(COLUMNS + """
                        from (select * from audit.entry e %s order by %s limit :size) e
                        left join access.person p on p.id = e.person left join audit.link l on l.entry = e.id
                        order by %s
                        """.formatted(sql, order(query), order(query)))
                .params(parameters)
                .param("size", AT_ONCE)
                .query(rows())
                .list();
    }

    Optional<AuditRow> find(long id) {
        return database.sql(COLUMNS + """
                        from audit.entry e left join access.person p on p.id = e.person left join audit.link l on l.entry = e.id
                        where e.id = :id
                        """).param("id", id).query(rows()).optional();
    }

    /** What occurs as an action, for the filter. */
    List<Option> actions() {
        // Jumps from one action to the next along the index, so that a long log costs no more than a short one.
        return database.sql("""
                        with recursive action (name) as (
                            select min(action) from audit.entry
                            union all
                            select (select min(e.action) from audit.entry e where e.action > action.name) from action
                            where action.name is not null)
                        select name from action where name is not null
                        """)
                .query((row, number) -> new Option(row.getString("name"), row.getString("name")))
                .list();
    }

    /** The time is never missing, and said so an index gives this order. */
    private static String order(ListQuery query) {
        return query.descending() ? "e.at desc, e.id desc" : "e.at, e.id";
    }

    private record Where(String sql, Map<String, Object> parameters) {}

    /**
     * Only what is asked for stands in the statement, so that an index serves it.
     *
     * @param byWords whether the index of words shall find the text
     */
    private Where where(ListQuery query, boolean byWords) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        query.day("from").ifPresent(day -> {
            conditions.add("e.at >= :from");
            parameters.put("from", day.atStartOfDay(ZONE).toOffsetDateTime());
        });
        query.day("to").ifPresent(day -> {
            conditions.add("e.at < :to");
            parameters.put("to", day.plusDays(1).atStartOfDay(ZONE).toOffsetDateTime());
        });
        query.filter("who").ifPresent(who -> {
            conditions.add(
                    "e.login = any (array(select login from access.person where name = :who union all select :who))");
            parameters.put("who", who);
        });
        query.filter("organ").ifPresent(organ -> {
            conditions.add("e.organ = any (:organs)");
            parameters.put("organs", organs(organ));
        });
        query.filter("action").ifPresent(action -> {
            conditions.add("e.action = :action");
            parameters.put("action", action);
        });
        query.filter("subject").ifPresent(subject -> {
            conditions.add("(e.subject = :subject or e.subject_kind = :subject)");
            parameters.put("subject", subject);
        });
        query.filter("address").ifPresent(address -> {
            conditions.add("e.address = :address");
            parameters.put("address", address);
        });
        query.filter("text").ifPresent(text -> {
            if (byWords) {
                conditions.add(PAIRS);
                parameters.put("words", text);
            } else if (!wordsGiven(text)) {
                conditions.add(LATEST);
            }
            conditions.add("(e.detail ilike :text or e.subject ilike :text or e.action ilike :text)");
            parameters.put("text", query.like("text"));
        });
        return new Where(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), parameters);
    }

    /** A single character has no neighbour. */
    private static boolean wordsGiven(String text) {
        return text.codePointCount(0, text.length()) > 1;
    }

    private Long[] organs(String typed) {
        return organs.all().stream()
                .filter(organ -> organ.code().equals(typed) || organ.name().contains(typed))
                .map(organ -> organ.id().value())
                .toArray(Long[]::new);
    }

    /** The names of organs are had before the rows are read: looking for them meanwhile would take a second connection. */
    private RowMapper<AuditRow> rows() {
        var names = organs.names();
        return (row, number) -> row(row, names);
    }

    private static AuditRow row(ResultSet row, Function<OrganId, String> names) throws SQLException {
        var organ = row.getObject("organ", Long.class);
        return new AuditRow(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                text(row.getString("name")),
                text(row.getString("login")),
                text(row.getString("address")),
                organ == null ? "" : name(names, organ),
                text(row.getString("action")),
                text(row.getString("subject_kind")),
                text(row.getString("subject")),
                text(row.getString("detail")),
                row.getObject("seq", Long.class));
    }

    private static String name(Function<OrganId, String> names, long organ) {
        var name = names.apply(new OrganId(organ));
        return name.isEmpty() ? String.valueOf(organ) : name;
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }
}
