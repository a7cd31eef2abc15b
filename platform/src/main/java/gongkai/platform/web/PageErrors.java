package gongkai.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever goes wrong behind a page into a page that says what to do. Calls are none of its business. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PageErrors implements HandlerExceptionResolver {
    private static final ModelAndView ANSWERED = new ModelAndView();
    private static final int WORTH_KEEPING = 12;
    /** What nobody types. */
    private static final Pattern CHOSEN = Pattern.compile("\\s*|[A-Z_]+|true|false|on|\\d{1,3}|[0-9a-f-]{36}");
    /** Fields that hold passwords or codes. */
    private static final Pattern SECRET = Pattern.compile("(?i)password|^present$|^again$|^code$|secret|token");

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (concernsCall(request)) {
            return null;
        }
        if (exception instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            return ANSWERED;
        }
        if (exception instanceof Refusal refusal && refusal.status() == HttpStatus.UNAUTHORIZED) {
            toSignIn(request, response);
            return ANSWERED;
        }
        answer(page(exception, request), request, response);
        return ANSWERED;
    }

    /** Whether the request is a call of a program, also when the server shows its error at another address. */
    static boolean concernsCall(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed instanceof String text ? text : request.getRequestURI();
        return path.startsWith(request.getContextPath() + "/api/");
    }

    /** Sends the page. */
    static void answer(ErrorPage page, HttpServletRequest request, HttpServletResponse response) {
        try {
            response.resetBuffer();
            new Page("web/error", page, page.status()).render(Map.of(), request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ErrorPage page(Throwable exception, HttpServletRequest request) {
        if (exception instanceof SentForms.SentBefore sent) {
            return ErrorPage.sentBefore(sent, Objects.requireNonNullElse(sent.place(), ""), everything(request));
        }
        if (exception instanceof Refusal refusal) {
            return ErrorPage.of(refusal.status(), refusal.sentence());
        }
        if (exception instanceof CsrfException) {
            return ErrorPage.stale(typed(request));
        }
        if (exception instanceof MaxUploadSizeExceededException) {
            return ErrorPage.of(HttpStatus.CONTENT_TOO_LARGE, "");
        }
        if (exception instanceof TypeMismatchException
                || exception instanceof MultipartException
                        && Outage.in(exception).isEmpty()) {
            return ErrorPage.of(HttpStatus.BAD_REQUEST, "");
        }
        if (exception instanceof InvalidParameterException unreadable) {
            var status = HttpStatus.resolve(unreadable.getErrorCode());
            return ErrorPage.of(status == null ? HttpStatus.BAD_REQUEST : status, "");
        }
        if (exception instanceof ErrorResponse known) {
            var status = HttpStatus.resolve(known.getStatusCode().value());
            if (status != null && status.is4xxClientError()) {
                return ErrorPage.of(status, ours(known.getBody().getDetail()));
            }
        }
        var outage = Outage.in(exception);
        if (outage.isPresent()) {
            return ErrorPage.of(HttpStatus.SERVICE_UNAVAILABLE, outage.get())
                    .withIncident(Incident.log(request, exception));
        }
        return ErrorPage.of(HttpStatus.INTERNAL_SERVER_ERROR, "").withIncident(Incident.log(request, exception));
    }

    /** Exceptions of the framework speak English; only ours speak Chinese and are shown. */
    private static String ours(@Nullable String sentence) {
        return sentence != null && sentence.codePoints().anyMatch(Character::isIdeographic) ? sentence : "";
    }

    /** The longer texts of a form, so that they can be copied; never a password. */
    static List<String> typed(HttpServletRequest request) {
        return texts(request).filter(text -> text.length() >= WORTH_KEEPING).toList();
    }

    /** All texts of a form but what was chosen from a list and the number of the request it is about. */
    private static List<String> everything(HttpServletRequest request) {
        var about = Objects.requireNonNullElse(request.getParameter("number"), "");
        return texts(request)
                .filter(text -> !CHOSEN.matcher(text).matches() && !text.equals(about))
                .toList();
    }

    private static Stream<String> texts(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("_")
                        && !SECRET.matcher(entry.getKey()).find())
                .flatMap(entry -> Arrays.stream(entry.getValue()));
    }

    /**
     * Leads to the sign-in page: a part of a page asks the browser to reload the whole, so that the reader comes back to it; a form that was sent
     * shows what was typed.
     */
    static void toSignIn(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_OK);
            return;
        }
        if (request.getMethod().equals("POST")) {
            answer(ErrorPage.signedOut(typed(request)), request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/login");
    }
}
