package gongkai.platform.jobs;

/**
 * One kind of long work. A bean of this type does all jobs of its kind, on whichever node takes them.
 *
 * <p>It is done in the name of whoever started it, with the rights they hold by then; the log names them.
 *
 * <p>When the node that does a job dies, another one calls {@link #run} again with the same input: work must be such that doing it twice does
 * no harm, or go on from its {@link Run#checkpoint()}.
 */
public interface Work {
    /** Its name in the database; never changed once used. */
    String kind();

    /**
     * Does one job.
     *
     * @throws JobFailedException with a Chinese reason for whoever started it
     * @throws InterruptedException when the platform stops; the job is taken up again after the next start
     */
    void run(Run run) throws Exception;
}
