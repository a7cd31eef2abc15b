package gongkai.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Makes the frame of a page. It waits in the request, for a page is made of a template and a record and knows no beans. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Frames extends OncePerRequestFilter {
    static final String LARGE = "large";

    private final Clock clock;
    private final Site site;
    private final ObjectProvider<WhoIsHere> whoIsHere;
    private final ObjectProvider<Navigation> navigation;
    private final ObjectProvider<SavedFilters> saved;
    private final ObjectProvider<Drafts> drafts;

    Frames(
            Clock clock,
            Site site,
            ObjectProvider<WhoIsHere> whoIsHere,
            ObjectProvider<Navigation> navigation,
            ObjectProvider<SavedFilters> saved,
            ObjectProvider<Drafts> drafts) {
        this.clock = clock;
        this.site = site;
        this.whoIsHere = whoIsHere;
        this.navigation = navigation;
        this.saved = saved;
        this.drafts = drafts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(Frames.class.getName(), this);
        chain.doFilter(request, response);
    }

    /** Whether a frame can be made for this request. */
    static boolean there(HttpServletRequest request) {
        return request.getAttribute(Frames.class.getName()) instanceof Frames;
    }

    /** The frame of the page that answers this request. */
    static Frame of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(Frames.class.getName()) instanceof Frames frames) {
            return frames.make(request, response);
        }
        throw new IllegalStateException("a page outside the chain of filters");
    }

    private Frame make(HttpServletRequest request, HttpServletResponse response) {
        var address = Address.of(request);
        Optional<WhoIsHere.Visitor> who =
                Optional.ofNullable(whoIsHere.getIfAvailable()).flatMap(WhoIsHere::now);
        return new Frame(
                address.path(),
                address.whole(),
                (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                who.orElse(null),
                who.isPresent() && address.path().startsWith("/office") ? groups() : List.of(),
                who.isPresent() && address.path().startsWith("/office") ? search() : "",
                FlashNotice.take(request, response),
                WebUtils.getCookie(request, LARGE) != null,
                LocalDate.now(clock),
                site,
                path -> saved.stream().flatMap(some -> some.of(path).stream()).toList(),
                FormDraft.of(
                        request,
                        address.whole(),
                        page -> drafts.stream()
                                .flatMap(some -> some.of(page).stream())
                                .findFirst()));
    }

    private String search() {
        return navigation.stream()
                .map(Navigation::search)
                .filter(path -> !path.isEmpty())
                .findFirst()
                .orElse("");
    }

    private List<Frame.Group> groups() {
        var byDuty = new EnumMap<Duty, List<NavigationLink>>(Duty.class);
        navigation.stream()
                .flatMap(some -> some.links().stream())
                .forEach(link -> byDuty.computeIfAbsent(link.duty(), d -> new ArrayList<>())
                        .add(link));
        byDuty.values().forEach(links -> links.sort(Comparator.comparingInt(NavigationLink::order)));
        return byDuty.entrySet().stream()
                .map(entry -> new Frame.Group(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** Where the reader is, also on an error page, which the server shows at another address. */
    private record Address(String path, String whole) {
        static Address of(HttpServletRequest request) {
            var path =
                    request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                            ? failed
                            : request.getRequestURI();
            var query = request.getQueryString();
            return new Address(path, query == null ? path : path + "?" + query);
        }
    }
}
