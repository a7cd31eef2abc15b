package gongkai.annualreport.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchTest {
    private static final Duration AMPLE = Duration.ofMinutes(1);

    @Test
    void handsResultsOverInTheOrderOfTheInputs() {
        var inputs = IntStream.range(0, 500).boxed().toList();
        var taken = new ArrayList<Integer>();
        var progress = new ArrayList<Integer>();
        new Batch<Integer, Integer>(AMPLE, input -> input * 2, input -> -1).run(inputs, taken::add, progress::add);
        assertThat(taken).isEqualTo(inputs.stream().map(input -> input * 2).toList());
        assertThat(progress).isEqualTo(IntStream.rangeClosed(1, 500).boxed().toList());
    }

    @Test
    void givesUpWhatTakesTooLongAndGoesOn() {
        var never = new CountDownLatch(1);
        var taken = new ArrayList<String>();
        new Batch<Integer, String>(
                        Duration.ofMillis(200),
                        input -> {
                            if (input % 3 == 0) {
                                hang(never);
                            }
                            return "read " + input;
                        },
                        input -> "gave up " + input)
                .run(IntStream.range(0, 12).boxed().toList(), taken::add, done -> {});
        assertThat(taken).hasSize(12).contains("gave up 0", "read 1", "read 2", "gave up 9", "read 11");
        never.countDown();
    }

    @Test
    void readsNoFurtherAheadThanItsWindow() {
        var started = new AtomicInteger();
        var taken = new AtomicInteger();
        new Batch<Integer, Integer>(
                        AMPLE,
                        input -> {
                            assertThat(started.incrementAndGet() - taken.get()).isLessThanOrEqualTo(80);
                            return input;
                        },
                        input -> -1)
                .run(IntStream.range(0, 2_000).boxed().toList(), result -> taken.incrementAndGet() > 0, done -> {});
        assertThat(started).hasValue(2_000);
    }

    @Test
    void stopsWhenNobodyTakesTheResults() {
        var taken = new ArrayList<Integer>();
        new Batch<Integer, Integer>(AMPLE, input -> input, input -> -1)
                .run(IntStream.range(0, 1_000).boxed().toList(), result -> taken.add(result) && result < 3, done -> {});
        assertThat(taken).containsExactly(0, 1, 2, 3);
    }

    private static void hang(CountDownLatch never) {
        while (true) {
            try {
                never.await();
                return;
            } catch (InterruptedException e) {
                // What hangs in a library does not heed this either.
            }
        }
    }
}
