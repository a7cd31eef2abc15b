package gongkai.platform.access;

import gongkai.platform.audit.WhoActs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Who is acting in this thread. */
@Component
public class Access implements WhoActs {
    private final Rights rights;

    Access(Rights rights) {
        this.rights = rights;
    }

    /** Whoever is signed in, with the rights they hold now. */
    public Optional<Actor> actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signed
                ? rights.of(signed.person())
                : Optional.empty();
    }

    /** @throws NotSignedInException when nobody is signed in, or whoever was has been disabled meanwhile */
    public Actor required() {
        return actor().orElseThrow(() -> new NotSignedInException("请先登录"));
    }

    @Override
    public Acting now() {
        return actor().map(actor -> new Acting(actor.person(), actor.login(), address()))
                .orElse(Acting.NOBODY);
    }

    private static @Nullable String address() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof WebAuthenticationDetails web
                ? web.getRemoteAddress()
                : null;
    }
}
