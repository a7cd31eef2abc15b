package gongkai.platform.api;

import gongkai.platform.audit.WhoActs;
import io.swagger.v3.oas.models.OpenAPI;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration {
    /** Comes after the security filters, which run at -100: an answer belongs to a caller. */
    @Bean
    FilterRegistrationBean<WholeBodies> wholeBodies(Problems problems) {
        var registration = new FilterRegistrationBean<>(new WholeBodies(problems));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(-1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            Answers answers, WhoActs whoActs, PlatformTransactionManager transactions, Problems problems) {
        var registration = new FilterRegistrationBean<>(
                new IdempotencyFilter(answers, whoActs, new TransactionTemplate(transactions), problems));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(0);
        return registration;
    }

    @Bean
    OpenAPI description() {
        return ApiDescription.head();
    }

    @Bean
    ApiDescription descriptionOfCalls() {
        return new ApiDescription();
    }
}
