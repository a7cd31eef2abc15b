package gongkai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Carries a form out once, however often its button was pressed. Every form has a number of its own; the second submission with that number is led to
 * where the first one ended.
 */
@Component
class SentForms implements HandlerInterceptor {
    static final String NUMBER = "_form";
    private static final String MINE = SentForms.class.getName();
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int CLEAN_EVERY = 256;

    private final JdbcClient database;
    private final Clock clock;

    SentForms(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var number = number(request);
        if (number.isEmpty() || request.getDispatcherType() != jakarta.servlet.DispatcherType.REQUEST) {
            return true;
        }
        if (claim(number.get())) {
            request.setAttribute(MINE, number.get());
            return true;
        }
        var place = database.sql("select place from web.sent_form where number = :number")
                .param("number", number.get())
                .query((row, i) -> Optional.ofNullable(row.getString("place")))
                .optional()
                .flatMap(found -> found);
        if (place.isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "这份表单已经提交，正在办理，不必再次提交");
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", place.get());
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception exception) {
        if (!(request.getAttribute(MINE) instanceof UUID number)) {
            return;
        }
        var place = response.getStatus() == HttpServletResponse.SC_SEE_OTHER ? response.getHeader("Location") : null;
        if (place == null) {
            database.sql("delete from web.sent_form where number = :number")
                    .param("number", number)
                    .update();
        } else {
            database.sql("update web.sent_form set place = :place where number = :number")
                    .param("number", number)
                    .param("place", place)
                    .update();
        }
    }

    private boolean claim(UUID number) {
        if ((number.getLeastSignificantBits() & (CLEAN_EVERY - 1)) == 0) {
            database.sql("delete from web.sent_form where at < :before")
                    .param("before", OffsetDateTime.now(clock).minus(KEPT))
                    .update();
        }
        return database.sql("insert into web.sent_form (number, at) values (:number, :at) on conflict do nothing")
                        .param("number", number)
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Whether a form with that number was sent, and was not rejected. */
    boolean sent(@Nullable String number) {
        return number(number)
                .map(known -> database.sql("select true from web.sent_form where number = :number")
                        .param("number", known)
                        .query(Boolean.class)
                        .optional()
                        .isPresent())
                .orElse(false);
    }

    private static Optional<UUID> number(HttpServletRequest request) {
        return request.getMethod().equals("POST") ? number(request.getParameter(NUMBER)) : Optional.empty();
    }

    private static Optional<UUID> number(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
