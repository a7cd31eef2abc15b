package gongkai.platform.review;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.organ.OrganId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The chain of each organ. Changing it touches no answer that is under way. */
@Service
class Chains {
    private final JdbcClient database;
    private final JsonMapper json;
    private final AuditLog log;
    private final WhoActs whoActs;
    private final Clock clock;

    Chains(JdbcClient database, JsonMapper json, AuditLog log, WhoActs whoActs, Clock clock) {
        this.database = database;
        this.json = json;
        this.log = log;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    /** A chain and how often it was changed, by which two who change it at once are told apart. */
    record Kept(Chain chain, int version) {}

    Kept of(OrganId organ) {
        return database.sql(
                        "select version, stages from review.chain where organ = :organ order by version desc limit 1")
                .param("organ", organ.value())
                .query((row, number) -> new Kept(read(row.getString("stages")), row.getInt("version")))
                .optional()
                .orElse(new Kept(Chain.USUAL, 0));
    }

    /** Changes it for what is submitted from now on. @return false if somebody else has changed it since that version */
    @Transactional
    boolean change(OrganId organ, Chain chain, int seen) {
        int added = database.sql("""
                        insert into review.chain (organ, version, stages, changed_by, changed_at)
                        values (:organ, :version, :stages::jsonb, :person, :now) on conflict do nothing
                        """)
                .param("organ", organ.value())
                .param("version", seen + 1)
                .param("stages", write(chain))
                .param("person", whoActs.now().person())
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (added == 1) {
            log.write(AuditEntry.of("设置审核环节", "机构", String.valueOf(organ.value()))
                    .concerning(organ.value())
                    .with(chain.stages().stream().map(Chain.Stage::title).collect(Collectors.joining(" → "))));
        }
        return added == 1;
    }

    String write(Chain chain) {
        return json.writeValueAsString(chain.stages());
    }

    Chain read(String stages) {
        return new Chain(List.of(json.readValue(stages, Chain.Stage[].class)));
    }
}
