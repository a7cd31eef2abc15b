package gongkai.platform.organ;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All organs in all their periods, in memory. What is asked of a day is answered from the period that covers it.
 *
 * <p>A published tree is never changed; a change of organs works on a copy of its own.
 */
public final class OrganTree {
    private static final Collator PINYIN = Collator.getInstance(Locale.CHINA);

    /** The order of siblings: by the place given to them, then by name. */
    static final Comparator<Organ> SIBLINGS =
            Comparator.comparingInt(Organ::place).thenComparing(Organ::name, PINYIN::compare);

    private final Map<OrganId, List<Organ>> periods;
    private final Map<String, OrganId> byCode;
    private final Map<CreditCode, OrganId> byCreditCode;
    private final Map<OrganId, List<Organ>> below;
    private final List<Organ> tops;

    /** A tree of these periods; those of one organ stand in the order of time. */
    OrganTree(Collection<Organ> all) {
        periods = HashMap.newHashMap(all.size());
        byCode = HashMap.newHashMap(all.size());
        byCreditCode = HashMap.newHashMap(all.size());
        below = new HashMap<>();
        tops = new ArrayList<>();
        for (var organ : all) {
            periods.computeIfAbsent(organ.id(), id -> new ArrayList<>(1)).add(organ);
            index(organ);
        }
    }

    /** Puts these periods of one organ, in the order of time, in place of those it has. */
    void put(List<Organ> newPeriods) {
        var first = newPeriods.getFirst();
        for (var old : periods.getOrDefault(first.id(), List.of())) {
            siblings(old).remove(old);
            if (old.creditCode() != null) {
                byCreditCode.remove(old.creditCode(), old.id());
            }
        }
        periods.put(first.id(), List.copyOf(newPeriods));
        newPeriods.forEach(this::index);
    }

    private void index(Organ organ) {
        byCode.put(organ.code(), organ.id());
        if (organ.creditCode() != null) {
            byCreditCode.put(organ.creditCode(), organ.id());
        }
        siblings(organ).add(organ);
    }

    private List<Organ> siblings(Organ organ) {
        return organ.parent() == null ? tops : below.computeIfAbsent(organ.parent(), id -> new ArrayList<>());
    }

    /** Its number by its code, whether or not it still exists. */
    public Optional<OrganId> id(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Every organ there is or was, without order. */
    public Stream<OrganId> ids() {
        return periods.keySet().stream();
    }

    /** All periods of an organ in the order of time. */
    public List<Organ> history(OrganId id) {
        return Collections.unmodifiableList(periods.getOrDefault(id, List.of()));
    }

    /** The organ as it was on that day; empty when it did not exist then. */
    public Optional<Organ> find(OrganId id, LocalDate on) {
        var known = lastKnown(id, on);
        return known != null && known.on(on) ? Optional.of(known) : Optional.empty();
    }

    /**
     * The organ as it was on that day or, when it no longer existed, at its end; before its beginning, as it began. What an organ left behind
     * stays where it last stood.
     */
    public @Nullable Organ lastKnown(OrganId id, LocalDate on) {
        var all = periods.get(id);
        if (all == null) {
            return null;
        }
        for (int i = all.size() - 1; i > 0; i--) {
            if (!on.isBefore(all.get(i).since())) {
                return all.get(i);
            }
        }
        return all.getFirst();
    }

    /** Every organ that existed on that day, without order. */
    public Stream<Organ> on(LocalDate day) {
        return periods.keySet().stream().flatMap(id -> find(id, day).stream());
    }

    /** Those directly below it on that day, in their order; those at the top for null. */
    public List<Organ> children(@Nullable OrganId id, LocalDate on) {
        var candidates = id == null ? tops : below.getOrDefault(id, List.of());
        return candidates.stream()
                .filter(organ -> organ.on(on))
                .sorted(SIBLINGS)
                .toList();
    }

    /** Whether anything stood directly below it on that day. */
    public boolean hasChildren(OrganId id, LocalDate on) {
        return below.getOrDefault(id, List.of()).stream().anyMatch(organ -> organ.on(on));
    }

    /** The organ above it on that day. An organ that is gone is still below the one it was last below. */
    public Optional<Organ> parent(Organ organ, LocalDate on) {
        return organ.parent() == null ? Optional.empty() : Optional.ofNullable(lastKnown(organ.parent(), on));
    }

    /** Those above it and itself, from the top down. */
    public List<Organ> path(OrganId id, LocalDate on) {
        var path = new ArrayList<Organ>();
        for (var organ = lastKnown(id, on); organ != null; organ = above(organ, on)) {
            path.addFirst(organ);
        }
        return path;
    }

    /** Whether the organ stands below that other one on that day, at any depth. Nothing stands below itself. */
    public boolean isBelow(OrganId id, OrganId ancestor, LocalDate on) {
        for (var organ = lastKnown(id, on); organ != null; organ = above(organ, on)) {
            if (ancestor.equals(organ.parent())) {
                return true;
            }
        }
        return false;
    }

    /** The organ and all below it on that day, parents before children. */
    public List<Organ> subtree(OrganId id, LocalDate on) {
        var found = new ArrayList<Organ>();
        find(id, on).ifPresent(found::add);
        for (int i = 0; i < found.size(); i++) {
            found.addAll(children(found.get(i).id(), on));
        }
        return found;
    }

    /** Whether the organ stands below that other one on that day or will on any later day that is known of. */
    boolean everBelow(OrganId id, OrganId ancestor, LocalDate from) {
        return isBelow(id, ancestor, from)
                || periods.values().stream()
                        .flatMap(List::stream)
                        .map(Organ::since)
                        .filter(from::isBefore)
                        .distinct()
                        .anyMatch(day -> isBelow(id, ancestor, day));
    }

    /** Something that is put below it after that day. */
    Optional<Organ> laterChild(OrganId id, LocalDate day) {
        return below.getOrDefault(id, List.of()).stream()
                .filter(organ -> organ.since().isAfter(day))
                .findFirst();
    }

    /** One directly below it with that full name on that day. */
    Optional<Organ> named(@Nullable OrganId parent, String name, LocalDate day) {
        return (parent == null ? tops : below.getOrDefault(parent, List.of()))
                .stream()
                        .filter(organ -> organ.name().equals(name) && organ.on(day))
                        .findFirst();
    }

    /** The organ that holds that credit code, or held it last. */
    public Optional<Organ> byCreditCode(CreditCode code) {
        return Optional.ofNullable(byCreditCode.get(code)).map(id -> history(id).getLast());
    }

    private @Nullable Organ above(Organ organ, LocalDate on) {
        return organ.parent() == null ? null : lastKnown(organ.parent(), on);
    }
}
