package gongkai.platform.api;

import gongkai.platform.audit.WhoActs;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a call with an {@code Idempotency-Key} once: whoever sends the same key with the same body again, or at the same moment,
 * gets the first answer.
 *
 * <p>The whole call runs in one transaction together with its key and its answer, so a crash leaves either all of it or nothing. A
 * second call at the same moment waits at the key's unique index until the first has ended. An answer that refuses is kept after
 * the call's own work has been rolled back.
 */
class IdempotencyFilter extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final Answers answers;
    private final WhoActs whoActs;
    private final TransactionTemplate transaction;
    private final Problems problems;

    IdempotencyFilter(Answers answers, WhoActs whoActs, TransactionTemplate transaction, Problems problems) {
        this.answers = answers;
        this.whoActs = whoActs;
        this.transaction = transaction;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !Problems.concerns(request) || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        var person = whoActs.now().person();
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "Idempotency-Key 应为 1 到 " + LONGEST_KEY + " 个字符");
            return;
        }
        if (person == null) {
            chain.doFilter(request, response);
            return;
        }
        var body = request instanceof BufferedRequest read ? read : BufferedRequest.of(request);
        var call = new Answers.Call(person, key, body.fingerprint());
        var given = transaction.execute(status -> {
            var earlier = answers.claim(call);
            if (earlier != null) {
                return earlier;
            }
            var answer = run(chain, body, response);
            if (answer.status() >= HttpStatus.BAD_REQUEST.value()) {
                status.setRollbackOnly();
            } else if (status.isRollbackOnly()) {
                throw new IllegalStateException("answered " + answer.status() + " although the work was rolled back");
            } else {
                answers.keep(call, answer);
            }
            return answer;
        });
        if (given.status() >= HttpStatus.BAD_REQUEST.value()
                && given.status() < HttpStatus.INTERNAL_SERVER_ERROR.value()
                && !given.fromBefore()) {
            given = keepRefusal(call, given);
        }
        if (given.mismatch()) {
            problems.write(
                    request, response, HttpStatus.UNPROCESSABLE_CONTENT, "这个 Idempotency-Key 已用于另一个内容不同的请求，请换一个");
            return;
        }
        send(given, response);
    }

    private Answers.Answer keepRefusal(Answers.Call call, Answers.Answer refusal) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            var other = answers.claim(call);
            if (other != null) {
                return other;
            }
            answers.keep(call, refusal);
            return refusal;
        }));
    }

    private static Answers.Answer run(FilterChain chain, BufferedRequest request, HttpServletResponse response) {
        var held = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, held);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        return Answers.Answer.now(
                held.getStatus(), held.getContentType(), held.getHeader("Location"), held.getContentAsByteArray());
    }

    private static void send(Answers.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        set(response, "Location", answer.location());
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static void set(HttpServletResponse response, String header, @Nullable String value) {
        if (value != null) {
            response.setHeader(header, value);
        }
    }
}
