package gongkai.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The platform in a process of its own, as an administrator starts it. */
final class ServeProcess implements AutoCloseable {
    private final Process process;
    private final Path errors;
    private final List<String> said = new ArrayList<>();

    private ServeProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /** Starts it with those words and returns when it is ready or has ended. */
    static ServeProcess start(Path data, String... more) throws IOException {
        return start(Map.of(), data, more);
    }

    /** The same with those settings in its environment. */
    static ServeProcess start(Map<String, String> settings, Path data, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dgongkai.binaries=" + System.getProperty("gongkai.binaries", ""),
                "-cp",
                System.getProperty("java.class.path"),
                "gongkai.platform.Platform",
                "serve",
                "--port",
                "0",
                "--data",
                data.toString()));
        command.addAll(List.of(more));
        var errors = Files.createTempFile("gongkai-serve", ".err");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(settings);
        var serve = new ServeProcess(builder.start(), errors);
        serve.readUntilReady();
        return serve;
    }

    private void readUntilReady() throws IOException {
        var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.startsWith("ready: ")) {
                return;
            }
        }
    }

    /** What it printed until it was ready. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** The address after {@code ready:}. */
    String address() {
        return said.getLast().substring("ready: ".length());
    }

    /** What it complained of. */
    String errors() throws IOException {
        return Files.readString(errors);
    }

    /** Waits for its end. */
    int exit() {
        return process.onExit().join().exitValue();
    }

    void killHard() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM. */
    int stop() {
        process.destroy();
        return exit();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly().onExit().join();
        }
    }
}
