package gongkai.platform.access;

import gongkai.platform.organ.OrganId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Who is signed in by which session. A session holds plain words and numbers only, so that one made by an earlier release can be read,
 * and no rights: those are looked up anew.
 */
@Component
class Sessions {
    static final String PERSON = "person";
    private static final String LOGIN = "login";
    private static final String SINCE = "since";
    private static final String HOW = "how";
    private static final String ORGAN = "organ";
    private static final String ADDRESS = "address";
    private static final String BROWSER = "browser";
    private static final String PENDING = "pending.";
    private static final Duration PENDING_FOR = Duration.ofMinutes(5);
    private static final int LONGEST_BROWSER = 200;
    private static final int CLEAN_EVERY = 32;

    private final SessionStore<?> store;
    private final CsrfTokenRepository csrf;
    private final Rights rights;
    private final AccessSettings settings;
    private final Clock clock;

    Sessions(SessionStore<?> store, CsrfTokenRepository csrf, Rights rights, AccessSettings settings, Clock clock) {
        this.store = store;
        this.csrf = csrf;
        this.rights = rights;
        this.settings = settings;
        this.clock = clock;
    }

    /** Someone whose password was right and whose second factor is awaited. */
    record Pending(long person, String login, String to) {}

    /** Signs somebody in by a new session, under a new number; what was before is forgotten. */
    void begin(HttpServletRequest request, HttpServletResponse response, SignedIn signed) {
        renew(request, response);
        if (settings.session().onlyOne()) {
            endAll(signed.login(), null);
        }
        var session = request.getSession(true);
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, signed.login());
        session.setAttribute(LOGIN, signed.login());
        session.setAttribute(SINCE, clock.millis());
        session.setAttribute(HOW, signed.how().name());
        session.setAttribute(ADDRESS, request.getRemoteAddr());
        session.setAttribute(BROWSER, browser(request));
        session.setAttribute(PERSON, signed.person());
        if (ThreadLocalRandom.current().nextInt(CLEAN_EVERY) == 0) {
            store.clean();
        }
    }

    /** Remembers that a password was right until the second factor comes. */
    void await(HttpServletRequest request, HttpServletResponse response, Pending pending) {
        renew(request, response);
        var session = request.getSession(true);
        // Found and ended with the person's sessions when the account is reset or disabled meanwhile.
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, pending.login());
        session.setAttribute(PENDING + PERSON, pending.person());
        session.setAttribute(PENDING + LOGIN, pending.login());
        session.setAttribute(PENDING + SINCE, clock.millis());
        session.setAttribute(PENDING + "to", pending.to());
        session.setMaxInactiveInterval((int) PENDING_FOR.toSeconds());
    }

    /** Whose second factor is awaited, for five minutes at the longest. */
    Optional<Pending> awaited(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(PENDING + PERSON) instanceof Long person)
                || !(session.getAttribute(PENDING + SINCE) instanceof Long since)
                || clock.millis() - since > PENDING_FOR.toMillis()) {
            return Optional.empty();
        }
        return Optional.of(new Pending(person, text(session, PENDING + LOGIN), text(session, PENDING + "to")));
    }

    /** Who is signed in by this request's session. A session too old, or of somebody disabled, is ended here. */
    Optional<SignedIn> signedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(PERSON) instanceof Long person)
                || !(session.getAttribute(SINCE) instanceof Long since)) {
            return Optional.empty();
        }
        boolean tooOld = clock.millis() - since > settings.session().absolute().toMillis();
        if (tooOld || rights.of(person).isEmpty()) {
            session.invalidate();
            return Optional.empty();
        }
        var organ = session.getAttribute(ORGAN) instanceof Long chosen ? new OrganId(chosen) : null;
        return Optional.of(new SignedIn(person, text(session, LOGIN), organ, SignedIn.How.valueOf(text(session, HOW))));
    }

    /** From now on they act for that organ. */
    void choose(HttpServletRequest request, OrganId organ) {
        request.getSession(true).setAttribute(ORGAN, organ.value());
    }

    /** The sessions of a person, last used first. */
    List<MePages.SessionLine> of(String login, @Nullable String present) {
        var now = clock.instant();
        return store.findByPrincipalName(login).values().stream()
                .filter(session -> !session.isExpired() && session.getAttribute(PERSON) instanceof Long)
                .map(session -> new MePages.SessionLine(
                        key(session.getId()),
                        word(session, ADDRESS),
                        word(session, BROWSER),
                        SignedIn.How.valueOf(word(session, HOW)).chinese(),
                        session.getAttribute(SINCE) instanceof Long since ? Instant.ofEpochMilli(since) : now,
                        session.getLastAccessedTime(),
                        session.getId().equals(present)))
                .sorted(Comparator.comparing(MePages.SessionLine::used).reversed())
                .toList();
    }

    /** Ends that session of that person. */
    boolean end(String login, String key) {
        var found = store.findByPrincipalName(login).keySet().stream()
                .filter(id -> key(id).equals(key))
                .findFirst();
        found.ifPresent(store::deleteById);
        return found.isPresent();
    }

    /** Ends all sessions of a person but that one. */
    void endAll(String login, @Nullable String except) {
        store.findByPrincipalName(login).keySet().stream()
                .filter(id -> !id.equals(except))
                .toList()
                .forEach(store::deleteById);
    }

    private void renew(HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        csrf.saveToken(null, request, response);
    }

    private static String browser(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        if (agent == null) {
            return "";
        }
        return agent.length() > LONGEST_BROWSER ? agent.substring(0, LONGEST_BROWSER) : agent;
    }

    private static String text(HttpSession session, String name) {
        return session.getAttribute(name) instanceof String text ? text : "";
    }

    private static String word(KeptSession session, String name) {
        Object value = session.getAttribute(name);
        return value instanceof String text ? text : "";
    }

    private static String key(String id) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, Long.BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
