package gongkai.platform.access;

import gongkai.platform.organ.OrganId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one place that says who may do what. */
@Component
public class Policy {
    /** Whether the actor may do that, in that organ; null for what belongs to no organ. */
    public boolean allows(Actor actor, Action action, @Nullable OrganId organ) {
        return actor.grants().stream()
                .anyMatch(grant -> holds(grant.role(), action)
                        && (organ == null || grant.role().isAdministrator() || organ.equals(grant.organ())));
    }

    /** @throws NotAllowedException when {@link #allows} says no */
    public void require(Actor actor, Action action, @Nullable OrganId organ) {
        if (!allows(actor, action, organ)) {
            throw new NotAllowedException(action);
        }
    }

    private static boolean holds(Role role, Action action) {
        return switch (action) {
            case SEE_WORKBENCH -> true;
            case SEE_ORGANS, SEE_CALENDAR -> role != Role.AUDITOR;
            case EDIT_ORGANS, EDIT_PEOPLE, EDIT_CALENDAR, EDIT_SYSTEM, SEE_SYSTEM -> role == Role.SYSTEM_ADMIN;
            case SEE_PEOPLE -> role == Role.SYSTEM_ADMIN || role == Role.SECURITY_ADMIN;
            case GRANT_ROLES -> role == Role.SECURITY_ADMIN;
            case SEE_AUDIT_LOG, EXPORT_AUDIT_LOG -> role == Role.AUDITOR;
            case SEE_PERSONAL_DATA -> role == Role.OFFICE_CLERK || role == Role.OFFICE_HEAD || role == Role.HANDLER;
            case SEE_JOBS -> role != Role.AUDITOR && role != Role.SECURITY_ADMIN;
        };
    }
}
