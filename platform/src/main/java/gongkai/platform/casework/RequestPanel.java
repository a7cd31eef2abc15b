package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Part;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was asked for, and how it came (申请内容). */
@Component
class RequestPanel implements CasePanel {
    private static final int ORDER = 10;

    private final Cases cases;
    private final Requests requests;
    private final StoredFiles files;
    private final Intakes intakes;
    private final Contacts contacts;

    RequestPanel(Cases cases, Requests requests, StoredFiles files, Intakes intakes, Contacts contacts) {
        this.cases = cases;
        this.requests = requests;
        this.files = files;
        this.intakes = intakes;
        this.contacts = contacts;
    }

    @Override
    public String id() {
        return "request";
    }

    @Override
    public String title() {
        return "申请内容";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Part part(DisclosureRequest request) {
        boolean mayOpen = cases.may(Action.SEE_PERSONAL_DATA, request.organ());
        return new Part(
                "casework/panel-request",
                new RequestContent(
                        request,
                        requests.asked(request),
                        intakes.of(request),
                        files.of(FilePurpose.REQUEST_ATTACHMENT, request.number()),
                        mayOpen ? files.of(FilePurpose.IDENTITY_PAPER, request.number()) : List.of(),
                        mayOpen,
                        contacts.of(request),
                        cases.may(Action.HANDLE_REQUESTS, request.organ()),
                        contacts.now()));
    }
}
