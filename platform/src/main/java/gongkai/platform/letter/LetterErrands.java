package gongkai.platform.letter;

import gongkai.platform.casework.CaseErrand;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.RequestState;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Leads from the page of a case to the letters that are not signed yet, or signed and not handed over: until then a notice tells nobody. */
@Component
class LetterErrands implements CaseErrand {
    /** Papers that nothing depends on. The answer has steps of its own. */
    private static final Set<LetterKind> FOR_THE_FILE =
            EnumSet.of(LetterKind.REGISTRATION_RECEIPT, LetterKind.DELIVERY_RECEIPT, LetterKind.CASE_FILE_INDEX);

    private final Letters letters;
    private final Deliveries deliveries;

    LetterErrands(Letters letters, Deliveries deliveries) {
        this.letters = letters;
        this.deliveries = deliveries;
    }

    @Override
    public List<Errand> of(DisclosureRequest request) {
        var handed = deliveries.of(request).stream().map(Delivery::letter).collect(Collectors.toSet());
        return letters.of(request).stream()
                .flatMap(letter -> FOR_THE_FILE.contains(letter.kind())
                        ? receipt(letter, request).stream()
                        : errand(letter, request, handed.contains(letter.id())).stream())
                .toList();
    }

    /**
     * Whoever came to the counter, wrote or telephoned takes the receipt with them, or is sent it; online it was read on the screen. A new answer
     * that was ordered has a number and code of its own, which nobody has read yet.
     */
    private static Optional<Errand> receipt(Letter letter, DisclosureRequest request) {
        return letter.kind() == LetterKind.REGISTRATION_RECEIPT
                        && letter.state() == Letter.State.DRAFT
                        && (request.isOrdered()
                                ? request.endedOn() == null
                                : request.state() == RequestState.REGISTERED && request.channel() != Channel.ONLINE)
                ? Optional.of(new Errand("打印登记回执", "写有申请编号、查询码和答复届满日，当面交给或者寄给申请人", letter.path()))
                : Optional.empty();
    }

    private static Optional<Errand> errand(Letter letter, DisclosureRequest request, boolean handed) {
        var title = letter.titleWithParty();
        if (letter.state() == Letter.State.DRAFT) {
            if (LetterFields.comesTooLate(letter.kind(), request)) {
                return Optional.of(new Errand("作废" + title, "申请已经办结，没有签发的程序文书不能再签发", letter.path()));
            }
            return Optional.of(new Errand("签发" + title, "已经拟好，核对、补齐后签发编号，再送达", letter.path()));
        }
        return letter.holds() && letter.decision() == null && !handed
                ? Optional.of(new Errand("送达" + title, "已经签发，还没有登记送达", letter.path() + "/delivery"))
                : Optional.empty();
    }
}
