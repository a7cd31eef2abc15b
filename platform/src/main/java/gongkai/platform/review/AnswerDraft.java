package gongkai.platform.review;

import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of the draft of an answer (拟稿).
 *
 * @param version from 1; the latest is the one that is reviewed
 * @param writer the name of whoever wrote it
 */
public record AnswerDraft(
        int version,
        DecisionType decision,
        Step.@Nullable Granting sub,
        Content content,
        long writtenBy,
        String writer,
        Instant writtenAt) {
    /**
     * What it says.
     *
     * @param facts what the answer must state, by the name of {@link AnswerRules.Fact}
     * @param parts what is not disclosed of it, for a partial answer
     * @param legalBasis the articles, to item
     * @param papers where each paper is that the file must hold: {@code paper} in the file on paper, else the number of a stored file
     * @param given the numbers of the stored files that go out with the answer
     * @param asIs those of them that are signed and so tell of their maker, which whoever wrote knows and wants
     */
    public record Content(
            Map<String, String> facts,
            String reasons,
            List<Withheld> parts,
            List<String> legalBasis,
            String searchRecord,
            String previousRequest,
            Map<String, String> papers,
            List<String> given,
            List<String> asIs) {
        /** Drafts written before files were confirmed have none. */
        public Content {
            asIs = Objects.requireNonNullElse(asIs, List.of());
        }

        public static final Content EMPTY =
                new Content(Map.of(), "", List.of(), List.of(), "", "", Map.of(), List.of(), List.of());

        /** What an earlier draft holds that serves this decision too, else how the answer usually begins, to whom it addresses so. */
        static Content begun(
                @Nullable AnswerDraft latest, DecisionType decision, Step.@Nullable Granting sub, String you) {
            if (latest != null && latest.decision() == decision && latest.sub() == sub) {
                return latest.content();
            }
            var kept = latest == null ? EMPTY : latest.content();
            return new Content(
                    kept.facts(),
                    AnswerRules.usualReasons(decision, sub).replace("您", you),
                    kept.parts(),
                    List.of(AnswerRules.bases(decision, sub).getFirst()),
                    kept.searchRecord(),
                    kept.previousRequest(),
                    kept.papers(),
                    kept.given(),
                    kept.asIs());
        }

        /** The same with other files. */
        Content giving(List<String> files) {
            return new Content(
                    facts, reasons, parts, legalBasis, searchRecord, previousRequest, papers, List.copyOf(files), asIs);
        }

        /** The same with another search record. */
        Content searched(String record) {
            return new Content(facts, reasons, parts, legalBasis, record, previousRequest, papers, given, asIs);
        }
    }

    /** A part that is not disclosed (第三十七条), with its own reason and article. */
    public record Withheld(String matter, String nature, String reason, String article) {}

    /** The name of what is decided, as on the answer. */
    public String label() {
        return decision.label() + (sub == null ? "" : "（" + sub.label() + "）");
    }
}
