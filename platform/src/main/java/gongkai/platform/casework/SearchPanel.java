package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Form;
import gongkai.platform.web.Part;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was searched, and the papers of the case (检索与材料). */
@Component
class SearchPanel implements CasePanel {
    private static final int ORDER = 20;

    private final Cases cases;
    private final SearchNotes notes;
    private final StoredFiles files;

    SearchPanel(Cases cases, SearchNotes notes, StoredFiles files) {
        this.cases = cases;
        this.notes = notes;
        this.files = files;
    }

    @Override
    public String id() {
        return "search";
    }

    @Override
    public String title() {
        return "检索与材料";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Part part(DisclosureRequest request) {
        return new Part("casework/panel-search", content(request, fresh()));
    }

    SearchContent content(DisclosureRequest request, Form form) {
        return new SearchContent(
                request.number(),
                notes.of(request),
                files.of(FilePurpose.CASE_MATERIAL, request.number()),
                cases.may(Action.HANDLE_REQUESTS, request.organ()),
                form);
    }

    /** The form of a new note: today, by whoever is signed in. */
    private Form fresh() {
        return Form.of(
                Map.of("on", cases.today().toString(), "by", cases.actor().name(), "found", "false"));
    }
}
