package gongkai.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatelySeenTest {
    private final LatelySeen<Long, String> seen = new LatelySeen<>(10);

    @Test
    void nobodyWaitsForAnothersLook() throws Exception {
        var answer = new CompletableFuture<String>();
        var looking = new CompletableFuture<Void>();
        var first = CompletableFuture.supplyAsync(() -> seen.get(1L, id -> {
            looking.complete(null);
            return answer.join();
        }));
        looking.get(10, TimeUnit.SECONDS);
        var second = CompletableFuture.supplyAsync(() -> seen.get(1L, id -> "seen"));
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("seen");
        answer.complete("late");
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("late");
    }

    @Test
    void whatWasSeenIsKept() {
        seen.get(1L, id -> "first");
        assertThat(seen.get(1L, id -> "second")).isEqualTo("first");
        seen.forget(1L);
        assertThat(seen.get(1L, id -> "second")).isEqualTo("second");
    }

    @Test
    void whatMayHaveChangedMeanwhileIsNotKept() {
        seen.get(1L, id -> {
            seen.forgetAll();
            return "old";
        });
        assertThat(seen.get(1L, id -> "new")).isEqualTo("new");
    }
}
