package gongkai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every page shows around its content.
 *
 * @param path the address of this page, without query
 * @param csrfName the name of the hidden field that every form sends back
 * @param who whoever is signed in, null for the public
 */
public record Frame(
        String path,
        String csrfName,
        String csrfValue,
        @Nullable Who who,
        List<Duty> duties) {
    /** The name of the request attribute under which a filled frame waits for the page. */
    static final String ATTRIBUTE = Frame.class.getName();

    /** Whoever is signed in, as the frame shows them. */
    public record Who(String name, String organ) {}

    /** One line of the left navigation (职责导航). */
    public record Duty(String name, String path) {}

    static Frame of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Frame frame ? frame : bare(request);
    }

    /** The frame without anybody in it. */
    static Frame bare(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(
                request.getRequestURI(),
                token == null ? "_csrf" : token.getParameterName(),
                token == null ? "" : token.getToken(),
                null,
                List.of());
    }
}
