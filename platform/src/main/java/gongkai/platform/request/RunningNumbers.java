package gongkai.platform.request;

import gongkai.platform.organ.OrganId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Running numbers by organ and year. A node takes them from the database one by one, or in blocks that grow while many requests come
 * in, so that these do not wait for each other; one that was not used because its transaction failed is handed out again, and what is
 * left of a block is given back on a graceful stop. A crash loses at most the rest of a block.
 */
@Component
class RunningNumbers implements DisposableBean {
    /** How many numbers a node takes at a time at most. */
    private static final int LONGEST_BLOCK = 128;

    /** A block that was used up within this time is followed by one twice as long. */
    private static final long BUSY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Logger LOG = LoggerFactory.getLogger(RunningNumbers.class);

    private final JdbcConnectionDetails address;
    private final Map<Key, Block> blocks = new ConcurrentHashMap<>();
    private @Nullable Connection kept;

    RunningNumbers(JdbcConnectionDetails address) {
        this.address = address;
    }

    private record Key(long organ, int year) {}

    /** Numbers that are left of a block, and how long it was. */
    private static final class Block {
        private final Deque<Integer> left = new ArrayDeque<>();
        private int length;
        private long takenAt;

        /** How many to take next. */
        int next() {
            return length > 0 && System.nanoTime() - takenAt < BUSY_NANOS ? Math.min(2 * length, LONGEST_BLOCK) : 1;
        }

        void take(int first, int end) {
            for (int number = first; number < end; number++) {
                left.addLast(number);
            }
            length = end - first;
            takenAt = System.nanoTime();
        }
    }

    /** The next number. */
    int next(OrganId organ, int year) {
        var key = new Key(organ.value(), year);
        var block = blocks.computeIfAbsent(key, k -> new Block());
        synchronized (block) {
            if (block.left.isEmpty()) {
                refill(key, block);
            }
            return block.left.removeFirst();
        }
    }

    /** Takes a number back that was certainly not used. */
    void putBack(OrganId organ, int year, int number) {
        var block = blocks.get(new Key(organ.value(), year));
        if (block != null) {
            synchronized (block) {
                block.left.addFirst(number);
            }
        }
    }

    /**
     * Takes a block, on a connection of its own: the pool may be used up by transactions that wait for this very block, and the block
     * must stay taken when the transaction that asked for it fails.
     */
    private synchronized void refill(Key key, Block block) {
        int length = block.next();
        try {
            int end;
            try {
                end = endOfBlock(key, length);
            } catch (SQLException e) {
                // The database may have been started anew since.
                close();
                end = endOfBlock(key, length);
            }
            block.take(end - length, end);
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("no running numbers for organ " + key.organ(), e);
        }
    }

    private int endOfBlock(Key key, int length) throws SQLException {
        try (var statement = connection().prepareStatement("""
                insert into request.counter (organ, year, next) values (?, ?, 1 + ?)
                on conflict (organ, year) do update set next = counter.next + ?
                returning next
                """)) {
            statement.setLong(1, key.organ());
            statement.setInt(2, key.year());
            statement.setInt(3, length);
            statement.setInt(4, length);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Override
    public void destroy() {
        var unused = new HashMap<Key, Rest>();
        blocks.forEach((key, block) -> {
            synchronized (block) {
                var numbers = block.left;
                if (!numbers.isEmpty()) {
                    int first = numbers.stream().min(Integer::compare).orElseThrow();
                    int last = numbers.stream().max(Integer::compare).orElseThrow();
                    if (last - first + 1 == numbers.size()) {
                        unused.put(key, new Rest(first, last));
                    }
                    numbers.clear();
                }
            }
        });
        giveBack(unused);
    }

    /** What is left of a block, without a gap. */
    private record Rest(int first, int last) {}

    private synchronized void giveBack(Map<Key, Rest> unused) {
        if (!unused.isEmpty()) {
            try (var statement = connection()
                    .prepareStatement(
                            "update request.counter set next = ? where organ = ? and year = ? and next = ?")) {
                for (var entry : unused.entrySet()) {
                    statement.setInt(1, entry.getValue().first());
                    statement.setLong(2, entry.getKey().organ());
                    statement.setInt(3, entry.getKey().year());
                    statement.setInt(4, entry.getValue().last() + 1);
                    statement.addBatch();
                }
                statement.executeBatch();
            } catch (SQLException e) {
                // The numbers are lost, as in a crash; stopping goes on.
                LOG.warn("unused running numbers could not be given back", e);
            }
        }
        close();
    }

    private Connection connection() throws SQLException {
        var open = kept;
        if (open == null) {
            open = DriverManager.getConnection(address.getJdbcUrl(), address.getUsername(), address.getPassword());
            kept = open;
        }
        return open;
    }

    private void close() {
        var open = kept;
        kept = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.warn("a broken connection could not be closed", e);
            }
        }
    }
}
