package gongkai.platform.api;

import gongkai.platform.audit.WhoActs;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration {
    private static final String TOKEN = "token";

    /** Comes after the security filters, which run at -100: an answer belongs to a caller. */
    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(Problems problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(problems));
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
        return new OpenAPI()
                .info(new Info()
                        .title("公开平台接口")
                        .version("1")
                        .description("日期为 YYYY-MM-DD（北京时间）。出错时应答 application/problem+json，detail 为中文说明；法律不允许的步骤应答 409，"
                                + "并给出条款 article 和理由 reason。POST 可带 Idempotency-Key：24 小时内同一键、同一内容得到同一应答。"))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("个人访问令牌，在“我的令牌”页面或用 ./gongkai token 取得")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
