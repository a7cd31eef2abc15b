package gongkai.platform.review;

import gongkai.platform.files.StoredFile;
import gongkai.platform.request.DisclosureRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which materials of a case may go out with its answer: what bears marks holds what may not be disclosed, only the version made of it goes. */
@Component
class OpenFiles {
    private final CaseDesk desk;
    private final Markings markings;

    OpenFiles(CaseDesk desk, Markings markings) {
        this.desk = desk;
        this.markings = markings;
    }

    List<StoredFile> of(DisclosureRequest request) {
        return desk.materials(request).stream()
                .filter(file -> !marked(request, file))
                .toList();
    }

    private boolean marked(DisclosureRequest request, StoredFile file) {
        return markings.of(request, file.id()).stream().anyMatch(Markings.Marking::stands);
    }
}
