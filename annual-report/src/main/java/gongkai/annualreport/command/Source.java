package gongkai.annualreport.command;

import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.reading.Reading;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * One file to be read.
 *
 * @param name how the user would name it: the argument as given, or the directory as given and the path below it
 * @param refusal why it is no file to be read, in Chinese; null where it may be tried
 */
record Source(String name, Path path, @Nullable String refusal) {
    private static final Semaphore SECOND_TRIES = new Semaphore(1);

    /** What reading a file came to, or one Chinese sentence that says why it could not be read. */
    sealed interface Outcome {
        record Read(Reading reading) implements Outcome {}

        record Unreadable(String reason) implements Outcome {}
    }

    static final Outcome.Unreadable TOO_LONG = new Outcome.Unreadable("读取超时，文件可能过大或已损坏");

    /** Reads the file. Whatever happens on the way, also to the machine, stays with this file. */
    Outcome read() {
        if (refusal != null) {
            return new Outcome.Unreadable(refusal);
        }
        try {
            return attempt();
        } catch (OutOfMemoryError e) {
            // The memory may have been taken by a file read at the same time: try again, one such file at a time.
            return readAlone();
        }
    }

    private Outcome readAlone() {
        SECOND_TRIES.acquireUninterruptibly();
        try {
            return attempt();
        } catch (OutOfMemoryError e) {
            return new Outcome.Unreadable("文件内容过大，内存不足，无法读取");
        } finally {
            SECOND_TRIES.release();
        }
    }

    private Outcome attempt() {
        try {
            return new Outcome.Read(AnnualReports.read(path));
        } catch (UnreadableFileException e) {
            return new Outcome.Unreadable(String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return new Outcome.Unreadable("文件结构嵌套过深，无法读取");
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return new Outcome.Unreadable("读取时出错，文件可能已损坏");
        }
    }
}
