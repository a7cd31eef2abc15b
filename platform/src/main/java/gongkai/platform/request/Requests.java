package gongkai.platform.request;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.procedure.Entry;
import gongkai.platform.request.procedure.Opening;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.Standing;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All requests of all organs. Who may do what is asked by whoever calls; the law is asked here.
 *
 * <p>Steps are appended and never changed. Where a request stands is kept beside them for lists and can be rebuilt from them.
 */
@Service
public class Requests {
    /** The answer to whoever has not seen the last step. */
    static final Outcome.Unfit MOVED_ON = new Outcome.Unfit("expected", "这件申请刚刚由他人办理过，请看过最新情况后再办");

    private final RequestStore store;
    private final RequestRegister register;
    private final Procedures procedures;
    private final QueryCodes queryCodes;
    private final AuditLog log;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Requests(
            RequestStore store,
            RequestRegister register,
            Procedures procedures,
            QueryCodes queryCodes,
            AuditLog log,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.register = register;
        this.procedures = procedures;
        this.queryCodes = queryCodes;
        this.log = log;
        this.clock = clock;
        this.events = events;
    }

    /** What became of something that was entered. */
    public sealed interface Outcome {
        /** It was taken. {@code queryCode} is told once, at registration; else null. */
        record Taken(DisclosureRequest request, @Nullable String queryCode) implements Outcome {}

        /** The law bars it. Nothing was stored. */
        record Barred(String article, String reason) implements Outcome {}

        /** It cannot be as it was entered. Nothing was stored. */
        record Unfit(String field, String reason) implements Outcome {}
    }

    /** Registers a request (登记), in the caller's transaction if there is one; otherwise it is durable when this returns. */
    public Outcome receive(NewRequest request) {
        var procedure = procedures.of(request.organ());
        var opening = new Opening.Received(request.channel(), request.submittedOn(), request.confirmedOn());
        return switch (procedure.open(opening, today())) {
            case Ruling.Barred barred -> new Outcome.Barred(barred.article(), barred.reason());
            case Ruling.Unfit unfit -> new Outcome.Unfit(unfit.field(), unfit.reason());
            case Ruling.Moved moved ->
                register.enter(new RequestRegister.Case(
                        request,
                        procedure.situation(moved.standing(), today()),
                        null,
                        null,
                        request.backfilled() ? "补录申请" : "登记申请"));
        };
    }

    /**
     * Takes a step. Two at once: the second waits and is judged by what the first has left.
     *
     * @param expected how many steps the caller has seen, null if that does not matter to them
     */
    @Transactional
    public Outcome take(String number, Step step, boolean backfilled, @Nullable Integer expected) {
        var request = store.lock(number).orElseThrow();
        if (expected != null && expected != request.steps()) {
            return MOVED_ON;
        }
        var procedure = procedures.of(request.organ());
        var before = store.steps(request.id());
        var ruling = procedure.take(
                request.opening(), before.stream().map(Recorded::step).toList(), step, new Entry(today(), backfilled));
        return switch (ruling) {
            case Ruling.Barred barred -> new Outcome.Barred(barred.article(), barred.reason());
            case Ruling.Unfit unfit -> new Outcome.Unfit(unfit.field(), unfit.reason());
            case Ruling.Moved moved -> {
                store.append(request.id(), before.size() + 1, step, backfilled, clock.instant());
                store.stand(request.id(), confirmed(before, step), procedure.situation(moved.standing(), today()));
                log.write(AuditEntry.of(StepType.of(step).label() + (backfilled ? "（补录）" : ""), "申请", number)
                        .concerning(request.organ().value())
                        .with("生效日期 " + step.on()));
                var stored = store.byNumber(number).orElseThrow();
                events.publishEvent(new StepTaken(stored, step, backfilled));
                yield new Outcome.Taken(stored, null);
            }
        };
    }

    /**
     * Holds that request against others until the transaction ends, for whoever has to lock more than it: always the request first, and of
     * several requests the lower number first, or two of them may wait for each other for ever.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DisclosureRequest hold(String number) {
        return store.lock(number).orElseThrow();
    }

    /** The request of that number, whatever organ it belongs to. */
    public Optional<DisclosureRequest> byNumber(String number) {
        return store.byNumber(number);
    }

    /** Whether that is the query code of that request; as long in the asking, whether there is such a request or not. */
    public boolean opens(String number, String code) {
        var stored = store.queryCode(number);
        boolean right = queryCodes.matches(stored.orElseGet(queryCodes::ofNoRequest), number, code);
        return right && stored.isPresent();
    }

    /** Its steps, in order, undone ones among them. */
    public List<Recorded> steps(DisclosureRequest request) {
        return store.steps(request.id());
    }

    /** Where it stands, from its steps. */
    public Standing standing(DisclosureRequest request, List<Recorded> steps) {
        return Procedure.replay(
                request.opening(), steps.stream().map(Recorded::step).toList());
    }

    /** What is asked for: as it was handed in, and as the applicant has made it clear since (补正). */
    public String asked(DisclosureRequest request) {
        var lines = new ArrayList<String>();
        lines.add(request.description());
        for (var step :
                Procedure.standing(steps(request).stream().map(Recorded::step).toList())) {
            if (step instanceof Step.CorrectionReceived correction
                    && !correction.text().isBlank()) {
                var on = correction.on();
                lines.add("（" + on.getYear() + "年" + on.getMonthValue() + "月" + on.getDayOfMonth() + "日补正）"
                        + correction.text());
            }
        }
        return String.join("\n", lines);
    }

    /** The law in that organ's calendar. */
    public Procedure procedure(OrganId organ) {
        return procedures.of(organ);
    }

    /** Today, in Shanghai. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private static @Nullable LocalDate confirmed(List<Recorded> before, Step step) {
        var all = Stream.concat(before.stream().map(Recorded::step), Stream.of(step))
                .toList();
        return Procedure.standing(all).stream()
                .filter(Step.Confirm.class::isInstance)
                .map(Step::on)
                .findFirst()
                .orElse(null);
    }
}
