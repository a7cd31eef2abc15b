package gongkai.platform.casework;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RemedyMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each organ settles what the law leaves open, from which day on. */
@Service
public class DisputedRules {
    private final JdbcClient database;
    private final WhoActs whoActs;
    private final AuditLog log;
    private final Clock clock;

    DisputedRules(JdbcClient database, WhoActs whoActs, AuditLog log, Clock clock) {
        this.database = database;
        this.whoActs = whoActs;
        this.log = log;
        this.clock = clock;
    }

    /** One answer, from that day on. @param reason why, and who decided */
    public record Settled(DisputedQuestion question, LocalDate since, String answer, String reason) {}

    /** What holds on that day. */
    public String answer(OrganId organ, DisputedQuestion question, LocalDate on) {
        return database.sql("""
                        select answer from casework.rule where organ = :organ and question = :question and since <= :on
                        order by since desc limit 1
                        """)
                .param("organ", organ.value())
                .param("question", question.name())
                .param("on", on)
                .query(String.class)
                .optional()
                .orElse(question.usual());
    }

    /** How remedies are told with that decision on that day. */
    public RemedyMode remedy(OrganId organ, DecisionType decision, List<String> basis, LocalDate on) {
        var usual = decision.remedy(basis);
        return usual != RemedyMode.EITHER
                ? usual
                : DisputedQuestion.about(decision)
                        .map(question -> RemedyMode.valueOf(answer(organ, question, on)))
                        .orElse(usual);
    }

    /** Whether a request by mail counts as received on the day the system received it, and needs no confirmation. */
    public boolean receivedBySystem(OrganId organ, Channel channel, LocalDate on) {
        return channel == Channel.EMAIL
                && answer(organ, DisputedQuestion.EMAIL_RECEIPT, on).equals("SYSTEM_RECEIVED");
    }

    /** The request with the day of receipt that the organ's rule gives it. */
    NewRequest received(NewRequest request) {
        return receivedBySystem(request.organ(), request.channel(), request.submittedOn())
                ? new NewRequest(
                        request.organ(),
                        request.channel(),
                        request.submittedOn(),
                        request.submittedOn(),
                        request.applicant(),
                        request.description(),
                        request.wantedForm(),
                        request.wantedDelivery(),
                        request.backfilled())
                : request;
    }

    /** All that was settled, newest first. */
    List<Settled> all(OrganId organ) {
        return database.sql(
                        "select question, since, answer, reason from casework.rule where organ = :organ order by since desc, question")
                .param("organ", organ.value())
                .query((row, number) -> new Settled(
                        DisputedQuestion.valueOf(row.getString("question")),
                        row.getObject("since", LocalDate.class),
                        row.getString("answer"),
                        row.getString("reason")))
                .list();
    }

    /** Settles a question from that day on; what was said for the same day is replaced. */
    @Transactional
    void settle(OrganId organ, Settled settled) {
        database.sql("""
                        insert into casework.rule (organ, question, since, answer, reason, recorded_at, recorded_by)
                        values (:organ, :question, :since, :answer, :reason, :now, :person)
                        on conflict (organ, question, since) do update set answer = excluded.answer, reason = excluded.reason,
                            recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
                        """)
                .param("organ", organ.value())
                .param("question", settled.question().name())
                .param("since", settled.since())
                .param("answer", settled.answer())
                .param("reason", settled.reason())
                .param("now", OffsetDateTime.now(clock))
                .param("person", whoActs.now().person())
                .update();
        log.write(AuditEntry.of("变更争议问题的处理规则", "机构", String.valueOf(organ.value()))
                .concerning(organ.value())
                .with(settled.question().label() + "：自" + settled.since() + "起"
                        + settled.question().words(settled.answer()) + "，" + settled.reason()));
    }
}
