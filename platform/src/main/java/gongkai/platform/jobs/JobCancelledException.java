package gongkai.platform.jobs;

/** Whoever started the job has called it off. Work lets this pass. */
public final class JobCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
