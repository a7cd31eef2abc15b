package gongkai.platform.request;

import gongkai.platform.organ.OrganId;
import gongkai.platform.request.procedure.ApplicantKind;
import gongkai.platform.request.procedure.TableThreeRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table 3 of organs and a period, counted in the database. A request comes in on its day of receipt and is dealt with on the day of the
 * step that ended it; what is not confirmed yet is in no cell.
 */
@Repository
public class TableThreeFigures {
    private static final String COUNTED = """
            from request.request
            where organ = any(:organs) and receipt_on < :next and (ended_on is null or ended_on >= :first)
            """;

    private final JdbcClient database;

    TableThreeFigures(JdbcClient database) {
        this.database = database;
    }

    /**
     * So many requests of one kind of applicant.
     *
     * @param came {@code NEW_RECEIVED} or {@code CARRIED_IN}
     * @param result the row of what became of them, {@code CARRIED_OUT} if nothing did that year
     */
    public record Count(ApplicantKind kind, TableThreeRow came, TableThreeRow result, int number) {
        /** Whether they stand in that row. */
        public boolean in(TableThreeRow row) {
            return row == came
                    || row == result
                    || row == TableThreeRow.RESULT_TOTAL && result != TableThreeRow.CARRIED_OUT;
        }
    }

    /** A request behind a cell. */
    public record Behind(String number, String title) {}

    /** All counts of that organ and year; added up by row and column they are the table. */
    public List<Count> of(OrganId organ, int year) {
        return of(List.of(organ), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** All counts of those organs together, from the first day to the last. */
    public List<Count> of(Collection<OrganId> organs, LocalDate first, LocalDate last) {
        return database.sql("""
                        select applicant_kind,
                               case when receipt_on >= :first then 'NEW_RECEIVED' else 'CARRIED_IN' end as came,
                               case when ended_on < :next then result_row else 'CARRIED_OUT' end as result,
                               count(*) as number
                        """ + COUNTED + "group by 1, 2, 3")
                .param("organs", numbers(organs))
                .param("first", first)
                .param("next", last.plusDays(1))
                .query((row, number) -> new Count(
                        ApplicantKind.valueOf(row.getString("applicant_kind")),
                        TableThreeRow.valueOf(row.getString("came")),
                        TableThreeRow.valueOf(row.getString("result")),
                        row.getInt("number")))
                .list();
    }

    /** The requests behind the cells of those rows and columns, by number. */
    public List<Behind> behind(OrganId organ, int year, Set<TableThreeRow> rows, Set<ApplicantKind> kinds) {
        return behind(List.of(organ), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), rows, kinds);
    }

    /** The same for those organs together, from the first day to the last. */
    public List<Behind> behind(
            Collection<OrganId> organs,
            LocalDate first,
            LocalDate last,
            Set<TableThreeRow> rows,
            Set<ApplicantKind> kinds) {
        return database
                .sql("""
                        select number, description,
                               case when receipt_on >= :first then 'NEW_RECEIVED' else 'CARRIED_IN' end as came,
                               case when ended_on < :next then result_row else 'CARRIED_OUT' end as result
                        """ + COUNTED + "and applicant_kind in (:kinds) order by organ, year, running")
                .param("organs", numbers(organs))
                .param("first", first)
                .param("next", last.plusDays(1))
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .query((row, number) -> {
                    var count = new Count(
                            ApplicantKind.OTHER_ORG,
                            TableThreeRow.valueOf(row.getString("came")),
                            TableThreeRow.valueOf(row.getString("result")),
                            1);
                    boolean in = rows.stream().anyMatch(count::in);
                    return new Row(in, new Behind(row.getString("number"), CaseTitle.of(row.getString("description"))));
                })
                .list()
                .stream()
                .filter(Row::in)
                .map(Row::behind)
                .toList();
    }

    private static Long[] numbers(Collection<OrganId> organs) {
        return organs.stream().map(OrganId::value).toArray(Long[]::new);
    }

    private record Row(boolean in, Behind behind) {}
}
