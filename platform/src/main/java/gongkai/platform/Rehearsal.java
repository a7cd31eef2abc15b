package gongkai.platform;

import gongkai.platform.database.Database;
import gongkai.platform.operations.Commands;
import gongkai.platform.sample.SampleData;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts once over an empty directory and visits the pages, so that the JVM can keep the classes that are needed for it. The launcher runs
 * this after a build; later starts begin from what was kept.
 */
final class Rehearsal {
    private static final int ROUNDS = 3;
    private static final List<String> PUBLIC =
            List.of("/", "/login", "/actuator/health", "/api/v1/openapi.json", "/none");
    private static final List<String> OFFICE =
            List.of("/office", "/office/organs", "/office/people", "/office/jobs", "/office/calendar", "/office/audit");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private Rehearsal() {}

    static void run() {
        Arrangement.use();
        try {
            var data = Files.createTempDirectory("gongkai-rehearsal");
            try (var database = Database.open(data, Map.of());
                    var context = Platform.start(
                            0,
                            database.address(),
                            Map.of(
                                    "gongkai.data",
                                    data.toString(),
                                    "spring.profiles.include",
                                    Platform.logProfile()))) {
                context.getBean(SampleData.class).fill();
                visit(context);
                commands(data);
            } finally {
                delete(data);
            }
        } catch (IOException | Platform.PortTakenException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void visit(ConfigurableApplicationContext context) throws IOException, InterruptedException {
        var root = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        try (var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (var path : PUBLIC) {
                    get(browser, root + path);
                }
            }
            signIn(browser, root);
            for (int round = 0; round < ROUNDS; round++) {
                for (var path : OFFICE) {
                    get(browser, root + path);
                }
            }
        }
    }

    private static String get(HttpClient browser, String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void signIn(HttpClient browser, String root) throws IOException, InterruptedException {
        var token = CSRF.matcher(get(browser, root + "/login"));
        var form = "username=sysadmin&password=" + URLEncoder.encode(SampleData.PASSWORD, StandardCharsets.UTF_8)
                + "&_csrf=" + (token.find() ? URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "");
        browser.send(
                HttpRequest.newBuilder(URI.create(root + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void commands(Path data) {
        var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var directory = data.toString();
        Commands.run(quiet, quiet, "doctor", "--data", directory);
        Commands.run(quiet, quiet, "token", "--login", "sysadmin", "--data", directory);
        Commands.run(quiet, quiet, "audit", "verify", "--data", directory);
        Commands.run(quiet, quiet, "backup", data.resolve("rehearsal.backup").toString(), "--data", directory);
    }

    private static void delete(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
