package gongkai.platform.access;

import static gongkai.platform.access.Role.AUDITOR;
import static gongkai.platform.access.Role.DIVISION_HEAD;
import static gongkai.platform.access.Role.HANDLER;
import static gongkai.platform.access.Role.LEADER;
import static gongkai.platform.access.Role.LEGAL_REVIEWER;
import static gongkai.platform.access.Role.OFFICE_CLERK;
import static gongkai.platform.access.Role.OFFICE_HEAD;
import static gongkai.platform.access.Role.SECRECY_REVIEWER;
import static gongkai.platform.access.Role.SECURITY_ADMIN;
import static gongkai.platform.access.Role.SUPERVISOR;
import static gongkai.platform.access.Role.SYSTEM_ADMIN;

import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one place that says who may do what. The whole table stands in {@code docs/permissions.md}. */
@Component
public class Policy {
    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);

    private final Organs organs;

    Policy(Organs organs) {
        this.organs = organs;
    }

    /** The roles that may do that, in the organs for which they are held. */
    static Set<Role> roles(Action action) {
        return switch (action) {
            case SEE_WORKBENCH -> EVERYONE;
            case SEE_ORGANS, SEE_CALENDAR -> without(AUDITOR);
            case EDIT_ORGANS, EDIT_PEOPLE, EDIT_CALENDAR, EDIT_SYSTEM, SEE_SYSTEM -> EnumSet.of(SYSTEM_ADMIN);
            case EDIT_DISCLOSURE_OFFICE -> EnumSet.of(SYSTEM_ADMIN, OFFICE_CLERK, OFFICE_HEAD, SUPERVISOR);
            case SEE_PEOPLE -> EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN);
            case GRANT_ROLES, RELEASE_ACCOUNTS -> EnumSet.of(SECURITY_ADMIN);
            case SEE_AUDIT_LOG, EXPORT_AUDIT_LOG -> EnumSet.of(AUDITOR);
            case SEE_PERSONAL_DATA -> EnumSet.of(OFFICE_CLERK, OFFICE_HEAD, HANDLER);
            case SEE_REQUESTS ->
                EnumSet.of(HANDLER, DIVISION_HEAD, LEADER, OFFICE_CLERK, OFFICE_HEAD, SECRECY_REVIEWER, LEGAL_REVIEWER);
            case HANDLE_REQUESTS -> EnumSet.of(HANDLER, DIVISION_HEAD, OFFICE_CLERK, OFFICE_HEAD);
            case DECIDE_REQUESTS -> EnumSet.of(LEADER, OFFICE_HEAD);
            case REVIEW_DIVISION -> EnumSet.of(DIVISION_HEAD);
            case REVIEW_SECRECY -> EnumSet.of(SECRECY_REVIEWER);
            case REVIEW_LEGALITY -> EnumSet.of(LEGAL_REVIEWER);
            case REVIEW_OFFICE, EDIT_REVIEW_CHAIN -> EnumSet.of(OFFICE_HEAD);
            case BACKFILL_REQUESTS -> EnumSet.of(HANDLER, OFFICE_CLERK, OFFICE_HEAD);
            case EDIT_TEMPLATES -> EnumSet.of(OFFICE_CLERK, OFFICE_HEAD);
            case EDIT_RULES -> EnumSet.of(LEGAL_REVIEWER, OFFICE_HEAD);
            case HANDLE_REMEDIES -> EnumSet.of(HANDLER, OFFICE_CLERK, OFFICE_HEAD, LEGAL_REVIEWER);
            case PUBLISH_ANSWERS, FILE_REPORTS -> EnumSet.of(OFFICE_CLERK, OFFICE_HEAD);
            case SEE_STATISTICS, SEE_REPORTS ->
                EnumSet.of(HANDLER, DIVISION_HEAD, LEADER, OFFICE_CLERK, OFFICE_HEAD, LEGAL_REVIEWER, SUPERVISOR);
            case SEE_JOBS -> without(AUDITOR, SECURITY_ADMIN);
        };
    }

    /** Whether the actor may do that in that organ; with null, whether they may do it anywhere at all. */
    public boolean allows(Actor actor, Action action, @Nullable OrganId organ) {
        return granting(actor, action, organ).findAny().isPresent();
    }

    /**
     * Asks before something is done. What is then logged says for whom, if only a right exercised as a deputy allows it.
     *
     * @throws NotAllowedException when {@link #allows} says no
     */
    public void require(Actor actor, Action action, @Nullable OrganId organ) {
        var granting = granting(actor, action, organ).toList();
        if (granting.isEmpty()) {
            throw new NotAllowedException(action);
        }
        if (granting.stream().allMatch(grant -> grant.insteadOf() != null)
                && granting.getFirst().insteadOf() instanceof Actor.Absent absent) {
            Deputising.exercised(absent);
        }
    }

    /** Whom the actor stands in for when doing that there; empty if they may in their own right, or not at all. */
    public Optional<Actor.Absent> insteadOf(Actor actor, Action action, OrganId organ) {
        var granting = granting(actor, action, organ)
                .map(grant -> Optional.ofNullable(grant.insteadOf()))
                .toList();
        return granting.stream().allMatch(Optional::isPresent)
                ? granting.stream().flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    /** The organs in which the actor may do that, for lists. */
    public Reach reach(Actor actor, Action action) {
        var granting = granting(actor, action, null).toList();
        if (granting.stream().anyMatch(grant -> grant.role().isAdministrator())) {
            return new Reach(true, Set.of());
        }
        var reached = new HashSet<OrganId>();
        for (var grant : granting) {
            if (grant.organ() instanceof OrganId organ) {
                reached.add(organ);
                if (grant.subtree()) {
                    organs.subtree(organ).forEach(below -> reached.add(below.id()));
                }
            }
        }
        return new Reach(false, Set.copyOf(reached));
    }

    /**
     * Where something may be done.
     *
     * @param everywhere in every organ, then {@code organs} is empty
     */
    public record Reach(boolean everywhere, Set<OrganId> organs) {
        public boolean contains(OrganId organ) {
            return everywhere || organs.contains(organ);
        }
    }

    private Stream<Actor.Grant> granting(Actor actor, Action action, @Nullable OrganId organ) {
        var roles = roles(action);
        return actor.grants().stream()
                .filter(grant -> roles.contains(grant.role()))
                .filter(grant -> organ == null || grant.role().isAdministrator() || covers(grant, organ));
    }

    private boolean covers(Actor.Grant grant, OrganId organ) {
        return organ.equals(grant.organ())
                || grant.subtree() && grant.organ() instanceof OrganId above && organs.isBelow(organ, above);
    }

    private static Set<Role> without(Role first, Role... more) {
        return EnumSet.complementOf(EnumSet.of(first, more));
    }
}
