package gongkai.platform.letter;

import gongkai.platform.files.FileId;
import gongkai.platform.mail.Mails;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Hands letters over: the delivery is entered, the step it means for the case is taken, and the mail goes into the outbox, all or nothing. */
@Service
class Handover {
    static final String OVERTAKEN = "这份文书的送达刚刚由他人登记过，请看过最新情况后再登记";

    private final Requests requests;
    private final LetterStore store;
    private final Letters letters;
    private final LetterFiles files;
    private final Deliveries deliveries;
    private final Mails mails;
    private final Applicants applicants;
    private final Organs organs;
    private final DisclosureOffices offices;
    private final Consultations consultations;
    private final List<Enclosures> enclosures;

    Handover(
            Requests requests,
            LetterStore store,
            Letters letters,
            LetterFiles files,
            Deliveries deliveries,
            Mails mails,
            Applicants applicants,
            Organs organs,
            DisclosureOffices offices,
            Consultations consultations,
            List<Enclosures> enclosures) {
        this.requests = requests;
        this.store = store;
        this.letters = letters;
        this.files = files;
        this.deliveries = deliveries;
        this.mails = mails;
        this.applicants = applicants;
        this.organs = organs;
        this.offices = offices;
        this.consultations = consultations;
        this.enclosures = enclosures;
    }

    /** The letter that answers a request; empty where the answer was entered from an old file. */
    Optional<Letter> answer(DisclosureRequest request) {
        return store.of(request.id()).stream()
                .filter(letter -> letter.holds() && letter.decision() != null)
                .max(Comparator.comparing(Letter::madeAt));
    }

    /** Whether the answer waits to be signed, and so cannot be sent. */
    boolean waitsForSignature(DisclosureRequest request) {
        return answer(request).isEmpty()
                && store.of(request.id()).stream()
                        .anyMatch(letter -> letter.state() == Letter.State.DRAFT && letter.decision() != null);
    }

    /** The delivery of the answer that is on its way. */
    Optional<Delivery> underway(DisclosureRequest request) {
        var answer = answer(request).map(Letter::id).orElse(null);
        return deliveries.of(request).stream()
                .filter(delivery -> Objects.equals(delivery.letter(), answer) && delivery.deliveredOn() == null)
                .reduce((first, second) -> second);
    }

    /**
     * Sends the answer: the step 寄送答复. If the delivery has its day already, the step 送达 follows at once.
     *
     * @param email where to send it to; empty for the applicant's own address, null to send no mail
     */
    @Transactional
    Requests.Outcome sendAnswer(
            DisclosureRequest request, Delivery delivery, @Nullable String email, boolean backfilled, int expected) {
        var outcome = requests.take(
                request.number(),
                new Step.Dispatch(delivery.sentOn(), delivery.method(), delivery.mailNo()),
                backfilled,
                expected);
        if (!(outcome instanceof Requests.Outcome.Taken)) {
            return outcome;
        }
        deliveries.send(request, mailed(request, delivery, email));
        return delivery.deliveredOn() == null ? outcome : delivered(request, delivery, backfilled, null);
    }

    /** The answer has arrived: the step 送达. */
    @Transactional
    Requests.Outcome answerArrived(
            DisclosureRequest request, @Nullable Delivery delivery, boolean backfilled, int expected, LocalDate on) {
        if (delivery != null) {
            deliveries.arrived(request, delivery);
            return delivered(request, delivery, backfilled, expected);
        }
        return kept(requests.take(request.number(), new Step.Deliver(on, ""), backfilled, expected));
    }

    private Requests.Outcome delivered(
            DisclosureRequest request, Delivery delivery, boolean backfilled, @Nullable Integer expected) {
        var on = Objects.requireNonNull(delivery.deliveredOn());
        var outcome = kept(requests.take(
                request.number(), new Step.Deliver(on, delivery.people().signer()), backfilled, expected));
        if (outcome instanceof Requests.Outcome.Taken) {
            completeReceipt(request, delivery);
        }
        return outcome;
    }

    /**
     * Another letter than the answer was sent, and perhaps has arrived.
     *
     * @param seen the standing of its delivery that the page showed; null if nobody looked
     */
    @Transactional
    Requests.Outcome handOver(
            DisclosureRequest request,
            Letter letter,
            Delivery delivery,
            @Nullable String email,
            @Nullable String seen) {
        requests.hold(request.number());
        if (overtaken(letter, seen)) {
            return new Requests.Outcome.Unfit("seen", OVERTAKEN);
        }
        var earlier = deliveries.of(letter).filter(found -> found.deliveredOn() == null);
        if (earlier.isPresent() && earlier.get().id().equals(delivery.id())) {
            deliveries.arrived(request, delivery);
        } else {
            deliveries.send(request, mailed(request, delivery, email, letter));
        }
        if (delivery.deliveredOn() == null || !waitsFor(request, letter)) {
            return new Requests.Outcome.Taken(request, null);
        }
        return letter.kind() == LetterKind.THIRD_PARTY_CONSULTATION
                        && consultations.open(request).isPresent()
                ? kept(consultations.arrived(request))
                : received(request, delivery.deliveredOn(), request.steps());
    }

    /** Whether somebody else has entered something of the delivery since a page showed that standing. */
    boolean overtaken(Letter letter, @Nullable String seen) {
        return seen != null && !seen.equals(deliveries.standing(letter));
    }

    /** A consultation or the notice of a fee reached its addressee: the step 登记文书收到之日. */
    @Transactional
    Requests.Outcome received(DisclosureRequest request, LocalDate on, int expected) {
        return kept(requests.take(request.number(), new Step.LetterReceived(requests.today(), on), false, expected));
    }

    /** Whether the case waits to know when that letter arrived. */
    boolean waitsFor(DisclosureRequest request, Letter letter) {
        return switch (letter.kind()) {
            case THIRD_PARTY_CONSULTATION -> request.state() == RequestState.THIRD_PARTY_PENDING;
            case AGENCY_CONSULTATION -> request.state() == RequestState.AGENCY_PENDING;
            case FEE_NOTICE -> request.state() == RequestState.FEE_PENDING;
            default -> false;
        };
    }

    /** What could not be done as a step is not entered as a delivery either. */
    private static Requests.Outcome kept(Requests.Outcome outcome) {
        if (!(outcome instanceof Requests.Outcome.Taken)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    private Delivery mailed(DisclosureRequest request, Delivery delivery, @Nullable String email) {
        var answer = answer(request);
        return answer.isEmpty() ? delivery : mailed(request, delivery, email, answer.get());
    }

    private Delivery mailed(DisclosureRequest request, Delivery delivery, @Nullable String email, Letter letter) {
        if (email == null) {
            return delivery;
        }
        files.print(letter.id());
        var pdf = store.byId(letter.id()).map(Letter::pdf).orElseThrow();
        var own = email.isEmpty() ? applicants.use(request.applicant(), "电子送达").email() : email;
        long mail = mails.send(
                request.organ(),
                own == null ? "" : own,
                letter.kind().title() + "（申请编号 " + request.number() + "）",
                covering(request, delivery, letter),
                enclosed(request, letter, Objects.requireNonNull(pdf)),
                "申请 " + request.number() + "，" + letter.kind().title());
        return new Delivery(
                delivery.id(),
                delivery.letter(),
                delivery.method(),
                delivery.sentOn(),
                delivery.mailNo(),
                delivery.remedyUrl(),
                mail,
                delivery.deliveredOn(),
                delivery.people(),
                delivery.proof());
    }

    /** The letter, and with an answer what goes out with it. */
    private List<FileId> enclosed(DisclosureRequest request, Letter letter, FileId pdf) {
        var all = new ArrayList<>(List.of(pdf));
        if (letter.decision() != null) {
            enclosures.forEach(each -> each.of(request).forEach(file -> all.add(file.id())));
        }
        return all;
    }

    /** Whether the applicant has given an address mail can be sent to. */
    boolean applicantHasMail(DisclosureRequest request) {
        return !applicants.masked(request.applicant()).email().isEmpty();
    }

    private String covering(DisclosureRequest request, Delivery delivery, Letter letter) {
        var organ = organs.byId(request.organ()).map(Organ::name).orElse("");
        var phone = offices.of(request.organ())
                .map(office -> "\n联系电话：" + office.phone())
                .orElse("");
        var remedy = delivery.remedyUrl().isEmpty() ? "" : "行政复议申请可以通过互联网提交：" + delivery.remedyUrl() + "\n\n";
        return "您好：\n\n现以电子邮件送达" + letter.kind().title() + "（" + letter.docNo() + "，申请编号 " + request.number()
                + "），全文见附件。\n\n" + remedy + organ + phone + "\n" + ChineseDay.of(delivery.sentOn()) + "\n";
    }

    /** Writes into the receipt of delivery who signed, and when. */
    private void completeReceipt(DisclosureRequest request, Delivery delivery) {
        store.of(request.id()).stream()
                .filter(letter -> letter.kind() == LetterKind.DELIVERY_RECEIPT && letter.state() == Letter.State.DRAFT)
                .reduce((first, second) -> second)
                .ifPresent(receipt -> letters.edit(
                        receipt.id(),
                        Map.of(
                                "签收人", delivery.people().signer(),
                                "签收日期", ChineseDay.of(delivery.deliveredOn()),
                                "代收关系", delivery.people().relation(),
                                "拒收见证", delivery.people().witness(),
                                "送达地址", delivery.people().address(),
                                "备注", delivery.people().note()),
                        receipt.changes()));
    }
}
