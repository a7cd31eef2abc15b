package gongkai.platform.remedy;

import gongkai.platform.remedy.RemedyTerms.Hearing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case with all that is known of it.
 *
 * @param decider the reconsideration organ or the court, empty if not entered
 * @param defendants who is sued together with the organ, empty if nobody
 * @param about what it is about, where it is about no request
 * @param copyOn when the organ received the copy, from which its term to answer runs
 * @param defendedOn when it answered with its evidence
 * @param result the words of the decision or judgment in force; null until closed, and where only the column is known
 * @param redoUntil until when a new answer was ordered, null if none was
 * @param redoNumber the number of the new case, null if there is none
 * @param lesson what is to be done better, told when the next such answer is drafted
 */
public record RemedyFile(
        RemedyCase remedy,
        Hearing hearing,
        String decider,
        String defendants,
        String about,
        @Nullable LocalDate copyOn,
        @Nullable LocalDate defendedOn,
        @Nullable RemedyResult result,
        @Nullable LocalDate redoUntil,
        @Nullable String redoNumber,
        String lesson,
        List<Event> events) {
    /** Something that happened. */
    public record Event(RemedyStep step, LocalDate on, String note, Instant recordedAt) {}

    /** Where it is shown. */
    public String link() {
        return "/office/remedies/" + remedy.id();
    }

    /** Whether the reconsideration organ has taken the thirty days more that the law allows it. */
    public boolean extended() {
        return events.stream().anyMatch(event -> event.step() == RemedyStep.EXTENDED);
    }

    /** When the decision of reconsideration reached whoever asked for it; null while unknown. */
    public @Nullable LocalDate servedOn() {
        return events.stream()
                .filter(event -> event.step() == RemedyStep.DECISION_SERVED)
                .map(Event::on)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    public boolean closed() {
        return remedy.outcome() != null;
    }

    /** How it ended, in the fullest words there are. */
    public String outcomeWords() {
        var outcome = remedy.outcome();
        if (outcome == null) {
            return RemedyOutcome.PENDING.label();
        }
        return result == null ? outcome.label() : outcome.label() + "（" + result.label() + "）";
    }
}
