package gongkai.platform.request.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.calendar.WorkCalendar;
import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.procedure.Ruling.Barred;
import gongkai.platform.request.procedure.Ruling.Moved;
import gongkai.platform.request.procedure.TableThree.Counted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import org.jspecify.annotations.NullMarked;

/** Random histories, lawful and unlawful, over two years and many organs, against a second telling of the law. */
@NullMarked
class HistoriesProperty {
    private static final Procedure PROCEDURE =
            new Procedure(WorkCalendar.shipped().national());
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Set<StepType> AFTER_THE_END =
            Set.of(StepType.DISPATCH, StepType.DELIVER, StepType.ARCHIVE, StepType.REDO, StepType.UNDO);
    /** What the second telling knows; the others change no date and no state. */
    private static final List<StepType> TYPES = List.of(StepType.values()).stream()
            .filter(type -> !Set.of(
                            StepType.REGISTER,
                            StepType.SPLIT,
                            StepType.MERGE,
                            StepType.REDO,
                            StepType.LETTER_RECEIVED,
                            StepType.SUBMIT_FOR_REVIEW,
                            StepType.RETURN_FROM_REVIEW)
                    .contains(type))
            .toList();

    /** One random attempt: {@code lawful} chooses among the steps the state allows, else among all. */
    record Move(boolean lawful, int choice, int gap, int a, DecisionType decision, DeliveryMethod method) {}

    record History(String organ, ApplicantKind kind, Channel channel, LocalDate submitted, List<Move> moves) {}

    @Provide
    Arbitrary<History> histories() {
        var gaps = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 6)),
                Tuple.of(3, Arbitraries.integers().between(7, 45)),
                Tuple.of(1, Arbitraries.of(-1)));
        var moves = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)),
                        Arbitraries.integers().between(0, 999),
                        gaps,
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.of(DecisionType.class)),
                                Tuple.of(
                                        1,
                                        Arbitraries.of(
                                                DecisionType.UNAVAIL_STILL_UNCLEAR, DecisionType.REFUSED_MASS_REPEAT))),
                        Arbitraries.of(DeliveryMethod.class))
                .as(Move::new)
                .list()
                .ofMaxSize(12);
        var submitted = Arbitraries.integers().between(0, 730).map(LocalDate.of(2024, 1, 1)::plusDays);
        return Combinators.combine(
                        Arbitraries.of("甲局", "乙局", "丙局", "丁局", "戊局"),
                        Arbitraries.of(ApplicantKind.class),
                        Arbitraries.of(Channel.class),
                        submitted,
                        moves)
                .as(History::new);
    }

    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
    void everyHistoryComesOutAsInTheSecondTelling(@ForAll("histories") History history) {
        var situation = play(history, true);
        Statistics.label("state").collect(situation.state());
        Statistics.label("row").collect(String.valueOf(situation.row()));
        Statistics.label("state").coverage(HistoriesProperty::everyStateIsReached);
        Statistics.label("row").coverage(HistoriesProperty::everyRowIsReached);
    }

    private static void everyStateIsReached(StatisticsCoverage reached) {
        for (var state : RequestState.values()) {
            // Lapses are seen by their rows: few histories rest in them.
            if (!Set.of(
                            RequestState.RECEIVED,
                            RequestState.REVIEWING,
                            RequestState.ABANDONED_CORRECTION,
                            RequestState.ABANDONED_FEE)
                    .contains(state)) {
                reached.check(state).count(times -> times > 0);
            }
        }
    }

    private static void everyRowIsReached(StatisticsCoverage reached) {
        for (var decision : DecisionType.values()) {
            reached.check(decision.row().name()).count(times -> times > 0);
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void tableThreeBalancesForEveryOrganYearAndColumn(
            @ForAll("many") @Size(min = 150, max = 300) List<History> histories) {
        Map<String, List<Counted>> byOrgan = new HashMap<>();
        for (var history : histories) {
            var situation = play(history, false);
            if (situation.receiptDate() != null) {
                byOrgan.computeIfAbsent(history.organ(), organ -> new ArrayList<>())
                        .add(new Counted(
                                history.kind(), situation.receiptDate(), situation.endedOn(), situation.row()));
            }
        }
        byOrgan.values().forEach(HistoriesProperty::balances);
    }

    @Provide
    Arbitrary<List<History>> many() {
        return histories().list().ofMinSize(150).ofMaxSize(300);
    }

    private static void balances(List<Counted> requests) {
        for (int year = 2024; year <= 2026; year++) {
            var table = TableThree.of(requests, year);
            var next = TableThree.of(requests, year + 1);
            for (var kind : ApplicantKind.values()) {
                assertThat(table.cell(TableThreeRow.NEW_RECEIVED, kind) + table.cell(TableThreeRow.CARRIED_IN, kind))
                        .isEqualTo(table.cell(TableThreeRow.RESULT_TOTAL, kind)
                                + table.cell(TableThreeRow.CARRIED_OUT, kind));
                int results = 0;
                for (var decision : DecisionType.values()) {
                    results += table.cell(decision.row(), kind);
                }
                assertThat(table.cell(TableThreeRow.RESULT_TOTAL, kind)).isEqualTo(results);
                assertThat(next.cell(TableThreeRow.CARRIED_IN, kind))
                        .isEqualTo(table.cell(TableThreeRow.CARRIED_OUT, kind));
            }
            assertThat(table.total(TableThreeRow.NEW_RECEIVED) + table.total(TableThreeRow.CARRIED_IN))
                    .isEqualTo(table.total(TableThreeRow.RESULT_TOTAL) + table.total(TableThreeRow.CARRIED_OUT));
        }
        assertThat(TableThree.of(requests, 2024).total(TableThreeRow.CARRIED_IN))
                .isZero();
        int ended = 0;
        for (int year = 2024; year <= 2026; year++) {
            ended += TableThree.of(requests, year).total(TableThreeRow.RESULT_TOTAL);
        }
        assertThat(ended + TableThree.of(requests, 2026).total(TableThreeRow.CARRIED_OUT))
                .as("every request in exactly one row")
                .isEqualTo(requests.size());
    }

    /** Plays a history on both tellings; compares them after every attempt if asked to, else only at the end. */
    private static Situation play(History history, boolean compareAlways) {
        var confirmed = !history.channel().needsConfirmation();
        var opening = new Opening.Received(history.channel(), history.submitted(), null);
        var naive = new NaiveRequest(history.submitted(), confirmed);
        var steps = new ArrayList<Step>();
        var standing = Procedure.replay(opening, steps);
        for (var move : history.moves()) {
            var before = standing;
            var type = choose(move, standing);
            var step = step(type, standing.lastOn().plusDays(move.gap()), move);
            var ruling = PROCEDURE.take(opening, steps, step, new Entry(TODAY, true));
            var expected = naive.attempt(step, TODAY);
            if (ruling instanceof Moved moved) {
                assertThat(expected).as("%s from %s", step, before).isEqualTo("ok");
                steps.add(step);
                standing = moved.standing();
                var end = PROCEDURE.situation(before, TODAY).endedOn();
                assertThat(end == null || AFTER_THE_END.contains(type))
                        .as("%s after %s", step, end)
                        .isTrue();
                if (type != StepType.REDO && type != StepType.UNDO && end != null) {
                    assertThat(PROCEDURE.situation(standing, TODAY).row())
                            .isEqualTo(PROCEDURE.situation(before, TODAY).row());
                }
            } else if (ruling instanceof Barred barred) {
                assertThat(expected).as("%s from %s", step, before).isIn("state", barred.article());
            } else {
                assertThat(expected).as("%s from %s: %s", step, before, ruling).isEqualTo("unfit");
            }
            if (compareAlways) {
                same(opening, steps, standing, naive);
            }
        }
        same(opening, steps, standing, naive);
        return PROCEDURE.situation(standing, TODAY);
    }

    private static void same(Opening opening, List<Step> steps, Standing standing, NaiveRequest naive) {
        assertThat(Procedure.replay(opening, steps)).isEqualTo(standing);
        var situation = PROCEDURE.situation(standing, TODAY);
        var facts = naive.now;
        assertThat(situation.state().name()).isEqualTo(facts.state);
        assertThat(situation.receiptDate()).isEqualTo(facts.receipt);
        assertThat(situation.due()).as("due of %s", steps).isEqualTo(naive.due());
        assertThat(situation.extended()).isEqualTo(facts.extended);
        assertThat(situation.endedOn()).isEqualTo(facts.ended);
        assertThat(situation.row() == null ? null : situation.row().key()).isEqualTo(facts.row);
        var late = naive.due() != null && (facts.judged == null ? TODAY : facts.judged).isAfter(naive.due());
        assertThat(situation.overdue()).isEqualTo(late);
        sameLedger(standing, situation, naive);
    }

    private static void sameLedger(Standing standing, Situation situation, NaiveRequest naive) {
        var ledger = PROCEDURE.ledger(standing);
        if (naive.now.receipt == null) {
            assertThat(ledger).isEmpty();
            return;
        }
        assertThat(ledger.getFirst().day()).isEqualTo(naive.now.start);
        assertThat(ledger.getFirst().counted()).isFalse();
        for (int i = 1; i < ledger.size(); i++) {
            var entry = ledger.get(i);
            assertThat(entry.day()).isEqualTo(naive.now.start.plusDays(i));
            assertThat(entry.counted())
                    .isEqualTo(NaiveDays.works(entry.day()) && !naive.now.leftOut.contains(entry.day()));
            assertThat(entry.reason()).isNotBlank();
            assertThat(entry.article()).matches(".*第.+条");
        }
        var due = situation.due();
        if (due != null) {
            var ended = situation.endedOn();
            var end = ended != null && ended.isBefore(due) ? ended : due;
            assertThat(ledger.getLast().day()).isEqualTo(end);
            if (end.equals(due) && naive.now.until == null) {
                assertThat(ledger.stream().filter(ClockDay::counted).count()).isEqualTo(20 + naive.now.extra);
            }
        }
    }

    private static StepType choose(Move move, Standing standing) {
        // Withdrawals are rare, or most histories would end at once.
        var possible = Procedure.possible(standing).stream()
                .filter(type -> TYPES.contains(type) && (type != StepType.WITHDRAW || move.choice() % 10 == 0))
                .toList();
        var from = move.lawful() && !possible.isEmpty() && move.choice() % 25 != 0 ? possible : TYPES;
        return from.get(move.choice() % from.size());
    }

    private static Step step(StepType type, LocalDate on, Move move) {
        int a = move.a();
        return switch (type) {
            case CONFIRM -> new Step.Confirm(on);
            case ANSWER_ON_SPOT -> new Step.AnswerOnSpot(on, move.decision(), Step.Granting.PROVIDED, "");
            case REQUEST_CORRECTION -> new Step.RequestCorrection(on, List.of(), on.plusDays(a));
            case CORRECTION_RECEIVED -> new Step.CorrectionReceived(on, "");
            case CORRECTION_OVERDUE -> new Step.CorrectionOverdue(on);
            case REQUEST_EXPLANATION -> new Step.RequestExplanation(on, "", on.plusDays(a));
            case EXPLANATION_UNREASONABLE -> new Step.ExplanationUnreasonable(on, "");
            case GRANT_REASONABLE_DELAY -> new Step.GrantReasonableDelay(on, on.plusDays(a + 20L), "");
            case CONSULT_THIRD_PARTY -> new Step.ConsultThirdParty(on, on.plusDays(a % 6), "", "");
            case THIRD_PARTY_REPLIED -> new Step.ThirdPartyReplied(on, Step.Opinion.AGREE, "");
            case THIRD_PARTY_OVERDUE -> new Step.ThirdPartyOverdue(on);
            case CONSULT_AGENCY -> new Step.ConsultAgency(on, on.plusDays(a % 6), "", "");
            case AGENCY_REPLIED -> new Step.AgencyReplied(on, Step.Opinion.DISAGREE, "");
            case AGENCY_OVERDUE -> new Step.AgencyOverdue(on);
            case EXTEND -> new Step.Extend(on, 1 + a % 24, "", "");
            case NOTICE_FEE -> new Step.NoticeFee(on, FeeBasis.PAGES, 1 + a, on.plusDays(a % 6));
            case FEE_PAID -> new Step.FeePaid(on);
            case FEE_OVERDUE -> new Step.FeeOverdue(on);
            case WITHDRAW -> new Step.Withdraw(on, "");
            case DECIDE -> new Step.Decide(on, move.decision(), Step.Granting.PROVIDED, "", "", List.of(), "", "", "");
            case DISPATCH -> new Step.Dispatch(on, move.method(), "");
            case DELIVER -> new Step.Deliver(on, "");
            case ARCHIVE -> new Step.Archive(on);
            case UNDO -> new Step.Undo(on.isAfter(TODAY) ? TODAY : on, "录错");
            case REGISTER, SPLIT, MERGE, REDO, LETTER_RECEIVED, SUBMIT_FOR_REVIEW, RETURN_FROM_REVIEW ->
                throw new AssertionError(type);
        };
    }
}
