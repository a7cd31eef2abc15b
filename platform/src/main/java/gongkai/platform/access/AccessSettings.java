package gongkai.platform.access;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How strict signing in is: {@code gongkai.access.*}. */
@ConfigurationProperties("gongkai.access")
public record AccessSettings(
        @DefaultValue Password password,
        @DefaultValue Lock lock,
        @DefaultValue Session session,
        @DefaultValue SecondFactor secondFactor,
        @DefaultValue Oidc oidc) {
    /**
     * What a password must be.
     *
     * @param length the fewest characters
     * @param classes of capital letters, small letters, digits and signs, so many kinds at least
     * @param history so many former passwords may not come back
     * @param days after so many days it must be changed, 0 for never
     */
    public record Password(
            @DefaultValue("10") int length,
            @DefaultValue("3") int classes,
            @DefaultValue("5") int history,
            @DefaultValue("90") int days) {}

    /**
     * What happens after failed attempts.
     *
     * @param after so many failures lock a sign-in name
     * @param first how long it is locked at first; each further failure doubles it
     * @param longest the longest it is locked
     * @param addressPerMinute so many attempts a minute are heard from one address, by each node
     * @param addressFailures so many failures from one address within {@code addressWindow} block that address for as long
     */
    public record Lock(
            @DefaultValue("5") int after,
            @DefaultValue("10m") Duration first,
            @DefaultValue("4h") Duration longest,
            @DefaultValue("60") int addressPerMinute,
            @DefaultValue("100") int addressFailures,
            @DefaultValue("10m") Duration addressWindow) {}

    /**
     * How long a session lasts.
     *
     * @param idle it ends after so long without a request
     * @param absolute it ends so long after signing in, whatever is done
     * @param onlyOne whether signing in ends a person's other sessions
     */
    public record Session(
            @DefaultValue("30m") Duration idle,
            @DefaultValue("10h") Duration absolute,
            @DefaultValue("false") boolean onlyOne) {}

    /** @param requiredFor the roles that need a second factor */
    public record SecondFactor(@DefaultValue Set<Role> requiredFor) {}

    /**
     * Single sign-on.
     *
     * @param claim the claim whose value names the person, as entered with their account
     * @param name what the button on the sign-in page says
     */
    public record Oidc(
            @DefaultValue("sub") String claim,
            @DefaultValue("统一身份认证登录") String name) {}
}
