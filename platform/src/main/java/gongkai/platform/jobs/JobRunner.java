package gongkai.platform.jobs;

import gongkai.platform.access.Access;
import gongkai.platform.web.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Does one job on this node, and notes what became of it. */
@Component
class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    /** A job that was broken off so often probably breaks the node itself. */
    private static final int MOST_ATTEMPTS = 5;

    private final JdbcClient database;
    private final ObjectProvider<Work> works;
    private final Access access;
    private final Clock clock;

    JobRunner(DataSource database, ObjectProvider<Work> works, Access access, Clock clock) {
        // By another name, so that what is told of a job is not part of the transaction its work is in.
        this.database = JdbcClient.create(new DelegatingDataSource(database));
        this.works = works;
        this.access = access;
        this.clock = clock;
    }

    private record Begun(
            String kind,
            long person,
            String input,
            @Nullable String checkpoint,
            int attempts) {}

    void run(long id) {
        var begun = begin(id);
        if (begun.isEmpty()) {
            return;
        }
        if (begun.get().attempts() > MOST_ATTEMPTS) {
            finish(id, Job.State.FAILED, "执行中多次异常中断，已停止重试");
            return;
        }
        try {
            var work = works.stream()
                    .filter(candidate -> candidate.kind().equals(begun.get().kind()))
                    .findFirst()
                    .orElseThrow(() -> new JobFailedException("本版本不支持这种任务"));
            var run = new Run(database, id, begun.get().input(), begun.get().checkpoint());
            access.as(begun.get().person(), () -> work.run(run));
            finish(id, Job.State.DONE, null);
        } catch (JobCancelledException e) {
            finish(id, Job.State.CANCELLED, null);
        } catch (Refusal e) {
            finish(id, Job.State.FAILED, e.sentence());
        } catch (JobFailedException e) {
            finish(id, Job.State.FAILED, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("broken off, to be taken up again", e);
        } catch (Exception e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("broken off, to be taken up again", e);
            }
            LOG.error("job {} of kind {} failed", id, begun.get().kind(), e);
            finish(id, Job.State.FAILED, "系统出错，已经记录（任务编号 " + id + "）");
        }
    }

    private Optional<Begun> begin(long id) {
        return database.sql("""
                        update jobs.job set state = 'RUNNING', attempts = attempts + 1, started_at = coalesce(started_at, :now)
                        where id = :id and state in ('WAITING', 'RUNNING')
                        returning kind, person, input, checkpoint, attempts
                        """)
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .query(Begun.class)
                .optional();
    }

    private void finish(long id, Job.State state, @Nullable String failure) {
        database.sql("""
                        update jobs.job set state = :state, failure = :failure, finished_at = :now,
                               done = case :state when 'DONE' then total else done end
                        where id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("failure", failure)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
