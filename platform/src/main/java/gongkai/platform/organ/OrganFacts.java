package gongkai.platform.organ;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may change of an organ over time. See {@link Organ} for each. */
public record OrganFacts(
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

    public OrganFacts {
        capacities = Set.copyOf(capacities);
    }

    /** The least that is known of an organ: the short name is the full one, it has no capacities. */
    public static OrganFacts of(String name, OrganKind kind, @Nullable OrganId parent) {
        return new OrganFacts(name, name, kind, parent, null, null, false, Set.of(), null, 0);
    }

    public OrganFacts named(String newName, String newShortName) {
        return new OrganFacts(
                newName, newShortName, kind, parent, region, creditCode, justice, capacities, supervisor, place);
    }

    public OrganFacts under(@Nullable OrganId newParent) {
        return new OrganFacts(
                name, shortName, kind, newParent, region, creditCode, justice, capacities, supervisor, place);
    }

    public OrganFacts in(@Nullable Region newRegion) {
        return new OrganFacts(
                name, shortName, kind, parent, newRegion, creditCode, justice, capacities, supervisor, place);
    }

    public OrganFacts registered(@Nullable CreditCode newCode) {
        return new OrganFacts(name, shortName, kind, parent, region, newCode, justice, capacities, supervisor, place);
    }

    public OrganFacts asJustice() {
        return new OrganFacts(name, shortName, kind, parent, region, creditCode, true, capacities, supervisor, place);
    }

    public OrganFacts with(Set<Capacity> newCapacities) {
        return new OrganFacts(
                name, shortName, kind, parent, region, creditCode, justice, newCapacities, supervisor, place);
    }

    public OrganFacts at(int newPlace) {
        return new OrganFacts(
                name, shortName, kind, parent, region, creditCode, justice, capacities, supervisor, newPlace);
    }
}
