package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.web.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back for one of the three administrators (三员) whom nobody else can let in again, for whoever may read the data directory. Everybody else
 * is let in by two administrators together.
 */
@Service
public class AdministratorReturn {
    private static final List<String> ADMINISTRATORS =
            List.of(Role.SYSTEM_ADMIN.name(), Role.SECURITY_ADMIN.name(), Role.AUDITOR.name());

    private final JdbcClient database;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SecondFactors factors;
    private final Tokens tokens;
    private final AuditLog log;

    AdministratorReturn(
            JdbcClient database,
            Passwords passwords,
            Attempts attempts,
            SecondFactors factors,
            Tokens tokens,
            AuditLog log) {
        this.database = database;
        this.passwords = passwords;
        this.attempts = attempts;
        this.factors = factors;
        this.tokens = tokens;
        this.log = log;
    }

    /**
     * Ends what the account has open, lifts its lock and gives it a one-time password, which is told here only and must be changed at the first
     * sign-in.
     *
     * @param withoutSecondFactor whether the second factor is taken away too
     * @throws Refusal where there is no such account, or it is no administrator's
     */
    @Transactional
    public String recover(String login, boolean withoutSecondFactor) {
        long person = database.sql("select id from access.person where login = :login for update")
                .param("login", login)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("没有账号“" + login + "”"));
        boolean administrator = database.sql(
                        "select exists (select from access.person where id = :person and post in (:posts) and disabled_at is null)")
                .param("person", person)
                .param("posts", ADMINISTRATORS)
                .query(Boolean.class)
                .single();
        if (!administrator) {
            throw new Refusal(
                    HttpStatus.CONFLICT, "“" + login + "”不是在用的系统管理员、安全保密管理员或安全审计员。其他人员的口令由系统管理员在“人员”页重置，由安全保密管理员启用");
        }
        var password = passwords.oneTime();
        passwords.set(person, password, true);
        attempts.forget(login);
        tokens.revokeAll(person);
        database.sql("delete from access.session where principal_name = :login")
                .param("login", login)
                .update();
        log.write(AuditEntry.of("命令行重置管理员口令", "账号", login));
        if (withoutSecondFactor) {
            factors.remove(person);
        }
        return password;
    }
}
