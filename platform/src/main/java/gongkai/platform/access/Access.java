package gongkai.platform.access;

import gongkai.platform.audit.WhoActs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting in this thread. */
@Component
public class Access implements WhoActs {
    /** Whoever is signed in. */
    public Optional<Actor> actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signed
                ? Optional.of(signed.actor())
                : Optional.empty();
    }

    /** @throws IllegalStateException when nobody is signed in: the filter chain let someone in who must not be here */
    public Actor required() {
        return actor().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    @Override
    public Acting now() {
        return actor().map(actor -> new Acting(actor.person(), actor.login(), address()))
                .orElse(Acting.NOBODY);
    }

    private static @Nullable String address() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getDetails()
                                instanceof org.springframework.security.web.authentication.WebAuthenticationDetails web
                ? web.getRemoteAddress()
                : null;
    }
}
