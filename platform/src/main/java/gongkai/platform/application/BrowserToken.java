package gongkai.platform.application;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** A random token in a cookie by which a browser of the public is known again. The database holds only its hash. */
final class BrowserToken {
    static final BrowserToken DRAFT = new BrowserToken("draft");
    static final BrowserToken VISIT = new BrowserToken("visit");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int LENGTH = 43;

    private final String name;

    private BrowserToken(String name) {
        this.name = name;
    }

    /** The hash of the token this browser sent. */
    Optional<String> hash(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name(request));
        return cookie == null || cookie.getValue().length() != LENGTH
                ? Optional.empty()
                : Optional.of(hash(cookie.getValue()));
    }

    /** Gives the browser a new token, and answers its hash. */
    String give(HttpServletRequest request, HttpServletResponse response, Duration kept) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        write(token, kept, request, response);
        return hash(token);
    }

    void takeBack(HttpServletRequest request, HttpServletResponse response) {
        write("", Duration.ZERO, request, response);
    }

    /** Over https the cookie is bound to this host by its name. */
    private String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }

    private void write(String value, Duration kept, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(kept)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String hash(String token) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
