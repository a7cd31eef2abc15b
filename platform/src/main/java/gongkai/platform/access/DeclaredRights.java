package gongkai.platform.access;

import gongkai.platform.web.Open;
import gongkai.platform.web.OpenToSignedIn;
import gongkai.platform.web.Redirect;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds every handler to the right it declares, before it runs. One that declares none is refused to everyone. */
@Component
class DeclaredRights implements HandlerInterceptor, WebMvcConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(DeclaredRights.class);
    private static final String OURS = "gongkai.";
    /** Open to everyone, for some files are; yet nobody gets there around what they have to do first. */
    private static final String FILES = "/files/";

    private final Map<HandlerMethod, Optional<Annotation>> declared = new ConcurrentHashMap<>();
    private final Access access;
    private final Policy policy;
    private final Unfinished unfinished;

    DeclaredRights(Access access, Policy policy, Unfinished unfinished) {
        this.access = access;
        this.policy = policy;
        this.unfinished = unfinished;
    }

    /** What a handler declares, null if nothing: its own declaration, else its class's. */
    static @Nullable Annotation declaration(HandlerMethod handler) {
        for (var place : Arrays.asList(handler.getMethod(), handler.getBeanType())) {
            for (var kind : Arrays.asList(Needs.class, Open.class, OpenToSignedIn.class)) {
                var found = AnnotatedElementUtils.findMergedAnnotation(place, kind);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith(OURS);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Deputising.forget();
        if (!(handler instanceof HandlerMethod method)
                || !isOurs(method)
                || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        var declared = this.declared
                .computeIfAbsent(method, handled -> Optional.ofNullable(declaration(handled)))
                .orElse(null);
        if (declared instanceof Open) {
            return !request.getRequestURI().startsWith(FILES) || finished(request, response);
        }
        if (declared == null) {
            LOG.error("{} declares no right: add @Needs, @OpenToSignedIn or @Open", method);
            throw new NotAllowedException("这个页面没有声明所需的权限，暂不开放");
        }
        var actor = access.required();
        if (declared instanceof Needs needs
                && Arrays.stream(needs.value()).noneMatch(action -> policy.allows(actor, action, null))) {
            throw new NotAllowedException(needs.value()[0]);
        }
        return finished(request, response);
    }

    /** Whoever must change their password or take a second factor does that before anything else. */
    private boolean finished(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var first = unfinished.first();
        if (first.isEmpty() || request.getRequestURI().startsWith(first.get())) {
            return true;
        }
        Redirect.to(first.get()).render(null, request, response);
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception exception) {
        Deputising.forget();
    }
}
