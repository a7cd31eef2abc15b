package gongkai.platform.audit;

import gongkai.platform.keys.KeyPurpose;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.KeysException;
import gongkai.platform.keys.Sm3;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks the chain from its first link to its last and compares every line with what was linked. */
final class ChainWalk {
    private static final int FETCH = 2_000;

    private final Connection database;
    private final Keys keys;
    private final AuditVerify.Findings findings;
    private final Map<Integer, Optional<Sm3>> macs = new HashMap<>();
    private long links;

    ChainWalk(Connection database, Keys keys, AuditVerify.Findings findings) {
        this.database = database;
        this.keys = keys;
        this.findings = findings;
    }

    /** How many links there are. */
    long links() {
        return links;
    }

    /**
     * Walks all of it.
     *
     * @param noted the end as noted outside the database
     * @return the last link
     */
    Link walk(Optional<HeadFile.Head> noted) throws SQLException {
        var before = Link.NONE;
        try (var settings = database.createStatement()) {
            // Lines are looked up along the chain, so that nothing waits for a sort of the whole log.
            settings.execute("set local enable_hashjoin = off");
            settings.execute("set local enable_mergejoin = off");
            settings.execute("set local jit = off");
        }
        try (var select = database.prepareStatement("""
                select l.seq, l.entry, l.at as linked_at, l.hash, l.key as seal_key, l.seal, %s, e.key, e.mac
                from audit.link l left join audit.entry e on e.id = l.entry order by l.seq
                """.formatted(Line.COLUMNS))) {
            select.setFetchSize(FETCH);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    links++;
                    before = compare(before, rows);
                    if (noted.isPresent()
                            && noted.get().seq() == before.seq()
                            && !Arrays.equals(noted.get().hash(), before.hash())) {
                        findings.add("链第 " + before.seq() + " 号与库外链尾文件所记不同：此处或之前的链被整段改写");
                    }
                }
            }
        }
        if (noted.isPresent() && noted.get().seq() > before.seq()) {
            findings.add("链尾被截去：库外链尾文件记到第 " + noted.get().seq() + " 号，库中只到第 " + before.seq() + " 号");
        }
        return before;
    }

    private Link compare(Link before, ResultSet row) throws SQLException {
        var link = new Link(
                row.getLong("seq"),
                row.getLong("entry"),
                row.getObject("linked_at", OffsetDateTime.class).toInstant(),
                row.getBytes("hash"));
        var where = "链第 " + link.seq() + " 号";
        if (link.seq() != before.seq() + 1) {
            findings.add((link.seq() == before.seq() + 2
                            ? "链第 " + (before.seq() + 1) + " 号缺失"
                            : "链第 " + (before.seq() + 1) + " 号至第 " + (link.seq() - 1) + " 号缺失")
                    + "：有记录被删除");
        }
        if (!matches(row.getInt("seal_key"), link.hash(), row.getBytes("seal"))) {
            findings.add(where + "的封印不符：这一链节被改动或伪造");
        }
        if (link.at().isBefore(before.at())) {
            findings.add(where + "的时间早于前一号：顺序被调换");
        }
        if (row.getObject("id") == null) {
            findings.add(where + "所记的日志 #" + link.entry() + " 不见了：记录被删除");
            return link;
        }
        var line = Line.of(row);
        var digest = line.digest();
        var mac = row.getBytes("mac");
        if (!matches(row.getInt("key"), digest, mac)) {
            findings.add(where + "的日志 " + named(line) + " 与校验码不符：内容被改动，或不是平台写入的");
        } else if (link.seq() == before.seq() + 1
                && !Arrays.equals(
                        link.hash(), Link.hash(before.hash(), link.seq(), link.entry(), link.at(), digest, mac))) {
            findings.add(where + "（日志 " + named(line) + "）的链值接不上前一号：顺序被调换，或链被改写");
        }
        return link;
    }

    static String named(Line line) {
        return "#" + line.id() + "（" + ChineseTime.of(line.at()) + " " + (line.login() == null ? "平台" : line.login())
                + " " + line.action() + "）";
    }

    private boolean matches(int key, byte[] message, byte @Nullable [] mac) {
        var keyed = macs.computeIfAbsent(key, number -> {
            try {
                return Optional.of(Sm3.keyed(keys.get(KeyPurpose.AUDIT.prefix() + "-" + number)
                        .secret()
                        .bytes()));
            } catch (KeysException e) {
                findings.add(String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
        return keyed.isPresent() && mac != null && Arrays.equals(keyed.get().mac(message), mac);
    }
}
