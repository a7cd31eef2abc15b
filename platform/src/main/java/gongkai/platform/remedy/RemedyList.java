package gongkai.platform.remedy;

import gongkai.platform.organ.OrganId;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Listing;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of cases with its filters. */
@Component
class RemedyList {
    static final ListShape SHAPE = ListShape.at("/office/remedies", "remedy.id")
            .newestFirst("accepted", "remedy.accepted_on")
            .sortable("case", "remedy.case_no")
            .sortable("kind", "remedy.kind")
            .sortable("closed", "remedy.closed_on")
            .filters("q")
            .choice("kind", RemedyKind.values())
            .choice("state", Set.of("open", "undefended", "UPHELD", "CORRECTED", "OTHER"))
            .year("year");

    private static final String FROM = """
            from remedy.remedy left join request.request on request.id = remedy.request
            where remedy.organ in (:organs)
              and (:q = '' or remedy.case_no like :like or decider like :like or about like :like or request.number like :like)
              and (:kind = '' or remedy.kind = :kind)
              and (:year = 0 or remedy.accepted_on < make_date(:year + 1, 1, 1)
                   and (remedy.closed_on is null or remedy.closed_on >= make_date(:year, 1, 1)))
              and case :state when 'open' then remedy.outcome is null
                   when 'undefended' then remedy.outcome is null and copy_on is not null and defended_on is null
                   when 'UPHELD' then remedy.outcome = 'UPHELD'
                   when 'CORRECTED' then remedy.outcome = 'CORRECTED'
                   when 'OTHER' then remedy.outcome = 'OTHER'
                   else true end
            """;

    private static final String COLUMNS = """
            select remedy.id, remedy.organ, remedy.kind, request.number, remedy.case_no, remedy.accepted_on, remedy.outcome,
                   remedy.closed_on, hearing, decider, defendants, about, copy_on, defended_on, result, redo_until, redo_number, lesson
            """;

    private final JdbcClient database;

    RemedyList(JdbcClient database) {
        this.database = database;
    }

    Listing<RemedyFile> page(ListQuery query, Collection<OrganId> organs) {
        long total = asked("select count(*) " + FROM, query, organs)
                .query(Long.class)
                .single();
        var rows = asked(
                        COLUMNS + FROM + " order by " + query.orderBy() + " limit :limit offset :offset", query, organs)
                .param("limit", query.size())
                .param("offset", query.offset())
                .query((row, number) -> RemedyFiles.file(row, List.of()))
                .list();
        return new Listing<>(query, rows, total);
    }

    List<RemedyFile> all(ListQuery query, Collection<OrganId> organs) {
        return asked(COLUMNS + FROM + " order by " + query.orderBy(), query, organs)
                .query((row, number) -> RemedyFiles.file(row, List.of()))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, ListQuery query, Collection<OrganId> organs) {
        var ids = organs.isEmpty()
                ? List.of(-1L)
                : organs.stream().map(OrganId::value).toList();
        return database.sql(sql)
                .param("organs", ids)
                .param("q", query.text("q"))
                .param("like", query.like("q"))
                .param("kind", query.text("kind"))
                .param("state", query.text("state"))
                .param("year", query.filter("year").map(Integer::valueOf).orElse(0));
    }
}
