package gongkai.platform.application;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Short sessions of applicants who showed number and query code, each for one request. Wrong numbers and wrong codes are told apart by
 * nothing: not the answer, not the time it takes, not the waiting that follows.
 */
@Service
public class Visits {
    private static final int LONGEST_NUMBER = 64;

    private final JdbcClient database;
    private final Requests requests;
    private final WrongCodes wrongCodes;
    private final AuditLog log;
    private final Clock clock;
    private final ApplicationSettings settings;

    Visits(
            JdbcClient database,
            Requests requests,
            WrongCodes wrongCodes,
            AuditLog log,
            Clock clock,
            ApplicationSettings settings) {
        this.database = database;
        this.requests = requests;
        this.wrongCodes = wrongCodes;
        this.log = log;
        this.clock = clock;
        this.settings = settings;
    }

    /** What became of an attempt. */
    sealed interface Attempt {
        /** The visit has begun. */
        record Opened() implements Attempt {}

        /** Number or code is wrong. */
        record Wrong() implements Attempt {}

        /** Too many were wrong; nothing was looked at. */
        record Wait(Duration left) implements Attempt {}
    }

    /** Opens the request of that number to whoever knows its code. */
    Attempt open(String typedNumber, String typedCode, HttpServletRequest request, HttpServletResponse response) {
        var number = plain(typedNumber).toLowerCase(Locale.ROOT);
        if (number.length() > LONGEST_NUMBER) {
            number = number.substring(0, LONGEST_NUMBER);
        }
        var blocked = wrongCodes.begin(number);
        if (blocked.isPresent()) {
            return new Attempt.Wait(blocked.get());
        }
        if (!requests.opens(number, plain(typedCode).replace("-", ""))) {
            log.write(AuditEntry.of("查询码不符", "申请", asLogged(number)));
            return new Attempt.Wrong();
        }
        wrongCodes.forget(number);
        begin(number, request, response);
        return new Attempt.Opened();
    }

    /** Begins a visit to that request; the caller knows that it may. */
    @Transactional
    void begin(String number, HttpServletRequest request, HttpServletResponse response) {
        BrowserToken.VISIT
                .hash(request)
                .ifPresent(token -> database.sql("delete from application.visit where token = :token")
                        .param("token", token)
                        .update());
        var token = BrowserToken.VISIT.give(request, response, settings.visitLongest());
        database.sql("insert into application.visit (token, number, began, seen) values (:token, :number, :now, :now)")
                .param("token", token)
                .param("number", number)
                .param("now", now())
                .update();
        requests.byNumber(number).ifPresent(found -> write("申请人查询", found));
    }

    /** The request this browser may see now. */
    @Transactional
    Optional<DisclosureRequest> current(HttpServletRequest request) {
        return BrowserToken.VISIT
                .hash(request)
                .flatMap(token -> database.sql("""
                                update application.visit set seen = :now where token = :token and seen > :idle and began > :oldest
                                returning number
                                """)
                        .param("now", now())
                        .param("token", token)
                        .param("idle", now().minus(settings.visitIdle()))
                        .param("oldest", now().minus(settings.visitLongest()))
                        .query(String.class)
                        .optional())
                .flatMap(requests::byNumber);
    }

    /** Ends the visit of this browser. */
    @Transactional
    void end(HttpServletRequest request, HttpServletResponse response) {
        BrowserToken.VISIT
                .hash(request)
                .ifPresent(token -> database.sql("delete from application.visit where token = :token")
                        .param("token", token)
                        .update());
        BrowserToken.VISIT.takeBack(request, response);
    }

    @Transactional
    void clean() {
        database.sql("delete from application.visit where seen < :idle or began < :oldest")
                .param("idle", now().minus(settings.visitIdle()))
                .param("oldest", now().minus(settings.visitLongest()))
                .update();
    }

    /** Writes what the applicant looked at or did. */
    void write(String what, DisclosureRequest request) {
        log.write(AuditEntry.of(what, "申请", request.number())
                .concerning(request.organ().value()));
    }

    /** For how long a visit lasts without a click. */
    Duration idle() {
        return settings.visitIdle();
    }

    Instant instant() {
        return clock.instant();
    }

    /** What may be written down of a number somebody typed: they may have typed something else there, such as their identity number. */
    private static String asLogged(String number) {
        return number.matches("[a-z][a-z0-9-]{1,40}-\\d{4}-\\d{4,8}") ? number : "（编号格式不符）";
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]+", "");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
