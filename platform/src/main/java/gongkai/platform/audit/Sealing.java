package gongkai.platform.audit;

import gongkai.platform.keys.KeyPurpose;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.KeysException;
import gongkai.platform.keys.Sm2;
import gongkai.platform.keys.Sm3;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Extends the chain by the lines that were committed since. One process does so at a time; the others leave it to that one.
 *
 * <p>The order is that of becoming visible: a line whose transaction took long is linked after lines with higher numbers.
 */
public final class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final long LOCK = 0x676b_6175_6469_74L;
    private static final int AT_ONCE = 5_000;
    /**
     * A pending line that is gone, or is linked already, stays pending: it is the evidence, and must not stop the others.
     *
     * <p>Each line is looked up by itself (a subquery for one value is never joined, nor what is behind {@code offset 0}): the database's
     * notion of how long these tables are lags behind, and it would rather read them whole, five times a second.
     */
    private static final String TAKE = """
            with taken as (
                delete from audit.pending
                where ctid = any (array(
                    select p.ctid from audit.pending p
                    where (select true from audit.entry e where e.id = p.entry)
                      and (select true from audit.link l where l.entry = p.entry) is null
                    limit """ + " " + AT_ONCE + """
                )) returning entry)
            select line.* from (select distinct entry from taken) t
            cross join lateral (select """ + " " + Line.COLUMNS + """
            , e.mac from audit.entry e where e.id = t.entry offset 0) line order by line.at, line.id
            """;

    private final Keys keys;
    private final HeadFile headFile;
    private final Clock clock;

    /** @param directory where the end of the chain is noted outside the database */
    public Sealing(Keys keys, Path directory, Clock clock) {
        this.keys = keys;
        this.headFile = new HeadFile(directory, keys);
        this.clock = clock;
    }

    /**
     * Links all committed lines.
     *
     * @return how many; 0 also if another process is at it
     */
    public int seal(Connection database) throws SQLException {
        database.setAutoCommit(true);
        if (!askLock(database, "select pg_try_advisory_lock(" + LOCK + ")")) {
            return 0;
        }
        try {
            database.setAutoCommit(false);
            int all = 0;
            int linked;
            do {
                linked = sealSome(database);
                all += linked;
            } while (linked == AT_ONCE);
            return all;
        } finally {
            if (!database.isClosed()) {
                database.rollback();
                database.setAutoCommit(true);
                askLock(database, "select pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    /** Takes the chain as it is now for good, after a backup was restored: the file outside the database follows it. */
    public void acceptAsRestored(Connection database) throws SQLException {
        last(database).ifPresent(headFile::write);
    }

    private int sealSome(Connection database) throws SQLException {
        var before = last(database).orElse(Link.NONE);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var at = now.isBefore(before.at()) ? before.at() : now;
        signFinishedDay(database, before, at);
        var lines = takePending(database);
        var links = new ArrayList<Link>(lines.size());
        var last = before;
        for (var line : lines) {
            last = last.next(line.line().id(), at, line.line().digest(), line.mac());
            links.add(last);
        }
        append(database, links);
        boolean goesOn = fileGoesOn(database, before);
        database.commit();
        if (goesOn && last.seq() > 0 && (!links.isEmpty() || headFile.read().isEmpty())) {
            headFile.write(last);
        }
        return lines.size();
    }

    /** A line with the MAC it was written with. */
    record Sealed(Line line, byte[] mac) {}

    private static List<Sealed> takePending(Connection database) throws SQLException {
        var lines = new ArrayList<Sealed>();
        try (var take = database.prepareStatement(TAKE);
                var rows = take.executeQuery()) {
            while (rows.next()) {
                lines.add(new Sealed(Line.of(rows), rows.getBytes("mac")));
            }
        }
        return lines;
    }

    private void append(Connection database, List<Link> links) throws SQLException {
        if (links.isEmpty()) {
            return;
        }
        var key = keys.current(KeyPurpose.AUDIT);
        var mac = Sm3.keyed(key.secret().bytes());
        var hashes = new byte[links.size()][];
        var seals = new byte[links.size()][];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = links.get(i).hash();
            seals[i] = mac.mac(hashes[i]);
        }
        try (var insert = database.prepareStatement("""
                insert into audit.link (seq, entry, at, hash, key, seal)
                select seq, entry, ?, hash, ?, seal
                from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[]) as l (seq, entry, hash, seal)
                """)) {
            insert.setObject(1, utc(links.getFirst().at()));
            insert.setInt(2, key.number());
            insert.setArray(
                    3,
                    database.createArrayOf(
                            "bigint", links.stream().map(Link::seq).toArray()));
            insert.setArray(
                    4,
                    database.createArrayOf(
                            "bigint", links.stream().map(Link::entry).toArray()));
            insert.setArray(5, database.createArrayOf("bytea", hashes));
            insert.setArray(6, database.createArrayOf("bytea", seals));
            insert.executeUpdate();
        }
        try (var insert = database.prepareStatement("""
                insert into audit.words (entry, pairs)
                select e.id, audit.pairs(e.subject || ' ' || e.action || ' ' || coalesce(e.detail, ''))
                from audit.entry e where e.id = any (?)
                on conflict do nothing
                """)) {
            insert.setArray(
                    1,
                    database.createArrayOf(
                            "bigint", links.stream().map(Link::entry).toArray()));
            insert.executeUpdate();
        }
    }

    /** No link of a new day is added before the day of the last link is signed, so only the newest day may lack a signature. */
    private void signFinishedDay(Connection database, Link last, Instant now) throws SQLException {
        if (last.seq() == 0 || !last.day().isBefore(Link.dayOf(now))) {
            return;
        }
        var key = keys.current(KeyPurpose.HEAD);
        try (var insert = database.prepareStatement("""
                insert into audit.head (day, seq, hash, key, signature) values (?, ?, ?, ?, ?) on conflict do nothing
                """)) {
            insert.setDate(1, Date.valueOf(last.day()));
            insert.setLong(2, last.seq());
            insert.setBytes(3, last.hash());
            insert.setInt(4, key.number());
            insert.setBytes(5, Sm2.sign(key, Link.headMessage(last.day(), last.seq(), last.hash())));
            insert.executeUpdate();
        }
    }

    /** Whether the chain continues what the file says. If not, the file is left as it is: it is the evidence. */
    private boolean fileGoesOn(Connection database, Link last) throws SQLException {
        try {
            var head = headFile.read();
            if (head.isEmpty()) {
                if (last.seq() > 0) {
                    LOG.warn("没有库外链尾文件 {}，现在按库中的链尾 {} 重新建立。如果不是新增的节点，请查明它为什么不见了", headFile.path(), last.seq());
                }
                return true;
            }
            if (head.get().seq() <= last.seq()
                    && link(database, head.get().seq())
                            .filter(link -> java.util.Arrays.equals(
                                    link.hash(), head.get().hash()))
                            .isPresent()) {
                return true;
            }
            LOG.error("审计链与库外链尾文件不符，审计日志可能被改动。请运行 ./gongkai audit verify");
        } catch (KeysException e) {
            LOG.error(e.getMessage());
        }
        return false;
    }

    static Optional<Link> last(Connection database) throws SQLException {
        try (var select = database.createStatement();
                var rows =
                        select.executeQuery("select seq, entry, at, hash from audit.link order by seq desc limit 1")) {
            return rows.next() ? Optional.of(link(rows)) : Optional.empty();
        }
    }

    static Optional<Link> link(Connection database, long seq) throws SQLException {
        try (var select = database.prepareStatement("select seq, entry, at, hash from audit.link where seq = ?")) {
            select.setLong(1, seq);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(link(rows)) : Optional.empty();
            }
        }
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("seq"),
                row.getLong("entry"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBytes("hash"));
    }

    private static boolean askLock(Connection database, String question) throws SQLException {
        try (var ask = database.createStatement();
                var rows = ask.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
