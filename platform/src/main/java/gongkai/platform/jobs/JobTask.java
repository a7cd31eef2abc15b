package gongkai.platform.jobs;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the scheduler knows of jobs: one kind of task, whose instance is the number of a job. */
@Configuration(proxyBeanMethods = false)
class JobTask {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("job");

    private static final int KEPT_DAYS = 30;
    private static final Duration RETRY = Duration.ofSeconds(5);

    @Bean
    Task<Void> oneJob(JobRunner runner) {
        return Tasks.oneTime(TASK)
                // Only what was broken off comes here; a job that failed has been told so and is over.
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> runner.run(Long.parseLong(instance.getId())));
    }

    /** Finished jobs and their files go after a month. */
    @Bean
    RecurringTask<Void> jobCleaning(JdbcClient database, Clock clock) {
        return Tasks.recurring("job-cleaning", FixedDelay.ofHours(24))
                .execute((instance, context) -> database.sql("delete from jobs.job where finished_at < :before")
                        .param("before", OffsetDateTime.now(clock).minusDays(KEPT_DAYS))
                        .update());
    }
}
