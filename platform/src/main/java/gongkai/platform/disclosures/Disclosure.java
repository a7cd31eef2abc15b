package gongkai.platform.disclosures;

import gongkai.platform.files.StoredFile;
import gongkai.platform.organ.OrganId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published answer. Nothing in it tells who asked.
 *
 * @param number the number of the request, for the organ's own people only
 * @param question what was asked for
 * @param withdrawnAt null while it is published
 * @param withdrawnNote why it was taken back, as the public reads it
 */
public record Disclosure(
        long id,
        String number,
        OrganId organ,
        String organName,
        String title,
        String question,
        String answer,
        LocalDate answeredOn,
        Instant publishedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnNote,
        List<StoredFile> files) {
    /** Where everyone reads it. */
    public String link() {
        return "/disclosures/" + id;
    }

    Disclosure with(String organName, List<StoredFile> files) {
        return new Disclosure(
                id,
                number,
                organ,
                organName,
                title,
                question,
                answer,
                answeredOn,
                publishedAt,
                withdrawnAt,
                withdrawnNote,
                files);
    }

    public boolean published() {
        return withdrawnAt == null;
    }
}
