package gongkai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Carries a form out once, however often its button was pressed. Every form has a number of its own; the second submission with that number is led to
 * where the first one ended. Whoever went back, changed something and sent the same form again is told that the change was not taken.
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
        var digest = SentContent.digest(request);
        if (claim(number.get(), digest)) {
            request.setAttribute(MINE, number.get());
            return true;
        }
        var first = database.sql("select place, digest from web.sent_form where number = :number")
                .param("number", number.get())
                .query((row, i) -> new First(row.getString("place"), row.getBytes("digest")))
                .optional()
                .orElse(new First(null, digest));
        if (!Arrays.equals(first.digest(), digest)) {
            throw new SentBefore(first.place());
        }
        if (first.place() == null) {
            throw new Refusal(HttpStatus.CONFLICT, "这份表单已经提交，正在办理，不必再次提交");
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", first.place());
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

    /** The first submission. @param place where it ended; null while it is being carried out */
    private record First(@Nullable String place, byte @Nullable [] digest) {}

    /** The form was sent before, with something else in it. */
    static final class SentBefore extends Refusal {
        private static final long serialVersionUID = 1;

        private final @Nullable String place;

        SentBefore(@Nullable String place) {
            super(HttpStatus.CONFLICT, "这份表单先前已经提交过，后来改动的内容没有保存");
            this.place = place;
        }

        /** Where the first submission ended; null while it is being carried out. */
        @Nullable
        String place() {
            return place;
        }
    }

    private boolean claim(UUID number, byte[] digest) {
        if ((number.getLeastSignificantBits() & (CLEAN_EVERY - 1)) == 0) {
            database.sql("delete from web.sent_form where at < :before")
                    .param("before", OffsetDateTime.now(clock).minus(KEPT))
                    .update();
        }
        return database.sql(
                                "insert into web.sent_form (number, at, digest) values (:number, :at, :digest) on conflict do nothing")
                        .param("digest", digest)
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
