package gongkai.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a call in by its token, for this call only. */
class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Tokens tokens;
    private final Rights rights;
    private final Refusals refusals;

    BearerFilter(Tokens tokens, Rights rights, Refusals refusals) {
        this.tokens = tokens;
        this.rights = rights;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var text = token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (text == null) {
            chain.doFilter(request, response);
            return;
        }
        var token = tokens.verify(text);
        var actor = token.flatMap(found -> rights.of(found.person()));
        if (token.isEmpty() || actor.isEmpty()) {
            refusals.answer(request, response, new NotSignedInException("访问令牌无效、已过期或已撤销"));
            return;
        }
        if (token.get().scope() == Tokens.Scope.READ && !READING.contains(request.getMethod())) {
            refusals.answer(request, response, new NotAllowedException("这个访问令牌只能读取，不能写入"));
            return;
        }
        var signed = new SignedIn(actor.get().person(), actor.get().login(), null, SignedIn.How.TOKEN);
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedInToken(signed)));
        chain.doFilter(request, response);
    }

    private static @Nullable String token(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
