package gongkai.platform.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what arrives at the same time in one transaction: while groups are being committed the next gathers. Whoever brings something
 * waits until it is durable. One that cannot be written takes nobody with it: the others of its group are then written each alone.
 *
 * @param <T> what is brought
 * @param <R> what becomes of it
 */
final class GroupCommit<T, R> {
    private final int most;
    private final TransactionTemplate transaction;
    private final Function<List<T>, List<R>> writing;
    private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore free;
    /** Threads of the system's: they go to the database and back all the time, and a virtual one would be put aside each time. */
    private final Executor threads;

    /**
     * @param writers how many groups are written at the same time
     * @param most how many are written together at most
     * @param writing writes all of them in the transaction of its thread; answers in their order
     */
    GroupCommit(int writers, int most, TransactionTemplate transaction, Function<List<T>, List<R>> writing) {
        free = new Semaphore(writers);
        threads = Executors.newFixedThreadPool(
                writers, Thread.ofPlatform().name("group-commit-", 1).daemon().factory());
        this.most = most;
        this.transaction = transaction;
        this.writing = writing;
    }

    private record Waiting<T, R>(T brought, CompletableFuture<R> answer) {}

    /** Has it written. Throws what writing it threw. */
    R take(T brought) {
        var waiting = new Waiting<T, R>(brought, new CompletableFuture<>());
        queue.add(waiting);
        begin();
        try {
            return waiting.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** How many have come and nobody has begun to write. */
    int waiting() {
        return queue.size();
    }

    private void begin() {
        if (free.tryAcquire()) {
            threads.execute(this::write);
        }
    }

    private void write() {
        try {
            for (var group = next(); !group.isEmpty(); group = next()) {
                together(group);
            }
        } finally {
            free.release();
        }
        // One may have come after the last look, while nobody was let begin.
        if (!queue.isEmpty()) {
            begin();
        }
    }

    private List<Waiting<T, R>> next() {
        var group = new ArrayList<Waiting<T, R>>();
        for (var one = queue.poll(); one != null; one = group.size() < most ? queue.poll() : null) {
            group.add(one);
        }
        return group;
    }

    private void together(List<Waiting<T, R>> group) {
        try {
            var answers = committed(group);
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        } catch (Unwritable e) {
            if (group.size() == 1) {
                group.getFirst().answer().completeExceptionally(e.getCause());
            } else {
                group.forEach(one -> together(List.of(one)));
            }
        } catch (RuntimeException | Error e) {
            group.forEach(one -> one.answer().completeExceptionally(e));
        }
    }

    /** @throws Unwritable if nothing was committed for certain; any other exception leaves that open, or no transaction was to be had */
    private List<R> committed(List<Waiting<T, R>> group) throws Unwritable {
        var unwritable = new Unwritable[1];
        try {
            return transaction.execute(status -> {
                try {
                    return writing.apply(group.stream().map(Waiting::brought).toList());
                } catch (RuntimeException e) {
                    unwritable[0] = new Unwritable(e);
                    throw e;
                }
            });
        } catch (RuntimeException e) {
            if (unwritable[0] != null) {
                throw unwritable[0];
            }
            throw e;
        }
    }

    private static final class Unwritable extends Exception {
        private static final long serialVersionUID = 1;

        Unwritable(RuntimeException cause) {
            super(cause);
        }
    }
}
