package gongkai.platform.register;

import gongkai.platform.organ.Court;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganEvent;
import gongkai.platform.web.Form;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One organ as it was on a day, with what the law says of it and its history.
 *
 * @param existed whether it existed on that day; else it is shown as it was nearest to it
 * @param path the organs above it, from the top down
 * @param reconsideration who reconsiders its acts
 * @param below what stood below it, the first of them
 * @param belowInAll how many stood below it
 */
public record OrganPage(
        Organ organ,
        LocalDate on,
        boolean today,
        boolean existed,
        Form day,
        List<Organ> path,
        @Nullable Organ supervisor,
        Remedy reconsideration,
        @Nullable Court court,
        @Nullable DisclosureOffice office,
        @Nullable LocalDate officeSince,
        List<Organ> below,
        int belowInAll,
        List<OrganEvent> events,
        List<Passing> passings,
        boolean mayEdit,
        boolean mayEditOffice) {
    /**
     * Who reconsiders.
     *
     * @param organs at the applicant's choice; empty when it cannot be told
     * @param note what to know besides, or why it cannot be told
     */
    public record Remedy(List<Organ> organs, String article, String note) {}

    /** Duties that were passed on, to it or by it. */
    public record Passing(LocalDate day, String words, Organ other) {}

    /** Its capacities in words. */
    public String capacities() {
        return String.join(
                "、",
                organ.capacities().stream()
                        .sorted()
                        .map(gongkai.platform.organ.Capacity::chinese)
                        .toList());
    }
}
