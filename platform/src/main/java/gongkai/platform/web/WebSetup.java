package gongkai.platform.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Site.class)
class WebSetup implements WebMvcConfigurer {
    private final SentForms sentForms;

    WebSetup(SentForms sentForms) {
        this.sentForms = sentForms;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(sentForms).addPathPatterns("/**").excludePathPatterns("/api/**", "/assets/**");
    }
}
