package gongkai.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs, which refuse to run as root: there they run in a user namespace of their own, or as the files' owner. */
final class Runner {
    private final Path binaries;
    private final List<String> as;

    private Runner(Path binaries, List<String> as) {
        this.binaries = binaries;
        this.as = as;
    }

    /** What a program did. */
    record Outcome(int status, String output) {}

    /** One for servers whose files are below that directory. */
    static Runner in(Path directory, Path binaries) throws IOException {
        return new Runner(binaries, isRoot() ? instead(directory) : List.of());
    }

    /** Whether this program runs as root. The owner of {@code /proc/self} does not tell: that link is always root's. */
    static boolean isRoot() throws IOException {
        return isRoot(Files.readAllLines(Path.of("/proc/self/status")));
    }

    /** @param status the lines of {@code /proc/self/status}: real, effective, saved and file system user stand after {@code Uid:} */
    static boolean isRoot(List<String> status) {
        return status.stream().anyMatch(line -> line.matches("Uid:\\s+\\d+\\s+0\\s.*"));
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static List<String> instead(Path directory) throws IOException {
        int owner = owner(directory);
        if (owner == 0) {
            if (run(directory, List.of("unshare", "-U", "true")).status() == 0) {
                return List.of("unshare", "-U");
            }
            throw new UnusableDatabaseException("内置数据库不能以 root 身份运行，而本机又不允许建立用户命名空间。"
                    + "请以普通用户运行（chown 数据目录后用 runuser 或 su），或用 GONGKAI_DATABASE_URL 指定一个 PostgreSQL");
        }
        int group = (Integer) Files.getAttribute(directory, "unix:gid");
        return List.of("setpriv", "--reuid=" + owner, "--regid=" + group, "--clear-groups");
    }

    /** Runs one of the programs to its end, in that directory. */
    Outcome run(Path directory, String program, String... words) throws IOException {
        var command = new ArrayList<>(as);
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(words));
        return run(directory, command);
    }

    private static Outcome run(Path directory, List<String> command) throws IOException {
        // A server that goes on running keeps what it inherited open, so the output goes to a file and not through a
        // pipe.
        var output = Files.createTempFile("gongkai-postgres-", ".out");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            int status = builder.start().onExit().join().exitValue();
            return new Outcome(status, Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
