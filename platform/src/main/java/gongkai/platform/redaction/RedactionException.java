package gongkai.platform.redaction;

/** A file cannot be treated. The message says in Chinese why, and what to do. */
public final class RedactionException extends Exception {
    private static final long serialVersionUID = 1;

    RedactionException(String message) {
        super(message);
    }

    RedactionException(String message, Throwable cause) {
        super(message, cause);
    }
}
