package gongkai.platform.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The append-only log. A line is written in the caller's transaction: what is not logged has not happened.
 */
@Service
public class AuditLog {
    private final JdbcClient database;
    private final WhoActs whoActs;

    AuditLog(JdbcClient database, WhoActs whoActs) {
        this.database = database;
        this.whoActs = whoActs;
    }

    /** Adds one line about what is being done now, by whoever acts in this thread. */
    public void write(AuditEntry entry) {
        var actor = whoActs.now();
        database.sql("""
                        insert into audit.entry (person, login, address, organ, action, subject_kind, subject, detail)
                        values (:person, :login, :address, :organ, :action, :kind, :subject, :detail)
                        """)
                .param("person", actor.person())
                .param("login", actor.login())
                .param("address", actor.address())
                .param("organ", entry.organ())
                .param("action", entry.action())
                .param("kind", entry.subjectKind())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .update();
    }
}
