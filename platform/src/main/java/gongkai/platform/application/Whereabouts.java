package gongkai.platform.application;

import gongkai.platform.web.Tone;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands, in plain words for its applicant.
 *
 * @param headline where it stands
 * @param tone orange where the applicant has to act
 * @param who who must act next; empty when nobody must
 * @param what what they must do
 * @param until until when, null if there is no term or it cannot be told yet
 * @param otherwise what happens if they do not
 * @param counting how the days of the organ run meanwhile
 */
record Whereabouts(
        String headline,
        Tone tone,
        String who,
        String what,
        @Nullable LocalDate until,
        String otherwise,
        String counting) {}
