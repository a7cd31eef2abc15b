package gongkai.platform.access;

import gongkai.platform.web.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The organ's single sign-on (统一身份认证) by OpenID Connect; off unless {@code spring.security.oauth2.client.*} configures it.
 *
 * <p>Who signs in there is one of our people only if a system administrator has entered the value of the claim with the account and a
 * security administrator has confirmed it, and only while the account is released. Nobody is made, and no right given, by what the other
 * side says.
 */
@Component
class SingleSignOn {
    private final ObjectProvider<ClientRegistrationRepository> registrations;
    private final JdbcClient database;
    private final AccessSettings.Oidc settings;

    SingleSignOn(
            ObjectProvider<ClientRegistrationRepository> registrations, JdbcClient database, AccessSettings settings) {
        this.registrations = registrations;
        this.database = database;
        this.settings = settings.oidc();
    }

    boolean configured() {
        return registrations.getIfAvailable() != null;
    }

    /** Where it begins, null if it is off. */
    @Nullable
    Option link() {
        return registrations.getIfAvailable() instanceof Iterable<?> known
                        && known.iterator().hasNext()
                        && known.iterator().next() instanceof ClientRegistration first
                ? new Option("/oauth2/authorization/" + first.getRegistrationId(), settings.name())
                : null;
    }

    /** Whose account that is. @throws BadCredentialsException if it is nobody's, not confirmed, or of an account that is not in use */
    SignedIn person(OidcUser user) {
        var value = user.getClaimAsString(settings.claim());
        return database.sql("""
                        select p.id, p.login from access.outside_identity o join access.person p on p.id = o.person
                        where o.claim = :claim and o.confirmed_at is not null and p.disabled_at is null and p.password is not null
                        """)
                .param("claim", value == null ? "" : value)
                .query((row, number) ->
                        new SignedIn(row.getLong("id"), row.getString("login"), null, SignedIn.How.OIDC))
                .optional()
                .orElseThrow(() -> new BadCredentialsException("no account for this identity"));
    }
}
