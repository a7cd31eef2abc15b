package gongkai.platform.remedy;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.organ.OrganId;
import gongkai.platform.remedy.RemedyTerms.Hearing;
import gongkai.platform.request.Children;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of reconsiderations and lawsuits: their course, their end, and what is learnt from them. */
@Service
public class RemedyFiles {
    private static final String COLUMNS = """
            select remedy.id, remedy.organ, remedy.kind, request.number, remedy.case_no, remedy.accepted_on, remedy.outcome,
                   remedy.closed_on, hearing, decider, defendants, about, copy_on, defended_on, result, redo_until, redo_number, lesson
            from remedy.remedy left join request.request on request.id = remedy.request
            """;

    private final JdbcClient database;
    private final Remedies remedies;
    private final Children children;
    private final AuditLog log;
    private final WhoActs whoActs;
    private final Clock clock;

    RemedyFiles(JdbcClient database, Remedies remedies, Children children, AuditLog log, WhoActs whoActs, Clock clock) {
        this.database = database;
        this.remedies = remedies;
        this.children = children;
        this.log = log;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    /** A case as an officer enters it. */
    public record Entered(
            OrganId organ,
            RemedyKind kind,
            @Nullable String request,
            String caseNo,
            LocalDate acceptedOn,
            Hearing hearing,
            String decider,
            String defendants,
            String about,
            @Nullable LocalDate copyOn) {}

    /** How a case ended. */
    public record Ending(
            RemedyResult result,
            LocalDate closedOn,
            @Nullable LocalDate redoUntil,
            String lesson) {}

    /** What is learnt from a case that was lost, told when the next such answer is drafted. */
    public record Lesson(long remedy, String caseNo, String result, String lesson, LocalDate closedOn) {}

    /** Enters a case. @throws Refusal 422, as {@link Remedies#add}; 409 if it is entered already */
    @Transactional
    public long enter(Entered entered) {
        once(entered);
        long id = remedies.add(
                entered.organ(), entered.kind(), entered.request(), entered.caseNo(), entered.acceptedOn(), false);
        database.sql("""
                        update remedy.remedy set hearing = :hearing, decider = :decider, defendants = :defendants, about = :about
                        where id = :id
                        """)
                .param("id", id)
                .param("hearing", entered.hearing().name())
                .param("decider", entered.decider())
                .param("defendants", entered.defendants())
                .param("about", entered.about())
                .update();
        if (entered.copyOn() != null) {
            take(file(id).orElseThrow(), RemedyStep.COPY_RECEIVED, entered.copyOn(), "");
        }
        return id;
    }

    /** Enters something that happened in a case. @throws Refusal 422 for a day that cannot be, 409 when the case is closed */
    @Transactional
    public void take(RemedyFile file, RemedyStep step, LocalDate on, String note) {
        lock(file);
        var now = file(file.remedy().id()).orElseThrow();
        if (now.closed() != (step == RemedyStep.DECISION_SERVED)) {
            throw Refusal.barred(Remedies.ARTICLE, now.closed() ? "案件已经审结，不能再登记经过" : "案件还没有审结，先登记结果，再登记申请人收到复议决定书之日");
        }
        if (!step.fits(now.remedy().kind()) || step == RemedyStep.EXTENDED && now.hearing() == Hearing.SUMMARY) {
            throw Refusal.barred(
                    step == RemedyStep.EXTENDED ? "行政复议法第六十二条" : Remedies.ARTICLE,
                    step == RemedyStep.EXTENDED ? "只有适用普通程序的复议可以延长审理期限" : "这类案件没有“" + step.label() + "”");
        }
        var closedOn = now.remedy().closedOn();
        if (closedOn != null && on.isBefore(closedOn)) {
            throw Refusal.unreadable("日期" + on + "早于审结日期" + closedOn);
        }
        if (on.isAfter(today()) || on.isBefore(file.remedy().acceptedOn()) && step != RemedyStep.COPY_RECEIVED) {
            throw Refusal.unreadable("日期" + on + "应在受理日期" + file.remedy().acceptedOn() + "与今天之间");
        }
        database.sql("""
                        insert into remedy.event (remedy, type, on_day, note, recorded_at, recorded_by)
                        values (:remedy, :type, :on, :note, :now, :person)
                        """)
                .param("remedy", file.remedy().id())
                .param("type", step.name())
                .param("on", on)
                .param("note", note)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", whoActs.now().person())
                .update();
        switch (step) {
            case COPY_RECEIVED -> set(file, "copy_on", on);
            case ANSWER_FILED -> set(file, "defended_on", on);
            case HEARING, EXTENDED, FIRST_JUDGMENT, APPEAL, DECISION_SERVED, NOTE -> {}
        }
        log.write(AuditEntry.of("登记案件经过", "复议诉讼案件", String.valueOf(file.remedy().id()))
                .concerning(file.remedy().organ().value())
                .with(step.label() + " " + on));
    }

    /**
     * Closes a case. A new answer that was ordered begins a case of its own beside the request.
     *
     * @return why the new case could not begin, empty if all went well
     */
    @Transactional
    public String close(RemedyFile file, Ending ending) {
        lock(file);
        remedies.close(file.remedy(), ending.result().outcome(), ending.closedOn());
        database.sql("update remedy.remedy set result = :result, redo_until = :redo, lesson = :lesson where id = :id")
                .param("id", file.remedy().id())
                .param("result", ending.result().name())
                .param("redo", ending.redoUntil())
                .param("lesson", ending.lesson())
                .update();
        var number = file.remedy().request();
        if (ending.redoUntil() == null || number == null) {
            return "";
        }
        var redone =
                children.redoFiled(number, ending.redoUntil(), file.remedy().caseNo(), null);
        return switch (redone.outcome()) {
            case Requests.Outcome.Taken ignored -> {
                database.sql("update remedy.remedy set redo_number = :number where id = :id")
                        .param("id", file.remedy().id())
                        .param("number", redone.made().getFirst().request().number())
                        .update();
                yield "";
            }
            case Requests.Outcome.Barred barred -> barred.article() + "：" + barred.reason();
            case Requests.Outcome.Unfit unfit -> unfit.reason();
        };
    }

    /** The case of that number in full. */
    public Optional<RemedyFile> file(long id) {
        var events = events(id);
        return database.sql(COLUMNS + "where remedy.id = :id")
                .param("id", id)
                .query((row, number) -> file(row, events))
                .optional();
    }

    /** The cases about that request, oldest first. */
    public List<RemedyFile> about(String request) {
        return database.sql(COLUMNS + "where request.number = :number order by remedy.accepted_on, remedy.id")
                .param("number", request)
                .query((row, number) -> file(row, List.of()))
                .list();
    }

    /** The open cases of these organs, oldest first. */
    public List<RemedyFile> open(List<OrganId> organs) {
        return organs.isEmpty()
                ? List.of()
                : database.sql(
                                COLUMNS
                                        + "where remedy.organ in (:organs) and remedy.outcome is null order by remedy.accepted_on")
                        .param("organs", organs.stream().map(OrganId::value).toList())
                        .query((row, number) -> file(row, List.of()))
                        .list();
    }

    /** What an organ learnt from the cases in which an answer of that kind was corrected, newest first. */
    public List<Lesson> lessons(OrganId organ, DecisionType decision) {
        return database.sql("""
                        select remedy.id, remedy.case_no, remedy.result, remedy.lesson, remedy.closed_on
                        from remedy.remedy join request.request on request.id = remedy.request
                        where remedy.organ = :organ and request.decision = :decision and remedy.lesson <> ''
                        order by remedy.closed_on desc, remedy.id desc limit 20
                        """)
                .param("organ", organ.value())
                .param("decision", decision.name())
                .query((row, number) -> new Lesson(
                        row.getLong("id"),
                        row.getString("case_no"),
                        row.getString("result") == null
                                ? ""
                                : RemedyResult.valueOf(row.getString("result")).label(),
                        row.getString("lesson"),
                        row.getObject("closed_on", LocalDate.class)))
                .list();
    }

    static RemedyFile file(ResultSet row, List<RemedyFile.Event> events) throws SQLException {
        var outcome = row.getString("outcome");
        var result = row.getString("result");
        return new RemedyFile(
                new RemedyCase(
                        row.getLong("id"),
                        new OrganId(row.getLong("organ")),
                        RemedyKind.valueOf(row.getString("kind")),
                        row.getString("number"),
                        row.getString("case_no"),
                        row.getObject("accepted_on", LocalDate.class),
                        outcome == null ? null : RemedyOutcome.valueOf(outcome),
                        row.getObject("closed_on", LocalDate.class)),
                Hearing.valueOf(row.getString("hearing")),
                row.getString("decider"),
                row.getString("defendants"),
                row.getString("about"),
                row.getObject("copy_on", LocalDate.class),
                row.getObject("defended_on", LocalDate.class),
                result == null ? null : RemedyResult.valueOf(result),
                row.getObject("redo_until", LocalDate.class),
                row.getString("redo_number"),
                row.getString("lesson"),
                events);
    }

    private List<RemedyFile.Event> events(long id) {
        return database.sql("select type, on_day, note, recorded_at from remedy.event where remedy = :id order by id")
                .param("id", id)
                .query((row, number) -> new RemedyFile.Event(
                        RemedyStep.valueOf(row.getString("type")),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("note"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A case entered twice would count twice in table 4. Two who enter it at once wait for each other. */
    private void once(Entered entered) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:case, 0))")
                .param("case", "remedy " + entered.organ().value() + " " + entered.kind() + " " + entered.caseNo())
                .query((row, number) -> true)
                .single();
        boolean known = database.sql("""
                        select exists (select from remedy.remedy where organ = :organ and kind = :kind and case_no = :caseNo)
                        """)
                .param("organ", entered.organ().value())
                .param("kind", entered.kind().name())
                .param("caseNo", entered.caseNo())
                .query(Boolean.class)
                .single();
        if (known) {
            throw Refusal.barred(Remedies.ARTICLE, "案号“" + entered.caseNo() + "”已经登记过，一案只登记一次、只计一次");
        }
    }

    private void lock(RemedyFile file) {
        database.sql("select id from remedy.remedy where id = :id for update")
                .param("id", file.remedy().id())
                .query(Long.class)
                .single();
    }

    private void set(RemedyFile file, String column, LocalDate day) {
        database.sql("update remedy.remedy set " + column + " = :day where id = :id")
                .param("day", day)
                .param("id", file.remedy().id())
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
