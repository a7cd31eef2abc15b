package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.Children;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Form;
import gongkai.platform.web.Part;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The cases that have to do with this one (关联): linked by officers, of the same applicant, or much the same. */
@Component
class LinksPanel implements CasePanel {
    private static final int ORDER = 60;

    private final Cases cases;
    private final CaseLinks links;
    private final Likenesses likenesses;
    private final Requests requests;
    private final Children children;

    LinksPanel(Cases cases, CaseLinks links, Likenesses likenesses, Requests requests, Children children) {
        this.cases = cases;
        this.requests = requests;
        this.children = children;
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
                kin(request),
                links.of(request),
                likenesses.of(request),
                cases.may(Action.HANDLE_REQUESTS, request.organ()),
                form);
    }

    private List<LinkLine> kin(DisclosureRequest request) {
        var kin = new ArrayList<LinkLine>();
        var origin = request.origin();
        if (origin != null) {
            requests.byNumber(origin).ifPresent(from -> kin.add(line(from, request.isOrdered() ? "原申请" : "拆分自该申请")));
        }
        children.of(request).forEach(child -> kin.add(line(child, child.isOrdered() ? "责令重新答复" : "拆分出的申请")));
        return kin;
    }

    private static LinkLine line(DisclosureRequest request, String why) {
        return new LinkLine(
                request.number(),
                CaseTitle.of(request.description()),
                request.state().label(),
                why,
                "");
    }
}
