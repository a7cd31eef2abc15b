package gongkai.platform.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The three separated administrators (三员) of a new installation, so that somebody can sign in to it. */
@Service
public class FirstAdministrators {
    private static final long NEW_INSTALLATION = 20_002;

    private final JdbcClient database;
    private final People people;
    private final Passwords passwords;

    FirstAdministrators(JdbcClient database, People people, Passwords passwords) {
        this.database = database;
        this.people = people;
        this.passwords = passwords;
    }

    /**
     * Makes the three of them where nobody is yet. Answers sign-in names and one-time passwords, which are told here only and must be
     * changed at the first sign-in; empty when there are people already.
     */
    @Transactional
    public Map<String, String> install() {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", NEW_INSTALLATION)
                .query((row, number) -> number)
                .list();
        boolean somebody = database.sql("select exists (select from access.person)")
                .query(Boolean.class)
                .single();
        var told = new LinkedHashMap<String, String>();
        if (!somebody) {
            add("sysadmin", Role.SYSTEM_ADMIN, told);
            add("secadmin", Role.SECURITY_ADMIN, told);
            add("auditor", Role.AUDITOR, told);
        }
        return told;
    }

    private void add(String login, Role role, Map<String, String> told) {
        var password = passwords.oneTime();
        long person = people.add(login, role.chinese(), password);
        database.sql("update access.person set must_change = true where id = :person")
                .param("person", person)
                .update();
        people.grant(person, role, null, false);
        told.put(login, password);
    }
}
