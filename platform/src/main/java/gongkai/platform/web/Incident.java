package gongkai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Something that should never have happened. The person gets its number, the log everything else. */
public final class Incident {
    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);

    private Incident() {}

    /** Logs it, and says under which number. The log tells the address without its query, which may hold personal data. */
    public static String log(HttpServletRequest request, Throwable cause) {
        var number = HexFormat.of()
                .toHexDigits(ThreadLocalRandom.current().nextInt())
                .toUpperCase(Locale.ROOT);
        MDC.put("incident", number);
        try {
            LOG.error("incident {} in {} {}", number, request.getMethod(), request.getRequestURI(), cause);
        } finally {
            MDC.remove("incident");
        }
        return number;
    }
}
