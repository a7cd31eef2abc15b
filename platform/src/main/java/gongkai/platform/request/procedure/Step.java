package gongkai.platform.request.procedure;

import gongkai.platform.request.fee.FeeBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a request after it came in; stored as it happened, never changed. {@link #on} is the day it took legal
 * effect. The names of the components are the names other systems use. Texts that were not given are empty.
 */
public sealed interface Step {
    LocalDate on();

    /** What the step lacks before it may be taken today; a step of the past is entered with what the old file holds. */
    default List<String> missing() {
        return List.of();
    }

    /** Both sides confirm that the request arrived; that day is the day of receipt (第三十一条). */
    record Confirm(LocalDate on) implements Step {}

    record Register(LocalDate on) implements Step {}

    record AnswerOnSpot(
            LocalDate on, DecisionType decision, @Nullable Granting sub, String reasons) implements Step {
        @Override
        public List<String> missing() {
            return blank("reasons", reasons);
        }
    }

    record RequestCorrection(LocalDate on, List<String> items, LocalDate deadline) implements Step {
        @Override
        public List<String> missing() {
            return items.isEmpty() ? List.of("items") : List.of();
        }
    }

    record CorrectionReceived(LocalDate on, String text) implements Step {}

    record CorrectionOverdue(LocalDate on) implements Step {}

    record RequestExplanation(LocalDate on, String reason, LocalDate deadline) implements Step {
        @Override
        public List<String> missing() {
            return blank("reason", reason);
        }
    }

    record ExplanationUnreasonable(LocalDate on, String reason) implements Step {
        @Override
        public List<String> missing() {
            return blank("reason", reason);
        }
    }

    record GrantReasonableDelay(LocalDate on, LocalDate until, String reason) implements Step {
        @Override
        public List<String> missing() {
            return blank("reason", reason);
        }
    }

    /**
     * {@code on} is the day it was sent; {@code receivedOn} is null until that is known. Several third parties are asked in one consultation: it
     * lasts until the last of them has answered or let the term pass.
     *
     * @param interests which of their interests disclosure may harm; empty until the letter to them says so
     */
    record ConsultThirdParty(
            LocalDate on, @Nullable LocalDate receivedOn, String thirdParty, String content, String interests)
            implements Step {
        public ConsultThirdParty(LocalDate on, @Nullable LocalDate receivedOn, String thirdParty, String content) {
            this(on, receivedOn, thirdParty, content, "");
        }

        @Override
        public List<String> missing() {
            return Stream.of(blank("thirdParty", thirdParty), blank("content", content))
                    .flatMap(List::stream)
                    .toList();
        }

        /** Each of those asked: where there are several, each stands on a line of its own. */
        public List<String> thirdParties() {
            return thirdParty
                    .lines()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    record ThirdPartyReplied(LocalDate on, Opinion opinion, String reason) implements Step {}

    record ThirdPartyOverdue(LocalDate on) implements Step {}

    /** {@code on} is the day it was sent; {@code receivedOn} is null until that is known. */
    record ConsultAgency(LocalDate on, @Nullable LocalDate receivedOn, String agency, String content) implements Step {
        @Override
        public List<String> missing() {
            return Stream.of(blank("agency", agency), blank("content", content))
                    .flatMap(List::stream)
                    .toList();
        }
    }

    record AgencyReplied(LocalDate on, Opinion opinion, String reason) implements Step {}

    record AgencyOverdue(LocalDate on) implements Step {}

    record Extend(LocalDate on, int workingDays, String approvedBy, String reason) implements Step {
        @Override
        public List<String> missing() {
            return Stream.of(blank("approvedBy", approvedBy), blank("reason", reason))
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** {@code count}: pages of this request, or the applicant's pieces of the month; {@code receivedOn} is null until known. */
    record NoticeFee(
            LocalDate on,
            FeeBasis basis,
            int count,
            @Nullable LocalDate receivedOn) implements Step {}

    /** The letter that is waited on, a consultation or the notice of a fee, reached its addressee; its term runs from then. */
    record LetterReceived(LocalDate on, LocalDate receivedOn) implements Step {}

    /** {@code receipt} is the number of the receipt (票据号码). */
    record FeePaid(LocalDate on, String receipt) implements Step {
        public FeePaid(LocalDate on) {
            this(on, "");
        }
    }

    record FeeOverdue(LocalDate on) implements Step {}

    record Withdraw(LocalDate on, String reason) implements Step {}

    /** The request keeps one of its matters; the others become requests of their own with the same day of receipt. */
    record Split(LocalDate on, List<String> into, String reason) implements Step {}

    /** Answered together with other requests of the same content; the earliest of their days of receipt counts for all. */
    record Merge(LocalDate on, List<String> with, LocalDate earliestReceipt, String reason) implements Step {}

    record SubmitForReview(LocalDate on) implements Step {}

    record ReturnFromReview(LocalDate on, String remarks) implements Step {}

    record Decide(
            LocalDate on,
            DecisionType decision,
            @Nullable Granting sub,
            String reasons,
            String facts,
            List<String> legalBasis,
            String approvedBy,
            String searchRecord,
            String previousRequest)
            implements Step {
        @Override
        public List<String> missing() {
            var missing = Stream.of(
                            blank("reasons", reasons),
                            blank("facts", facts),
                            legalBasis.isEmpty() ? List.of("legalBasis") : List.<String>of(),
                            blank("approvedBy", approvedBy))
                    .flatMap(List::stream);
            return Stream.concat(missing, proof().stream()).toList();
        }

        /** What a court will ask for first (第三十六条第（四）项、第（六）项). */
        private List<String> proof() {
            if (decision == DecisionType.UNAVAIL_NOT_HELD && !belongsToAnother()) {
                return blank("searchRecord", searchRecord);
            }
            return decision == DecisionType.REFUSED_DUPLICATE ? blank("previousRequest", previousRequest) : List.of();
        }

        private boolean belongsToAnother() {
            return legalBasis.stream().anyMatch(basis -> basis.matches(".*(三十六|36).*[五5].*项?.*"));
        }
    }

    record Dispatch(LocalDate on, DeliveryMethod method, String mailNo) implements Step {}

    record Deliver(LocalDate on, String signer) implements Step {}

    record Archive(LocalDate on) implements Step {}

    /** A reconsideration organ or court ordered a new answer; it is given under a number of its own. */
    record Redo(LocalDate on, LocalDate until, String caseNo, String number) implements Step {}

    /** Takes back the last step that still stands, because it was entered wrongly. */
    record Undo(LocalDate on, String reason) implements Step {
        @Override
        public List<String> missing() {
            return blank("reason", reason);
        }
    }

    /** How information is granted. */
    enum Granting {
        ALREADY_PUBLIC("已主动公开，告知获取方式、途径"),
        PROVIDED("提供该政府信息");

        private final String label;

        Granting(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What a third party or another organ says to disclosure. */
    enum Opinion {
        AGREE("同意公开"),
        DISAGREE("不同意公开");

        private final String label;

        Opinion(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static List<String> blank(String field, String text) {
        return text.isBlank() ? List.of(field) : List.of();
    }
}
