package gongkai.platform.letter;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Prints what was signed and is not printed yet: at once what is signed on this node, later whatever a crash left behind. */
@Component
class LetterPrinting implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LetterPrinting.class);
    private static final int AT_ONCE = 20;

    private final LetterStore store;
    private final LetterFiles files;
    /** One after the other: many letters are signed at once where many cases are closed at once. */
    private final ExecutorService printer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("letter-printer").daemon().factory());

    LetterPrinting(LetterStore store, LetterFiles files) {
        this.store = store;
        this.files = files;
    }

    /** A letter was signed in this transaction. */
    record Signed(UUID letter) {}

    @TransactionalEventListener
    void signed(Signed event) {
        printer.execute(() -> print(event.letter()));
    }

    private void print(UUID letter) {
        try {
            files.print(letter);
        } catch (RuntimeException e) {
            LOG.error("letter {} could not be printed", letter, e);
        }
    }

    @Override
    public void destroy() {
        printer.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Rounds {
        @Bean
        RecurringTask<Void> printingLetters(LetterPrinting printing) {
            return Tasks.recurring("letter-printing", FixedDelay.ofSeconds(10))
                    .execute((instance, context) ->
                            printing.store.unprinted(AT_ONCE).forEach(printing::print));
        }
    }
}
