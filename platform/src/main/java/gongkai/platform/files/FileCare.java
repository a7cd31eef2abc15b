package gongkai.platform.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erases files whose term has ended and sweeps up content that nothing refers to, once a day on one node. */
@Configuration(proxyBeanMethods = false)
class FileCare {
    private static final int AT_ONCE = 200;

    @Bean
    RecurringTask<Void> fileCaring(StoredFiles files, Sweep sweep) {
        return Tasks.recurring("file-care", FixedDelay.ofHours(24)).execute((instance, context) -> {
            while (files.eraseEnded(AT_ONCE) == AT_ONCE) {}
            try {
                sweep.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
