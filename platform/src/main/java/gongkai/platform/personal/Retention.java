package gongkai.platform.personal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erases applicants' data whose term has ended, once a day on one node. */
@Configuration(proxyBeanMethods = false)
class Retention {
    private static final int AT_ONCE = 200;

    @Bean
    RecurringTask<Void> personalRetention(Applicants applicants) {
        return Tasks.recurring("personal-retention", FixedDelay.ofHours(24)).execute((instance, context) -> {
            while (applicants.anonymiseEnded(AT_ONCE) == AT_ONCE) {}
        });
    }
}
