package gongkai.platform.letter;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Prints what was signed and is not printed yet: answers signed with their decision, and whatever a crash left behind. */
@Configuration(proxyBeanMethods = false)
class LetterPrinting {
    private static final Logger LOG = LoggerFactory.getLogger(LetterPrinting.class);
    private static final int AT_ONCE = 20;
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> printingLetters(LetterStore store, LetterFiles files, Clock clock) {
        return Tasks.recurring("letter-printing", FixedDelay.ofSeconds(10)).execute((instance, context) -> {
            for (var id : store.unprinted(clock.instant().minus(GRACE), AT_ONCE)) {
                try {
                    files.print(id);
                } catch (RuntimeException e) {
                    LOG.error("letter {} could not be printed", id, e);
                }
            }
        });
    }
}
