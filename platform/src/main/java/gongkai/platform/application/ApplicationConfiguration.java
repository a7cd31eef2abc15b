package gongkai.platform.application;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings, and the cleaning up of what has had its time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApplicationSettings.class)
class ApplicationConfiguration {
    @Bean
    RecurringTask<Void> applicationCare(ApplicationDrafts drafts, Visits visits, WrongCodes wrongCodes) {
        return Tasks.recurring("application-care", FixedDelay.ofHours(1)).execute((instance, context) -> {
            drafts.clean();
            visits.clean();
            wrongCodes.clean();
        });
    }
}
