package gongkai.platform.portal;

import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Reconsideration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organ shows of its disclosure.
 *
 * @param path those above it and itself, from the top down
 * @param office its office of disclosure, null when it has told none yet
 * @param since the day from which that holds
 * @param reconsideration where its acts may be reconsidered
 * @param ended the day from which it no longer exists, null while it does
 */
public record OrganPage(
        Organ organ,
        List<Organ> path,
        @Nullable DisclosureOffice office,
        @Nullable LocalDate since,
        Reconsideration reconsideration,
        List<Organ> below,
        @Nullable LocalDate ended) {}
