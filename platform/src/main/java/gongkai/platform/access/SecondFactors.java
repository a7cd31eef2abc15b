package gongkai.platform.access;

import gongkai.platform.access.totp.Totp;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.keys.FieldCipher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second factor of people (动态口令), and the recovery codes for when the telephone is lost. */
@Component
class SecondFactors {
    private static final int CODES = 10;
    private static final int CODE_LENGTH = 16;
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final JdbcClient database;
    private final FieldCipher cipher;
    private final AuditLog log;
    private final Rights rights;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcClient database, FieldCipher cipher, AuditLog log, Rights rights, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.log = log;
        this.rights = rights;
        this.clock = clock;
    }

    /** The secret that waits for its first code, made if there is none yet. */
    @Transactional
    public Totp prepared(long person) {
        database.sql("""
                        insert into access.second_factor (person, secret) values (:person, :secret) on conflict do nothing
                        """)
                .param("person", person)
                .param("secret", cipher.sealBytes(Totp.random(random).secret(), place(person)))
                .update();
        return secret(person, false).orElseThrow(() -> new IllegalStateException("a second factor is there already"));
    }

    /** Confirms the prepared secret by its first code. Answers the recovery codes, told once; empty if the code is wrong. */
    @Transactional
    public Optional<List<String>> confirm(long person, String code) {
        var totp = secret(person, false);
        if (totp.isEmpty() || !accepted(person, totp.get(), code)) {
            return Optional.empty();
        }
        database.sql("update access.second_factor set confirmed_at = :now where person = :person")
                .param("now", OffsetDateTime.now(clock))
                .param("person", person)
                .update();
        rights.changed();
        log.write(AuditEntry.of("启用动态口令", "人员", String.valueOf(person)));
        return Optional.of(newRecoveryCodes(person));
    }

    /** Whether that is the code of this moment, not used before, or a recovery code not used before. */
    @Transactional
    public boolean verify(long person, String typed) {
        var totp = secret(person, true);
        return totp.isPresent() && (accepted(person, totp.get(), typed) || recovered(person, typed));
    }

    /** Takes the second factor away, for the telephone is lost. */
    @Transactional
    public void remove(long person) {
        database.sql("delete from access.recovery_code where person = :person")
                .param("person", person)
                .update();
        database.sql("delete from access.second_factor where person = :person")
                .param("person", person)
                .update();
        rights.changed();
        log.write(AuditEntry.of("停用动态口令", "人员", String.valueOf(person)));
    }

    /** How many recovery codes are left. */
    int codesLeft(long person) {
        return database.sql("select count(*) from access.recovery_code where person = :person and used_at is null")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    private List<String> newRecoveryCodes(long person) {
        database.sql("delete from access.recovery_code where person = :person")
                .param("person", person)
                .update();
        var codes = new ArrayList<String>();
        while (codes.size() < CODES) {
            var code = new StringBuilder();
            for (int i = 0; i < CODE_LENGTH; i++) {
                code.append(i > 0 && i % 4 == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            codes.add(code.toString());
            database.sql("insert into access.recovery_code (person, hash) values (:person, :hash)")
                    .param("person", person)
                    .param("hash", hash(code.toString()))
                    .update();
        }
        return codes;
    }

    private Optional<Totp> secret(long person, boolean confirmed) {
        return database.sql("""
                        select secret from access.second_factor where person = :person and (confirmed_at is not null) = :confirmed
                        """)
                .param("person", person)
                .param("confirmed", confirmed)
                .query(String.class)
                .optional()
                .map(secret -> new Totp(cipher.openBytes(secret, place(person))));
    }

    /** A code counts once: a step that was used, and those before it, are refused. */
    private boolean accepted(long person, Totp totp, String typed) {
        var step = totp.stepOf(typed, clock.instant());
        return step.isPresent()
                && database.sql("""
                                        update access.second_factor set last_step = :step where person = :person and last_step < :step
                                        """)
                                .param("step", step.getAsLong())
                                .param("person", person)
                                .update()
                        == 1;
    }

    private boolean recovered(long person, String typed) {
        boolean used = database.sql("""
                                update access.recovery_code set used_at = :now
                                where person = :person and hash = :hash and used_at is null
                                """)
                        .param("now", OffsetDateTime.now(clock))
                        .param("person", person)
                        .param("hash", hash(typed))
                        .update()
                == 1;
        if (used) {
            log.write(AuditEntry.of("使用恢复码", "人员", String.valueOf(person)));
        }
        return used;
    }

    private static byte[] hash(String code) {
        try {
            var letters = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            return MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FieldCipher.Place place(long person) {
        return new FieldCipher.Place("access.second_factor.secret", String.valueOf(person));
    }
}
