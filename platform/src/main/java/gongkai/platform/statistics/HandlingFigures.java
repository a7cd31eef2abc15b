package gongkai.platform.statistics;

import gongkai.platform.organ.OrganId;
import gongkai.platform.request.procedure.Channel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How requests were handled, counted in the database. */
@Repository
class HandlingFigures {
    private static final String DEALT_WITH = """
            from request.request
            where organ = any(:organs) and receipt_on is not null and ended_on between :first and :last
            """;

    private final JdbcClient database;
    private final Clock clock;

    HandlingFigures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Requests by the month they were received and dealt with, as 2026-01. */
    record Month(String month, int received, int dealtWith) {}

    /** The same of a division; its name is empty for what was assigned to none. */
    record OfDivision(
            String division,
            int answered,
            @Nullable Double median,
            @Nullable Double ninety,
            int inTime,
            int judged) {}

    Punctuality punctuality(List<OrganId> organs, LocalDate first, LocalDate last) {
        return asked("""
                        select count(*) filter (where ended_on is not null and judged_on <= due) as in_time,
                               count(*) filter (where ended_on is not null and judged_on > due) as late,
                               count(*) filter (where ended_on is not null and judged_on is null and due is not null) as unsent,
                               count(*) filter (where ended_on is null and due < :today) as open_late,
                               count(*) filter (where ended_on is null and (due is null or due >= :today)) as open_yet,
                               count(*) filter (where ended_on is not null and due is null) as ended,
                               percentile_cont(0.5) within group (order by judged_on - receipt_on)
                                   filter (where ended_on is not null and judged_on is not null) as median,
                               percentile_cont(0.9) within group (order by judged_on - receipt_on)
                                   filter (where ended_on is not null and judged_on is not null) as ninety
                        from request.request
                        where organ = any(:organs) and receipt_on <= :last
                            and (ended_on between :first and :last or ended_on is null)
                        """, organs, first, last)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new Punctuality(
                        row.getInt("in_time"),
                        row.getInt("late"),
                        row.getInt("unsent"),
                        row.getInt("open_late"),
                        row.getInt("open_yet"),
                        row.getInt("ended"),
                        row.getObject("median", Double.class),
                        row.getObject("ninety", Double.class)))
                .single();
    }

    Map<Channel, Integer> channels(List<OrganId> organs, LocalDate first, LocalDate last) {
        var channels = new LinkedHashMap<Channel, Integer>();
        asked("""
                        select channel, count(*) as number from request.request
                        where organ = any(:organs) and receipt_on between :first and :last
                        group by channel order by number desc, channel
                        """, organs, first, last)
                .query((row, number) -> Map.entry(Channel.valueOf(row.getString("channel")), row.getInt("number")))
                .list()
                .forEach(entry -> channels.put(entry.getKey(), entry.getValue()));
        return channels;
    }

    List<Month> months(List<OrganId> organs, LocalDate first, LocalDate last) {
        return asked("""
                        select to_char(m.month, 'YYYY-MM') as month, coalesce(r.number, 0) as received,
                               coalesce(e.number, 0) as dealt_with
                        from generate_series(date_trunc('month', cast(:first as timestamp)),
                                             cast(:last as timestamp), interval '1 month') as m(month)
                        left join (select date_trunc('month', receipt_on) as month, count(*) as number from request.request
                                   where organ = any(:organs) and receipt_on between :first and :last group by 1) r
                            on r.month = m.month
                        left join (select date_trunc('month', ended_on) as month, count(*) as number
                        """ + DEALT_WITH + """
                                   group by 1) e on e.month = m.month
                        order by 1
                        """, organs, first, last)
                .query((row, number) ->
                        new Month(row.getString("month"), row.getInt("received"), row.getInt("dealt_with")))
                .list();
    }

    List<OfDivision> divisions(List<OrganId> organs, LocalDate first, LocalDate last) {
        return asked("""
                        select coalesce(division.name, '') as division, count(*) as answered,
                               percentile_cont(0.5) within group (order by judged_on - receipt_on)
                                   filter (where judged_on is not null) as median,
                               percentile_cont(0.9) within group (order by judged_on - receipt_on)
                                   filter (where judged_on is not null) as ninety,
                               count(*) filter (where judged_on <= due) as in_time,
                               count(*) filter (where judged_on is not null and due is not null) as judged
                        from request.request
                        left join casework.docket on docket.request = request.id
                        left join access.division on division.id = docket.division
                        where request.organ = any(:organs) and receipt_on is not null and ended_on between :first and :last
                        group by 1 order by 2 desc, 1
                        """, organs, first, last)
                .query((row, number) -> new OfDivision(
                        row.getString("division"),
                        row.getInt("answered"),
                        row.getObject("median", Double.class),
                        row.getObject("ninety", Double.class),
                        row.getInt("in_time"),
                        row.getInt("judged")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, List<OrganId> organs, LocalDate first, LocalDate last) {
        return database.sql(sql)
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .param("first", first)
                .param("last", last);
    }
}
