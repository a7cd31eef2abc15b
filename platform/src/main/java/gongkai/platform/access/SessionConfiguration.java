package gongkai.platform.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableConfigurationProperties(AccessSettings.class)
class SessionConfiguration {
    /** Without a thread of its own that cleans up: {@link Sessions} does that now and then when somebody signs in. */
    @Bean
    SessionStore<?> sessionRepository(
            JdbcTemplate database, PlatformTransactionManager transactions, AccessSettings settings) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var stored = new JdbcIndexedSessionRepository(database, apart);
        stored.setTableName("access.session");
        stored.setDefaultMaxInactiveInterval(settings.session().idle());
        stored.setCleanupCron(Scheduled.CRON_DISABLED);
        stored.afterPropertiesSet();
        return new SessionStore<>(stored, stored::cleanUpExpiredSessions);
    }

    /** HttpOnly and SameSite=Lax; Secure whenever the request came by https. */
    @Bean
    CookieSerializer cookieSerializer() {
        var cookies = new DefaultCookieSerializer();
        cookies.setCookieName("GONGKAI");
        cookies.setSameSite("Lax");
        return cookies;
    }
}
