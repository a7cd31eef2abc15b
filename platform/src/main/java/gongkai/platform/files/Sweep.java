package gongkai.platform.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes content that no file refers to any more: of erased files, and of uploads that were broken off. */
@Component
public class Sweep {
    /** Content may be stored a while before the row that refers to it is committed. */
    private static final Duration YOUNGEST = Duration.ofDays(1);

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final FileStore store;
    private final Clock clock;

    Sweep(JdbcClient database, FileStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /** @return how many contents were removed */
    public int run() throws IOException {
        int removed = 0;
        var before = clock.instant().minus(YOUNGEST);
        var batch = new ArrayList<String>();
        try (var all = store.all()) {
            for (var rest = all.iterator(); rest.hasNext(); ) {
                var item = rest.next();
                if (item.storedAt().isBefore(before)) {
                    batch.add(item.hash());
                }
                if (batch.size() == AT_ONCE) {
                    removed += removeUnused(batch);
                    batch.clear();
                }
            }
        }
        return removed + removeUnused(batch) + removeStaged(before);
    }

    private int removeUnused(List<String> hashes) throws IOException {
        if (hashes.isEmpty()) {
            return 0;
        }
        var unused = new ArrayList<>(hashes);
        unused.removeAll(
                database.sql("select distinct content from files.file where content in (:hashes) and erased_at is null")
                        .param("hashes", hashes)
                        .query(String.class)
                        .list());
        for (var hash : unused) {
            store.remove(hash);
        }
        return unused.size();
    }

    private int removeStaged(Instant before) throws IOException {
        var probe = store.stage();
        Files.delete(probe);
        int removed = 0;
        try (var staged = Files.list(probe.getParent())) {
            for (Path left : staged.toList()) {
                if (Files.getLastModifiedTime(left).toInstant().isBefore(before)) {
                    Files.deleteIfExists(left);
                    removed++;
                }
            }
        }
        return removed;
    }
}
