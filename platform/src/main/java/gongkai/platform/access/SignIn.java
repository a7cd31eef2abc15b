package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs.Acting;
import gongkai.platform.web.Day;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks who wants to sign in. The answer and the time it takes are the same whether a name does not exist, is disabled or the password
 * is wrong.
 */
@Component
class SignIn {
    private static final int LONGEST_LOGIN = 64;

    private final JdbcClient database;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Attempts attempts;
    private final AuditLog log;
    private final AccessSettings settings;

    SignIn(
            JdbcClient database,
            Passwords passwords,
            SecondFactors factors,
            Attempts attempts,
            AuditLog log,
            AccessSettings settings) {
        this.database = database;
        this.passwords = passwords;
        this.factors = factors;
        this.attempts = attempts;
        this.log = log;
        this.settings = settings;
    }

    /** What came of it. */
    sealed interface Outcome {
        /** They are who they say. */
        record Accepted(long person, String login) implements Outcome {}

        /** The password was right; the second factor is awaited. */
        record NeedsCode(long person, String login) implements Outcome {}

        /** Not let in; the sentence is for the page. */
        record Refused(String sentence) implements Outcome {}
    }

    private record Found(
            long person, String login, @Nullable String password, boolean disabled, boolean secondFactor) {}

    Outcome byPassword(String typed, String password, String address) {
        if (attempts.hasty(address)) {
            return new Outcome.Refused("操作过于频繁，请一分钟后再试");
        }
        var login = limited(Login.normal(typed));
        var blocked = attempts.beginFrom(address).or(() -> attempts.begin(login, address));
        if (blocked.isPresent()) {
            log.write(
                    new Acting(null, known(login), address),
                    AuditEntry.of("登录被拒绝", "账号", known(login)).with("尝试次数过多"));
            return new Outcome.Refused(locked(blocked.get()));
        }
        var found = find(login);
        var hash = found.filter(person -> !person.disabled()).map(Found::password);
        if (!passwords.matches(password, hash.orElse(null)) || found.isEmpty()) {
            log.write(new Acting(null, known(login), address), AuditEntry.of("登录失败", "账号", known(login)));
            return new Outcome.Refused("登录名或口令不正确。连续输错 %d 次，这个登录名将锁定 %d 分钟"
                    .formatted(settings.lock().after(), settings.lock().first().toMinutes()));
        }
        attempts.succeeded(login, address);
        var person = found.get();
        return person.secondFactor()
                ? new Outcome.NeedsCode(person.person(), person.login())
                : new Outcome.Accepted(person.person(), person.login());
    }

    Outcome byCode(long person, String login, String code, String address) {
        var counted = Attempts.codeOf(login);
        if (attempts.hasty(address)) {
            return new Outcome.Refused("操作过于频繁，请一分钟后再试");
        }
        var blocked = attempts.begin(counted);
        if (blocked.isPresent()) {
            log.write(
                    new Acting(person, login, address),
                    AuditEntry.of("登录被拒绝", "账号", login).with("动态口令尝试次数过多"));
            return new Outcome.Refused(locked(blocked.get()));
        }
        if (!factors.verify(person, code)) {
            log.write(
                    new Acting(person, login, address),
                    AuditEntry.of("登录失败", "账号", login).with("动态口令不正确"));
            return new Outcome.Refused("动态口令不正确，或已经用过。请输入手机上现在显示的六位数字，或一个没有用过的恢复码");
        }
        attempts.forget(login);
        return new Outcome.Accepted(person, login);
    }

    /** Writes down that somebody is signing in. */
    @Transactional
    public void accepted(SignedIn signed, String address) {
        attempts.knows(signed.login(), address);
        log.write(
                new Acting(signed.person(), signed.login(), address),
                AuditEntry.of("登录", "账号", signed.login()).with(signed.how().chinese()));
    }

    /** Writes down that somebody came from single sign-on who has no account here. */
    void unknownOutside(String address) {
        log.write(
                new Acting(null, null, address),
                AuditEntry.of("登录失败", "账号", "统一身份认证").with("没有对应的账号"));
    }

    private Optional<Found> find(String login) {
        return database.sql("""
                        select p.id, p.login, p.password, p.disabled_at is not null as disabled,
                            exists (select from access.second_factor f where f.person = p.id and f.confirmed_at is not null) as factor
                        from access.person p where p.login = :login
                        """)
                .param("login", login)
                .query((row, number) -> new Found(
                        row.getLong("id"),
                        row.getString("login"),
                        row.getString("password"),
                        row.getBoolean("disabled"),
                        row.getBoolean("factor")))
                .optional();
    }

    /** What is typed where the name belongs may be a password: only what looks like a name is written down. */
    private static String known(String login) {
        return Login.wellFormed(login) ? login : "（不是登录名）";
    }

    private static String limited(String login) {
        return login.length() > LONGEST_LOGIN ? login.substring(0, LONGEST_LOGIN) : login;
    }

    private static String locked(Instant until) {
        return "尝试次数过多，请在 " + Day.minute(until.plusSeconds(59)) + " 以后再试，或请安全保密管理员解锁";
    }
}
