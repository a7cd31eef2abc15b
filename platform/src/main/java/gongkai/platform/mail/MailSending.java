package gongkai.platform.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Empties the outbox every few seconds, on one node at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailSending {
    private static final int AT_ONCE = 50;

    @Bean
    RecurringTask<Void> sendingMail(Postman postman, MailSettings settings) {
        return Tasks.recurring("mail-sending", FixedDelay.ofSeconds(5)).execute((instance, context) -> {
            for (int i = 0; settings.enabled() && i < AT_ONCE && postman.deliverOne(); i++) {
                // The next one.
            }
        });
    }
}
