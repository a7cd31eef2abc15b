package gongkai.platform.reminder;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for terms before the offices open, and once more after noon for what came in the morning. */
@Configuration(proxyBeanMethods = false)
class ReminderJob {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderJob.class);

    @Bean
    RecurringTask<Void> remindingOfTerms(Reminders reminders) {
        var schedule = Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(7, 0), LocalTime.of(13, 0));
        return Tasks.recurring("term-reminders", schedule).execute((instance, context) -> {
            for (var organ : reminders.organs()) {
                try {
                    reminders.remind(organ);
                } catch (RuntimeException e) {
                    LOG.error("organ {} was not reminded of its terms", organ.value(), e);
                }
            }
        });
    }
}
