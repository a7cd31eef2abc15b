package gongkai.platform.access;

import gongkai.platform.audit.WhoActs;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
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
        return signedIn().flatMap(signed -> rights.of(signed.person()).map(signed::inChosenOrgan));
    }

    /** @throws NotSignedInException when nobody is signed in, or whoever was has been disabled meanwhile */
    public Actor required() {
        return actor().orElseThrow(() -> new NotSignedInException("请先登录"));
    }

    /** Whoever acts now. Someone who exercises a right of somebody away is named 乙代甲. */
    @Override
    public Acting now() {
        var absent = Deputising.current();
        return actor().map(actor -> new Acting(
                        actor.person(),
                        absent == null ? actor.login() : actor.login() + "代" + absent.login(),
                        Address.current()))
                .orElseGet(() -> new Acting(null, null, Address.current()));
    }

    static Optional<SignedIn> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signed
                ? Optional.of(signed)
                : Optional.empty();
    }
}
