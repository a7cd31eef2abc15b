package gongkai.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A sentence that waits in a cookie for the next page. No session is needed, so the public's pages can use it, and any node can show it.
 */
final class FlashNotice {
    private static final String COOKIE = "notice";
    private static final int LONGEST = 500;
    private static final String WARNING = "!";

    private FlashNotice() {}

    static void set(Notice notice, HttpServletRequest request, HttpServletResponse response) {
        var text = notice.text();
        var shown = (notice.tone() == Tone.WARNING ? WARNING : "")
                + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(shown.getBytes(StandardCharsets.UTF_8));
        write(value, Duration.ofMinutes(1), request, response);
    }

    /** Takes the sentence that waits, if there is one. */
    static Notice take(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return Notice.NONE;
        }
        write("", Duration.ZERO, request, response);
        try {
            var shown = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return shown.startsWith(WARNING)
                    ? new Notice(shown.substring(WARNING.length()), Tone.WARNING)
                    : new Notice(shown, Tone.DONE);
        } catch (IllegalArgumentException e) {
            return Notice.NONE;
        }
    }

    private static void write(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
