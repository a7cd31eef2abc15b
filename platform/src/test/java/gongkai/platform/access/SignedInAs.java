package gongkai.platform.access;

import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;

/** Someone signed in, for tests of other features that begin after the sign-in. */
public final class SignedInAs {
    private SignedInAs() {}

    /** What the security framework holds once that person has signed in. */
    public static Authentication of(ApplicationContext platform, String login) {
        var actor = platform.getBean(People.class).actor(login).orElseThrow();
        return new SignedInToken(new SignedIn(actor.person(), actor.login(), null, SignedIn.How.PASSWORD));
    }
}
