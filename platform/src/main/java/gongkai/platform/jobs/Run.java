package gongkai.platform.jobs;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One job while it is being done: what it is about, and how far it is. What is told here is committed at once, whatever the work's own transaction does. */
public final class Run {
    private static final long TELL_EVERY_NANOS = 500_000_000;

    private final JdbcClient apart;
    private final long job;
    private final String input;
    private final @Nullable String checkpoint;
    private long told;

    Run(JdbcClient apart, long job, String input, @Nullable String checkpoint) {
        this.apart = apart;
        this.job = job;
        this.input = input;
        this.checkpoint = checkpoint;
    }

    /** The number of the job. */
    public long job() {
        return job;
    }

    /** What it was started with. */
    public String input() {
        return input;
    }

    /** Where an earlier attempt got to, if one was broken off after it said so. */
    public Optional<String> checkpoint() {
        return Optional.ofNullable(checkpoint);
    }

    /**
     * Says how far it is. Cheap to call for every row: it is written twice a second at most.
     *
     * @throws JobCancelledException when it was called off
     */
    public void progress(long done, long total, String message) {
        long now = System.nanoTime();
        if (told != 0 && now - told < TELL_EVERY_NANOS && done < total) {
            return;
        }
        told = now;
        var cancelled = apart.sql("""
                        update jobs.job set done = :done, total = :total, message = :message where id = :job
                        returning cancel_requested
                        """)
                .param("done", done)
                .param("total", total)
                .param("message", message)
                .param("job", job)
                .query(Boolean.class)
                .single();
        if (cancelled) {
            throw new JobCancelledException();
        }
    }

    /** Notes where to go on should this attempt be broken off. */
    public void checkpoint(String place) {
        apart.sql("update jobs.job set checkpoint = :place where id = :job")
                .param("place", place)
                .param("job", job)
                .update();
    }

    /** The page where its result can be seen. */
    public void resultAt(String path) {
        apart.sql("update jobs.job set result_link = :path where id = :job")
                .param("path", path)
                .param("job", job)
                .update();
    }

    /** The file it made, kept with the job for whoever started it. */
    public void resultFile(String name, byte[] content) {
        apart.sql("""
                        with named as (update jobs.job set result_name = :name where id = :job returning id)
                        insert into jobs.result (job, content) select id, :content from named
                        on conflict (job) do update set content = excluded.content
                        """)
                .param("name", name)
                .param("content", content)
                .param("job", job)
                .update();
    }
}
