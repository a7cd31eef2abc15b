package gongkai.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What somebody signed in has to do before anything else: change the password, or take a second factor. */
@Component
class Unfinished {
    static final String PASSWORD = "/office/me/password";
    static final String SECOND_FACTOR = "/office/me/second-factor";

    private final Rights rights;
    private final AccessSettings settings;
    private final Clock clock;

    Unfinished(Rights rights, AccessSettings settings, Clock clock) {
        this.rights = rights;
        this.settings = settings;
        this.clock = clock;
    }

    /** The page they must go to first, if any. Calls by token do not go anywhere. */
    Optional<String> first() {
        return Access.signedIn()
                .filter(signed -> signed.how() != SignedIn.How.TOKEN)
                .flatMap(signed -> rights.account(signed.person()).flatMap(account -> first(signed, account)));
    }

    boolean expired(Rights.Account account) {
        int days = settings.password().days();
        return days > 0
                && account.passwordAt() != null
                && account.passwordAt().plus(Duration.ofDays(days)).isBefore(clock.instant());
    }

    private Optional<String> first(SignedIn signed, Rights.Account account) {
        if (signed.how() == SignedIn.How.PASSWORD && (account.mustChange() || expired(account))) {
            return Optional.of(PASSWORD);
        }
        boolean needsFactor = !account.secondFactor()
                && signed.how() == SignedIn.How.PASSWORD
                && account.actor().grants().stream()
                        .anyMatch(grant -> settings.secondFactor().requiredFor().contains(grant.role()));
        return needsFactor ? Optional.of(SECOND_FACTOR) : Optional.empty();
    }
}
