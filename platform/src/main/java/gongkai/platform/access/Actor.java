package gongkai.platform.access;

import gongkai.platform.organ.OrganId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is signed in, with the rights they hold at this moment.
 *
 * @param person their number
 * @param login their sign-in name
 * @param name their own name
 * @param organ the organ they act for now; a person of several organs may switch; null for the three administrators
 * @param grants the roles they hold, first their own, then those of the people they deputise for today
 */
public record Actor(
        long person, String login, String name, @Nullable OrganId organ, List<Grant> grants) {
    /**
     * A role held in an organ.
     *
     * @param organ null for the three administrators
     * @param subtree whether it is held in everything below that organ too, as the tree stands today
     * @param division the division (科室) it is held in, null if it is held in the whole organ
     * @param insteadOf who it is exercised for while they are away (代理), null if it is one's own
     */
    public record Grant(
            Role role,
            @Nullable OrganId organ,
            boolean subtree,
            @Nullable Long division,
            @Nullable Absent insteadOf) {}

    /** Someone who is away and is deputised for. */
    public record Absent(long person, String login, String name) {}

    /** The organs in which they hold a role themselves or as a deputy, each once. */
    public List<OrganId> organs() {
        return grants.stream()
                .map(Grant::organ)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether they hold that role in that organ itself, or as one of the three administrators. */
    public boolean is(Role role, @Nullable OrganId in) {
        return grants.stream().anyMatch(grant -> grant.role() == role && Objects.equals(grant.organ(), in));
    }

    /** The same person acting for another of their organs. */
    Actor actingFor(OrganId chosen) {
        return new Actor(person, login, name, chosen, grants);
    }
}
