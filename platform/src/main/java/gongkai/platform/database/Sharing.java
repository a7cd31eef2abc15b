package gongkai.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Several programs share one server: whoever comes first starts it, whoever leaves last stops it. The locks are the operating system's
 * and end with the process that holds them, so nothing stale is left by a program that was killed.
 */
final class Sharing implements AutoCloseable {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final FileChannel gate;
    private final FileChannel users;
    private @Nullable FileLock mine;

    Sharing(Path directory) throws IOException {
        gate = open(directory.resolve("gate.lock"));
        users = open(directory.resolve("users.lock"));
    }

    private static FileChannel open(Path file) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        Storage.giveToOwner(file);
        return channel;
    }

    /** Something done to the server. */
    interface Deed {
        void run(boolean alone) throws IOException;
    }

    /** Does it while nobody else comes or goes, and counts this program as a user from then on. */
    void enter(Deed deed) throws IOException {
        through(() -> {
            deed.run(alone());
            mine = share();
        });
    }

    /** Does it while nobody else comes or goes; this program is no user any more. */
    void leave(Deed deed) throws IOException {
        through(() -> {
            if (mine != null) {
                mine.release();
                mine = null;
            }
            deed.run(alone());
        });
    }

    private void through(Step step) throws IOException {
        ONE_AT_A_TIME.lock();
        try (var passage = gate.lock()) {
            step.run();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private @Nullable FileLock share() throws IOException {
        try {
            return users.tryLock(0, 1, true);
        } catch (OverlappingFileLockException e) {
            // Another part of this very program has it open; the server stays while that part lives.
            return null;
        }
    }

    private boolean alone() throws IOException {
        try (var whole = users.tryLock(0, 1, false)) {
            return whole != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        users.close();
        gate.close();
    }
}
