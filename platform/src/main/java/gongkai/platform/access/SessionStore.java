package gongkai.platform.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * The sessions in the database, shared by all nodes. What was read is kept for two seconds, so that a page with its parts asks once; a
 * session ended on another node is gone here after two seconds at the latest.
 */
final class SessionStore<S extends Session> implements FindByIndexNameSessionRepository<KeptSession> {
    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);
    private static final int MOST = 20_000;

    private final FindByIndexNameSessionRepository<S> stored;
    private final Runnable cleaning;
    private final LatelySeen<String, Optional<KeptSession.State>> known = new LatelySeen<>(MOST);

    /** @param cleaning deletes what has expired */
    SessionStore(FindByIndexNameSessionRepository<S> stored, Runnable cleaning) {
        this.stored = stored;
        this.cleaning = cleaning;
    }

    /** Deletes the sessions that have expired. */
    void clean() {
        cleaning.run();
    }

    @Override
    public KeptSession createSession() {
        return KeptSession.fresh(stored.createSession());
    }

    @Override
    @SuppressWarnings("unchecked")
    public void save(KeptSession session) {
        var changed = session.changed();
        if (changed == null) {
            return;
        }
        stored.save((S) changed);
        known.forget(session.firstId());
        known.forget(session.getId());
    }

    @Override
    public @Nullable KeptSession findById(String id) {
        return known.get(id, this::read)
                .filter(state -> !state.expired(Instant.now()))
                .map(state -> new KeptSession(state, () -> stored.findById(id)))
                .orElse(null);
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
        known.forget(id);
    }

    @Override
    public Map<String, KeptSession> findByIndexNameAndIndexValue(String index, String value) {
        var found = new LinkedHashMap<String, KeptSession>();
        stored.findByIndexNameAndIndexValue(index, value)
                .forEach((id, session) ->
                        found.put(id, new KeptSession(KeptSession.State.of(session), () -> stored.findById(id))));
        return found;
    }

    private Optional<KeptSession.State> read(String id) {
        try {
            var session = stored.findById(id);
            return Optional.ofNullable(session).map(KeptSession.State::of);
        } catch (org.springframework.core.serializer.support.SerializationFailedException
                | org.springframework.core.convert.ConversionFailedException e) {
            LOG.warn("a session of an earlier release cannot be read; it is ended");
            stored.deleteById(id);
            return Optional.empty();
        }
    }
}
