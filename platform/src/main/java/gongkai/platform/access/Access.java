package gongkai.platform.access;

import gongkai.platform.audit.WhoActs;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
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

    /**
     * Does something in the name of that person where nobody has asked for it just now, as a job does. Their rights are those of the moment.
     *
     * @throws gongkai.platform.web.Refusal when their account is gone or disabled
     */
    public void as(long person, Work work) throws Exception {
        var actor = rights.of(person).orElseThrow(() -> new NotSignedInException("发起人的账号已停用，没有执行"));
        SecurityContextHolder.setContext(new SecurityContextImpl(
                new SignedInToken(new SignedIn(person, actor.login(), null, SignedIn.How.JOB))));
        Deputising.forget();
        try {
            work.run();
        } finally {
            Deputising.forget();
            SecurityContextHolder.clearContext();
        }
    }

    /** What is done in the name of somebody. */
    public interface Work {
        void run() throws Exception;
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
