package gongkai.platform.organ;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps organs in the database, and a copy of them all in memory.
 *
 * <p>A node sees its own changes when they are committed and those of other nodes within {@link #FRESH_NANOS}; a transaction sees what it
 * changed itself at once. Changes happen one after another: the first of a transaction takes the row of {@code organ.revision}.
 */
@Component
class OrganStore {
    /** How long the copy is taken without asking whether another node has changed something: a second. */
    private static final long FRESH_NANOS = 1_000_000_000;

    private static final String PERIODS = """
        select o.id, o.code, p.since, p.until, p.name, p.short_name, p.kind, p.parent, p.region, p.credit_code, p.justice, p.capacities,
               p.supervisor, p.place
        from organ.organ o join organ.period p on p.organ = o.id
        order by o.id, p.since
        """;

    private record Held(OrganTree tree, long revision, long changes, long checkedAt) {
        Held checked(long now) {
            return new Held(tree, revision, changes, now);
        }
    }

    private final JdbcClient database;
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();
    /** How many changes this node has made itself. */
    private final AtomicLong changes = new AtomicLong();

    OrganStore(JdbcClient database) {
        this.database = database;
    }

    /** All organs as this transaction, or anyone outside one, sees them. */
    OrganTree tree() {
        if (TransactionSynchronizationManager.getResource(this) instanceof OrganTree changing) {
            return changing;
        }
        var known = held.get();
        if (known == null || known.changes() != changes.get()) {
            return reload();
        }
        long now = System.nanoTime();
        if (now - known.checkedAt() < FRESH_NANOS) {
            return known.tree();
        }
        // One asks; the others go on with what they have, so that nobody waits for another's connection.
        return !held.compareAndSet(known, known.checked(now)) || revision() == known.revision()
                ? known.tree()
                : reload();
    }

    private OrganTree reload() {
        // The numbers are read before the organs: should those change in between, the next look sees it and reads them
        // again.
        long own = changes.get();
        long revision = revision();
        var tree = load();
        held.set(new Held(tree, revision, own, System.nanoTime()));
        return tree;
    }

    private long revision() {
        return database.sql("select number from organ.revision")
                .query(Long.class)
                .single();
    }

    private OrganTree load() {
        return new OrganTree(
                database.sql(PERIODS).query((row, number) -> organ(row)).list());
    }

    /**
     * Takes the right to change organs, until the transaction ends.
     *
     * @return the tree that this transaction sees and changes
     */
    OrganTree change() {
        if (TransactionSynchronizationManager.getResource(this) instanceof OrganTree changing) {
            return changing;
        }
        database.sql("update organ.revision set number = number + 1").update();
        var changing = load();
        TransactionSynchronizationManager.bindResource(this, changing);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(OrganStore.this);
                if (status != STATUS_ROLLED_BACK) {
                    changes.incrementAndGet();
                }
            }
        });
        return changing;
    }

    /** Adds an organ with its first period and the telling of it, in one statement: files bring thousands. */
    OrganId found(String code, OrganFacts facts, Basis basis, String what, OffsetDateTime at, @Nullable String by) {
        var tree = change();
        var id = new OrganId(database.sql("""
            with o as (insert into organ.organ (code) values (:code) returning id),
            p as (insert into organ.period (organ, since, name, short_name, kind, parent, region, credit_code, justice, capacities,
                      supervisor, place)
                  select id, cast(:since as date), :name, :shortName, :kind, cast(:parent as bigint), cast(:region as text),
                      cast(:creditCode as text), cast(:justice as boolean), cast(:capacities as text[]),
                      cast(:supervisor as bigint), cast(:place as int) from o),
            e as (insert into organ.event (organ, kind, day, document, what, recorded_at, recorded_by)
                  select id, 'ESTABLISHED', cast(:since as date), :document, :what, cast(:at as timestamptz), cast(:by as text) from o)
            select id from o
            """)
                .param("code", code)
                .param("since", basis.on())
                .param("name", facts.name())
                .param("shortName", facts.shortName())
                .param("kind", facts.kind().name())
                .param("parent", value(facts.parent()))
                .param("region", facts.region() == null ? null : facts.region().code())
                .param(
                        "creditCode",
                        facts.creditCode() == null ? null : facts.creditCode().code())
                .param("justice", facts.justice())
                .param(
                        "capacities",
                        facts.capacities().stream().map(Capacity::name).sorted().toArray(String[]::new))
                .param("supervisor", value(facts.supervisor()))
                .param("place", facts.place())
                .param("document", basis.document())
                .param("what", what)
                .param("at", at)
                .param("by", by)
                .query(Long.class)
                .single());
        tree.put(List.of(Organ.of(id, code, facts, basis.on(), null)));
        return id;
    }

    /** Stores these periods of one organ, in the order of time, in place of those it has. */
    void put(List<Organ> periods) {
        var tree = change();
        database.sql("delete from organ.period where organ = :organ")
                .param("organ", periods.getFirst().id().value())
                .update();
        periods.forEach(this::insert);
        tree.put(periods);
    }

    private void insert(Organ organ) {
        database.sql("""
            insert into organ.period (organ, since, until, name, short_name, kind, parent, region, credit_code, justice, capacities,
                supervisor, place)
            values (:organ, :since, :until, :name, :shortName, :kind, :parent, :region, :creditCode, :justice,
                :capacities, :supervisor, :place)
            """)
                .param("organ", organ.id().value())
                .param("since", organ.since())
                .param("until", organ.until())
                .param("name", organ.name())
                .param("shortName", organ.shortName())
                .param("kind", organ.kind().name())
                .param("parent", value(organ.parent()))
                .param("region", organ.region() == null ? null : organ.region().code())
                .param(
                        "creditCode",
                        organ.creditCode() == null ? null : organ.creditCode().code())
                .param("justice", organ.justice())
                .param(
                        "capacities",
                        organ.capacities().stream().map(Capacity::name).sorted().toArray(String[]::new))
                .param("supervisor", value(organ.supervisor()))
                .param("place", organ.place())
                .update();
    }

    private static Organ organ(ResultSet row) throws SQLException {
        var region = row.getString("region");
        var creditCode = row.getString("credit_code");
        return new Organ(
                new OrganId(row.getLong("id")),
                row.getString("code"),
                row.getObject("since", LocalDate.class),
                day(row.getDate("until")),
                row.getString("name"),
                row.getString("short_name"),
                OrganKind.valueOf(row.getString("kind")),
                id(row, "parent"),
                region == null ? null : new Region(region),
                creditCode == null ? null : new CreditCode(creditCode),
                row.getBoolean("justice"),
                capacities((String[]) row.getArray("capacities").getArray()),
                id(row, "supervisor"),
                row.getInt("place"));
    }

    private static Set<Capacity> capacities(String[] names) {
        var capacities = EnumSet.noneOf(Capacity.class);
        Arrays.stream(names).map(Capacity::valueOf).forEach(capacities::add);
        return Set.copyOf(capacities);
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static @Nullable OrganId id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : new OrganId(value);
    }

    private static @Nullable Long value(@Nullable OrganId id) {
        return id == null ? null : id.value();
    }
}
