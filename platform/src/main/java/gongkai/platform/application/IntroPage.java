package gongkai.platform.application;

import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.Organ;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Before applying to an organ: who it is, how it can be reached, what happens next.
 *
 * @param office its office of disclosure, null when it has told none
 * @param online whether it takes applications over the internet
 * @param savedAt when the draft of this browser was last saved, empty if there is none
 * @param answerBy the last day to answer if both sides confirm today, null when the calendar does not tell
 */
public record IntroPage(
        Organ organ,
        @Nullable DisclosureOffice office,
        boolean online,
        String savedAt,
        int draftDays,
        @Nullable LocalDate answerBy) {}
