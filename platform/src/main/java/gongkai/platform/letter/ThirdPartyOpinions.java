package gongkai.platform.letter;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each of several third parties said that were asked in one consultation. The consultation is told by the place of its step, from 1. */
@Repository
public class ThirdPartyOpinions {
    private final JdbcClient database;
    private final WhoActs whoActs;
    private final AuditLog log;
    private final Clock clock;

    ThirdPartyOpinions(JdbcClient database, WhoActs whoActs, AuditLog log, Clock clock) {
        this.database = database;
        this.whoActs = whoActs;
        this.log = log;
        this.clock = clock;
    }

    /** What one of them said, and the day it came. */
    public record Said(LocalDate on, Step.Opinion opinion, String reason) {}

    /** By the place of the third party in the consultation, from 0. */
    Map<Integer, Said> of(DisclosureRequest request, int step) {
        return database
                .sql(
                        "select party, replied_on, opinion, reason from letter.opinion where request = :request and step = :step")
                .param("request", request.id())
                .param("step", step)
                .query((row, number) -> Map.entry(
                        row.getInt("party"),
                        new Said(
                                row.getObject("replied_on", LocalDate.class),
                                Step.Opinion.valueOf(row.getString("opinion")),
                                row.getString("reason"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those that object; empty where only one was asked. */
    Set<Integer> objecting(DisclosureRequest request, int step) {
        var objecting = new HashSet<Integer>();
        of(request, step).forEach((party, said) -> {
            if (said.opinion() == Step.Opinion.DISAGREE) {
                objecting.add(party);
            }
        });
        return objecting;
    }

    /** Enters what one of them said, also in place of what was entered wrongly. */
    @Transactional
    void say(DisclosureRequest request, int step, int party, String name, Said said) {
        database.sql("""
                        insert into letter.opinion (request, step, party, opinion, reason, replied_on, recorded_at, recorded_by)
                        values (:request, :step, :party, :opinion, :reason, :on, :now, :person)
                        on conflict (request, step, party) do update set opinion = excluded.opinion, reason = excluded.reason,
                            replied_on = excluded.replied_on, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
                        """)
                .param("request", request.id())
                .param("step", step)
                .param("party", party)
                .param("opinion", said.opinion().name())
                .param("reason", said.reason())
                .param("on", said.on())
                .param("now", OffsetDateTime.now(clock))
                .param("person", whoActs.now().person())
                .update();
        log.write(AuditEntry.of("登记第三方意见", "申请", request.number())
                .concerning(request.organ().value())
                .with(name + "：" + said.opinion().label()));
    }
}
