package gongkai.platform.access;

import gongkai.platform.organ.OrganId;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Someone signed in. Their rights are looked up anew with each request.
 *
 * @param organ the organ they chose to act for, null if they have not chosen
 * @param how by what they signed in
 */
record SignedIn(long person, String login, @Nullable OrganId organ, How how) implements Principal {
    enum How {
        PASSWORD("口令"),
        OIDC("统一身份认证"),
        TOKEN("访问令牌"),
        JOB("后台任务");

        private final String chinese;

        How(String chinese) {
            this.chinese = chinese;
        }

        String chinese() {
            return chinese;
        }
    }

    /** The actor in the organ they chose, if they still hold a role there. */
    Actor inChosenOrgan(Actor actor) {
        return organ != null && actor.organs().contains(organ) ? actor.actingFor(organ) : actor;
    }

    @Override
    public String getName() {
        return login;
    }
}
