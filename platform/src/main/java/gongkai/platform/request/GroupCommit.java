package gongkai.platform.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what arrives at the same time in one transaction: while one group is being committed the next gathers. Whoever brings something
 * waits until it is durable. One that cannot be written takes nobody with it: the others of its group are then written each alone. While
 * the database is away all are told at once.
 *
 * @param <T> what is brought
 */
final class GroupCommit<T> {
    private final int most;
    private final TransactionTemplate transaction;
    private final Consumer<List<T>> writing;
    private final Queue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    /** A thread of the system's: it goes to the database and back all the time, and a virtual one would be put aside each time. */
    private final Executor thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("group-commit").daemon().factory());

    /**
     * @param most how many are written together at most
     * @param writing writes all of them in the transaction of its thread
     */
    GroupCommit(int most, TransactionTemplate transaction, Consumer<List<T>> writing) {
        this.most = most;
        this.transaction = transaction;
        this.writing = writing;
    }

    private record Waiting<T>(T brought, CompletableFuture<Void> written) {}

    /**
     * Has it written. Throws what the commit threw, if that failed; nobody knows then whether it was written.
     *
     * @throws NotWritten if it was not written for certain
     */
    void take(T brought) throws NotWritten {
        var waiting = new Waiting<T>(brought, new CompletableFuture<>());
        queue.add(waiting);
        begin();
        try {
            waiting.written().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NotWritten not) {
                throw not;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** How many have come and nobody has begun to write. */
    int waiting() {
        return queue.size();
    }

    private void begin() {
        if (busy.compareAndSet(false, true)) {
            thread.execute(this::write);
        }
    }

    private void write() {
        try {
            for (var group = next(); !group.isEmpty(); group = next()) {
                together(group);
            }
        } finally {
            busy.set(false);
        }
        // One may have come after the last look, while nobody was let begin.
        if (!queue.isEmpty()) {
            begin();
        }
    }

    private List<Waiting<T>> next() {
        var group = new ArrayList<Waiting<T>>();
        for (var one = queue.poll(); one != null; one = group.size() < most ? queue.poll() : null) {
            group.add(one);
        }
        return group;
    }

    private void together(List<Waiting<T>> group) {
        try {
            commit(group);
            group.forEach(one -> one.written().complete(null));
        } catch (NotWritten e) {
            if (group.size() > 1 && e.why() instanceof NonTransientDataAccessException) {
                group.forEach(one -> together(List.of(one)));
            } else {
                group.forEach(one -> one.written().completeExceptionally(e));
            }
        } catch (RuntimeException | Error e) {
            group.forEach(one -> one.written().completeExceptionally(e));
        }
    }

    private void commit(List<Waiting<T>> group) throws NotWritten {
        var written = new AtomicBoolean();
        try {
            transaction.executeWithoutResult(status -> {
                writing.accept(group.stream().map(Waiting::brought).toList());
                written.set(true);
            });
        } catch (RuntimeException e) {
            // Before the commit was tried nothing can have been written.
            if (written.get()) {
                throw e;
            }
            throw new NotWritten(e);
        }
    }

    /** Nothing was written for certain. */
    static final class NotWritten extends Exception {
        private static final long serialVersionUID = 1;

        private final RuntimeException why;

        NotWritten(RuntimeException why) {
            super(why);
            this.why = why;
        }

        RuntimeException why() {
            return why;
        }
    }
}
