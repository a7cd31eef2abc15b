package gongkai.benchmarks;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Counts the processor time a benchmark had, so that work done beside it on the same machine does not change the figures. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Processor {
    /** Processor time of the iteration; JMH divides it by the time that passed. */
    public long nanos;

    private long start;

    @Setup(Level.Iteration)
    public void start() {
        start = now();
    }

    @TearDown(Level.Iteration)
    public void stop() {
        nanos = now() - start;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
