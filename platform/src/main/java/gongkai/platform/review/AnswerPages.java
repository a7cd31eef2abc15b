package gongkai.platform.review;

import gongkai.platform.remedy.RemedyFiles;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages about drafting show. */
public final class AnswerPages {
    private AnswerPages() {}

    /**
     * A draft as whoever reads it sees it.
     *
     * @param papers each paper with where it is
     * @param given what goes out with the answer
     */
    public record Shown(
            AnswerDraft draft,
            String row,
            String remedy,
            String letter,
            List<Line> facts,
            List<String> reasons,
            List<String> basis,
            List<Line> papers,
            List<Option> given) {}

    /** A name and what stands beside it. */
    public record Line(String name, String text) {}

    /**
     * The letter a draft will be.
     *
     * @param problems what keeps it from being signed, though the draft is complete
     * @param unprintable what of it cannot be printed, in words; empty if all can
     * @param pages the addresses of the pictures of its pages
     * @param text the same as text
     */
    public record LetterShown(
            String title, List<String> problems, String unprintable, List<String> pages, String text, String pdf) {}

    /**
     * The answer of a case: its draft and its way through the review.
     *
     * @param shown the version that counts, null if there is none
     * @param letter the letter it will be, null if there is no draft
     * @param lessons what was learnt from such answers that were overturned
     * @param missing what it lacks before it may be signed
     * @param barred what bars it, empty if nothing does
     * @param round the round that is open, null if there is none
     * @param unmanned the stages before it at which nobody may review, each in a sentence
     * @param past the rounds before, newest first
     */
    public record Overview(
            CaseHead head,
            @Nullable Shown shown,
            @Nullable LetterShown letter,
            List<RemedyFiles.Lesson> lessons,
            List<String> missing,
            String barred,
            @Nullable Round round,
            List<Round> past,
            List<AnswerDraft> versions,
            List<String> together,
            List<Chain.Stage> chain,
            List<String> unmanned,
            boolean mayHandle,
            boolean reviewing,
            boolean editable,
            Form form) {}

    /** The questions of the judgement, each with the decisions that answer it. */
    public record Choice(CaseHead head, List<Asked> questions) {}

    public record Asked(AnswerRules.Question question, List<Answer> answers, String link, String linkWord) {}

    /**
     * A decision to choose.
     *
     * @param barred the article and reason that bar it, empty if nothing does
     */
    public record Answer(String label, String article, String mustState, String row, String link, String barred) {}

    /**
     * The form of a draft.
     *
     * @param files what may go out with the answer
     * @param signed those of the chosen files that cannot lose what they tell, with that
     * @param objection why the last version was given back, empty if it was not
     */
    public record Edit(
            CaseHead head,
            DecisionType decision,
            Step.@Nullable Granting sub,
            String action,
            Form form,
            List<AnswerRules.Fact> facts,
            List<String> bases,
            List<Option> papers,
            List<Option> files,
            List<Option> signed,
            int rows,
            boolean searchRecord,
            boolean previousRequest,
            List<RemedyFiles.Lesson> lessons,
            String objection,
            @Nullable AnswerDraft newer) {}
}
