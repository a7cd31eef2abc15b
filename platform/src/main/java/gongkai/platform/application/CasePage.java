package gongkai.platform.application;

import gongkai.platform.files.StoredFile;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.Organ;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.ClockDay;
import gongkai.platform.web.Due;
import gongkai.platform.web.Tone;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as its applicant sees it.
 *
 * @param asked what they want, with what they made clear since
 * @param result what was decided, empty while that is not out
 * @param due until when whoever must act has to
 * @param counted how many days of the ledger count
 * @param satisfaction the score the applicant gave, 0 if none
 */
public record CasePage(
        Organ organ,
        @Nullable DisclosureOffice office,
        DisclosureRequest request,
        String asked,
        String headline,
        Tone tone,
        String who,
        String what,
        String result,
        @Nullable Due due,
        String otherwise,
        String counting,
        List<String> corrections,
        List<Happening> steps,
        List<ClockDay> ledger,
        long counted,
        List<Act> acts,
        List<LetterLine> letters,
        List<Sent> messages,
        List<StoredFile> files,
        @Nullable Remedies remedies,
        int satisfaction) {
    /** Something that happened, on that day. */
    public record Happening(LocalDate on, String text) {}

    /** A letter to the applicant that can be saved. */
    public record LetterLine(String title, String number, LocalDate on, List<Download> downloads) {}

    /** One form of a letter: where it is saved, and what kind of file it is. */
    public record Download(String link, String kind) {}

    /**
     * Something the applicant sent or did.
     *
     * @param text what they wrote, empty if nothing
     * @param files the names of what they handed in with it
     * @param became what the organ did about it
     * @param link where that is seen, empty if nowhere else
     */
    public record Sent(String at, String what, String text, List<String> files, String became, String link) {}

    /** What may be done against the answer. {@code online}: where reconsideration can be applied for on the internet, empty if nowhere. */
    public record Remedies(String text, List<Term> terms, String note, String online) {}

    /** A term and its last day. */
    public record Term(String name, LocalDate lastDay, String article) {}
}
