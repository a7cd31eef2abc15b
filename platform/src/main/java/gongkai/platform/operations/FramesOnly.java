package gongkai.platform.operations;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * Writes an exception to the log without its message: that may quote what somebody typed or a row of the database. What it is, where it was thrown
 * and the database's code for it stay.
 */
final class FramesOnly implements StackTracePrinter {
    private static final int MOST_FRAMES = 60;

    @Override
    public void printStackTrace(Throwable failure, Appendable out) throws IOException {
        var seen = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            out.append(cause == failure ? "" : "Caused by: ")
                    .append(cause.getClass().getName());
            if (cause instanceof SQLException error && error.getSQLState() != null) {
                out.append(" [").append(error.getSQLState()).append(']');
            }
            out.append('\n');
            var frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                out.append("\tat ").append(frames[i].toString()).append('\n');
            }
        }
    }
}
