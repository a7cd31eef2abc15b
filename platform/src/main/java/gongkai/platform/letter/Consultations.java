package gongkai.platform.letter;

import gongkai.platform.calendar.WorkingDays;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Consultation;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Stage;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Several third parties asked in one consultation (条例第三十二条): each is sent a letter, each has fifteen working days from the day it received it,
 * and each answers for itself. For the clock the consultation is one (第三十三条): it lasts until the last of them has answered or let the term pass.
 */
@Service
public class Consultations {
    private final Requests requests;
    private final LetterStore letters;
    private final Deliveries deliveries;
    private final ThirdPartyOpinions opinions;

    Consultations(Requests requests, LetterStore letters, Deliveries deliveries, ThirdPartyOpinions opinions) {
        this.requests = requests;
        this.letters = letters;
        this.deliveries = deliveries;
        this.opinions = opinions;
    }

    /**
     * One of those asked.
     *
     * @param letter the letter to it that stands; null if there is none
     * @param receivedOn null while unknown
     * @param lastDay the last day of its term; null while it is not known when it received the letter
     * @param said null while it is silent
     */
    public record Party(
            int place,
            String name,
            @Nullable Letter letter,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate lastDay,
            ThirdPartyOpinions.@Nullable Said said) {
        public boolean silentAfter(LocalDate today) {
            return said == null && lastDay != null && today.isAfter(lastDay);
        }

        boolean saidInTime() {
            return said != null && (lastDay == null || !said.on().isAfter(lastDay));
        }
    }

    /** A consultation of several that is going on. @param step the place of its step, from 1 */
    public record Open(int step, Step.ConsultThirdParty asked, List<Party> parties) {
        /** Whether each has answered or let its term pass. */
        public boolean over(LocalDate today) {
            return parties.stream().allMatch(party -> party.said() != null || party.silentAfter(today));
        }
    }

    /** The consultation the case waits for, if several were asked in it. */
    Optional<Open> open(DisclosureRequest request) {
        if (request.state() != RequestState.THIRD_PARTY_PENDING) {
            return Optional.empty();
        }
        var steps = requests.steps(request);
        return LetterMaker.standing(steps.stream().map(Recorded::step).toList()).reversed().stream()
                .filter(seq -> steps.get(seq - 1).step() instanceof Step.ConsultThirdParty)
                .findFirst()
                .filter(seq -> ((Step.ConsultThirdParty) steps.get(seq - 1).step())
                                .thirdParties()
                                .size()
                        > 1)
                .map(seq -> open(request, seq, (Step.ConsultThirdParty)
                        steps.get(seq - 1).step()));
    }

    /** Whether the case waits for several, each with a letter of its own whose delivery tells when it was received. */
    boolean ownLetters(DisclosureRequest request) {
        return open(request).stream()
                .flatMap(open -> open.parties().stream())
                .anyMatch(party -> party.letter() != null);
    }

    private Open open(DisclosureRequest request, int seq, Step.ConsultThirdParty asked) {
        var said = opinions.of(request, seq);
        var written = letters.of(request.id()).stream()
                .filter(letter -> letter.kind() == LetterKind.THIRD_PARTY_CONSULTATION
                        && letter.state() != Letter.State.VOID
                        && letter.step() == seq)
                .toList();
        var arrived = deliveries.of(request).stream()
                .filter(delivery -> delivery.letter() != null && delivery.deliveredOn() != null)
                .collect(Collectors.toMap(Delivery::letter, Delivery::deliveredOn, (first, second) -> second));
        var days = requests.procedure(request.organ()).days();
        var parties = new ArrayList<Party>();
        for (var name : asked.thirdParties()) {
            var letter = written.stream()
                    .filter(each -> name.equals(each.content().proposal().get(Prefill.THIRD_PARTY))
                            || name.equals(each.content().values().get(Prefill.THIRD_PARTY)))
                    .reduce((first, second) -> second)
                    .orElse(null);
            var own = letter == null ? null : arrived.get(letter.id());
            var received = own != null ? own : asked.receivedOn();
            parties.add(new Party(
                    parties.size(), name, letter, received, lastDay(asked, received, days), said.get(parties.size())));
        }
        return new Open(seq, asked, List.copyOf(parties));
    }

    private static @Nullable LocalDate lastDay(
            Step.ConsultThirdParty asked, @Nullable LocalDate received, WorkingDays days) {
        try {
            return new Consultation(Consultation.Who.THIRD_PARTY, asked.on(), received, null).lastDay(days);
        } catch (gongkai.platform.calendar.MissingYearException e) {
            return null;
        }
    }

    /** A letter to one of several has arrived: once it is known of all that are still to answer, the term of the case is known. */
    @Transactional
    Requests.Outcome arrived(DisclosureRequest request) {
        var open = open(requests.hold(request.number())).orElseThrow();
        var waiting =
                open.parties().stream().filter(party -> party.said() == null).toList();
        return waiting.stream().allMatch(party -> party.receivedOn() != null)
                ? receivedOn(request, latest(waiting), null)
                : new Requests.Outcome.Taken(request, null);
    }

    /**
     * Enters what one of them said today. When nobody is left to answer, the step 登记第三方意见 is taken.
     *
     * @param expected how many steps whoever enters it has seen, null if that does not matter to them
     */
    @Transactional
    Requests.Outcome said(
            DisclosureRequest request, int place, Step.Opinion opinion, String reason, @Nullable Integer expected) {
        var held = requests.hold(request.number());
        var open = open(held).filter(found -> place < found.parties().size()).orElse(null);
        if (open == null || expected != null && held.steps() != expected) {
            return new Requests.Outcome.Unfit("expected", "刚刚由他人办理过，请看过最新情况再登记");
        }
        var said = new ThirdPartyOpinions.Said(requests.today(), opinion, reason);
        opinions.say(held, open.step(), place, open.parties().get(place).name(), said);
        var now = open(held).orElseThrow();
        if (now.parties().stream().allMatch(party -> party.said() != null)) {
            return kept(close(held, now));
        }
        var waiting =
                now.parties().stream().filter(party -> party.said() == null).toList();
        return waiting.stream().allMatch(party -> party.receivedOn() != null)
                ? kept(receivedOn(held, latest(waiting), null))
                : new Requests.Outcome.Taken(held, null);
    }

    /** The terms of those who are silent have passed; whoever handles the case confirms it. */
    @Transactional
    Requests.Outcome conclude(DisclosureRequest request, @Nullable Integer expected) {
        var held = requests.hold(request.number());
        var open = open(held).orElse(null);
        if (open == null || expected != null && held.steps() != expected) {
            return new Requests.Outcome.Unfit("expected", "刚刚由他人办理过，请看过最新情况再办理");
        }
        return open.over(requests.today())
                ? kept(close(held, open))
                : new Requests.Outcome.Barred("第三十二条", "还有第三方没有提出意见，它的期限也没有届满");
    }

    private Requests.Outcome close(DisclosureRequest request, Open open) {
        var today = requests.today();
        var anchor = anchor(open, today);
        var ready = anchor == null ? new Requests.Outcome.Taken(request, null) : receivedOn(request, anchor, null);
        if (!(ready instanceof Requests.Outcome.Taken taken)) {
            return ready;
        }
        boolean silent = open.parties().stream().allMatch(party -> party.said() == null);
        return requests.take(
                request.number(),
                silent
                        ? new Step.ThirdPartyOverdue(today)
                        : new Step.ThirdPartyReplied(today, together(open), words(open)),
                false,
                taken.request().steps());
    }

    /**
     * The day of receipt by which the clock leaves out the right days: that of whoever answered in time today, or else that of whose term passed
     * last. An earlier answer does not lengthen the consultation.
     */
    private static @Nullable LocalDate anchor(Open open, LocalDate today) {
        var inTime = open.parties().stream()
                .filter(party -> party.saidInTime()
                        && Objects.requireNonNull(party.said()).on().equals(today))
                .toList();
        return latest(
                inTime.isEmpty()
                        ? open.parties().stream()
                                .filter(party -> !party.saidInTime())
                                .toList()
                        : inTime);
    }

    private static @Nullable LocalDate latest(List<Party> parties) {
        return parties.stream()
                .flatMap(party -> Stream.ofNullable(party.receivedOn()))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private Requests.Outcome receivedOn(
            DisclosureRequest request, @Nullable LocalDate day, @Nullable Integer expected) {
        var stage = requests.standing(request, requests.steps(request)).stage();
        boolean known = stage instanceof Stage.AwaitingOpinion waiting
                && Objects.equals(waiting.consultation().receivedOn(), day);
        return known || day == null
                ? new Requests.Outcome.Taken(request, null)
                : requests.take(request.number(), new Step.LetterReceived(requests.today(), day), false, expected);
    }

    private static Step.Opinion together(Open open) {
        return open.parties().stream()
                        .anyMatch(party -> party.said() != null && party.said().opinion() == Step.Opinion.DISAGREE)
                ? Step.Opinion.DISAGREE
                : Step.Opinion.AGREE;
    }

    private static String words(Open open) {
        return open.parties().stream()
                .map(party -> party.name() + "："
                        + (party.said() == null
                                ? "逾期未提出意见"
                                : party.said().opinion().label()
                                        + (party.said().reason().isBlank()
                                                ? ""
                                                : "，"
                                                        + Prefill.inside(
                                                                party.said().reason()))))
                .collect(Collectors.joining("；"));
    }

    /** What could not be done as a step is not entered as an opinion either. */
    private static Requests.Outcome kept(Requests.Outcome outcome) {
        if (!(outcome instanceof Requests.Outcome.Taken)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }
}
