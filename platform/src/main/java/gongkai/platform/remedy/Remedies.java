package gongkai.platform.remedy;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.KeepingTerm;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of reconsiderations and lawsuits (复议诉讼台账). Who may do what is asked by whoever calls. */
@Service
public class Remedies {
    /** The report counts each case once (国办公开办函〔2021〕30号, table 4). */
    static final String ARTICLE = "第五十条";

    private static final String SELECT = """
            select remedy.id, remedy.organ, remedy.kind, request.number, remedy.case_no, remedy.accepted_on, remedy.outcome,
                   remedy.closed_on
            from remedy.remedy left join request.request on request.id = remedy.request
            """;

    /** 2007 年《政府信息公开条例》第三十八条：自 2008 年 5 月 1 日起施行。 */
    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 5, 1);

    private final JdbcClient database;
    private final AuditLog log;
    private final WhoActs whoActs;
    private final Clock clock;
    private final Requests requests;
    private final KeepingTerm keeping;

    Remedies(JdbcClient database, AuditLog log, WhoActs whoActs, Clock clock, Requests requests, KeepingTerm keeping) {
        this.database = database;
        this.log = log;
        this.whoActs = whoActs;
        this.clock = clock;
        this.requests = requests;
        this.keeping = keeping;
    }

    /**
     * Enters a case.
     *
     * @param request the number of a request of the same organ, null if it is about none
     * @throws Refusal 422, when a day lies ahead or the request is not one of the organ's
     */
    @Transactional
    public long add(
            OrganId organ,
            RemedyKind kind,
            @Nullable String request,
            String caseNo,
            LocalDate acceptedOn,
            boolean backfilled) {
        if (acceptedOn.isAfter(today())) {
            throw Refusal.unreadable("受理日期" + acceptedOn + "晚于今天");
        }
        if (acceptedOn.isBefore(FIRST_DAY)) {
            throw Refusal.unreadable("受理日期" + acceptedOn + "早于《政府信息公开条例》施行之日" + FIRST_DAY);
        }
        var about = request == null ? null : requestId(organ, request);
        long id = database.sql("""
                        insert into remedy.remedy (organ, kind, request, case_no, accepted_on, backfilled, recorded_at, recorded_by)
                        values (:organ, :kind, :request, :caseNo, :accepted, :backfilled, :now, :person) returning id
                        """)
                .param("organ", organ.value())
                .param("kind", kind.name())
                .param("request", about)
                .param("caseNo", caseNo)
                .param("accepted", acceptedOn)
                .param("backfilled", backfilled)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", whoActs.now().person())
                .query(Long.class)
                .single();
        if (request != null) {
            requests.byNumber(request).ifPresent(keeping::suspend);
        }
        log.write(AuditEntry.of("登记复议诉讼案件", "复议诉讼案件", String.valueOf(id)).concerning(organ.value()));
        return id;
    }

    /**
     * Closes a case with its outcome. One case is closed once: first and second instance count as one, by the result in force.
     *
     * @throws Refusal 409, when it is closed already; 422, when the day or the outcome cannot be
     */
    @Transactional
    public void close(RemedyCase remedy, RemedyOutcome outcome, LocalDate closedOn) {
        if (!outcome.closes()) {
            throw Refusal.unreadable("“" + outcome.label() + "”不是审结的结果");
        }
        if (closedOn.isBefore(remedy.acceptedOn()) || closedOn.isAfter(today())) {
            throw Refusal.unreadable("审结日期" + closedOn + "应在受理日期" + remedy.acceptedOn() + "与今天之间");
        }
        int closed = database.sql("""
                        update remedy.remedy set outcome = :outcome, closed_on = :closed where id = :id and outcome is null
                        """)
                .param("outcome", outcome.name())
                .param("closed", closedOn)
                .param("id", remedy.id())
                .update();
        if (closed == 0) {
            throw Refusal.barred(ARTICLE, "案件已登记审结结果，一案只计一次");
        }
        keep(remedy, closedOn);
        log.write(AuditEntry.of("登记复议诉讼结果", "复议诉讼案件", String.valueOf(remedy.id()))
                .concerning(remedy.organ().value())
                .with(outcome.label() + "，审结日期 " + closedOn));
    }

    /** The last case about a request to be closed lets the term of its data begin. */
    private void keep(RemedyCase remedy, LocalDate closedOn) {
        var number = remedy.request();
        if (number == null) {
            return;
        }
        boolean open =
                database.sql("""
                        select exists (select from remedy.remedy join request.request on request.id = remedy.request
                                       where request.number = :number and remedy.outcome is null)
                        """).param("number", number).query(Boolean.class).single();
        if (!open) {
            requests.byNumber(number).ifPresent(request -> keeping.begin(request, closedOn));
        }
    }

    /** The case of that number. */
    public Optional<RemedyCase> byId(long id) {
        return database.sql(SELECT + "where remedy.id = :id")
                .param("id", id)
                .query(Remedies::remedy)
                .optional();
    }

    /** The cases that stand in table 4 of that organ and year, in the order they were accepted. */
    public List<RemedyCase> inTable(OrganId organ, int year) {
        return within(List.of(organ), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The cases of those organs that were open on some day from the first to the last, in the order they were accepted. */
    public List<RemedyCase> within(Collection<OrganId> organs, LocalDate first, LocalDate last) {
        return database.sql(SELECT + """
                        where remedy.organ = any(:organs) and remedy.accepted_on < :next
                            and (remedy.closed_on is null or remedy.closed_on >= :first)
                        order by remedy.accepted_on, remedy.id
                        """)
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .param("first", first)
                .param("next", last.plusDays(1))
                .query(Remedies::remedy)
                .list();
    }

    private long requestId(OrganId organ, String number) {
        return database.sql("select id from request.request where number = :number and organ = :organ")
                .param("number", number)
                .param("organ", organ.value())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.unreadable("本机关没有编号为“" + number + "”的申请"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static RemedyCase remedy(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        return new RemedyCase(
                row.getLong("id"),
                new OrganId(row.getLong("organ")),
                RemedyKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("case_no"),
                row.getObject("accepted_on", LocalDate.class),
                outcome == null ? null : RemedyOutcome.valueOf(outcome),
                row.getObject("closed_on", LocalDate.class));
    }
}
