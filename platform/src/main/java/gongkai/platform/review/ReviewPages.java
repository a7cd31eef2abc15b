package gongkai.platform.review;

import gongkai.platform.web.Due;
import gongkai.platform.web.Form;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Option;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of reviewers show. */
public final class ReviewPages {
    private ReviewPages() {}

    /** The drafts that wait for whoever looks. */
    public record Waiting(Listing<Line> listing, List<Option> kinds, boolean mayEditChain) {}

    /** One of them. */
    public record Line(
            long round,
            String number,
            String title,
            String organ,
            String decision,
            String stage,
            Instant since,
            String submitter,
            @Nullable Due due,
            boolean own) {}

    /**
     * One draft before its reviewer.
     *
     * @param letter the letter it will be, null once it is signed
     * @param notTheirs why whoever looks may not review it, empty if they may
     * @param applicant the applicant, masked
     */
    public record One(
            CaseHead head,
            Round round,
            AnswerPages.Shown shown,
            AnswerPages.@Nullable LetterShown letter,
            String applicant,
            List<String> together,
            String notTheirs,
            Form form) {}

    /**
     * The stages of an organ, to be set.
     *
     * @param unmanned the stages nobody may review at, each in a sentence
     */
    public record Stages(String organ, Form form, int rows, List<Option> kinds, List<String> unmanned) {}
}
