package gongkai.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that can be moved by whole days, to watch deadlines arrive. There is one in development only. */
public final class TimeMachine extends Clock {
    private final Clock real;
    private final AtomicReference<Duration> ahead;

    TimeMachine(Clock real) {
        this(real, new AtomicReference<>(Duration.ZERO));
    }

    private TimeMachine(Clock real, AtomicReference<Duration> ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    /** Makes today that day; the time of day goes on. */
    public void travelTo(LocalDate day) {
        ahead.set(Duration.ofDays(ChronoUnit.DAYS.between(LocalDate.now(real), day)));
    }

    /** Back to the real day. */
    public void comeBack() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TimeMachine(real.withZone(zone), ahead);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }
}
