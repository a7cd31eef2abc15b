package gongkai.platform.audit;

import gongkai.platform.database.DataDirectory;
import gongkai.platform.keys.KeyPurpose;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.Sm3;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The chain as the auditor sees it: how far it goes, when it was last verified, where one line stands in it. */
@Service
public class AuditChain {
    private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);

    private final DataSource source;
    private final JdbcClient database;
    private final Keys keys;
    private final DataDirectory data;
    private final Clock clock;
    private final AtomicReference<@Nullable CompletableFuture<AuditVerify.Report>> running = new AtomicReference<>();

    AuditChain(DataSource source, Keys keys, DataDirectory data, Clock clock) {
        this.source = source;
        this.database = JdbcClient.create(source);
        this.keys = keys;
        this.data = data;
        this.clock = clock;
    }

    /**
     * The chain as a whole.
     *
     * @param links how many links it has
     * @param head the hash of the last one in hexadecimal, empty if there is none
     * @param pending lines that wait for their link
     * @param signedUntil the last day whose end is signed
     * @param verified the last verification, by whomever
     * @param verifying whether one is under way on this node
     */
    public record State(
            long links,
            String head,
            long pending,
            @Nullable LocalDate signedUntil,
            @Nullable Verification verified,
            boolean verifying) {}

    /** A verification that took place. */
    public record Verification(Instant at, long links, long found, String findings) {
        public boolean sound() {
            return found == 0;
        }
    }

    /**
     * Where a line stands.
     *
     * @param intact whether its MAC, its link and the seal of that agree
     */
    public record Place(long seq, Instant linkedAt, String hash, boolean intact) {}

    public State state() {
        return database.sql("""
                        select l.seq, l.hash, (select count(*) from audit.pending) as pending,
                               (select max(day) from audit.head) as signed_until,
                               v.at, v.links, v.found, v.findings
                        from (select 1) one
                        left join (select seq, hash from audit.link order by seq desc limit 1) l on true
                        left join (select at, links, found, findings from audit.verification order by id desc limit 1) v on true
                        """)
                .query((row, number) -> {
                    var hash = row.getBytes("hash");
                    var day = row.getDate("signed_until");
                    var at = row.getTimestamp("at");
                    var now = running.get();
                    return new State(
                            row.getLong("seq"),
                            hash == null ? "" : HexFormat.of().formatHex(hash),
                            row.getLong("pending"),
                            day == null ? null : day.toLocalDate(),
                            at == null
                                    ? null
                                    : new Verification(
                                            at.toInstant(),
                                            row.getLong("links"),
                                            row.getLong("found"),
                                            String.valueOf(row.getString("findings"))),
                            now != null && !now.isDone());
                })
                .single();
    }

    /** Where that line stands in the chain; empty while it waits for its link. */
    public Optional<Place> place(long entry) {
        return database.sql("select l.seq, l.entry as linked, l.at as linked_at, l.hash, l.key as seal_key, l.seal, "
                        + Line.COLUMNS + """
                        , e.key, e.mac, (select b.hash from audit.link b where b.seq = l.seq - 1) as before
                        from audit.link l join audit.entry e on e.id = l.entry where l.entry = :entry
                        """)
                .param("entry", entry)
                .query((row, number) -> {
                    var line = Line.of(row);
                    var hash = row.getBytes("hash");
                    var mac = row.getBytes("mac");
                    var before = row.getBytes("before");
                    var linkedAt = row.getObject("linked_at", java.time.OffsetDateTime.class)
                            .toInstant();
                    var expected = Link.hash(
                            before == null ? new byte[Sm3.BYTES] : before,
                            row.getLong("seq"),
                            entry,
                            linkedAt,
                            line.digest(),
                            mac);
                    return new Place(
                            row.getLong("seq"),
                            linkedAt,
                            HexFormat.of().formatHex(hash),
                            Arrays.equals(expected, hash)
                                    && Arrays.equals(mac(row.getInt("key"), line.digest()), mac)
                                    && Arrays.equals(mac(row.getInt("seal_key"), hash), row.getBytes("seal")));
                })
                .optional();
    }

    /** Verifies all of it in the background, unless that is under way. */
    public CompletableFuture<AuditVerify.Report> verify() {
        var now = running.get();
        if (now != null && !now.isDone()) {
            return now;
        }
        var started = new CompletableFuture<AuditVerify.Report>();
        if (!running.compareAndSet(now, started)) {
            return verify();
        }
        Thread.ofPlatform().name("audit-verify").daemon().start(() -> {
            try {
                started.complete(new AuditVerify(keys, data.audit(), clock).verify(source));
            } catch (SQLException | RuntimeException e) {
                LOG.error("审计链没有核验完", e);
                started.completeExceptionally(e);
            }
        });
        return started;
    }

    private byte[] mac(int key, byte[] message) {
        return Sm3.hmac(keys.get(KeyPurpose.AUDIT.prefix() + "-" + key).secret().bytes(), message);
    }
}
