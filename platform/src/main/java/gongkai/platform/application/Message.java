package gongkai.platform.application;

import gongkai.platform.files.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something an applicant sent or did.
 *
 * @param text what they wrote, empty if nothing
 * @param readAt when an officer marked it as read, null while none has
 */
public record Message(
        UUID id,
        MessageKind kind,
        String text,
        Instant at,
        @Nullable Instant readAt,
        List<StoredFile> files) {
    @Override
    public String toString() {
        return "message " + id;
    }
}
