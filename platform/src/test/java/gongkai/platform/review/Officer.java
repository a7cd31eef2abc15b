package gongkai.platform.review;

import gongkai.platform.sample.SampleData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of the sample at a browser without scripts. */
final class Officer implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----grenze";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    private Officer(int port) {
        base = "http://127.0.0.1:" + port;
    }

    static Officer signIn(int port, String login) {
        var officer = new Officer(port);
        var answer = officer.post("/login", "/login", Map.of("username", login, "password", SampleData.PASSWORD));
        if (answer.statusCode() != 303 && answer.statusCode() != 302) {
            throw new IllegalStateException(login + " was answered " + answer.statusCode());
        }
        return officer;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a form. A value that is a list is sent once for each of its entries. */
    HttpResponse<String> post(String path, Map<String, ?> fields) {
        return post("/office/me", path, fields);
    }

    /** Sends a form that is answered with a file. */
    HttpResponse<byte[]> postForBytes(String path, Map<String, ?> fields) {
        return send(form("/office/me", path, fields), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> post(String page, String path, Map<String, ?> fields) {
        return send(form(page, path, fields), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder form(String page, String path, Map<String, ?> fields) {
        var form = fields.entrySet().stream()
                .flatMap(field -> (field.getValue() instanceof List<?> many ? many : List.of(field.getValue()))
                        .stream().map(value -> field.getKey() + "=" + encoded(String.valueOf(value))))
                .collect(Collectors.joining("&"));
        var body = "_csrf=" + encoded(csrf(page)) + (form.isEmpty() ? "" : "&" + form);
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Sends a form with a file in the field {@code file}. */
    HttpResponse<String> upload(String path, String name, byte[] content, Map<String, String> fields) {
        return upload(path, name, content, "file", fields);
    }

    /** Sends a form with a file in that field. */
    HttpResponse<String> upload(
            String path, String name, byte[] content, String fileField, Map<String, String> fields) {
        var out = new ByteArrayOutputStream();
        part(out, "name=\"_csrf\"", csrf("/office/me").getBytes(StandardCharsets.UTF_8));
        fields.forEach((field, value) -> part(out, "name=\"" + field + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(out, "name=\"" + fileField + "\"; filename=\"" + name + "\"", content);
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(out.toByteArray())),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void part(ByteArrayOutputStream out, String disposition, byte[] content) {
        out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private String csrf(String page) {
        var found = CSRF.matcher(get(page).body());
        if (!found.find()) {
            throw new IllegalStateException("no form on " + page);
        }
        return found.group(1);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a page says in its heading and its messages, for the report of a failed test. */
    static String said(HttpResponse<String> page) {
        return " "
                + Pattern.compile("<main.*", Pattern.DOTALL)
                        .matcher(page.body())
                        .results()
                        .map(found -> found.group().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                        .map(text -> text.substring(0, Math.min(300, text.length())))
                        .findFirst()
                        .orElse("");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
