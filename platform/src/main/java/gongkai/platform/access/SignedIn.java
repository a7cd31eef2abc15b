package gongkai.platform.access;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** An actor as the security framework sees one. Rights are asked of {@link Policy}, so there are no authorities. */
record SignedIn(Actor actor, String password) implements UserDetails {
    private static final long serialVersionUID = 1;

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return actor.login();
    }
}
