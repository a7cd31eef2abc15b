package gongkai.platform.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What the security framework needs to see of somebody signed in. There are no authorities: {@link Policy} decides. */
final class SignedInToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient SignedIn signed;

    SignedInToken(SignedIn signed) {
        super(List.of());
        this.signed = signed;
        setAuthenticated(true);
    }

    @Override
    public SignedIn getPrincipal() {
        return signed;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInToken token && signed.equals(token.signed);
    }

    @Override
    public int hashCode() {
        return signed.hashCode();
    }
}
