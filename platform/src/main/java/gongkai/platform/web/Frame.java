package gongkai.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every page shows around its content.
 *
 * @param path the address of this page, without query
 * @param here the address of this page with its query, to come back to
 * @param csrf what proves that a form is ours, null where there is no session
 * @param who whoever is signed in, null for the public
 * @param navigation the duties whoever is signed in has, in order
 * @param search where the box at the top of the page is sent to, empty if there is none
 * @param notice what was just done, or why nothing was
 * @param large whether the reader chose the large type (长辈版)
 * @param saved the saved filters of a list, by its address
 * @param draft what was typed into the form of this page and not yet sent
 */
public record Frame(
        String path,
        String here,
        @Nullable CsrfToken csrf,
        WhoIsHere.@Nullable Visitor who,
        List<Group> navigation,
        String search,
        Notice notice,
        boolean large,
        LocalDate today,
        Site site,
        Function<String, List<SavedFilters.SavedFilter>> saved,
        FormDraft draft) {

    /** A duty and the pages it has. */
    public record Group(Duty duty, List<NavigationLink> links) {
        /** Whether it has nothing but one page of its own name. */
        public boolean single() {
            return links.size() == 1 && links.getFirst().name().equals(duty.chinese());
        }
    }

    /** The name of the hidden field that every form sends back. */
    public String csrfName() {
        return csrf == null ? "_csrf" : csrf.getParameterName();
    }

    /** What every form sends back in it. */
    public String csrfValue() {
        return csrf == null ? "" : csrf.getToken();
    }

    /** A number for one form, so that sending it twice does its work once. */
    public String formNumber() {
        return UUID.randomUUID().toString();
    }

    /** The address of a stylesheet, script or picture; it changes when the file does. */
    public String asset(String name) {
        return Assets.address(name);
    }

    /** The address that switches the large type on or off and comes back here. */
    public String displayLink() {
        return "/display?large=" + !large + "&to=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    /** Whether that line of the navigation is where we are: the page itself or the nearest one above it. */
    public boolean at(NavigationLink link) {
        return link.path()
                .equals(navigation.stream()
                        .flatMap(group -> group.links().stream())
                        .map(NavigationLink::path)
                        .filter(this::below)
                        .max(java.util.Comparator.comparingInt(String::length))
                        .orElse(""));
    }

    private boolean below(String other) {
        return path.equals(other) || (!other.equals("/office") && path.startsWith(other + "/"));
    }
}
