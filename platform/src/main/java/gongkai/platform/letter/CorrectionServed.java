package gongkai.platform.letter;

import gongkai.platform.casework.StepObjection;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.Ruling.Barred;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Nobody lets a term pass who was never told of it (第三十条): before a request counts as given up the notice to correct it must have reached the
 * applicant, within the term it sets. What was asked before the platform was there has its proof on paper.
 */
@Component
class CorrectionServed implements StepObjection {
    private static final String ARTICLE = "第三十条";

    private final Requests requests;
    private final LetterStore letters;
    private final Deliveries deliveries;

    CorrectionServed(Requests requests, LetterStore letters, Deliveries deliveries) {
        this.requests = requests;
        this.letters = letters;
        this.deliveries = deliveries;
    }

    @Override
    public Optional<Barred> to(DisclosureRequest request, StepType type) {
        if (type != StepType.CORRECTION_OVERDUE) {
            return Optional.empty();
        }
        return requests.steps(request).stream()
                .filter(recorded -> recorded.step() instanceof Step.RequestCorrection)
                .reduce((first, second) -> second)
                .filter(recorded -> !recorded.backfilled())
                .map(Recorded::step)
                .flatMap(asked -> objection(request, ((Step.RequestCorrection) asked).deadline()));
    }

    private Optional<Barred> objection(DisclosureRequest request, LocalDate deadline) {
        var served = letters.of(request.id()).stream()
                .filter(letter -> letter.kind() == LetterKind.CORRECTION_NOTICE && letter.holds())
                .flatMap(letter -> deliveries.of(letter).stream())
                .flatMap(delivery -> Optional.ofNullable(delivery.deliveredOn()).stream())
                .min(LocalDate::compareTo);
        if (served.isEmpty()) {
            return Optional.of(new Barred(ARTICLE, "补正告知书没有送达申请人，或者没有登记送达，不能认定申请人逾期不补正；请先在“文书”里登记送达"));
        }
        return served.get().isAfter(deadline)
                ? Optional.of(new Barred(
                        ARTICLE,
                        "补正告知书于" + ChineseDay.of(served.get()) + "送达，晚于所定的补正期限" + ChineseDay.of(deadline)
                                + "，不能认定申请人逾期不补正"))
                : Optional.empty();
    }
}
