package gongkai.platform;

import gongkai.platform.database.EmbeddedDatabase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the platform on this machine's loopback address. */
@SpringBootApplication
public class Platform {
    private static final int FAILED = 2;

    public static void main(String... words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        switch (ServeCommand.parse(words)) {
            case ServeCommand.Help help -> out.print(help.text());
            case ServeCommand.Misused misused -> {
                err.println(misused.message());
                System.exit(FAILED);
            }
            case ServeCommand.Serve serve -> {
                try {
                    var database = EmbeddedDatabase.start(serve.data().resolve("postgres"));
                    var context = start(serve.port(), database.url());
                    context.addApplicationListener(event -> {
                        if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                            database.close();
                        }
                    });
                    out.println("ready: http://127.0.0.1:"
                            + context.getEnvironment().getProperty("local.server.port"));
                } catch (PortTakenException e) {
                    err.println(e.getMessage());
                    System.exit(FAILED);
                }
            }
        }
    }

    /** Starts it on that port, 0 for any free one, over that database. */
    public static ConfigurableApplicationContext start(int port, String database) throws PortTakenException {
        var application = new SpringApplication(Platform.class);
        application.setBannerMode(Banner.Mode.OFF);
        var settings = new HashMap<String, Object>();
        settings.put("server.port", port);
        settings.put("spring.datasource.url", database);
        application.setDefaultProperties(settings);
        try {
            return application.run();
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
            super("端口 " + port + " 已被占用。请先停止占用它的程序，或换一个端口：./gongkai serve --port " + (port == 8080 ? 8081 : 8080));
        }
    }
}
