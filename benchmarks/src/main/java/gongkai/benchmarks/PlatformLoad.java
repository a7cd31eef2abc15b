package gongkai.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The platform as its launcher starts it: processor time to the first page, memory, and a signed-in list page of 40 rows beside the bare query
 * with a constant page of the same size from the same server.
 */
final class PlatformLoad {
    private static final int CONNECTIONS = 32;
    private static final long WARM_UP_SECONDS = 10;
    private static final long MEASURED_SECONDS = 10;
    private static final double TICKS = 100;
    private static final String LIST = "/office/people";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private PlatformLoad() {}

    /** A running platform. */
    private record Running(Process process, String password, String address) {
        long kib(String field) throws IOException {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }

        /** Of the process and what it has waited for, in seconds. */
        double processor() throws IOException {
            var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum() / TICKS;
        }
    }

    /** Latencies in nanoseconds, sorted. */
    private record Measured(long[] latencies, double seconds) {
        double perSecond() {
            return latencies.length / seconds;
        }

        double millis(double quantile) {
            return latencies[(int) (quantile * (latencies.length - 1))] / 1e6;
        }
    }

    public static void main(String... words) throws Exception {
        var data = Files.createTempDirectory("gongkai-benchmark");
        stop(start(data));
        for (int time = 1; time <= 3; time++) {
            var running = start(data);
            get(client(), running.address() + "/");
            System.out.printf(
                    "start %d: %.2f s of processor time to the first page (at most 7)%n", time, running.processor());
            stop(running);
        }
        var running = start(data);
        get(client(), running.address() + "/");
        TimeUnit.SECONDS.sleep(5);
        System.out.printf("at rest: %d MiB resident (at most 350)%n", running.kib("VmRSS") >> 10);
        var client = client();
        signIn(client, running);
        var page = running.address() + LIST;
        int size = get(client, page).body().length;
        var floor = running.address() + "/bench/floor?size=" + size;
        run(client, page, WARM_UP_SECONDS);
        run(client, floor, WARM_UP_SECONDS);
        var least = run(client, floor, MEASURED_SECONDS);
        var list = run(client, page, MEASURED_SECONDS);
        System.out.printf(
                "list page of %d bytes: %.0f/s, floor %.0f/s, ratio %.2f (at least 0.4)%n",
                size, list.perSecond(), least.perSecond(), list.perSecond() / least.perSecond());
        System.out.printf(
                "latency: median %.1f ms, p99 %.1f ms, %.1f times (at most 5)%n",
                list.millis(0.5), list.millis(0.99), list.millis(0.99) / list.millis(0.5));
        System.out.printf("after load: %d MiB resident (at most 650)%n", running.kib("VmRSS") >> 10);
        ManyOrgansLoad.run(client, running.address());
        stop(running);
    }

    private static Running start(Path data) throws IOException {
        var builder = new ProcessBuilder("./gongkai", "serve", "--port", "0", "--sample", "--data", data.toString());
        builder.environment().put("SPRING_PROFILES_ACTIVE", "bench");
        var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var password = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("示例密码: ")) {
                password = line.substring("示例密码: ".length());
            }
            if (line.startsWith("ready: ")) {
                return new Running(process, password, line.substring("ready: ".length()));
            }
        }
        throw new IOException("the platform did not start");
    }

    private static void stop(Running running) {
        running.process().destroy();
        running.process().onExit().join();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
    }

    private static HttpResponse<byte[]> get(HttpClient client, String address)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void signIn(HttpClient client, Running running) throws IOException, InterruptedException {
        var token = CSRF.matcher(
                new String(get(client, running.address() + "/login").body(), StandardCharsets.UTF_8));
        var form = "username=sysadmin&password=" + URLEncoder.encode(running.password(), StandardCharsets.UTF_8)
                + "&_csrf=" + (token.find() ? URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "");
        client.send(
                HttpRequest.newBuilder(URI.create(running.address() + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static Measured run(HttpClient client, String address, long seconds)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Callable<List<Long>>> callers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                callers.add(() -> call(client, address, end));
            }
            var latencies = new ArrayList<Long>();
            for (Future<List<Long>> caller : threads.invokeAll(callers)) {
                latencies.addAll(caller.get());
            }
            var sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Measured(sorted, (System.nanoTime() - start) / 1e9);
        }
    }

    private static List<Long> call(HttpClient client, String address, long end)
            throws IOException, InterruptedException {
        var latencies = new ArrayList<Long>();
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            if (get(client, address).statusCode() != 200) {
                throw new IOException("not answered: " + address);
            }
            latencies.add(System.nanoTime() - begun);
        }
        return latencies;
    }
}
