package gongkai.platform.access;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.web.PageGate;
import gongkai.platform.web.PageHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in where. What they may do there is for the policy to say. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    @Bean
    CsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** Nobody signs in through the framework's own ways; {@link SignIn} does it. */
    @Bean
    AuthenticationManager noOtherWay() {
        return authentication -> {
            throw new BadCredentialsException("sign in on the sign-in page");
        };
    }

    /** A request is measured as a whole; each filter by itself tells nothing more and costs every request. */
    @Bean
    SecurityObservationSettings filtersAreNotMeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** Calls: a token with each, no session, no cookies, so nothing another site could misuse; and no filter that serves pages only. */
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
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .headers(SecurityChains::headers)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            SessionContexts contexts,
            CsrfTokenRepository csrf,
            SingleSignOn outside,
            Sessions sessions,
            SignIn signIn,
            AuditLog log,
            PageGate gate) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/office/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .securityContext(context -> context.securityContextRepository(contexts))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, exception) -> {
                            if (wantsToComeBack(request)) {
                                toSignIn(request, response);
                            } else {
                                gate.commence(request, response, exception);
                            }
                        })
                        .accessDeniedHandler(gate))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(logout -> logout.addLogoutHandler(written(log)).logoutSuccessUrl("/login?out"))
                .addFilterBefore(new StrangersUploads(gate), CsrfFilter.class)
                .csrf(tokens -> tokens.csrfTokenRepository(csrf))
                .headers(SecurityChains::headers);
        if (outside.configured()) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .failureUrl("/login?error")
                    .successHandler((request, response, authentication) -> {
                        if (!(authentication.getPrincipal() instanceof OidcUser user)) {
                            response.sendRedirect("/login?error");
                            return;
                        }
                        try {
                            var signed = outside.person(user);
                            signIn.accepted(signed, request.getRemoteAddr());
                            sessions.begin(request, response, signed);
                            response.sendRedirect("/office");
                        } catch (BadCredentialsException e) {
                            signIn.unknownOutside(request.getRemoteAddr());
                            response.sendRedirect("/login?error");
                        }
                    }));
        }
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(PageHeaders.CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PageHeaders.FEATURES));
    }

    private static boolean wantsToComeBack(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && !request.getRequestURI().equals("/office");
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var here = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", "/login?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
    }

    private static LogoutHandler written(AuditLog log) {
        return (request, response, authentication) ->
                Access.signedIn().ifPresent(signed -> log.write(AuditEntry.of("退出登录", "账号", signed.login())));
    }
}
