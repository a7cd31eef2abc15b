package gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was written down beforehand is used only where a start would find the same. */
class ArrangementTest {
    @Test
    void ourOwnSettingsChangeNoParts() {
        assertThat(Arrangement.fits(
                        Map.of(
                                "GONGKAI_DATABASE_URL",
                                "jdbc:postgresql://db/gongkai",
                                "SERVER_SSL_KEY",
                                "x",
                                "HOME",
                                "/"),
                        Set.of("gongkai.binaries", "file.encoding")))
                .isTrue();
    }

    @Test
    void singleSignOnAndDevelopmentHaveOtherParts() {
        assertThat(Arrangement.fits(
                        Map.of("SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_GONGKAI_CLIENT_ID", "gongkai"), Set.of()))
                .isFalse();
        assertThat(Arrangement.fits(Map.of("SPRING_PROFILES_ACTIVE", "dev"), Set.of()))
                .isFalse();
        assertThat(Arrangement.fits(Map.of("DB_SCHEDULER_ENABLED", "false"), Set.of()))
                .isFalse();
        assertThat(Arrangement.fits(Map.of(), Set.of("spring.profiles.active"))).isFalse();
        assertThat(Arrangement.fits(Map.of("SPRING_PROFILES_ACTIVE", "bench"), Set.of()))
                .isTrue();
    }
}
