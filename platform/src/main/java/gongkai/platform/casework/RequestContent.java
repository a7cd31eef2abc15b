package gongkai.platform.casework;

import gongkai.platform.files.StoredFile;
import gongkai.platform.request.DisclosureRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, and how it came.
 *
 * @param intake null for a request that no officer entered
 * @param identity the scans of identity papers, for those only who may see personal data
 * @param now this minute, as a field takes it
 */
public record RequestContent(
        DisclosureRequest request,
        @Nullable Intake intake,
        List<StoredFile> attachments,
        List<StoredFile> identity,
        List<ContactLine> contacts,
        boolean mayHandle,
        String now) {
    public String path() {
        return Cases.path(request.number());
    }
}
