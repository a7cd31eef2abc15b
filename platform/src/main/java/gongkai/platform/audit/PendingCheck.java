package gongkai.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Every line is linked or waits for its link; none is neither, and none waits for long. */
final class PendingCheck {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Connection database;
    private final Instant now;
    private final AuditVerify.Findings findings;

    PendingCheck(Connection database, Instant now, AuditVerify.Findings findings) {
        this.database = database;
        this.now = now;
        this.findings = findings;
    }

    /** How many lines wait. */
    long check() throws SQLException {
        outsideTheChain();
        long waiting = 0;
        try (var select = database.prepareStatement("select p.entry, " + Line.COLUMNS
                        + " from audit.pending p left join audit.entry e on e.id = p.entry order by p.entry");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                waiting++;
                if (rows.getObject("id") == null) {
                    findings.add("日志 #" + rows.getLong("entry") + " 在入链之前不见了：记录被删除");
                    continue;
                }
                var line = Line.of(rows);
                if (line.at().isBefore(now.minus(LONGEST_WAIT))) {
                    findings.add("日志 " + ChainWalk.named(line) + " 迟迟没有入链：平台的封链停了，请查看运行日志");
                }
            }
        }
        return waiting;
    }

    private void outsideTheChain() throws SQLException {
        try (var settings = database.createStatement()) {
            settings.execute("set local enable_hashjoin = on");
            settings.execute("set local enable_mergejoin = on");
        }
        try (var select = database.prepareStatement("select " + Line.COLUMNS + """
                 from audit.entry e
                where not exists (select from audit.link l where l.entry = e.id)
                  and not exists (select from audit.pending p where p.entry = e.id)
                order by e.id
                """);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                findings.add("日志 " + ChainWalk.named(Line.of(rows)) + " 不在链上：绕过平台插入");
            }
        }
    }
}
