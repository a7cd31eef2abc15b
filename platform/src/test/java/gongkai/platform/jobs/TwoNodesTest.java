package gongkai.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.People;
import gongkai.platform.database.Address;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes, each with its own pool, over one database. */
class TwoNodesTest {
    private static final int MANY = 20;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path data;

    private ConfigurableApplicationContext first;
    private ConfigurableApplicationContext second;
    private long person;

    @BeforeEach
    void start() throws Exception {
        var settings = new HashMap<String, Object>(Map.of(
                "gongkai.data", data.toString(),
                "db-scheduler.shutdown-max-wait", "100ms",
                "db-scheduler.polling-interval", "200ms"));
        var database = Address.of(TestDatabase.fresh());
        settings.put("db-scheduler.scheduler-name", "first");
        first = Platform.start(0, database, settings);
        settings.put("db-scheduler.scheduler-name", "second");
        second = Platform.start(0, database, settings);
        person = first.getBean(People.class).add("zhang", "张三", "Chang#Mima-1");
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    @DisplayName("两个节点上，每个任务只做一次；失败的说明原因，不再重试；做到一半节点停了，由另一个接着做")
    void doEachJobOnce() throws InterruptedException {
        BlockingWork.done = new CountDownLatch(MANY);
        var jobs = new ArrayList<Long>();
        for (int i = 0; i < MANY; i++) {
            jobs.add(node(i).getBean(Jobs.class).start("test", "任务", person, ""));
        }
        long failing = first.getBean(Jobs.class).start("test", "任务", person, "fail");
        assertThat(BlockingWork.done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(jobs)
                .allSatisfy(job -> assertThat(BlockingWork.TIMES.get(job)).hasValue(1));

        BlockingWork.begun = new CountDownLatch(1);
        BlockingWork.done = new CountDownLatch(1);
        long broken = first.getBean(Jobs.class).start("test", "任务", person, "block first");
        assertThat(BlockingWork.begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        boolean firstHasIt = owner(broken).equals("first");
        (firstHasIt ? first : second).close();
        var other = firstHasIt ? second : first;
        assertThat(BlockingWork.done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(BlockingWork.TIMES.get(broken)).hasValue(2);
        assertThat(other.getBean(Jobs.class).result(broken)).hasValue(new byte[] {1});
        assertThat(failure(other, failing)).isEqualTo("第 3 行有误");
        assertThat(BlockingWork.TIMES.get(failing)).hasValue(1);
    }

    private ConfigurableApplicationContext node(int i) {
        return i % 2 == 0 ? first : second;
    }

    private String owner(long job) {
        return first.getBean(JdbcClient.class)
                .sql("select picked_by from jobs.scheduled_tasks where task_instance = :job")
                .param("job", String.valueOf(job))
                .query(String.class)
                .single();
    }

    private static String failure(ConfigurableApplicationContext node, long job) {
        return node.getBean(JdbcClient.class)
                .sql("select failure from jobs.job where id = :job")
                .param("job", job)
                .query(String.class)
                .single();
    }
}
