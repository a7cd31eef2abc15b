package gongkai.platform.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser without scripts who applies and follows. */
public final class Citizen {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"");

    final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;
    private String csrf = "";
    String draft = "";

    public Citizen(int port) {
        this.port = port;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    /** Sends a form: names and values in turn. */
    HttpResponse<String> post(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", csrf, "_form", UUID.randomUUID().toString()));
        return bare(path, all);
    }

    /** Sends these fields and the proof of origin, without a number of its own, as the form that sends an application does. */
    HttpResponse<String> sendDraft(String organ, String id) {
        return bare("/apply/" + organ + "/check", List.of("_csrf", csrf, "draft", id));
    }

    private HttpResponse<String> bare(String path, List<String> fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            body.append(i > 0 ? "&" : "")
                    .append(URLEncoder.encode(fields.get(i), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Sends a form with a file. */
    HttpResponse<String> upload(String path, String name, byte[] content, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", csrf, "_form", UUID.randomUUID().toString()));
        var body = new ByteArrayOutputStream();
        for (int i = 0; i < all.size(); i += 2) {
            part(body, all.get(i), null, all.get(i + 1).getBytes(StandardCharsets.UTF_8));
        }
        part(body, "files", name, content);
        body.writeBytes("--grenze--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "multipart/form-data; boundary=grenze")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Fills in all three steps and comes to the page where it is checked. */
    public HttpResponse<String> fill(String organ, String name, String description) {
        get("/apply/" + organ + "/who");
        post("/apply/" + organ + "/who", "kind", "NATURAL_PERSON", "name", name, "phone", "13800000000");
        post("/apply/" + organ + "/what", "description", description);
        post("/apply/" + organ + "/how", "form", "DATA", "delivery", "PLATFORM");
        return get("/apply/" + organ + "/check");
    }

    /** Sends what was filled in, and answers number and query code once they are shown. */
    public Receipt send(String organ) {
        sendDraft(organ, draft);
        return receipt(organ);
    }

    /** Applies, and answers number and query code. */
    Receipt apply(String organ, String name, String description) {
        fill(organ, name, description);
        return send(organ);
    }

    Receipt receipt(String organ) {
        var codes = Pattern.compile("<strong class=\"code\">([^<]+)<")
                .matcher(get("/apply/" + organ + "/receipt").body())
                .results()
                .map(found -> found.group(1))
                .toList();
        return new Receipt(codes.get(0), codes.get(1));
    }

    /** Number and query code. */
    public record Receipt(String number, String code) {}

    private static void part(ByteArrayOutputStream body, String name, @Nullable String file, byte[] content) {
        var head = "--grenze\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (file == null ? "" : "; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream")
                + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var found = CSRF.matcher(answer.body());
            if (found.find()) {
                csrf = found.group(1);
            }
            var shown = DRAFT.matcher(answer.body());
            if (shown.find()) {
                draft = shown.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
