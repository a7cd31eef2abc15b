package gongkai.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what went wrong outside the handlers: in a filter, in a template, before any of our code. */
@Controller
@Open
class ErrorPageController implements ErrorController {
    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = page(request);
        if (PageErrors.concernsCall(request)) {
            problem(page, response);
        } else if (!Frames.there(request)) {
            // The server turned the request away before our filters saw it.
            response.setStatus(page.status().value());
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(LastWord.page().getBytes(StandardCharsets.UTF_8));
        } else {
            PageErrors.answer(page, request, response);
        }
    }

    private static ErrorPage page(HttpServletRequest request) {
        if (cause(request) instanceof Throwable cause) {
            return PageErrors.page(cause, request);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return ErrorPage.of(status == null ? HttpStatus.BAD_REQUEST : status, "");
    }

    private static @Nullable Throwable cause(HttpServletRequest request) {
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof jakarta.servlet.ServletException wrapper && wrapper.getRootCause() != null) {
            return wrapper.getRootCause();
        }
        return thrown instanceof Throwable throwable ? throwable : null;
    }

    private static void problem(ErrorPage page, HttpServletResponse response) throws IOException {
        var status = page.status();
        var incident = page.incident().isEmpty() ? "" : ",\"incident\":\"" + page.incident() + "\"";
        var text = "{\"type\":\"about:blank\",\"title\":\"" + page.title() + "\",\"status\":" + status.value()
                + ",\"detail\":\"" + page.sentence() + "\"" + incident + "}";
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
