package gongkai.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What was looked up in the database is kept for two seconds. Nobody waits while another looks the same thing up: whoever waits may hold
 * the last connection, which the other needs.
 */
final class LatelySeen<K, V> {
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final Cache<K, V> kept;
    private final AtomicLong changes = new AtomicLong();

    /** @param most how many are kept */
    LatelySeen(int most) {
        kept = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(most).build();
    }

    V get(K key, Function<K, V> look) {
        var known = kept.getIfPresent(key);
        if (known != null) {
            return known;
        }
        long seen = changes.get();
        var found = look.apply(key);
        kept.put(key, found);
        if (changes.get() != seen) {
            // It may have changed while we looked.
            kept.invalidate(key);
        }
        return found;
    }

    void forget(K key) {
        changes.incrementAndGet();
        kept.invalidate(key);
    }

    void forgetAll() {
        changes.incrementAndGet();
        kept.invalidateAll();
    }
}
