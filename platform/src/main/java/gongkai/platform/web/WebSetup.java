package gongkai.platform.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Site.class)
class WebSetup implements WebMvcConfigurer {
    private final SentForms sentForms;
    private final SentDrafts sentDrafts;

    WebSetup(SentForms sentForms, SentDrafts sentDrafts) {
        this.sentForms = sentForms;
        this.sentDrafts = sentDrafts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var notForms = new String[] {"/api/**", "/assets/**", "/office/drafts/**"};
        registry.addInterceptor(sentForms).addPathPatterns("/**").excludePathPatterns(notForms);
        registry.addInterceptor(sentDrafts).addPathPatterns("/office/**").excludePathPatterns(notForms);
    }
}
