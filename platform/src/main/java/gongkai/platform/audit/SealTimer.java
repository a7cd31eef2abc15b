package gongkai.platform.audit;

import gongkai.platform.database.DataDirectory;
import gongkai.platform.keys.Keys;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the chain extended shortly after each commit, and from time to time for what another process left behind when it died. */
@Component
class SealTimer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealTimer.class);
    /** Commits within this time are linked together. */
    private static final long GATHER_MILLIS = 200;

    private static final long ROUND_SECONDS = 5;

    private final DataSource database;
    private final Sealing sealing;
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService timer;
    private volatile boolean running;

    SealTimer(DataSource database, Keys keys, DataDirectory data, Clock clock) {
        this.database = database;
        sealing = new Sealing(keys, data.audit(), clock);
    }

    /** Something was committed. */
    void wake() {
        var current = timer;
        if (current != null && running && awake.compareAndSet(false, true)) {
            current.schedule(this::sealQuietly, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Links what is committed, now and in this thread. */
    void sealNow() throws SQLException {
        awake.set(false);
        try (var connection = database.getConnection()) {
            sealing.seal(connection);
        }
    }

    private void sealQuietly() {
        try {
            sealNow();
        } catch (SQLException | RuntimeException e) {
            // The lines are safe in the database; the next round links them.
            LOG.error("审计链暂时无法延长，稍后再试", e);
        }
    }

    @Override
    public void start() {
        var fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("audit-seal").daemon().factory());
        timer = fresh;
        running = true;
        fresh.scheduleWithFixedDelay(this::sealQuietly, 0, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        var current = timer;
        if (current == null) {
            return;
        }
        current.shutdown();
        try {
            if (current.awaitTermination(ROUND_SECONDS, TimeUnit.SECONDS)) {
                sealQuietly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Below the web server's, so that it stops after the last request. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
