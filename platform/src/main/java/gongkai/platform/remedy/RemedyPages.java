package gongkai.platform.remedy;

import gongkai.platform.web.Form;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Option;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the pages of the register show. */
public final class RemedyPages {
    private RemedyPages() {}

    static final List<Option> KINDS = Stream.of(RemedyKind.values())
            .map(kind -> new Option(kind.name(), kind.label()))
            .toList();
    static final List<Option> HEARINGS = Stream.of(RemedyTerms.Hearing.values())
            .map(hearing -> new Option(hearing.name(), hearing.label()))
            .toList();
    static final List<Option> STATES = List.of(
            new Option("open", "尚未审结"),
            new Option("undefended", "待提出答复、答辩"),
            new Option("UPHELD", "结果维持"),
            new Option("CORRECTED", "结果纠正"),
            new Option("OTHER", "其他结果"));

    /** The list. */
    public record Register(Listing<Line> list, List<Option> kinds, List<Option> states, boolean mayEnter) {}

    /** A case in the list and the term that matters now. */
    public record Line(RemedyFile file, @Nullable RunningTerm term) {}

    /** Entering a case. */
    public record Enter(String organ, Form form, List<Option> kinds, List<Option> hearings) {}

    /**
     * A case.
     *
     * @param suit until when the applicant may sue after this reconsideration, null while unknown
     */
    public record Case(
            RemedyFile file,
            String organ,
            List<RunningTerm> terms,
            RemedyTerms.@Nullable Term suit,
            Form step,
            Form ending,
            boolean mayHandle,
            boolean maySeeRequest) {
        /** What can happen in it. */
        public List<Option> steps() {
            return Arrays.stream(RemedyStep.values())
                    .filter(step -> step.fits(file.remedy().kind()) && step != RemedyStep.DECISION_SERVED)
                    .map(step -> new Option(step.name(), step.label()))
                    .toList();
        }

        /** How it can end, each with the column of table 4. */
        public List<Option> results() {
            return RemedyResult.of(file.remedy().kind()).stream()
                    .map(result -> new Option(
                            result.name(),
                            result.label() + " → " + result.outcome().label()))
                    .toList();
        }
    }

    /** The cases about a request, on its page. */
    public record Panel(String number, List<Line> lines, boolean mayEnter) {}
}
