package gongkai.platform.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bodies of calls come and go whole. One larger than any call may be is turned away before anybody makes a tree of it; uploads have
 * limits of their own. An answer that fits the
 * server's buffer is sent once it is complete, with its length, instead of in two parts.
 */
class WholeBodies extends OncePerRequestFilter {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Problems problems;

    WholeBodies(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return WITHOUT_BODY.contains(request.getMethod()) || !Problems.concerns(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BufferedRequest whole;
        try {
            whole = BufferedRequest.of(request);
        } catch (BufferedRequest.TooLargeException e) {
            problems.write(
                    request,
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "内容过大，不能超过 " + (BufferedRequest.LARGEST >> 20) + " MB");
            return;
        }
        chain.doFilter(whole, new Unhurried(response));
    }

    /** Whoever writes the answer asks for it to be sent at once; the server does that anyway when it is complete. */
    private static final class Unhurried extends HttpServletResponseWrapper {
        Unhurried(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void flushBuffer() {
            // see above
        }
    }
}
