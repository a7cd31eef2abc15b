package gongkai.platform.request;

import gongkai.platform.audit.WhoActs;
import gongkai.platform.database.ManyRows;
import gongkai.platform.database.RowIds;
import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.ApplicantId;
import gongkai.platform.personal.Mask;
import gongkai.platform.request.procedure.ApplicantKind;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Situation;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.request.procedure.TableThreeRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Requests and their steps in the database. */
@Repository
class RequestStore {
    private static final String COLUMNS = """
            id, number, organ, channel, applicant, applicant_kind, submitted_on, opened_confirmed_on, confirmed_on, description,
                   wanted_form, wanted_delivery, backfilled, state, receipt_on, due, extended, decision, result_row, ended_on, judged_on,
                   steps, answer_by,
                   (select parent.number from request.request parent where parent.id = request.request.origin) as origin_number
            """;
    private static final String SELECT = "select " + COLUMNS + " from request.request ";
    private static final String BY_NUMBER = SELECT + "where number = :number";

    private final JdbcClient database;
    private final WhoActs whoActs;
    private final JsonMapper json;
    private final RowIds ids;

    RequestStore(JdbcClient database, WhoActs whoActs, JsonMapper json) {
        this.database = database;
        this.whoActs = whoActs;
        this.json = json;
        ids = new RowIds(database, "request.request_id_seq");
    }

    /**
     * A case that begins, with what the register gave it.
     *
     * @param by the person who enters it
     */
    record Fresh(
            long id,
            RequestRegister.Case of,
            String number,
            int year,
            int running,
            String queryCode,
            ApplicantId applicant,
            @Nullable Long by) {
        NewRequest request() {
            return of.request();
        }

        Situation situation() {
            return of.situation();
        }

        /** The request as it stands when it is stored. */
        DisclosureRequest stored() {
            var origin = of.origin();
            return new DisclosureRequest(
                    id,
                    number,
                    request().organ(),
                    request().channel(),
                    applicant,
                    ApplicantKind.valueOf(request().applicant().kind().name()),
                    request().submittedOn(),
                    request().confirmedOn(),
                    request().confirmedOn(),
                    request().description(),
                    request().wantedForm(),
                    request().wantedDelivery(),
                    request().backfilled(),
                    situation().state(),
                    situation().receiptDate(),
                    situation().due(),
                    false,
                    null,
                    null,
                    null,
                    null,
                    0,
                    origin == null ? null : origin.number(),
                    of.answerBy());
        }
    }

    /** The identifier of a case to come. */
    long nextId() {
        return ids.next();
    }

    /** Stores it. */
    void add(Fresh fresh, Instant now) {
        ManyRows.into("request.request", List.of(fresh))
                .column("id", "bigint", Fresh::id)
                .column("number", "text", Fresh::number)
                .column("organ", "bigint", row -> row.request().organ().value())
                .column("year", "int", Fresh::year)
                .column("running", "int", Fresh::running)
                .column("query_code", "text", Fresh::queryCode)
                .column("channel", "text", row -> row.request().channel().name())
                .column("applicant", "uuid", row -> row.applicant().value())
                .column(
                        "applicant_kind",
                        "text",
                        row -> row.request().applicant().kind().name())
                .column("submitted_on", "date", row -> row.request().submittedOn())
                .column("opened_confirmed_on", "date", row -> row.request().confirmedOn())
                .column("confirmed_on", "date", row -> row.request().confirmedOn())
                .column("description", "text", row -> row.request().description())
                .column("wanted_form", "text", row -> row.request().wantedForm())
                .column("wanted_delivery", "text", row -> row.request().wantedDelivery())
                .column("backfilled", "boolean", row -> row.request().backfilled())
                .column("recorded_at", "timestamptz", row -> utc(now))
                .column("recorded_by", "bigint", Fresh::by)
                .column("state", "text", row -> row.situation().state().name())
                .column("receipt_on", "date", row -> row.situation().receiptDate())
                .column("due", "date", row -> row.situation().due())
                .column("extended", "boolean", row -> false)
                .column("origin", "bigint", row -> {
                    var origin = row.of().origin();
                    return origin == null ? null : origin.id();
                })
                .column("answer_by", "date", row -> row.of().answerBy())
                .insert(database);
    }

    /** The cases that came out of that one, oldest first. */
    List<DisclosureRequest> cameOutOf(long request) {
        return database.sql(SELECT + "where origin = :request order by id")
                .param("request", request)
                .query(RequestStore::request)
                .list();
    }

    Optional<DisclosureRequest> byNumber(String number) {
        return database.sql(BY_NUMBER)
                .param("number", number)
                .query(RequestStore::request)
                .optional();
    }

    /** What is stored of the query code of that request. */
    Optional<String> queryCode(String number) {
        return database.sql("select query_code from request.request where number = :number")
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** The request, held against others until the transaction ends. */
    Optional<DisclosureRequest> lock(String number) {
        return database.sql(BY_NUMBER + " for update of request")
                .param("number", number)
                .query(RequestStore::request)
                .optional();
    }

    List<Recorded> steps(long request) {
        return database.sql(
                        "select type, recorded_at, backfilled, fields from request.step where request = :request order by seq")
                .param("request", request)
                .query((row, number) -> {
                    var type = StepType.valueOf(row.getString("type"));
                    return new Recorded(
                            StepFields.read(type, json.readTree(row.getString("fields")), null),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("backfilled"));
                })
                .list();
    }

    void append(long request, int seq, Step step, boolean backfilled, Instant now) {
        database.sql("""
                        insert into request.step (request, seq, type, on_day, recorded_at, recorded_by, backfilled, fields)
                        values (:request, :seq, :type, :on, :now, :person, :backfilled, :fields::jsonb)
                        """)
                .param("request", request)
                .param("seq", seq)
                .param("type", StepType.of(step).name())
                .param("on", step.on())
                .param("now", utc(now))
                .param("person", whoActs.now().person())
                .param("backfilled", backfilled)
                .param("fields", StepFields.write(kept(step), json).toString())
                .update();
    }

    /** Steps are kept for good, so who signed for the answer stands in them masked; the receipt of delivery has the name. */
    private static Step kept(Step step) {
        return step instanceof Step.Deliver deliver
                ? new Step.Deliver(deliver.on(), Mask.name(deliver.signer()))
                : step;
    }

    void stand(long request, @Nullable LocalDate confirmedOn, Situation situation) {
        database.sql("""
                        update request.request
                        set state = :state, confirmed_on = coalesce(:confirmed, opened_confirmed_on), receipt_on = :receipt, due = :due,
                            extended = :extended, decision = :decision, result_row = :row, ended_on = :ended, judged_on = :judged,
                            steps = steps + 1
                        where id = :id
                        """)
                .param("state", situation.state().name())
                .param("confirmed", confirmedOn)
                .param("receipt", situation.receiptDate())
                .param("due", situation.due())
                .param("extended", situation.extended())
                .param("decision", name(situation.decision()))
                .param("row", name(situation.row()))
                .param("ended", situation.endedOn())
                .param("judged", situation.judgedOn())
                .param("id", request)
                .update();
    }

    private static DisclosureRequest request(ResultSet row, int number) throws SQLException {
        var decision = row.getString("decision");
        var result = row.getString("result_row");
        return new DisclosureRequest(
                row.getLong("id"),
                row.getString("number"),
                new OrganId(row.getLong("organ")),
                Channel.valueOf(row.getString("channel")),
                new ApplicantId(row.getObject("applicant", UUID.class)),
                ApplicantKind.valueOf(row.getString("applicant_kind")),
                row.getObject("submitted_on", LocalDate.class),
                row.getObject("opened_confirmed_on", LocalDate.class),
                row.getObject("confirmed_on", LocalDate.class),
                row.getString("description"),
                row.getString("wanted_form"),
                row.getString("wanted_delivery"),
                row.getBoolean("backfilled"),
                RequestState.valueOf(row.getString("state")),
                row.getObject("receipt_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getBoolean("extended"),
                decision == null ? null : DecisionType.valueOf(decision),
                result == null ? null : TableThreeRow.valueOf(result),
                row.getObject("ended_on", LocalDate.class),
                row.getObject("judged_on", LocalDate.class),
                row.getInt("steps"),
                row.getString("origin_number"),
                row.getObject("answer_by", LocalDate.class));
    }

    private static @Nullable String name(@Nullable Enum<?> identifier) {
        return identifier == null ? null : identifier.name();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
