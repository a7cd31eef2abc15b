package gongkai.platform;

import gongkai.platform.access.FirstAdministrators;
import gongkai.platform.database.Address;
import gongkai.platform.database.Database;
import gongkai.platform.database.DirectoryLock;
import gongkai.platform.operations.Commands;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the platform. */
@SpringBootApplication
public class Platform {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    public static void main(String... words) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (words.length == 1 && prepares(words[0])) {
            return;
        }
        if (Commands.knows(words)) {
            System.exit(Commands.run(out, err, words));
        }
        switch (ServeCommand.parse(withoutCommand(words))) {
            case ServeCommand.Help help -> out.print(help.text());
            case ServeCommand.Misused misused -> {
                err.println(misused.message());
                System.exit(MISUSED);
            }
            case ServeCommand.Serve serve -> {
                try {
                    serve(serve, out);
                } catch (PortTakenException | RuntimeException e) {
                    err.println(StartFailure.message(e));
                    System.exit(FAILED);
                }
            }
        }
    }

    /** What the launcher says after a build, to make later starts fast. */
    private static boolean prepares(String word) throws Exception {
        switch (word) {
            case "prepare" -> {
                Rehearsal.run();
                System.exit(0);
            }
            case Arrangement.WRITE -> Arrangement.write();
            case Arrangement.LOOK -> Arrangement.look();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String[] withoutCommand(String... words) {
        return words.length > 0 && words[0].equals("serve") ? Arrays.copyOfRange(words, 1, words.length) : words;
    }

    private static void serve(ServeCommand.Serve serve, PrintStream out) throws PortTakenException {
        var data = serve.data().toAbsolutePath().normalize();
        var atTheEnd = SpringApplication.getShutdownHandlers();
        var lock = DirectoryLock.take(data);
        requireFree(serve);
        var database = Database.open(data, System.getenv());
        // Run after the application has finished its requests and let go of its connections.
        atTheEnd.add(() -> {
            database.close();
            lock.close();
        });
        var settings = new HashMap<String, Object>();
        settings.put("gongkai.data", data.toString());
        settings.put("server.address", serve.address());
        settings.put("spring.profiles.include", logProfile());
        Arrangement.use();
        var context = start(serve.port(), database.address(), settings);
        if (serve.sample()) {
            out.println("示例密码: " + SampleFilling.fill(context));
        }
        context.getBean(FirstAdministrators.class)
                .install()
                .forEach((login, password) -> out.println("初始账号: " + login + " 一次性口令: " + password));
        out.println("ready: http://" + host(serve.address()) + ":"
                + context.getEnvironment().getProperty("local.server.port"));
    }

    /** {@code GONGKAI_LOG=stderr} is for a machine whose own journal collects what is said there. */
    static String logProfile() {
        return "stderr".equals(System.getenv("GONGKAI_LOG")) ? "log-stderr" : "log-file";
    }

    /** What can be opened in a browser on this machine. */
    private static String host(String address) {
        return address.equals("0.0.0.0") || address.equals("::") ? ServeCommand.DEFAULT_ADDRESS : address;
    }

    /** Looks before the database is started: a start that cannot succeed shall not touch anything. */
    private static void requireFree(ServeCommand.Serve serve) throws PortTakenException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(serve.address()), serve.port()));
        } catch (IOException e) {
            if (serve.port() != 0 && String.valueOf(e.getMessage()).contains("already in use")) {
                throw new PortTakenException(serve.port());
            }
            throw new IllegalStateException(e);
        }
    }

    /** Starts it on that port of the loopback address, 0 for any free one, over that database. */
    public static ConfigurableApplicationContext start(int port, String database) throws PortTakenException {
        return start(port, Address.of(database), Map.of());
    }

    /** Starts it with settings of its own. */
    public static ConfigurableApplicationContext start(int port, Address database, Map<String, Object> more)
            throws PortTakenException {
        var application = new SpringApplication(Platform.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setMainApplicationClass(Platform.class);
        var settings = new HashMap<>(more);
        settings.put("server.port", port);
        settings.put("spring.datasource.url", database.url());
        if (database.username() != null) {
            settings.put("spring.datasource.username", database.username());
        }
        if (database.password() != null) {
            settings.put("spring.datasource.password", database.password());
        }
        var words = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        try {
            return application.run(words);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException taken) {
                    throw new PortTakenException(taken.getPort());
                }
            }
            throw e;
        }
    }

    /** Another program serves on that port already. The message is for the person who starts the platform. */
    public static final class PortTakenException extends Exception {
        private static final long serialVersionUID = 1;

        PortTakenException(int port) {
            super(message(port));
        }

        static String message(int port) {
            return "端口 " + port + " 已被占用。请先停止占用它的程序，或换一个端口：./gongkai serve --port "
                    + (port == ServeCommand.DEFAULT_PORT ? ServeCommand.DEFAULT_PORT + 1 : ServeCommand.DEFAULT_PORT);
        }
    }
}
