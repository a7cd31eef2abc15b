package gongkai.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts long work and calls it off. A job belongs to the person who started it; one node does it, whichever is free. */
@Service
public class Jobs {
    private final JdbcClient database;
    private final SchedulerClient scheduler;
    private final AuditLog log;
    private final Clock clock;

    Jobs(JdbcClient database, @Lazy SchedulerClient scheduler, AuditLog log, Clock clock) {
        this.database = database;
        this.scheduler = scheduler;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Starts a job; it runs once the caller's transaction is committed, and not at all if that is rolled back.
     *
     * @param kind the {@link Work#kind()} that does it
     * @param title what its owner reads, without personal data
     * @param person whoever starts it
     * @param input what the work needs to know, in a form of its own; kept in the database, so no secrets
     * @return its number
     */
    @Transactional
    public long start(String kind, String title, long person, String input) {
        long id = database.sql("""
                        insert into jobs.job (kind, title, person, input, state, created_at)
                        values (:kind, :title, :person, :input, 'WAITING', :now) returning id
                        """)
                .param("kind", kind)
                .param("title", title)
                .param("person", person)
                .param("input", input)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        // The scheduler goes by the machine's time on every node, never by a moved day.
        scheduler.scheduleIfNotExists(JobTask.TASK.instance(String.valueOf(id)).build(), Instant.now());
        log.write(AuditEntry.of("启动后台任务", "后台任务", String.valueOf(id)).with(title));
        return id;
    }

    /** Asks for a job to be called off: at once if nobody has begun it, else when the work next says how far it is. */
    @Transactional
    void cancel(long id) {
        int changed = database.sql("""
                        update jobs.job
                        set cancel_requested = true,
                            state = case state when 'WAITING' then 'CANCELLED' else state end,
                            finished_at = case state when 'WAITING' then :now else finished_at end
                        where id = :id and state in ('WAITING', 'RUNNING') and not cancel_requested
                        """)
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (changed == 1) {
            log.write(AuditEntry.of("取消后台任务", "后台任务", String.valueOf(id)));
        }
    }

    /** The file a job made. */
    Optional<byte[]> result(long id) {
        return database.sql("select content from jobs.result where job = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }
}
