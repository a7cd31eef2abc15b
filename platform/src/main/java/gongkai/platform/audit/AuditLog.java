package gongkai.platform.audit;

import gongkai.platform.database.ManyRows;
import gongkai.platform.keys.KeyPurpose;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.Sm3;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
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
    private static final int IDS_AT_ONCE = 64;

    private final JdbcClient database;
    private final WhoActs whoActs;
    private final Keys keys;
    private final Clock clock;
    private final SealTimer sealing;
    private final TransactionTemplate apart;
    private long nextId;
    private long endOfIds;

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
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Adds one line about what is being done now, by whoever acts in this thread. */
    public void write(AuditEntry entry) {
        write(whoActs.now(), entry);
    }

    /** Adds one line about what that person does, who need not be signed in: for sign-ins. */
    public void write(WhoActs.Acting who, AuditEntry entry) {
        write(List.of(new Done(who, entry)));
    }

    /** Something that was done, and by whom. */
    public record Done(WhoActs.Acting who, AuditEntry entry) {}

    /** Adds a line about each. */
    public void write(List<Done> all) {
        var now = clock.instant();
        var lines = all.stream()
                .map(done -> Line.of(takeId(), now, done.who(), done.entry()))
                .toList();
        var key = keys.current(KeyPurpose.AUDIT);
        var mac = Sm3.keyed(key.secret().bytes());
        ManyRows.into("audit.entry", lines)
                .column("id", "bigint", Line::id)
                .column("at", "timestamptz", line -> line.at().atOffset(ZoneOffset.UTC))
                .column("person", "bigint", Line::person)
                .column("login", "text", Line::login)
                .column("address", "text", Line::address)
                .column("organ", "bigint", Line::organ)
                .column("action", "text", Line::action)
                .column("subject_kind", "text", Line::subjectKind)
                .column("subject", "text", Line::subject)
                .column("detail", "text", Line::detail)
                .column("key", "int", line -> key.number())
                .column("mac", "bytea", line -> mac.mac(line.digest()))
                .within(
                        insert -> "with line as (" + insert
                                + " returning id) insert into audit.pending (entry) select id from line",
                        database)
                .update();
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

    /**
     * Identifiers are taken by the block, so that a line costs one statement. Gaps mean nothing; the chain has none. Nobody waits while
     * another takes a block: whoever waits may hold the last connection, which the other needs.
     */
    private long takeId() {
        return takeKnownId().orElseGet(() -> {
            long first = database.sql("select nextval('audit.entry_id')")
                    .query(Long.class)
                    .single();
            synchronized (this) {
                nextId = first + 1;
                endOfIds = first + IDS_AT_ONCE;
            }
            return first;
        });
    }

    private synchronized OptionalLong takeKnownId() {
        return nextId < endOfIds ? OptionalLong.of(nextId++) : OptionalLong.empty();
    }
}
