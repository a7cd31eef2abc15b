package gongkai.platform.casework;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that happened to a case.
 *
 * @param day the day it took legal effect
 * @param label in the words of the law
 * @param said what it says, a sentence a line
 * @param letters the letters that belong to it
 * @param who who wrote it down, empty for the applicant and the platform itself
 * @param recorded when it was written down
 * @param late it was written down on a later day
 * @param backfilled it was entered as a step of the past (补录)
 * @param undone it was taken back later
 */
public record TimelineEntry(
        LocalDate day,
        String label,
        String article,
        List<String> said,
        List<String> letters,
        String who,
        String recorded,
        boolean late,
        boolean backfilled,
        boolean undone) {}
