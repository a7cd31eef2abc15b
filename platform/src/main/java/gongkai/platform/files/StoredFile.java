package gongkai.platform.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a stored file.
 *
 * @param name as it was uploaded, without path and unprintable characters
 * @param size in bytes, of the clear content
 * @param organ whose file it is, if anybody's
 * @param subject what it belongs to, in the words of the feature that keeps it, for example the number of a request
 * @param uploader the person who uploaded it, null for the public and the platform itself
 */
public record StoredFile(
        FileId id,
        String name,
        FileKind kind,
        long size,
        FilePurpose purpose,
        @Nullable Long organ,
        String subject,
        @Nullable Long uploader,
        Instant addedAt) {
    /** Its address. Rights are checked each time it is asked for. */
    public String path() {
        return "/files/" + id;
    }
}
