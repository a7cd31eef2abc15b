package gongkai.platform.files;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file somebody hands in.
 *
 * @param name its name as told, not trusted
 * @param content its bytes, read once and not closed
 * @param organ whose file it will be, if anybody's
 * @param subject what it belongs to, in the words of the feature that keeps it, for example the number of a request; never personal data
 */
public record Upload(
        String name,
        InputStream content,
        FilePurpose purpose,
        @Nullable Long organ,
        String subject) {}
