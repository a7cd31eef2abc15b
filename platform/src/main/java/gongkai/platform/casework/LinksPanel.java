package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Form;
import gongkai.platform.web.Part;
import org.springframework.stereotype.Component;

/** The cases that have to do with this one (关联): linked by officers, of the same applicant, or much the same. */
@Component
class LinksPanel implements CasePanel {
    private static final int ORDER = 60;

    private final Cases cases;
    private final CaseLinks links;
    private final Likenesses likenesses;

    LinksPanel(Cases cases, CaseLinks links, Likenesses likenesses) {
        this.cases = cases;
        this.links = links;
        this.likenesses = likenesses;
    }

    @Override
    public String id() {
        return "links";
    }

    @Override
    public String title() {
        return "关联";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Part part(DisclosureRequest request) {
        return new Part("casework/panel-links", content(request, Form.EMPTY));
    }

    LinksContent content(DisclosureRequest request, Form form) {
        return new LinksContent(
                request.number(),
                links.of(request),
                likenesses.of(request),
                cases.may(Action.HANDLE_REQUESTS, request.organ()),
                form);
    }
}
