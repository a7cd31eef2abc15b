package gongkai.platform.casework;

import gongkai.platform.access.Actor;
import gongkai.platform.access.Colleagues;
import gongkai.platform.access.Role;
import gongkai.platform.calendar.WorkingDays;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.web.Due;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases of one organ with their filters and orders. What is counted stops at {@link #MOST_COUNTED}. */
@Component
class CaseList {
    static final int MOST_COUNTED = 10_000;
    private static final int MOST_EXPORTED = 50_000;
    private static final int OLDEST = 10;

    private static final String COLUMNS = """
            select r.number, r.description, r.state, r.channel, r.applicant_kind, r.submitted_on, r.receipt_on, r.due, r.judged_on,
                   r.ended_on, r.decision, k.waits_until, k.internal_due, k.opened_at is not null as opened,
                   coalesce(d.name, '') as division, coalesce(p.name, '') as handler
            """;

    private static final String FROM = """
            from request.request r
            left join casework.docket k on k.request = r.id
            left join access.division d on d.id = k.division
            left join access.person p on p.id = k.handler
            where r.organ = :organ
            """;

    private final JdbcClient database;
    private final Requests requests;
    private final Colleagues colleagues;

    CaseList(JdbcClient database, Requests requests, Colleagues colleagues) {
        this.database = database;
        this.requests = requests;
        this.colleagues = colleagues;
    }

    Listing<CaseRow> page(CaseView view, OrganId organ, Actor actor, ListQuery query) {
        var where = where(view, organ, actor, query);
        if (view == CaseView.OLDEST) {
            var rows = rows(where, organ, " order by r.submitted_on, r.id limit " + OLDEST, 0, OLDEST);
            return new Listing<>(query, rows, rows.size());
        }
        long total = database.sql("select count(*) from (select 1 " + FROM + where.sql() + " limit :most) counted")
                .params(where.parameters())
                .param("most", MOST_COUNTED + 1)
                .query(Long.class)
                .single();
        var rows = rows(
                where,
                organ,
                " order by " + query.orderBy() + " limit :limit offset :offset",
                query.offset(),
                query.size());
        return new Listing<>(query, rows, total);
    }

    List<CaseRow> all(CaseView view, OrganId organ, Actor actor, ListQuery query) {
        return rows(
                where(view, organ, actor, query),
                organ,
                " order by " + query.orderBy() + " limit :limit offset :offset",
                0,
                MOST_EXPORTED);
    }

    private List<CaseRow> rows(Where where, OrganId organ, String order, long offset, int limit) {
        var reckoning = new Reckoning(organ);
        return database.sql(COLUMNS + FROM + where.sql() + order)
                .params(where.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> reckoning.row(row))
                .list();
    }

    /** What stands after {@code where}, and its parameters. */
    private record Where(String sql, Map<String, @Nullable Object> parameters) {}

    private Where where(CaseView view, OrganId organ, Actor actor, ListQuery query) {
        var sql = new StringBuilder(" and " + view.condition());
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("organ", organ.value());
        if (view == CaseView.OVERDUE) {
            parameters.put("today", requests.today());
        }
        if (view == CaseView.MINE) {
            parameters.put("me", actor.person());
            parameters.put("division", colleagues.divisionOf(actor, organ).orElse(-1L));
            parameters.put("distributes", actor.is(Role.OFFICE_CLERK, organ) || actor.is(Role.OFFICE_HEAD, organ));
        }
        query.filter("q").ifPresent(words -> {
            sql.append(" and (r.description ilike :like or r.number ilike :like)");
            parameters.put("like", query.like("q"));
        });
        same(query, "state", "r.state", sql, parameters);
        same(query, "channel", "r.channel", sql, parameters);
        same(query, "kind", "r.applicant_kind", sql, parameters);
        same(query, "result", "r.decision", sql, parameters);
        number(query, "division", "k.division", sql, parameters);
        number(query, "handler", "k.handler", sql, parameters);
        day(query, "from", "r.submitted_on >=", sql, parameters);
        day(query, "to", "r.submitted_on <=", sql, parameters);
        day(query, "dueFrom", "r.due >=", sql, parameters);
        day(query, "dueTo", "r.due <=", sql, parameters);
        query.filter("stage")
                .ifPresent(stage -> sql.append(stage.equals("open") ? " and (" : " and not (")
                        .append(CaseView.IN_HAND)
                        .append(")"));
        return new Where(sql.toString(), parameters);
    }

    private static void same(
            ListQuery query, String name, String column, StringBuilder sql, Map<String, @Nullable Object> parameters) {
        query.filter(name).ifPresent(value -> {
            sql.append(" and ").append(column).append(" = :").append(name);
            parameters.put(name, value);
        });
    }

    private static void number(
            ListQuery query, String name, String column, StringBuilder sql, Map<String, @Nullable Object> parameters) {
        query.filter(name).ifPresent(value -> {
            sql.append(" and ").append(column).append(" = :").append(name);
            parameters.put(name, Long.valueOf(value));
        });
    }

    private static void day(
            ListQuery query,
            String name,
            String comparison,
            StringBuilder sql,
            Map<String, @Nullable Object> parameters) {
        query.day(name).ifPresent(day -> {
            sql.append(" and ").append(comparison).append(" :").append(name);
            parameters.put(name, day);
        });
    }

    /** The newest cases of an organ whose number is that or holds it. Only what has a digit in it can be a number. */
    List<FoundPage.Numbered> numbered(OrganId organ, String sought, int most) {
        if (sought.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        return database.sql("""
                        select number, description, submitted_on, state from request.request
                        where organ = :organ and (number = :sought or number ilike :like)
                        order by number = :sought desc, id desc limit :most
                        """)
                .param("organ", organ.value())
                .param("sought", sought)
                .param(
                        "like",
                        "%" + sought.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("most", most)
                .query((row, number) -> new FoundPage.Numbered(
                        row.getString("number"),
                        CaseTitle.of(row.getString("description")),
                        row.getObject("submitted_on", LocalDate.class),
                        RequestState.valueOf(row.getString("state"))))
                .list();
    }

    /** How many cases of the organ are in hand and due on each day of a month, and how many terms of others end on it. */
    List<DayCount> due(OrganId organ, LocalDate first, LocalDate last) {
        var counts = new ArrayList<DayCount>();
        counts.addAll(database.sql(
                        "select r.due as day, count(*) as number from request.request r where r.organ = :organ and "
                                + CaseView.IN_HAND
                                + " and r.judged_on is null and r.due between :first and :last group by r.due")
                .param("organ", organ.value())
                .param("first", first)
                .param("last", last)
                .query((row, number) ->
                        new DayCount(row.getObject("day", LocalDate.class), row.getInt("number"), false))
                .list());
        counts.addAll(database.sql("""
                        select waits_until as day, count(*) as number from casework.docket
                        where organ = :organ and waits_until between :first and :last group by waits_until
                        """)
                .param("organ", organ.value())
                .param("first", first)
                .param("last", last)
                .query((row, number) -> new DayCount(row.getObject("day", LocalDate.class), row.getInt("number"), true))
                .list());
        return counts;
    }

    /** So many on one day. @param others whether it is the term of somebody else */
    record DayCount(LocalDate day, int number, boolean others) {}

    /** Days left, in the calendar of one organ. */
    private final class Reckoning {
        private final WorkingDays days;
        private final LocalDate today = requests.today();

        Reckoning(OrganId organ) {
            this.days = requests.procedure(organ).days();
        }

        CaseRow row(ResultSet row) throws SQLException {
            var due = row.getObject("due", LocalDate.class);
            var decision = row.getString("decision");
            boolean answered = row.getObject("judged_on") != null;
            var number = row.getString("number");
            return new CaseRow(
                    number,
                    CaseTitle.of(row.getString("description")),
                    RequestState.valueOf(row.getString("state")),
                    Channel.valueOf(row.getString("channel")),
                    gongkai.platform.personal.ApplicantKind.valueOf(row.getString("applicant_kind"))
                            .chinese(),
                    row.getObject("submitted_on", LocalDate.class),
                    row.getObject("receipt_on", LocalDate.class),
                    due,
                    answered ? null : due(due, number),
                    due(row.getObject("waits_until", LocalDate.class), ""),
                    due(row.getObject("internal_due", LocalDate.class), ""),
                    row.getString("division"),
                    row.getString("handler"),
                    row.getBoolean("opened"),
                    row.getObject("ended_on", LocalDate.class),
                    decision == null ? null : DecisionType.valueOf(decision).label());
        }

        private @Nullable Due due(@Nullable LocalDate day, String number) {
            return day == null
                    ? null
                    : Cases.due(days, today, day, number.isEmpty() ? "" : Cases.path(number) + "?tab=ledger#tabs");
        }
    }
}
