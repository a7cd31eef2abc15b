package gongkai.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers of the kind {@code application/problem+json}. */
@Component
public class Problems {
    private static final String ROOT = "/api/";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** Whether that request is a call, whose errors are problem details, and not a page. */
    public static boolean concerns(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + ROOT);
    }

    /** Answers with that status and that Chinese sentence. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        write(request, response, ProblemDetail.forStatusAndDetail(status, detail));
    }

    /** Answers with that problem; without a title it gets the one of its status. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        var members = new LinkedHashMap<String, Object>();
        members.put(
                "type",
                problem.getType() == null ? "about:blank" : problem.getType().toString());
        members.put("title", Titles.of(HttpStatusCode.valueOf(problem.getStatus())));
        members.put("status", problem.getStatus());
        members.put("detail", problem.getDetail());
        members.put("instance", request.getRequestURI());
        var more = problem.getProperties();
        if (more != null) {
            members.putAll(more);
        }
        var bytes = json.writeValueAsString(members).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
