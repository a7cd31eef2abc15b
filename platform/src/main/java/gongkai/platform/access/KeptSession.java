package gongkai.platform.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session as one request sees it: read from memory, fetched from the database only when something is to be changed.
 *
 * <p>That it was used is written down once a minute, not with every request.
 */
final class KeptSession implements Session {
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final State state;
    private final Map<String, Object> attributes;
    private final Supplier<@Nullable Session> fetch;
    private @Nullable Session stored;
    private boolean fetched;
    private String id;
    private Instant lastAccess;

    /** What a session holds, shared between the requests of a moment and never changed. */
    record State(String id, Instant created, Instant lastAccess, Duration maxInactive, Map<String, Object> attributes) {
        static State of(Session session) {
            var attributes = new HashMap<String, Object>();
            for (var name : session.getAttributeNames()) {
                var value = session.getAttribute(name);
                if (value != null) {
                    attributes.put(name, value);
                }
            }
            return new State(
                    session.getId(),
                    session.getCreationTime(),
                    session.getLastAccessedTime(),
                    session.getMaxInactiveInterval(),
                    Map.copyOf(attributes));
        }

        boolean expired(Instant now) {
            return !maxInactive.isNegative() && !now.isBefore(lastAccess.plus(maxInactive));
        }
    }

    /** @param fetch gets the stored session for changing, nothing if it has ended meanwhile */
    KeptSession(State state, Supplier<@Nullable Session> fetch) {
        this.state = state;
        this.fetch = fetch;
        id = state.id();
        lastAccess = state.lastAccess();
        attributes = new HashMap<>(state.attributes());
    }

    /** A session that is not in the database yet. */
    static KeptSession fresh(Session stored) {
        var session = new KeptSession(State.of(stored), () -> stored);
        session.stored();
        return session;
    }

    /** The stored session if anything was changed in it. */
    @Nullable
    Session changed() {
        return stored;
    }

    String firstId() {
        return state.id();
    }

    private @Nullable Session stored() {
        if (!fetched) {
            fetched = true;
            stored = fetch.get();
        }
        return stored;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        var real = stored();
        if (real != null) {
            id = real.changeSessionId();
        }
        return id;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        attributes.put(name, value);
        var real = stored();
        if (real != null) {
            real.setAttribute(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        if (attributes.remove(name) == null) {
            return;
        }
        var real = stored();
        if (real != null) {
            real.removeAttribute(name);
        }
    }

    @Override
    public Instant getCreationTime() {
        return state.created();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        if (time.isBefore(lastAccess.plus(TOUCH))) {
            return;
        }
        lastAccess = time;
        var real = stored();
        if (real != null) {
            real.setLastAccessedTime(time);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return lastAccess;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        var real = stored();
        if (real != null) {
            real.setMaxInactiveInterval(interval);
        }
    }

    @Override
    public Duration getMaxInactiveInterval() {
        var real = stored;
        return real == null ? state.maxInactive() : real.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return state.expired(Instant.now());
    }
}
