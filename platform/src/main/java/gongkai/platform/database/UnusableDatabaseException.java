package gongkai.platform.database;

import org.jspecify.annotations.Nullable;

/** The database, or the directory it is kept in, cannot be used. The message is Chinese, for the person who starts the platform. */
public final class UnusableDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnusableDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    UnusableDatabaseException(String message) {
        super(message);
    }
}
