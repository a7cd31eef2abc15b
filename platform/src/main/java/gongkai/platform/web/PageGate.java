package gongkai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What the chain of security filters refuses to a page: it leads to the sign-in page, or says why not and keeps what was typed. */
@Component
public class PageGate implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final LoginUrlAuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/login");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, jakarta.servlet.ServletException {
        boolean wholePage = request.getMethod().equals("GET") && request.getHeader("HX-Request") == null;
        if (wholePage) {
            signIn.commence(request, response, reason);
        } else {
            PageErrors.toSignIn(request, response);
        }
    }

    /** Answers what is refused before any handler sees it. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        PageErrors.answer(ErrorPage.of(refusal.status(), refusal.sentence()), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) {
        var page = reason instanceof CsrfException
                ? ErrorPage.stale(PageErrors.typed(request))
                : ErrorPage.of(HttpStatus.FORBIDDEN, "");
        PageErrors.answer(page, request, response);
    }
}
