package gongkai.platform.jobs;

/** A job could not be done. The message is Chinese, for whoever started it. */
public final class JobFailedException extends Exception {
    private static final long serialVersionUID = 1;

    public JobFailedException(String message) {
        super(message);
    }
}
