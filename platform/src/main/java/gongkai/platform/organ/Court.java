package gongkai.platform.organ;

import java.time.LocalDate;

/**
 * The court that hears a case of first instance, by a rule entered for an organ.
 *
 * @param organ the organ the rule was entered for
 * @param since the day from which it holds
 * @param court its name; empty when the rule ends an earlier one
 * @param basis what says so, for example the notice that gives one court the cases of several districts (跨区划集中管辖)
 */
public record Court(OrganId organ, CourtCover covers, LocalDate since, String court, String basis) {}
