package gongkai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The draft of the form on one page; looked up when the page asks for it. {@link Drafts} tells how a page does. */
public final class FormDraft {
    /** The field that says which page's draft a form has. */
    static final String FIELD = "_draft";

    private static final int LONGEST = 500;

    private final String page;
    private final boolean opened;
    private final Function<String, Optional<Drafts.Draft>> drafts;
    private Drafts.@Nullable Draft found;

    private FormDraft(String page, boolean opened, Function<String, Optional<Drafts.Draft>> drafts) {
        this.page = page;
        this.opened = opened;
        this.drafts = drafts;
    }

    /** The draft for the page that answers this request: a page that is opened has its own, one that answers a form that form's. */
    static FormDraft of(HttpServletRequest request, String here, Function<String, Optional<Drafts.Draft>> drafts) {
        boolean opened = request.getMethod().equals("GET");
        return new FormDraft(opened ? page(here) : page(request.getParameter(FIELD)), opened, drafts);
    }

    /** That address if drafts are kept for it, else empty. */
    static String page(@Nullable String address) {
        return address != null
                        && address.length() <= LONGEST
                        && address.startsWith("/office/")
                        && LocalPath.of(address).equals(address)
                ? address
                : "";
    }

    /** The address whose draft this is; empty where none is kept. */
    public String page() {
        return page;
    }

    /** The form as it was left, if the page is opened and there is a draft of it. A form that was sent stays as it is. */
    public Form into(Form form) {
        if (!opened || page.isEmpty() || form.rejected()) {
            return form;
        }
        found = drafts.apply(page).orElse(null);
        return found == null ? form : new Form(found.fields(), Map.of(), List.of());
    }

    /** When the draft that is shown was kept, empty when none is shown. */
    public String savedAt() {
        return found == null ? "" : Day.minute(found.savedAt());
    }
}
