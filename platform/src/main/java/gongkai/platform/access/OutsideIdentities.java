package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.web.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who people are at single sign-on (统一身份认证标识): one administrator enters it, another confirms it. Nobody lets a person in alone. */
@Service
class OutsideIdentities {
    private final JdbcClient database;
    private final AuditLog log;
    private final Access access;
    private final Policy policy;
    private final Clock clock;

    OutsideIdentities(JdbcClient database, AuditLog log, Access access, Policy policy, Clock clock) {
        this.database = database;
        this.log = log;
        this.access = access;
        this.policy = policy;
        this.clock = clock;
    }

    /** Enters it with the account, by whoever may edit that; empty for nobody. What is new waits for its confirmation. */
    void enter(long person, String login, String claim) {
        int changed = database.sql("delete from access.outside_identity where person = :person and claim <> :claim")
                .param("person", person)
                .param("claim", claim)
                .update();
        if (!claim.isEmpty()) {
            changed += database.sql("""
                            insert into access.outside_identity (claim, person) values (:claim, :person) on conflict (person) do nothing
                            """)
                    .param("claim", claim)
                    .param("person", person)
                    .update();
        }
        if (changed > 0) {
            log.write(AuditEntry.of("修改统一身份认证标识", "账号", login).with(claim.isEmpty() ? "清空" : claim));
        }
    }

    /** Confirms it as the system administrator has entered it. @throws Refusal 409 if it is no longer that */
    @Transactional
    void confirm(long person, String claim) {
        policy.require(access.required(), Action.RELEASE_ACCOUNTS, null);
        var login = database.sql("""
                        update access.outside_identity o set confirmed_at = :now from access.person p
                        where o.person = :person and o.claim = :claim and p.id = o.person returning p.login
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("person", person)
                .param("claim", claim)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "统一身份认证标识刚被修改过，请重新打开后核对"));
        log.write(AuditEntry.of("确认统一身份认证标识", "账号", login).with(claim));
    }
}
