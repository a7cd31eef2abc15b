package gongkai.platform.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives each request a number, which stands in every line logged meanwhile and goes back in {@code X-Request-Id}, and logs one line
 * about it: what was asked for by its route, never by its address, for addresses and parameters may hold personal data.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestNumbers extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger("gongkai.requests");
    private static final String KEY = "request";
    private static final String HEADER = "X-Request-Id";
    /** Without letters and digits that look alike: it may be read out over the telephone. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 10;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var number = number();
        MDC.put(KEY, number);
        response.setHeader(HEADER, number);
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            if (LOG.isInfoEnabled()) {
                LOG.atInfo()
                        .addKeyValue("method", request.getMethod())
                        .addKeyValue("route", route(request))
                        .addKeyValue("status", response.getStatus())
                        .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                        .log("request");
            }
            MDC.remove(KEY);
        }
    }

    private static String route(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "-" : pattern.toString();
    }

    private static String number() {
        // It need not be secret, only another one than the others.
        var random = ThreadLocalRandom.current();
        var signs = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            signs[i] = SIGNS.charAt(random.nextInt(SIGNS.length()));
        }
        return new String(signs);
    }
}
