package gongkai.annualreport.command;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/**
 * Works through many inputs on all processors and hands the results over in the order of the inputs, each as soon as it and all before
 * it are there. Only a window of results is held, so the memory it needs does not grow with the number of inputs. An input that takes
 * longer than the limit is given up: its thread is left behind and another takes its place.
 *
 * @param work must not throw; it makes its own failures into results
 * @param tooLong the result for an input that was given up
 */
record Batch<I, R>(Duration limit, Function<I, R> work, Function<I, R> tooLong) {
    private static final int WINDOW = 64;

    /**
     * @param take is given each result, on the calling thread; answers whether to go on
     * @param progress is told how many results have been taken
     */
    void run(List<I> inputs, Predicate<R> take, IntConsumer progress) {
        var run = new Run<>(this);
        try {
            for (int workers = Math.min(Runtime.getRuntime().availableProcessors(), inputs.size());
                    workers > 0;
                    workers--) {
                run.startWorker();
            }
            var inFlight = new ArrayDeque<CompletableFuture<R>>();
            int next = 0;
            for (int taken = 0; taken < inputs.size(); taken++) {
                while (next < inputs.size() && inFlight.size() < WINDOW) {
                    inFlight.add(run.offer(inputs.get(next++)));
                }
                if (!take.test(inFlight.remove().join())) {
                    return;
                }
                progress.accept(taken + 1);
            }
        } finally {
            run.stop();
        }
    }

    /** The threads of one run. */
    private static final class Run<I, R> {
        private record Task<I, R>(I input, CompletableFuture<R> result) {}

        private final Batch<I, R> batch;
        private final Queue<Task<I, R>> tasks = new ConcurrentLinkedQueue<>();
        private final Semaphore waiting = new Semaphore(0);
        private final ScheduledExecutorService clock;
        private volatile boolean stopped;

        Run(Batch<I, R> batch) {
            this.batch = batch;
            this.clock = Executors.newSingleThreadScheduledExecutor(action -> daemon(action, "limit"));
        }

        CompletableFuture<R> offer(I input) {
            var task = new Task<>(input, new CompletableFuture<R>());
            tasks.add(task);
            waiting.release();
            return task.result();
        }

        void startWorker() {
            daemon(this::work, "reader").start();
        }

        void stop() {
            stopped = true;
            waiting.release(1_000);
            clock.shutdownNow();
        }

        private void work() {
            while (true) {
                waiting.acquireUninterruptibly();
                var task = tasks.poll();
                if (stopped || task == null) {
                    return;
                }
                var worker = Thread.currentThread();
                var limit =
                        clock.schedule(() -> giveUp(task, worker), batch.limit().toMillis(), TimeUnit.MILLISECONDS);
                var result = batch.work().apply(task.input());
                if (!task.result().complete(result)) {
                    return;
                }
                limit.cancel(false);
            }
        }

        private void giveUp(Task<I, R> task, Thread worker) {
            if (task.result().complete(batch.tooLong().apply(task.input()))) {
                worker.interrupt();
                startWorker();
            }
        }

        private static Thread daemon(Runnable action, String name) {
            var thread = new Thread(action, name);
            thread.setDaemon(true);
            return thread;
        }
    }
}
