package gongkai.platform.request;

import gongkai.platform.organ.OrganId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Running numbers by organ and year. A node takes them from the database in blocks, so that requests do not wait for each other; one
 * that was not used because its transaction failed is handed out again, and what is left of a block is given back on a graceful stop.
 * A crash loses at most the rest of a block.
 */
@Component
class RunningNumbers implements DisposableBean {
    /** How many numbers a node takes at a time. */
    static final int BLOCK = 20;

    private static final Logger LOG = LoggerFactory.getLogger(RunningNumbers.class);

    private final JdbcConnectionDetails address;
    private final Map<Key, Deque<Integer>> free = new ConcurrentHashMap<>();

    RunningNumbers(JdbcConnectionDetails address) {
        this.address = address;
    }

    private record Key(long organ, int year) {}

    /** The next number; it belongs to the transaction that runs in this thread. */
    int next(OrganId organ, int year) {
        var key = new Key(organ.value(), year);
        var numbers = free.computeIfAbsent(key, k -> new ArrayDeque<>());
        int number;
        synchronized (numbers) {
            if (numbers.isEmpty()) {
                refill(key, numbers);
            }
            number = numbers.removeFirst();
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    synchronized (numbers) {
                        numbers.addFirst(number);
                    }
                }
            }
        });
        return number;
    }

    /**
     * Takes a block, on a connection of its own: the pool may be used up by transactions that wait for this very block, and the block
     * must stay taken when the transaction that asked for it fails.
     */
    private void refill(Key key, Deque<Integer> numbers) {
        try (var connection = connect();
                var statement = connection.prepareStatement("""
                        insert into request.counter (organ, year, next) values (?, ?, 1 + ?)
                        on conflict (organ, year) do update set next = counter.next + ?
                        returning next
                        """)) {
            statement.setLong(1, key.organ());
            statement.setInt(2, key.year());
            statement.setInt(3, BLOCK);
            statement.setInt(4, BLOCK);
            try (var row = statement.executeQuery()) {
                row.next();
                int end = row.getInt(1);
                for (int number = end - BLOCK; number < end; number++) {
                    numbers.addLast(number);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no running numbers for organ " + key.organ(), e);
        }
    }

    @Override
    public void destroy() {
        try (var connection = connect();
                var statement = connection.prepareStatement(
                        "update request.counter set next = ? where organ = ? and year = ? and next = ?")) {
            for (var entry : free.entrySet()) {
                var numbers = entry.getValue();
                synchronized (numbers) {
                    if (!numbers.isEmpty()) {
                        int first = numbers.stream().min(Integer::compare).orElseThrow();
                        int last = numbers.stream().max(Integer::compare).orElseThrow();
                        boolean whole = last - first + 1 == numbers.size();
                        if (whole) {
                            statement.setInt(1, first);
                            statement.setLong(2, entry.getKey().organ());
                            statement.setInt(3, entry.getKey().year());
                            statement.setInt(4, last + 1);
                            statement.addBatch();
                        }
                        numbers.clear();
                    }
                }
            }
            statement.executeBatch();
        } catch (SQLException e) {
            // The numbers are lost, as in a crash; stopping goes on.
            LOG.warn("unused running numbers could not be given back", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address.getJdbcUrl(), address.getUsername(), address.getPassword());
    }
}
