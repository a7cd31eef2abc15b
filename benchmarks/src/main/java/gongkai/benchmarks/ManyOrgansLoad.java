package gongkai.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** 5,000 organs taken in from a file by the screens, then the pages that show them. Whoever calls is signed in as system administrator. */
final class ManyOrgansLoad {
    private static final int ORGANS = 5_000;
    private static final int TIMES = 50;
    private static final String IMPORT = "/office/organs/import";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private ManyOrgansLoad() {}

    static void run(HttpClient client, String address) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var preview = upload(client, address);
        get(client, address + preview);
        System.out.printf("preview of %d organs: %.1f s%n", ORGANS, seconds(start));
        start = System.nanoTime();
        confirm(client, address, preview);
        System.out.printf("confirmed: answered after %.2f s%n", seconds(start));
        while (get(client, address + "/office/jobs").contains("有任务正在进行")) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        System.out.printf("taken in by the job: %.1f s%n", seconds(start));
        for (var page : List.of(
                "/office/organs/tree?at=p-5-5",
                "/office/organs/tree?q=%E7%AC%AC3%E5%8E%BF%E7%AC%AC7",
                "/office/organs?q=%E7%AC%AC5%E5%B1%80&sort=name",
                "/office/organs/p-5-5-5")) {
            System.out.printf("%s: %.1f ms (median)%n", page, median(client, address + page));
        }
    }

    private static String upload(HttpClient client, String address) throws IOException, InterruptedException {
        var part = "--edge\r\nContent-Disposition: form-data; name=\"";
        var body = part + "_csrf\"\r\n\r\n" + csrf(get(client, address + IMPORT)) + "\r\n" + part
                + "since\"\r\n\r\n2010-01-01\r\n" + part + "file\"; filename=\"organs.csv\"\r\n\r\n"
                + new String(ManyOrgans.csv(ORGANS), StandardCharsets.UTF_8) + "\r\n--edge--\r\n";
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(address + IMPORT))
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static void confirm(HttpClient client, String address, String preview)
            throws IOException, InterruptedException {
        var body = "since=2010-01-01&_csrf=" + csrf(get(client, address + IMPORT));
        client.send(
                HttpRequest.newBuilder(URI.create(address + preview.replaceFirst("\\?.*", "")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static String csrf(String page) {
        var token = CSRF.matcher(page);
        return token.find() ? token.group(1) : "";
    }

    private static double median(HttpClient client, String page) throws IOException, InterruptedException {
        var times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            get(client, page);
            times[i] = seconds(start) * 1000;
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }

    private static String get(HttpClient client, String address) throws IOException, InterruptedException {
        var answer =
                client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + address);
        }
        return answer.body();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
