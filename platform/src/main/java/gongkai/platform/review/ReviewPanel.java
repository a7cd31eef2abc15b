package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.casework.CasePanel;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tab 拟稿与审核 of a case. */
@Component
class ReviewPanel implements CasePanel {
    private final CaseDesk desk;
    private final AnswerDrafts drafts;
    private final Reviews reviews;

    ReviewPanel(CaseDesk desk, AnswerDrafts drafts, Reviews reviews) {
        this.desk = desk;
        this.drafts = drafts;
        this.reviews = reviews;
    }

    @Override
    public String id() {
        return "review";
    }

    @Override
    public String title() {
        return "拟稿与审核";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public @Nullable Part part(DisclosureRequest request) {
        return new Part(
                "review/panel",
                new PanelPage(
                        request.number(),
                        drafts.latest(request).orElse(null),
                        reviews.of(request),
                        AnswerController.DRAFTED.contains(request.state())
                                && desk.may(Action.HANDLE_REQUESTS, request.organ())));
    }
}
