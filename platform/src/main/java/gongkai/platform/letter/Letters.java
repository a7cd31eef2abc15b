package gongkai.platform.letter;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.LetterKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letters of all cases. Who may do what is asked by whoever calls. */
@Service
public class Letters {
    private final LetterStore store;
    private final Deliveries deliveries;
    private final Facts facts;
    private final Templates templates;
    private final Settings settings;
    private final Requests requests;
    private final AuditLog log;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Letters(
            LetterStore store,
            Deliveries deliveries,
            Facts facts,
            Templates templates,
            Settings settings,
            Requests requests,
            AuditLog log,
            Clock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.store = store;
        this.deliveries = deliveries;
        this.facts = facts;
        this.templates = templates;
        this.settings = settings;
        this.requests = requests;
        this.log = log;
        this.clock = clock;
    }

    /** What became of a letter somebody wanted to change or sign. */
    public sealed interface Outcome {
        record Done(Letter letter) implements Outcome {}

        /** It lacks what it has to say; each problem is a sentence for the person. */
        record Incomplete(List<String> problems) implements Outcome {}

        /** Somebody else changed it meanwhile, or it is signed or void. */
        record Changed(Letter now) implements Outcome {}
    }

    /** The letters of a request, oldest first. */
    public List<Letter> of(DisclosureRequest request) {
        return store.of(request.id());
    }

    public Optional<Letter> byId(UUID id) {
        return store.byId(id);
    }

    /** Makes a letter of a case from a step. */
    @Transactional
    Letter make(DisclosureRequest request, int step, Prefill.Proposed proposed) {
        var id = store.add(
                request.id(),
                request.organ(),
                proposed.kind(),
                step,
                proposed.decision(),
                LetterContent.proposed(proposed.values(), proposed.rows()),
                null,
                clock.instant());
        var letter = store.byId(id).orElseThrow();
        return proposed.signed() && sign(id, null) instanceof Outcome.Done done ? done.letter() : letter;
    }

    /** Makes the receipt of a registration (登记回执). */
    void receipt(DisclosureRequest request, Map<String, String> values) {
        add(request, LetterKind.REGISTRATION_RECEIPT, values, Map.of());
    }

    /** Fills in what was not known yet when a draft was made. What somebody wrote stays. */
    @Transactional
    void complete(UUID id, Map<String, String> values) {
        var old = store.lock(id).orElseThrow().content();
        var proposal = new LinkedHashMap<>(old.proposal());
        proposal.putAll(values);
        store.write(id, new LetterContent(proposal, old.edited(), old.fixed(), old.rows()));
    }

    /** Makes a letter by hand. It tells no decision, or it would be taken for the answer of the case. */
    @Transactional
    public Letter draft(
            DisclosureRequest request,
            LetterKind kind,
            Map<String, String> values,
            Map<String, List<Map<String, String>>> rows) {
        var letter = store.byId(add(request, kind, values, rows)).orElseThrow();
        write("拟制文书", letter, "");
        return letter;
    }

    private UUID add(
            DisclosureRequest request,
            LetterKind kind,
            Map<String, String> values,
            Map<String, List<Map<String, String>>> rows) {
        var content = LetterContent.proposed(values, rows);
        return store.add(request.id(), request.organ(), kind, 0, null, content, null, clock.instant());
    }

    /** Writes into the fields of a letter that is not signed yet. {@code expected}: the {@link Letter#changes} the caller has seen. */
    @Transactional
    public Outcome edit(UUID id, Map<String, String> values, int expected) {
        var letter = store.lock(id).orElseThrow();
        if (letter.state() != Letter.State.DRAFT || letter.changes() != expected) {
            return new Outcome.Changed(letter);
        }
        store.write(id, letter.content().with(values));
        write("修改文书", letter, "");
        return new Outcome.Done(store.byId(id).orElseThrow());
    }

    /** Signs a letter: its number is given now, and what it says stays. {@code expected} is null if that does not matter. */
    @Transactional
    public Outcome sign(UUID id, @Nullable Integer expected) {
        var letter = store.lock(id).orElseThrow();
        if (letter.state() != Letter.State.DRAFT || expected != null && letter.changes() != expected) {
            return new Outcome.Changed(letter);
        }
        var request = requests.byNumber(letter.request()).orElseThrow();
        var problems = problems(letter, request);
        if (!problems.isEmpty()) {
            return new Outcome.Incomplete(problems);
        }
        var common = facts.signing(letter, request).values();
        var today = requests.today();
        int number = store.next(letter.organ(), Series.of(letter.kind()), today.getYear());
        var docNo = settings.of(letter.organ()).docNo(Series.mark(letter.kind()), today.getYear(), number);
        var all = new LinkedHashMap<>(common);
        all.putAll(letter.content().signable(common.getOrDefault("申请人", "")));
        all.put("文号", docNo);
        store.sign(
                letter,
                letter.content().signed(all),
                today.getYear(),
                number,
                docNo,
                templates.inUse(letter.organ(), letter.kind()).orElse(null),
                today,
                clock.instant());
        if (letter.replaces() != null) {
            store.annul(letter.replaces(), "已由" + docNo + "更正代替");
        }
        write("签发文书", letter, docNo);
        events.publishEvent(new LetterPrinting.Signed(id));
        return new Outcome.Done(store.byId(id).orElseThrow());
    }

    /** What a letter lacks before it can be signed. */
    public List<String> problems(Letter letter) {
        var request = requests.byNumber(letter.request()).orElseThrow();
        return problems(letter, request);
    }

    private List<String> problems(Letter letter, DisclosureRequest request) {
        var problems = new ArrayList<>(facts.preview(letter, request).problems());
        if (LetterFields.comesTooLate(letter.kind(), request)) {
            problems.add("申请已经办结（" + request.state().label() + "），这份文书不能再签发，请作废");
        }
        if (letter.replaces() != null
                && store.lock(letter.replaces()).filter(Letter::holds).isEmpty()) {
            problems.add("要更正的文书已经作废，或者已由另一份更正代替，这份不能再签发，请作废");
        }
        var values = letter.content().values();
        LetterFields.of(letter.kind()).stream()
                .filter(field -> field.required()
                        && values.getOrDefault(field.name(), "").isBlank())
                .forEach(field -> problems.add("没有填写“" + field.name() + "”：" + field.hint()));
        return problems;
    }

    /**
     * Gives a letter up (作废), as a person asks. {@code expected}: the {@link Letter#changes} they have seen. An answer is the decision
     * itself, and what has been handed over cannot be called back: both can only be corrected, or go with the step they come from.
     */
    @Transactional
    public Outcome giveUp(UUID id, String reason, int expected) {
        var letter = store.lock(id).orElseThrow();
        if (letter.changes() != expected) {
            return new Outcome.Changed(letter);
        }
        var kept = kept(letter);
        return kept.isEmpty() ? annul(id, reason) : new Outcome.Incomplete(List.of(kept));
    }

    /** Why a letter cannot be given up; empty if it can. */
    String kept(Letter letter) {
        if (letter.decision() != null && letter.step() > 0 && (letter.holds() || letter.replaces() == null)) {
            return "答复书就是处理决定，不能单独作废：文字有误的请“更正”，决定有误的请在申请页撤销决定";
        }
        return letter.holds() && deliveries.of(letter).isPresent() ? "文书已经送出，不能作废：有误的请“更正”" : "";
    }

    /** Gives a letter up (作废). One that was signed keeps its number. */
    @Transactional
    Outcome annul(UUID id, String reason) {
        var letter = store.lock(id).orElseThrow();
        if (letter.state() == Letter.State.VOID) {
            return new Outcome.Changed(letter);
        }
        store.annul(id, reason);
        write("作废文书", letter, reason);
        return new Outcome.Done(store.byId(id).orElseThrow());
    }

    /** A signed letter cannot be changed: this makes a new one that takes its place once it is signed. */
    @Transactional
    public Outcome correct(UUID id) {
        var letter = store.lock(id).orElseThrow();
        if (!letter.holds()) {
            return new Outcome.Changed(letter);
        }
        var begun = store.of(letter.requestId()).stream()
                .filter(other -> other.state() == Letter.State.DRAFT && id.equals(other.replaces()))
                .findFirst();
        if (begun.isPresent()) {
            return new Outcome.Done(begun.get());
        }
        var old = letter.content();
        var copy = store.add(
                letter.requestId(),
                letter.organ(),
                letter.kind(),
                letter.step(),
                letter.decision(),
                new LetterContent(old.proposal(), old.edited(), Map.of(), old.rows()),
                id,
                clock.instant());
        write("更正文书", letter, "");
        return new Outcome.Done(store.byId(copy).orElseThrow());
    }

    private void write(String action, Letter letter, String detail) {
        var entry = AuditEntry.of(action, "申请", letter.request())
                .concerning(letter.organ().value());
        var what = letter.kind().code() + " " + letter.kind().title();
        log.write(entry.with(detail.isEmpty() ? what : what + "，" + detail));
    }
}
