package gongkai.platform.jobs;

import gongkai.platform.web.Listing;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The page of jobs.
 *
 * @param everybody whether it shows the jobs of all people
 */
public record JobsPage(Listing<Job> listing, boolean everybody) {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("M月d日 HH:mm");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Whether anything on it will still change by itself. */
    public boolean moving() {
        return listing.rows().stream().anyMatch(job -> job.state().open());
    }

    /** A time as it is shown, empty if there is none. */
    public String time(@Nullable OffsetDateTime at) {
        return at == null ? "" : SHOWN.format(at.atZoneSameInstant(ZONE));
    }
}
