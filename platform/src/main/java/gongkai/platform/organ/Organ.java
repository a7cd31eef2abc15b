package gongkai.platform.organ;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organ (行政机关) as it was in one stretch of time, in which nothing of this changed.
 *
 * @param code its short identifier in addresses and calls, for example {@code demo-d01}; it never changes
 * @param since the first day of this stretch
 * @param until the day after its last, null while it lasts
 * @param name the full name of that time
 * @param shortName the short name of that time (规范简称)
 * @param parent the organ above it, null at the top
 * @param region the division it governs or works for, null where that is its government's
 * @param creditCode the unified social credit code, null when not known
 * @param justice whether it is a justice department (司法行政部门): two organs may reconsider its acts
 * @param capacities what it may do in its own name
 * @param supervisor who supervises its disclosure, null where that follows from the tree
 * @param place where it stands among its siblings, lower first
 */
public record Organ(
        OrganId id,
        String code,
        LocalDate since,
        @Nullable LocalDate until,
        String name,
        String shortName,
        OrganKind kind,
        @Nullable OrganId parent,
        @Nullable Region region,
        @Nullable CreditCode creditCode,
        boolean justice,
        Set<Capacity> capacities,
        @Nullable OrganId supervisor,
        int place) {

    static Organ of(OrganId id, String code, OrganFacts facts, LocalDate since, @Nullable LocalDate until) {
        return new Organ(
                id,
                code,
                since,
                until,
                facts.name(),
                facts.shortName(),
                facts.kind(),
                facts.parent(),
                facts.region(),
                facts.creditCode(),
                facts.justice(),
                facts.capacities(),
                facts.supervisor(),
                facts.place());
    }

    /** Whether this stretch covers that day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }

    /** Whether it may do that in its own name. */
    public boolean may(Capacity capacity) {
        return capacities.contains(capacity);
    }

    /** What may change of it. */
    public OrganFacts facts() {
        return new OrganFacts(
                name, shortName, kind, parent, region, creditCode, justice, capacities, supervisor, place);
    }
}
