package gongkai.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody at a browser without scripts: keeps cookies, sends forms with the token of the page. */
final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;
    private String csrf = "";

    Browser(int port) {
        this.port = port;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    /** Sends a form: names and values in turn. */
    HttpResponse<String> post(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", csrf, "_form", UUID.randomUUID().toString()));
        return postBare(path, all.toArray(String[]::new));
    }

    /** Sends these fields and nothing else. */
    HttpResponse<String> postBare(String path, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i > 0 ? "&" : "")
                    .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Opens the sign-in page and signs in. */
    HttpResponse<String> signIn(String login, String password) {
        get("/login");
        return post("/login", "username", login, "password", password);
    }

    Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(
                    request.header("User-Agent", "Test").build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var found = CSRF.matcher(answer.body());
            if (found.find()) {
                csrf = found.group(1);
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
