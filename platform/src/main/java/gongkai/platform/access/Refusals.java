package gongkai.platform.access;

import gongkai.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers what the security filters refuse in the same way as what a handler refuses: as a page or as a problem. */
@Component
class Refusals {
    private final ObjectProvider<HandlerExceptionResolver> resolvers;

    Refusals(ObjectProvider<HandlerExceptionResolver> resolvers) {
        this.resolvers = resolvers;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (refusal instanceof NotSignedInException) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        for (var resolver : resolvers.orderedStream().toList()) {
            if (resolver.resolveException(request, response, null, refusal) != null) {
                return;
            }
        }
        response.sendError(refusal.status().value(), refusal.sentence());
    }
}
