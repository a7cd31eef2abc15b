package gongkai.platform.organ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** All organs and the tree they stand in. What is asked without a day is answered as of today. */
@Service
public class Organs {
    private final OrganStore store;
    private final Clock clock;

    Organs(OrganStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Everything at once, for those who ask many questions: it does not change while they ask. */
    public OrganTree tree() {
        return store.tree();
    }

    /** The organ with that code; also one that no longer exists, as it was at its end. */
    public Optional<Organ> byCode(String code) {
        return byCode(code, today());
    }

    /** The organ with that code as it was on that day; one that no longer existed then, as it was at its end. */
    public Optional<Organ> byCode(String code, LocalDate on) {
        var tree = tree();
        return tree.id(code).map(id -> tree.lastKnown(id, on));
    }

    /** The organ with that number; also one that no longer exists, as it was at its end. */
    public Optional<Organ> byId(OrganId id) {
        return Optional.ofNullable(tree().lastKnown(id, today()));
    }

    /** The organ with that number as it was on that day; empty when it did not exist then. */
    public Optional<Organ> find(OrganId id, LocalDate on) {
        return tree().find(id, on);
    }

    /** The names they are last known by; empty for one that is not there. Whoever reads rows asks for it before: it asks the database no more. */
    public Function<OrganId, String> names() {
        var tree = tree();
        var today = today();
        return id -> tree.lastKnown(id, today) instanceof Organ known ? known.name() : "";
    }

    /** All that exist today, by code. */
    public List<Organ> all() {
        return tree().on(today()).sorted(Comparator.comparing(Organ::code)).toList();
    }

    /** Those directly below it today, in their order; those at the top for null. */
    public List<Organ> children(@Nullable OrganId id) {
        return tree().children(id, today());
    }

    /** The organ and all below it today, parents before children. */
    public List<Organ> subtree(OrganId id) {
        return tree().subtree(id, today());
    }

    /** Those above it today and itself, from the top down. */
    public List<Organ> path(OrganId id) {
        return tree().path(id, today());
    }

    /** Whether the organ stands below that other one today, at any depth. Nothing stands below itself. */
    public boolean isBelow(OrganId id, OrganId ancestor) {
        return tree().isBelow(id, ancestor, today());
    }

    /** Whether the organ stood below that other one on that day, at any depth. Nothing stands below itself. */
    public boolean isBelow(OrganId id, OrganId ancestor, LocalDate on) {
        return tree().isBelow(id, ancestor, on);
    }

    /** Where a reconsideration of that organ's acts may be asked for today. */
    public Reconsideration reconsideration(OrganId id) {
        return reconsideration(id, today());
    }

    /** Where a reconsideration of an act of that organ of that day may be asked for. */
    public Reconsideration reconsideration(OrganId id, LocalDate on) {
        return ReconsiderationLaw.of(tree(), id, on);
    }

    /** At most so many of today's organs whose name, short name or code holds those words, likeliest first. */
    public List<Organ> search(String words, int most) {
        var asked = words.strip().toLowerCase(Locale.ROOT);
        if (asked.isEmpty()) {
            return List.of();
        }
        return tree().on(today())
                .filter(organ -> organ.name().contains(asked)
                        || organ.shortName().contains(asked)
                        || organ.code().contains(asked)
                        || organ.creditCode() != null
                                && organ.creditCode().code().equalsIgnoreCase(asked))
                .sorted(Comparator.comparingInt((Organ organ) -> distance(organ, asked))
                        .thenComparing(Organ::code))
                .limit(most)
                .toList();
    }

    private static int distance(Organ organ, String asked) {
        if (organ.code().equals(asked)
                || organ.name().equals(asked)
                || organ.shortName().equals(asked)) {
            return 0;
        }
        return 1 + organ.name().length();
    }

    /** Today, where the organs are. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
