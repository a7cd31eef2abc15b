package gongkai.platform.letter;

import gongkai.platform.files.StoredFile;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The letter a decision will make, before it is taken: the same fields in the same template, so reviewers see what will go out. */
@Service
public class ExpectedLetters {
    private final Letters letters;
    private final LetterFiles files;
    private final Surroundings surroundings;
    private final Requests requests;
    private final Clock clock;

    ExpectedLetters(Letters letters, LetterFiles files, Surroundings surroundings, Requests requests, Clock clock) {
        this.letters = letters;
        this.files = files;
        this.surroundings = surroundings;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * A letter that is to come; the applicant is masked, and its number is not known yet.
     *
     * @param problems what would keep it from being signed, in words for the person
     * @param unprintable what of it cannot be printed, in words; empty if all can
     */
    public record Expected(String title, List<String> problems, String unprintable, PdfPages pages) {}

    /**
     * The letter of that step.
     *
     * @param enclosures what goes out with it
     * @return empty if the step makes no letter
     */
    public Optional<Expected> of(DisclosureRequest request, Step step, List<StoredFile> enclosures) {
        var steps = new ArrayList<>(
                requests.steps(request).stream().map(Recorded::step).toList());
        steps.add(step);
        return Prefill.of(step, surroundings.of(request, steps)).stream()
                .findFirst()
                .map(proposed -> proposed.enclosing(
                        enclosures.stream().map(Enclosures::name).toList()))
                .map(proposed -> Letter.expected(request, proposed, clock.instant()))
                .map(letter -> new Expected(
                        letter.kind().title(),
                        letters.problems(letter),
                        files.unprintable(letter),
                        files.preview(letter)));
    }
}
