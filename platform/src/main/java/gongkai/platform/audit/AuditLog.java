package gongkai.platform.audit;

import gongkai.platform.database.Inserts;
import gongkai.platform.database.ManyRows;
import gongkai.platform.database.RowIds;
import gongkai.platform.keys.KeyPurpose;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.Sm3;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The append-only log. A line is written in the caller's transaction: what is not logged has not happened.
 *
 * <p>Writing takes no lock and waits for nobody. Each line carries a MAC from the start; the chain is extended after the commit.
 */
@Service
public class AuditLog {
    private final JdbcClient database;
    private final WhoActs whoActs;
    private final Keys keys;
    private final Clock clock;
    private final SealTimer sealing;
    private final TransactionTemplate apart;
    private final RowIds ids;

    AuditLog(
            JdbcClient database,
            WhoActs whoActs,
            Keys keys,
            Clock clock,
            SealTimer sealing,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.whoActs = whoActs;
        this.keys = keys;
        this.clock = clock;
        this.sealing = sealing;
        ids = new RowIds(database, "audit.entry_id");
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Adds one line about what is being done now, by whoever acts in this thread. */
    public void write(AuditEntry entry) {
        write(whoActs.now(), entry);
    }

    /** Adds one line about what that person does, who need not be signed in: for sign-ins. */
    public void write(WhoActs.Acting who, AuditEntry entry) {
        var line = Line.of(ids.next(), clock.instant(), who, entry);
        var key = keys.current(KeyPurpose.AUDIT);
        Inserts.together(database, () -> {
            ManyRows.into("audit.entry", List.of(line))
                    .column("id", "bigint", Line::id)
                    .column("at", "timestamptz", one -> one.at().atOffset(ZoneOffset.UTC))
                    .column("person", "bigint", Line::person)
                    .column("login", "text", Line::login)
                    .column("address", "text", Line::address)
                    .column("organ", "bigint", Line::organ)
                    .column("action", "text", Line::action)
                    .column("subject_kind", "text", Line::subjectKind)
                    .column("subject", "text", Line::subject)
                    .column("detail", "text", Line::detail)
                    .column("key", "int", one -> key.number())
                    .column(
                            "mac",
                            "bytea",
                            one -> Sm3.keyed(key.secret().bytes()).mac(one.digest()))
                    .insert(database);
            ManyRows.into("audit.pending", List.of(line))
                    .column("entry", "bigint", Line::id)
                    .insert(database);
            return line;
        });
        wakeSealingAfterCommit();
    }

    /** Adds one line that stays even if the caller's transaction is rolled back: for refusals and failures. */
    public void writeApart(AuditEntry entry) {
        apart.executeWithoutResult(status -> write(entry));
    }

    private void wakeSealingAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            sealing.wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sealing.wake();
            }
        });
    }
}
