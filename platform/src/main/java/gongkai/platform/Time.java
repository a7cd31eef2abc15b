package gongkai.platform;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The one clock of the platform. Legal days are days in Shanghai, wherever the machine stands. */
@Configuration(proxyBeanMethods = false)
public class Time {
    /** Where the days of the law begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    @Profile("!dev")
    Clock clock() {
        return Clock.system(ZONE);
    }

    /** In development the day may be moved. */
    @Bean
    @Profile("dev")
    TimeMachine timeMachine() {
        return new TimeMachine(Clock.system(ZONE));
    }
}
