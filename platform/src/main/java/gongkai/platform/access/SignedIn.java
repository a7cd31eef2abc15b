package gongkai.platform.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Someone signed in, as the security framework sees them. Rights are looked up anew each time, so there are no authorities. */
record SignedIn(long person, String login, @Nullable String password) implements UserDetails {
    private static final long serialVersionUID = 1;

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return login;
    }
}
