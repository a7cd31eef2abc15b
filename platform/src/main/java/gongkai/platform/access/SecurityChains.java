package gongkai.platform.access;

import gongkai.platform.web.PageGate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** Who gets in where. What they may do there is for the policy to say. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Calls: a token with each, no session, no cookies, so nothing another site could misuse. */
    @Bean
    @Order(1)
    SecurityFilterChain calls(HttpSecurity http, Tokens tokens, Rights rights, Refusals refusals) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/api/v1/openapi.json",
                                "/api/v1/openapi.json/**",
                                "/api/v1/docs/**",
                                "/api/v1/swagger-ui/**",
                                "/api/v1/public/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new BearerFilter(tokens, rights, refusals), AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint((request, response, exception) -> refusals.answer(
                                        request, response, new NotSignedInException("请在 Authorization 头中提供访问令牌")))
                                .accessDeniedHandler((request, response, exception) ->
                                        refusals.answer(request, response, new NotAllowedException("您没有这项权限"))))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, PageGate gate) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/office/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(gate).accessDeniedHandler(gate))
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/office"))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .build();
    }
}
