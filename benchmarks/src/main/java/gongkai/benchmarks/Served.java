package gongkai.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A platform with sample data, as its launcher starts it. */
record Served(Process process, Path data, String address, String password) implements AutoCloseable {
    static Served start() throws IOException {
        var data = Files.createTempDirectory("gongkai-benchmark");
        var process = new ProcessBuilder("./gongkai", "serve", "--port", "0", "--sample", "--data", data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var password = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("示例密码: ")) {
                password = line.substring("示例密码: ".length());
            }
            if (line.startsWith("ready: ")) {
                return new Served(process, data, line.substring("ready: ".length()), password);
            }
        }
        throw new IOException("the platform did not start");
    }

    /** A connection of its own to the database the platform brought along. */
    Connection connect() throws IOException, SQLException {
        var port =
                Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).get(3);
        var secret = Files.readString(data.resolve("postgres/password"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", secret);
    }

    /** A token for calls. */
    String token(String login) throws IOException, InterruptedException {
        var command = new ProcessBuilder("./gongkai", "token", "--login", login, "--data", data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var words = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split("\\s+");
        command.waitFor();
        return words[words.length - 1];
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
