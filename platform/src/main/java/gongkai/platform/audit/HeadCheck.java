package gongkai.platform.audit;

import gongkai.platform.keys.KeyPurpose;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.KeysException;
import gongkai.platform.keys.Sm2;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;

/** Compares the signed daily heads with the chain. */
final class HeadCheck {
    private final Connection database;
    private final Keys keys;
    private final AuditVerify.Findings findings;

    HeadCheck(Connection database, Keys keys, AuditVerify.Findings findings) {
        this.database = database;
        this.keys = keys;
        this.findings = findings;
    }

    /** Each day before the day of the last link has its head, and each head stands over the last link of its day. */
    void check(Link last) throws SQLException {
        try (var select = database.prepareStatement("""
                with ends as (
                    select (at at time zone 'Asia/Shanghai')::date as day, max(seq) as seq from audit.link group by 1)
                select coalesce(h.day, e.day) as day, e.seq as end_seq, h.seq, h.hash, h.key, h.signature, l.hash as link_hash
                from ends e full join audit.head h on h.day = e.day left join audit.link l on l.seq = h.seq
                order by 1
                """);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                check(last, rows);
            }
        }
    }

    private void check(Link last, ResultSet row) throws SQLException {
        var day = row.getDate("day").toLocalDate();
        var hash = row.getBytes("hash");
        if (hash == null) {
            if (last.seq() > 0 && day.isBefore(last.day())) {
                findings.add(day + " 的日签名不见了：被删除");
            }
            return;
        }
        if (!signed(day, row.getLong("seq"), hash, row.getInt("key"), row.getBytes("signature"))) {
            findings.add(day + " 的日签名不符：签名或所签内容被改动");
        } else if (row.getLong("end_seq") != row.getLong("seq") || !Arrays.equals(hash, row.getBytes("link_hash"))) {
            findings.add(day + " 的日签名所签的链尾（第 " + row.getLong("seq") + " 号）与库中的链不同：当日的链被改写、截短或接长");
        }
    }

    private boolean signed(LocalDate day, long seq, byte[] hash, int key, byte[] signature) {
        try {
            return Sm2.verify(
                    keys.get(KeyPurpose.HEAD.prefix() + "-" + key), Link.headMessage(day, seq, hash), signature);
        } catch (KeysException e) {
            findings.add(String.valueOf(e.getMessage()));
            return false;
        }
    }
}
