package gongkai.platform.request;

import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.procedure.Entry;
import gongkai.platform.request.procedure.Opening;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases that come out of others (拆分、责令重作) and cases answered together (合并答复). Each has a number of its own; what was split off has the
 * same day of receipt and is counted by itself, as is each of those answered together; a new answer that was ordered is counted in no table.
 */
@Service
public class Children {
    private static final int MOST = 50;

    private final Requests requests;
    private final RequestRegister register;
    private final RequestStore store;
    private final Procedures procedures;
    private final Applicants applicants;

    Children(
            Requests requests,
            RequestRegister register,
            RequestStore store,
            Procedures procedures,
            Applicants applicants) {
        this.requests = requests;
        this.register = register;
        this.store = store;
        this.procedures = procedures;
        this.applicants = applicants;
    }

    /**
     * What became of it.
     *
     * @param outcome as for any step of the case itself
     * @param made the new cases, each with its query code; empty unless the step was taken
     */
    public record Result(Requests.Outcome outcome, List<Requests.Outcome.Taken> made) {
        static Result refused(Requests.Outcome outcome) {
            return new Result(outcome, List.of());
        }
    }

    /**
     * Splits a request with several matters (一事一申请): it goes on with one of them, each of the others becomes a request of its own.
     *
     * @param matters what the new requests ask for, in the applicant's words
     * @param reason which matter stays, and why they are apart
     * @param expected how many steps the caller has seen, null if that does not matter to them
     */
    @Transactional
    public Result split(
            String number,
            LocalDate on,
            List<String> matters,
            String reason,
            boolean backfilled,
            @Nullable Integer expected) {
        var request = store.lock(number).orElseThrow();
        var refused = refused(request, new Step.Split(on, matters, reason), backfilled, expected);
        if (refused != null) {
            return Result.refused(refused);
        }
        if (matters.size() > MOST || matters.stream().anyMatch(String::isBlank)) {
            return Result.refused(new Requests.Outcome.Unfit("into", "每项内容都要写明，一次最多拆出" + MOST + "件"));
        }
        var opening = new Opening.Received(request.channel(), request.submittedOn(), request.confirmedOn());
        var made = matters.stream()
                .map(matter -> begin(request, opening, request.submittedOn(), matter, backfilled, "拆分生成申请"))
                .toList();
        var numbers = made.stream().map(child -> child.request().number()).toList();
        return new Result(requests.take(number, new Step.Split(on, numbers, reason), backfilled, expected), made);
    }

    /**
     * Answers requests of one applicant for the same information together. Each keeps its number and stays a piece of its own; the earliest of
     * their days of receipt counts for all.
     *
     * @param numbers all of them, two at least, of one organ
     */
    @Transactional
    public Result merge(
            List<String> numbers, LocalDate on, String reason, boolean backfilled, @Nullable Integer expected) {
        // In one order, so that two who merge the same requests wait for each other instead of for ever.
        var cases = new TreeSet<>(numbers).stream().map(store::lock).toList();
        if (cases.size() < 2 || cases.size() > MOST || cases.stream().anyMatch(Optional::isEmpty)) {
            return Result.refused(new Requests.Outcome.Unfit("with", "请写明要一并答复的申请编号（一次最多" + MOST + "件）"));
        }
        var all = cases.stream().map(Optional::orElseThrow).toList();
        var first = all.stream()
                .filter(one -> one.number().equals(numbers.getFirst()))
                .findFirst()
                .orElseThrow();
        if (expected != null && expected != first.steps()) {
            return Result.refused(Requests.MOVED_ON);
        }
        if (all.stream().anyMatch(one -> !one.organ().equals(first.organ()))) {
            return Result.refused(new Requests.Outcome.Unfit("with", "只有本机关收到的申请才能一并答复"));
        }
        if (!applicants.samePerson(
                all.stream().map(DisclosureRequest::applicant).toList())) {
            return Result.refused(new Requests.Outcome.Unfit("with", "只有同一申请人的申请才能一并答复"));
        }
        var earliest = all.stream()
                .map(DisclosureRequest::receiptDate)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(on);
        for (var one : all) {
            var refused = refused(one, merging(one, all, on, earliest, reason), backfilled, null);
            if (refused != null) {
                return Result.refused(named(one, refused));
            }
        }
        Requests.Outcome outcome = Requests.MOVED_ON;
        for (var one : all) {
            var taken = requests.take(one.number(), merging(one, all, on, earliest, reason), backfilled, null);
            if (one.equals(first)) {
                outcome = taken;
            }
        }
        return new Result(outcome, List.of());
    }

    /**
     * A reconsideration organ or court ordered a new answer (责令重新答复): a case of its own begins.
     *
     * @param on the day the decision or judgement was received
     * @param until the day it sets for the new answer
     * @param caseNo the number of the decision or judgement
     */
    @Transactional
    public Result redo(
            String number,
            LocalDate on,
            LocalDate until,
            String caseNo,
            boolean backfilled,
            @Nullable Integer expected) {
        var request = store.lock(number).orElseThrow();
        var refused = refused(request, new Step.Redo(on, until, caseNo, ""), backfilled, expected);
        if (refused != null) {
            return Result.refused(refused);
        }
        var opening = new Opening.Ordered(on, until, number);
        var child = begin(request, opening, on, request.description(), backfilled, "责令重新答复");
        var step = new Step.Redo(on, until, caseNo, child.request().number());
        return new Result(requests.take(number, step, backfilled, expected), List.of(child));
    }

    /**
     * The same today for a case that may be filed already: its file is taken out of the archive first, which is recorded with its reason.
     *
     * @param until as for {@link #redo}; not before today
     */
    @Transactional
    public Result redoFiled(String number, LocalDate until, String caseNo, @Nullable Integer expected) {
        var request = store.lock(number).orElseThrow();
        if (request.state() != RequestState.ARCHIVED) {
            return redo(number, requests.today(), until, caseNo, false, expected);
        }
        if (expected != null && expected != request.steps()) {
            return Result.refused(Requests.MOVED_ON);
        }
        var takenOut = new Step.Undo(requests.today(), "责令重新答复（" + caseNo + "），取回已归档的案卷");
        var refused = refused(request, List.of(takenOut), new Step.Redo(takenOut.on(), until, caseNo, ""), false, null);
        if (refused != null) {
            return Result.refused(refused);
        }
        requests.take(number, takenOut, false, null);
        return redo(number, requests.today(), until, caseNo, false, null);
    }

    /** The cases that came out of that one, oldest first. */
    public List<DisclosureRequest> of(DisclosureRequest request) {
        return store.cameOutOf(request.id());
    }

    /** The numbers of those answered together with it; empty if it is answered alone. */
    public List<String> mergedWith(DisclosureRequest request) {
        return Procedure.standing(
                        store.steps(request.id()).stream().map(Recorded::step).toList())
                .stream()
                .filter(Step.Merge.class::isInstance)
                .map(Step.Merge.class::cast)
                .reduce((earlier, later) -> later)
                .map(Step.Merge::with)
                .orElse(List.of());
    }

    private Requests.Outcome.Taken begin(
            DisclosureRequest request,
            Opening opening,
            LocalDate submittedOn,
            String description,
            boolean backfilled,
            String act) {
        Applicant applicant = applicants.use(request.applicant(), act);
        var fresh = new NewRequest(
                request.organ(),
                request.channel(),
                submittedOn,
                opening instanceof Opening.Received received ? received.confirmedOn() : null,
                applicant,
                description,
                request.wantedForm(),
                request.wantedDelivery(),
                backfilled);
        return register.enter(new RequestRegister.Case(
                fresh,
                procedures.of(request.organ()).situation(Procedure.replay(opening, List.of()), requests.today()),
                request,
                opening instanceof Opening.Ordered ordered ? ordered.until() : null,
                act));
    }

    /** Asks the law before anything is made; null if the step may be taken. */
    private Requests.@Nullable Outcome refused(
            DisclosureRequest request, Step step, boolean backfilled, @Nullable Integer expected) {
        return refused(request, List.of(), step, backfilled, expected);
    }

    /** The same where other steps would come first. */
    private Requests.@Nullable Outcome refused(
            DisclosureRequest request,
            List<? extends Step> first,
            Step step,
            boolean backfilled,
            @Nullable Integer expected) {
        if (expected != null && expected != request.steps()) {
            return Requests.MOVED_ON;
        }
        var before = new ArrayList<Step>();
        store.steps(request.id()).forEach(recorded -> before.add(recorded.step()));
        before.addAll(first);
        var ruling = procedures
                .of(request.organ())
                .take(request.opening(), before, step, new Entry(requests.today(), backfilled));
        return switch (ruling) {
            case Ruling.Barred barred -> new Requests.Outcome.Barred(barred.article(), barred.reason());
            case Ruling.Unfit unfit -> new Requests.Outcome.Unfit(unfit.field(), unfit.reason());
            case Ruling.Moved moved -> null;
        };
    }

    private static Step.Merge merging(
            DisclosureRequest one, List<DisclosureRequest> all, LocalDate on, LocalDate earliest, String reason) {
        var others = all.stream()
                .map(DisclosureRequest::number)
                .filter(number -> !number.equals(one.number()))
                .toList();
        return new Step.Merge(on, others, earliest, reason);
    }

    private static Requests.Outcome named(DisclosureRequest one, Requests.Outcome refused) {
        return switch (refused) {
            case Requests.Outcome.Barred barred ->
                new Requests.Outcome.Barred(barred.article(), one.number() + "：" + barred.reason());
            case Requests.Outcome.Unfit unfit ->
                new Requests.Outcome.Unfit(unfit.field(), one.number() + "：" + unfit.reason());
            case Requests.Outcome.Taken taken -> taken;
        };
    }
}
