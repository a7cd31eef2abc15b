package gongkai.platform.remedy;

import gongkai.platform.casework.CasePanel;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Part;
import org.springframework.stereotype.Component;

/** The reconsiderations and lawsuits about a request, on its page. */
@Component
class RemedyPanel implements CasePanel {
    private static final int ORDER = 70;

    private final RemedyFiles files;
    private final RemedyClock clock;
    private final RemedyRights rights;

    RemedyPanel(RemedyFiles files, RemedyClock clock, RemedyRights rights) {
        this.files = files;
        this.clock = clock;
        this.rights = rights;
    }

    @Override
    public String id() {
        return "remedies";
    }

    @Override
    public String title() {
        return "复议诉讼";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Part part(DisclosureRequest request) {
        return new Part(
                "remedy/panel",
                new RemedyPages.Panel(
                        request.number(),
                        files.about(request.number()).stream()
                                .map(file -> new RemedyPages.Line(file, file.closed() ? null : clock.defence(file)))
                                .toList(),
                        rights.mayHandle(request.organ())));
    }
}
