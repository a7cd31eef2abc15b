package gongkai.platform.jobs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Work of the tests: counts how often each job is done, and waits where the input says so. */
@Component
class BlockingWork implements Work {
    static final Map<Long, AtomicInteger> TIMES = new ConcurrentHashMap<>();
    static volatile CountDownLatch begun = new CountDownLatch(0);
    static volatile CountDownLatch done = new CountDownLatch(0);

    @Override
    public String kind() {
        return "test";
    }

    @Override
    public void run(Run run) throws Exception {
        int time = TIMES.computeIfAbsent(run.job(), job -> new AtomicInteger()).incrementAndGet();
        run.progress(1, 2, "");
        switch (run.input()) {
            case "fail" -> throw new JobFailedException("第 3 行有误");
            case "block first" -> {
                begun.countDown();
                if (time == 1) {
                    new CountDownLatch(1).await();
                }
                run.resultFile("结果.csv", new byte[] {1});
            }
            default -> {}
        }
        done.countDown();
    }
}
