package gongkai.platform.organ;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.organ.Ruling.Barred;
import gongkai.platform.organ.Ruling.Done;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes organs (机构改革): founds, renames, moves, merges, splits, abolishes and corrects them, each from a day on.
 *
 * <p>A change follows the last one that is known of the organ. What the law or the data bars is told and nothing is stored.
 */
@Service
public class Reforms {
    /** Says to a transaction that it will be taken back. */
    private static final Object REHEARSAL = new Object();

    private final OrganStore store;
    private final OrganHistory history;
    private final AuditLog log;
    private final WhoActs whoActs;
    private final Clock clock;
    private final PlatformTransactionManager transactions;

    Reforms(
            OrganStore store,
            OrganHistory history,
            AuditLog log,
            WhoActs whoActs,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.transactions = transactions;
        this.store = store;
        this.history = history;
        this.log = log;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    /** Founds an organ, or enters one that has been there since that day. */
    @Transactional
    public Ruling establish(String code, OrganFacts facts, Basis basis) {
        var tree = store.change();
        var objections = ReformChecks.establish(tree, code, facts, basis);
        if (!objections.isEmpty()) {
            return new Barred(objections);
        }
        var what = "设立“" + facts.name() + "”";
        var id = store.found(
                code,
                facts,
                basis,
                what,
                OffsetDateTime.now(clock),
                whoActs.now().login());
        log(id, code, basis, what, "新增机构");
        return new Done(id);
    }

    /** Changes what an organ is from that day on: renames, moves it, gives and takes capacities, or all at once. */
    @Transactional
    public Ruling change(OrganId id, OrganFacts facts, Basis basis) {
        var tree = store.change();
        var objections = ReformChecks.change(tree, id, facts, basis);
        if (!objections.isEmpty()) {
            return new Barred(objections);
        }
        var last = tree.history(id).getLast();
        var differences = Differences.between(last.facts(), facts, tree, basis.on());
        if (differences.isEmpty()) {
            return new Done(id);
        }
        store.put(changed(tree, id, facts, basis.on()));
        record(id, last.code(), kind(last.facts(), facts), basis, String.join("；", differences), "变更机构");
        return new Done(id);
    }

    /** Mends what was entered wrongly about the period that holds today, from its first day on. Nothing happened to the organ itself. */
    @Transactional
    public Ruling correct(OrganId id, OrganFacts facts) {
        var tree = store.change();
        var objections = ReformChecks.correct(tree, id, facts);
        if (!objections.isEmpty()) {
            return new Barred(objections);
        }
        var periods = new ArrayList<>(tree.history(id));
        var last = periods.removeLast();
        var differences = Differences.between(last.facts(), facts, tree, last.since());
        if (differences.isEmpty()) {
            return new Done(id);
        }
        periods.add(Organ.of(id, last.code(), facts, last.since(), last.until()));
        store.put(periods);
        record(
                id,
                last.code(),
                OrganEvent.Kind.CORRECTED,
                Basis.from(last.since()),
                String.join("；", differences),
                "更正机构资料");
        return new Done(id);
    }

    /**
     * Merges organs into one that carries on their duties; it may be one of them. What stood below the others stands below it from that day on.
     */
    @Transactional
    public Ruling merge(Set<OrganId> parts, OrganId into, Basis basis) {
        var tree = store.change();
        var objections = ReformChecks.merge(tree, parts, into, basis);
        if (!objections.isEmpty()) {
            return new Barred(objections);
        }
        var target = tree.find(into, basis.on()).orElseThrow();
        var others = new LinkedHashSet<>(parts);
        others.remove(into);
        for (var part : others) {
            var organ = tree.find(part, basis.on()).orElseThrow();
            adopt(tree, part, into, basis);
            end(tree, part, basis.on());
            history.succeed(part, into, basis.on());
            record(part, organ.code(), OrganEvent.Kind.MERGED, basis, "并入“" + target.name() + "”，职权由其继续行使", "合并机构");
            record(into, target.code(), OrganEvent.Kind.MERGED, basis, "“" + organ.name() + "”并入，继续行使其职权", "合并机构");
        }
        return new Done(into);
    }

    /**
     * Splits an organ: those others carry on its duties. When it does not stay, what stood below it stands below the first of them.
     *
     * @param into organs that exist on that day
     */
    @Transactional
    public Ruling split(OrganId id, Set<OrganId> into, boolean stays, Basis basis) {
        var tree = store.change();
        var objections = ReformChecks.split(tree, id, into, stays, basis);
        if (!objections.isEmpty()) {
            return new Barred(objections);
        }
        var organ = tree.find(id, basis.on()).orElseThrow();
        var names = new ArrayList<String>();
        for (var part : into) {
            var other = tree.find(part, basis.on()).orElseThrow();
            names.add("“" + other.name() + "”");
            history.succeed(id, part, basis.on());
            record(part, other.code(), OrganEvent.Kind.SPLIT, basis, "由“" + organ.name() + "”分设，继续行使其相应职权", "分设机构");
        }
        if (!stays) {
            adopt(tree, id, into.iterator().next(), basis);
            end(tree, id, basis.on());
        }
        record(
                id,
                organ.code(),
                OrganEvent.Kind.SPLIT,
                basis,
                (stays ? "分出" : "分设为") + String.join("、", names) + (stays ? "" : "，原机构不再保留"),
                "分设机构");
        return new Done(id);
    }

    /**
     * Abolishes an organ.
     *
     * @param successor who carries on its duties, null when nobody does
     */
    @Transactional
    public Ruling abolish(OrganId id, @Nullable OrganId successor, Basis basis) {
        var tree = store.change();
        var objections = ReformChecks.abolish(tree, id, successor, basis);
        if (!objections.isEmpty()) {
            return new Barred(objections);
        }
        var organ = tree.find(id, basis.on()).orElseThrow();
        end(tree, id, basis.on());
        var what = "撤销“" + organ.name() + "”";
        if (successor != null) {
            history.succeed(id, successor, basis.on());
            what += "，职权由“" + tree.find(successor, basis.on()).orElseThrow().name() + "”继续行使";
        }
        record(id, organ.code(), OrganEvent.Kind.ABOLISHED, basis, what, "撤销机构");
        return new Done(id);
    }

    /**
     * What would happen: does the work and takes it back, whatever comes of it. The work may be several changes.
     *
     * @param ruling what became of it
     * @param events what would be told of the organs, in order
     * @param tree the organs as they would be
     */
    public record Rehearsal<T>(T ruling, List<OrganEvent> events, OrganTree tree) {}

    /** Tries changes out; nothing of them stays. */
    public <T> Rehearsal<T> rehearse(Supplier<T> work) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            var tree = store.change();
            long before = history.last();
            TransactionSynchronizationManager.bindResource(REHEARSAL, true);
            try {
                var ruling = work.get();
                return new Rehearsal<>(ruling, history.after(before), tree);
            } finally {
                TransactionSynchronizationManager.unbindResource(REHEARSAL);
            }
        }));
    }

    /** What differs between two states of an organ, in words; empty when nothing does. */
    public List<String> differences(OrganFacts before, OrganFacts after, LocalDate on) {
        return Differences.between(before, after, store.tree(), on);
    }

    /** What happened to an organ, newest first. */
    public List<OrganEvent> events(OrganId id) {
        return history.events(id);
    }

    /** Every passing on of duties that this organ had a part in, oldest first. */
    public List<Succession> successions(OrganId id) {
        return history.successions(id);
    }

    private void adopt(OrganTree tree, OrganId from, OrganId to, Basis basis) {
        for (var child : tree.children(from, basis.on())) {
            if (!child.id().equals(to)) {
                var facts = child.facts().under(to);
                var what = String.join("；", Differences.between(child.facts(), facts, tree, basis.on()));
                store.put(changed(tree, child.id(), facts, basis.on()));
                record(child.id(), child.code(), OrganEvent.Kind.MOVED, basis, what, "变更机构");
            }
        }
    }

    private void end(OrganTree tree, OrganId id, LocalDate day) {
        var periods = new ArrayList<>(tree.history(id));
        var last = periods.removeLast();
        periods.add(Organ.of(id, last.code(), last.facts(), last.since(), day));
        store.put(periods);
    }

    /** Its periods when the last one changes on that day; one that began on that very day is replaced. */
    private static List<Organ> changed(OrganTree tree, OrganId id, OrganFacts facts, LocalDate day) {
        var periods = new ArrayList<>(tree.history(id));
        var last = periods.removeLast();
        if (last.since().isBefore(day)) {
            periods.add(Organ.of(id, last.code(), last.facts(), last.since(), day));
        }
        periods.add(Organ.of(id, last.code(), facts, day, last.until()));
        return periods;
    }

    private static OrganEvent.Kind kind(OrganFacts before, OrganFacts after) {
        if (before.named(after.name(), after.shortName()).equals(after)) {
            return OrganEvent.Kind.RENAMED;
        }
        return before.under(after.parent()).equals(after) ? OrganEvent.Kind.MOVED : OrganEvent.Kind.CHANGED;
    }

    private void record(OrganId id, String code, OrganEvent.Kind kind, Basis basis, String what, String action) {
        history.tell(new OrganEvent(
                id,
                kind,
                basis.on(),
                basis.document(),
                what,
                OffsetDateTime.now(clock),
                whoActs.now().login()));
        log(id, code, basis, what, action);
    }

    /** What is only tried out is not logged: it has not happened. */
    private void log(OrganId id, String code, Basis basis, String what, String action) {
        if (!TransactionSynchronizationManager.hasResource(REHEARSAL)) {
            log.write(AuditEntry.of(action, "机构", code)
                    .concerning(id.value())
                    .with("自" + basis.on() + "起" + (basis.document().isEmpty() ? "" : "（" + basis.document() + "）")
                            + "：" + what));
        }
    }
}
