package gongkai.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server process that runs on a directory, as its own file {@code postmaster.pid} tells.
 *
 * @param port on the loopback address
 */
record Postmaster(ProcessHandle process, int port) {
    private static final int PORT_LINE = 3;
    private static final long SECONDS_TO_STOP = 60;

    /** The one that runs on those data. A file left behind by a server that died names no one, or somebody else. */
    static Optional<Postmaster> on(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.isAlive() && worksIn(process.pid(), data))
                .map(process -> new Postmaster(
                        process, Integer.parseInt(lines.get(PORT_LINE).strip())));
    }

    /**
     * Makes way for a new server after one died without tidying up: its file may name a number that by now is another process, and
     * PostgreSQL would then refuse to start. As long as any process of the old server lives the file stays.
     */
    static void forgetDead(Path data) throws IOException {
        if (Files.exists(data.resolve("postmaster.pid")) && !anyProcessIn(data)) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    /** Ends it in good order: clients are cut off, what is committed is on disk. */
    void stop() throws IOException {
        signal("INT");
        if (!gone(SECONDS_TO_STOP)) {
            signal("QUIT");
            gone(SECONDS_TO_STOP);
        }
    }

    private void signal(String name) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
    }

    private boolean gone(long seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** All processes of a server work in its data directory. */
    private static boolean anyProcessIn(Path data) {
        return ProcessHandle.allProcesses().anyMatch(process -> worksIn(process.pid(), data));
    }

    private static boolean worksIn(long pid, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
