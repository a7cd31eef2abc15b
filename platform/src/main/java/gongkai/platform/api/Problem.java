package gongkai.platform.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/**
 * A refusal that a caller can read (RFC 9457): thrown anywhere below a call or a page, it becomes its status and its Chinese sentence.
 */
public class Problem extends RuntimeException implements ErrorResponse {
    private static final long serialVersionUID = 1;

    private final transient ProblemDetail body;

    /**
     * @param detail what is wrong and how to mend it, in Chinese
     */
    public Problem(HttpStatus status, String detail) {
        this(status, detail, Map.of());
    }

    /**
     * @param more further members of the answer, for example {@code article} and {@code reason} of a step the law bars
     */
    public Problem(HttpStatus status, String detail, Map<String, ?> more) {
        super(detail);
        body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setTitle(Titles.of(status));
        body.setProperties(new LinkedHashMap<>(more));
    }

    /** Something cannot be read: a missing field, an impossible date, an unknown identifier. */
    public static Problem unreadable(String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    }

    /** Something is not there, or may not be seen: the two cannot be told apart. */
    public static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, detail);
    }

    /** The law bars a step. */
    public static Problem barred(String article, String reason) {
        return new Problem(HttpStatus.CONFLICT, article + "：" + reason, Map.of("article", article, "reason", reason));
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatus.valueOf(body.getStatus());
    }

    @Override
    public HttpHeaders getHeaders() {
        return HttpHeaders.EMPTY;
    }

    @Override
    public ProblemDetail getBody() {
        return body;
    }
}
