package gongkai.platform.disclosures;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.DisclosureRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Suggestions to publish that were looked into and not followed (条例第四十四条第二款), each with the reason its applicant is told. */
@Service
public class DeclinedSuggestions {
    private final JdbcClient database;
    private final Applicants applicants;
    private final ObjectProvider<PromotionWishes> wishes;
    private final WhoActs whoActs;
    private final AuditLog log;
    private final Clock clock;

    DeclinedSuggestions(
            JdbcClient database,
            Applicants applicants,
            ObjectProvider<PromotionWishes> wishes,
            WhoActs whoActs,
            AuditLog log,
            Clock clock) {
        this.database = database;
        this.applicants = applicants;
        this.wishes = wishes;
        this.whoActs = whoActs;
        this.log = log;
        this.clock = clock;
    }

    /** Why the answer to that request was not published; empty if nobody has said so. */
    public Optional<String> reason(DisclosureRequest request) {
        return database.sql("select reason from disclosure.declined where request = :request")
                .param("request", request.id())
                .query(String.class)
                .optional();
    }

    /** The applicant suggests it now: somebody has to look again. */
    @Transactional
    public void reopen(DisclosureRequest request) {
        database.sql("delete from disclosure.declined where request = :request")
                .param("request", request.id())
                .update();
    }

    /**
     * Says why the answer is not published. An earlier reason is replaced.
     *
     * @return what of the reason tells who asked, in words; empty if it is stored
     */
    @Transactional
    String decline(DisclosureRequest request, String reason) {
        var traces = PersonalTraces.in(reason, applicants.use(request.applicant(), "答复主动公开建议前核对个人信息"));
        if (!traces.isEmpty()) {
            return "其中有" + String.join("、", traces) + "，请删去";
        }
        database.sql("""
                        insert into disclosure.declined (request, reason, at, person) values (:request, :reason, :now, :person)
                        on conflict (request) do update set reason = excluded.reason, at = excluded.at, person = excluded.person
                        """)
                .param("request", request.id())
                .param("reason", reason)
                .param("now", OffsetDateTime.now(clock))
                .param("person", whoActs.now().person())
                .update();
        wishes.forEach(each -> each.settled(request));
        log.write(AuditEntry.of("答复主动公开建议", "申请", request.number())
                .concerning(request.organ().value())
                .with("不主动公开：" + reason));
        return "";
    }
}
