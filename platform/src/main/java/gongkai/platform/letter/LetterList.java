package gongkai.platform.letter;

import gongkai.platform.access.Policy;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Option;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of letters (文书), without anything of what they say but to which third party. */
@Repository
public class LetterList {
    static final ListShape SHAPE = ListShape.at("/office/letters", "l.id")
            .newestFirst("made", "l.made_at")
            .sortable("number", "l.doc_no")
            .sortable("request", "r.number")
            .sortable("signed", "l.signed_on")
            .filters("number", "request")
            .choice("state", Letter.State.values())
            .choice("kind", LetterKind.values())
            .days("from", "to");

    /** More than that is counted as that many; nobody turns so many pages. */
    private static final int COUNTED = 10_000;

    private static final String FROM = """
            from letter.letter l join request.request r on r.id = l.request
            where l.organ = any(:organs)
              and (:state = '' or l.state = :state) and (:kind = '' or l.kind = :kind)
              and (:number = '' or l.doc_no like :numberLike) and (:request = '' or r.number = :request)
              and (:from = '' or l.made_at >= cast(nullif(:from, '') as date)) and (:to = '' or l.made_at < cast(nullif(:to, '') as date) + 1)
            """;

    private final JdbcClient database;
    private final LetterStore letters;

    LetterList(JdbcClient database, LetterStore letters) {
        this.database = database;
        this.letters = letters;
    }

    /** A line of the list. @param title what it is and, if it is to a third party, to which */
    public record Line(
            UUID id,
            String request,
            String title,
            Letter.State state,
            @Nullable String docNo,
            OffsetDateTime madeAt,
            @Nullable LocalDate signedOn) {
        public String path() {
            return "/office/letters/" + id;
        }
    }

    Listing<Line> page(Policy.Reach reach, ListQuery query) {
        long total = bound("select count(*) from (select 1 " + FROM + " limit " + COUNTED + ") counted", reach, query)
                .query(Long.class)
                .single();
        return new Listing<>(query, rows(reach, query, query.size(), query.offset()), total);
    }

    List<Line> all(Policy.Reach reach, ListQuery query) {
        return rows(reach, query, COUNTED, 0);
    }

    /** How many drafts wait in these organs, receipts of registration apart. */
    int drafts(Policy.Reach reach) {
        return database.sql("""
                        select count(*) from (select 1 from letter.letter
                        where organ = any(:organs) and state = 'DRAFT' and kind not in ('REGISTRATION_RECEIPT', 'DELIVERY_RECEIPT') limit 1000) few
                        """)
                .param("organs", ids(reach))
                .query(Integer.class)
                .single();
    }

    private List<Line> rows(Policy.Reach reach, ListQuery query, int most, long skipped) {
        return bound("""
                        select l.id, r.number as request, l.kind, l.state, l.doc_no, l.made_at, l.signed_on,
                            case when l.kind = any(:toThirdParties) then l.content end as content
                        """ + FROM + " order by " + query.orderBy() + " limit :most offset :skipped", reach, query)
                .param("most", most)
                .param("skipped", skipped)
                .param(
                        "toThirdParties",
                        Letter.TO_THIRD_PARTIES.stream().map(Enum::name).toArray(String[]::new))
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Line(
                            id,
                            row.getString("request"),
                            Letter.title(
                                    LetterKind.valueOf(row.getString("kind")),
                                    letters.content(id, row.getString("content"))),
                            Letter.State.valueOf(row.getString("state")),
                            row.getString("doc_no"),
                            row.getObject("made_at", OffsetDateTime.class),
                            row.getObject("signed_on", LocalDate.class));
                })
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, Policy.Reach reach, ListQuery query) {
        return database.sql(sql)
                .param("organs", ids(reach))
                .param("state", query.text("state"))
                .param("kind", query.text("kind"))
                .param("number", query.text("number"))
                .param("numberLike", query.like("number"))
                .param("request", query.text("request"))
                .param("from", query.text("from"))
                .param("to", query.text("to"));
    }

    private static Long[] ids(Policy.Reach reach) {
        return reach.organs().stream().map(OrganId::value).toArray(Long[]::new);
    }

    static List<Option> kinds() {
        return Arrays.stream(LetterKind.values())
                .map(kind -> new Option(kind.name(), kind.code() + " " + kind.title()))
                .toList();
    }

    static List<Option> states() {
        return Arrays.stream(Letter.State.values())
                .map(state -> new Option(state.name(), state.chinese()))
                .toList();
    }
}
